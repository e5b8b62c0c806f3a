import { type Claim, isFailure, readClaim } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { ClaimReader, X12Checker } from '@cleanclaim/x12';
import { entriesOf, isX12, type ReadEntry, standsAlone } from './claim-entries.ts';
import { linesOf, lookInto } from './inputs.ts';

/** All claims of a file: Cleanclaim JSON (one, an array, one a line), FHIR (a Claim or a Bundle), or X12 837. Throws CleanclaimError when it holds none. */
export async function readClaims(path: string): Promise<readonly ReadEntry[]> {
  const { first, all } = await lookInto(path);
  if (isX12(first)) return await readX12Claims(path, all);
  const lines: string[] = [];
  for await (const part of linesOf(all)) for (const { text } of part) lines.push(text);
  const start = lines[0];
  if (start !== undefined && lines.length > 1 && standsAlone(start)) return lines.flatMap(entriesOf);
  const entries = entriesOf(lines.join('\n').replace(/^\ufeff/, ''));
  const [only] = entries;
  // A file that is no claim at all is wrong use of the command, not an entry of it.
  if (entries.length === 1 && only && isFailure(only.read)) throw new CleanclaimError(only.read.code, only.read.message, only.read.path);
  return entries;
}

async function readX12Claims(path: string, bytes: AsyncIterable<Buffer>): Promise<readonly ReadEntry[]> {
  const claims: Claim[] = [];
  const checker = new X12Checker({ follow: new ClaimReader((claim) => claims.push(claim)), maxFindings: 1 });
  for await (const part of bytes) checker.push(part);
  checker.report();
  if (claims.length === 0)
    throw new CleanclaimError(
      'input/unsupported-format',
      `${path === '-' ? 'Standard input' : quote(path)} is X12, but holds no 837 claim that can be read.`,
    );
  return claims.map((claim) => ({ read: readClaim(claim), text: '' }));
}
