import { isFailure, readClaim } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { ClaimReader, unknownOf, X12Checker } from '@cleanclaim/x12';
import type { ClaimBatch, FileClaim } from './claim-file.ts';

/** The claims of an 837 as they stream by; the file itself is checked on the way. Throws when it holds none. */
export async function* readX12(path: string, source: AsyncIterable<Buffer>): AsyncGenerator<ClaimBatch> {
  let waiting: FileClaim[] = [];
  let count = 0;
  const follow = new ClaimReader((claim, _place, passedOver) => {
    const read = readClaim(claim);
    waiting.push({
      read: isFailure(read) ? read : { claim: read.claim, unknown: [...read.unknown, ...unknownOf(passedOver)] },
      text: isFailure(read) ? JSON.stringify(claim) : '',
      number: ++count,
    });
  });
  const checker = new X12Checker({ follow, maxFindings: 100 });
  const taken = (): readonly FileClaim[] => {
    const claims = waiting;
    waiting = [];
    return claims;
  };
  for await (const bytes of source) {
    checker.push(bytes);
    yield { claims: taken() };
  }
  const x12 = checker.report();
  if (count === 0)
    throw new CleanclaimError(
      'input/unsupported-format',
      `${path === '-' ? 'Standard input' : quote(path)} is X12, but holds no 837 claim that can be read.`,
    );
  yield { claims: taken(), x12 };
}
