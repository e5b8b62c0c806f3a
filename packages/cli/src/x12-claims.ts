import { type Claim, isFailure, readClaim } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { ClaimReader, X12Checker, type X12Report } from '@cleanclaim/x12';
import type { Session, WriteChecked } from './check-session.ts';
import { EXIT } from './output.ts';

/**
 * Checks the claims of an 837 as they stream by, one report a claim. The file itself is checked on the way: errors in
 * it are told and count for the exit status, but `x12 check` shows them.
 */
export async function checkX12Claims(path: string, source: AsyncIterable<Buffer>, session: Session, put: WriteChecked): Promise<void> {
  let waiting: Claim[] = [];
  let count = 0;
  const checker = new X12Checker({ follow: new ClaimReader((claim) => waiting.push(claim)), maxFindings: 100 });
  const checkWaiting = async (): Promise<void> => {
    const claims = waiting;
    waiting = [];
    for (const claim of claims) {
      count++;
      const read = readClaim(claim);
      const input = JSON.stringify(claim);
      put(session.judge(isFailure(read) ? read : { claim: read.claim, unknown: read.unknown }, input, count), session, read);
    }
    session.progress.add(claims.length);
    await session.output.flush();
  };
  for await (const bytes of source) {
    checker.push(bytes);
    await checkWaiting();
  }
  const report = checker.report();
  await checkWaiting();
  if (count === 0)
    throw new CleanclaimError(
      'input/unsupported-format',
      `${path === '-' ? 'Standard input' : quote(path)} is X12, but holds no 837 claim that can be read.`,
    );
  tellOfFile(path, report, session);
}

function tellOfFile(path: string, report: X12Report, session: Session): void {
  const { errors } = report;
  if (errors === 0) return;
  session.statuses.add(EXIT.finding);
  session.output.hint(`The file itself has ${errors} error${errors === 1 ? '' : 's'}: cleanclaim x12 check ${path}`);
}
