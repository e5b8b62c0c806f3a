import { rejoin, verifyAll, withLock } from '@cleanclaim/data/import';
import type { Given } from '../given.ts';
import { dataFolder } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';

/** Reads every pack whole. Exit 3 when one is damaged: what it would answer cannot be answered. */
export async function verify(given: Given, output: Output): Promise<number> {
  const folder = dataFolder(given);
  if (given.flags['repair'] === true) {
    const changed = await withLock(folder, () => Promise.resolve(rejoin(folder)));
    output.hint(changed ? 'The ICD-10-CM years were joined anew.' : 'Nothing had to be made again.');
  }
  let damaged = false;
  output.header(['id', 'status', 'why', 'path']);
  for (const each of verifyAll(folder)) {
    damaged ||= each.status === 'damaged';
    const mark = each.status === 'ok' ? output.paint('green', '✓ ok') : output.paint('red', '✗ damaged');
    output.answer(
      each,
      () =>
        `${mark}  ${output.bold(each.id)}${each.why === null ? '' : `\n  ${each.why}\n  Remove and add it again: cleanclaim data remove ${each.id}`}`,
      () => [each.id, each.status, each.why, each.path],
    );
  }
  output.end();
  return damaged ? EXIT.noData : EXIT.fine;
}
