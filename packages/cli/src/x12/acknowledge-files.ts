import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { acknowledge, acknowledgeClaims, ClaimCollector, X12Checker } from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import { readBytes } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';
import { momentNow } from './moment.ts';

/** The 999 and TA1, or the 277CA, of each file, as X12 on standard output. */
export async function acknowledgeFiles(paths: readonly string[], given: Given, output: Output): Promise<number> {
  const data = openData(given);
  const moment = momentNow();
  let control = Number(given.flags['control'] ?? 1);
  for (const path of paths) {
    const collector = given.flags['claims'] === true ? new ClaimCollector() : undefined;
    const checker = new X12Checker({ data, maxSummaries: Number.POSITIVE_INFINITY, ...(collector ? { follow: collector } : {}) });
    for await (const bytes of readBytes(path)) checker.push(bytes);
    const report = checker.report();
    if (report.interchanges.length === 0) {
      throw new CleanclaimError(
        'x12/nothing-to-answer',
        `${path === '-' ? 'Standard input' : quote(path)} holds no interchange: ${report.findings[0]?.message ?? ''}`,
      );
    }
    const text = collector ? acknowledgeClaims(report, collector, { moment, control }) : acknowledge(report, { moment, control });
    if (text === '') output.hint(`Nothing in ${path} calls for ${collector ? 'a 277CA' : 'a 999 or TA1'}.`);
    control += (text.match(/^ISA\*/gm) ?? []).length;
    output.raw(text);
    await output.flush();
  }
  return EXIT.fine;
}
