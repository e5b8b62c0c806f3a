import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Claim, isFailure } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { visitOf } from '@cleanclaim/core/statistics';
import { readClaimFile } from '../claim-file.ts';
import { lookInto } from '../inputs.ts';
import { isX12 } from '../is-x12.ts';
import type { Output } from '../output.ts';

/** True for a file of claims in any form `check` reads: X12 837, our JSON, FHIR. */
export async function holdsClaims(path: string): Promise<boolean> {
  const { first } = await lookInto(path);
  if (isX12(first)) return true;
  const start = first
    .subarray(0, 64 * 1024)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (!/^[[{]/.test(start)) return false;
  return /"resourceType"\s*:\s*"(?:Claim|Bundle)"/.test(start) || (/"lines"\s*:\s*\[/.test(start) && /"type"\s*:/.test(start));
}

/** Gives each claim of a file; returns how many could not be read. */
export async function eachClaim(path: string, take: (claim: Claim) => void): Promise<{ read: number; unread: number }> {
  let read = 0;
  let unread = 0;
  for await (const { claims } of readClaimFile(path, () => import('../x12-claims.ts'))) {
    for (const { read: found } of claims) {
      if (isFailure(found)) unread++;
      else {
        read++;
        take(found.claim);
      }
    }
  }
  return { read, unread };
}

/** The claims of a file as a table of visits, one a line, without names or ids; `drop` removes it. */
export async function visitsOf(path: string, output: Output): Promise<{ path: string; drop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-'));
  const held = join(folder, 'visits.ndjson');
  const stream = createWriteStream(held, { mode: 0o600 });
  const { read, unread } = await eachClaim(path, (claim) => stream.write(`${JSON.stringify(visitOf(claim))}\n`));
  stream.end();
  await once(stream, 'finish');
  const drop = (): void => rmSync(folder, { recursive: true, force: true });
  if (read === 0) {
    drop();
    throw new CleanclaimError('table/unreadable', `${quote(path)} holds no claim that can be read.`);
  }
  output.hint(
    `${path}: ${read} claims, each as one visit by its principal or first-listed diagnosis${unread > 0 ? `; ${unread} could not be read` : ''}`,
  );
  return { path: held, drop };
}
