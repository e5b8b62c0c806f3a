import { CleanclaimError } from '@cleanclaim/core/errors';
import { compareEditions } from '@cleanclaim/data/import';
import type { Given } from '../given.ts';
import { dataFolder } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';

/** Rows shown of each kind on a terminal; JSON has all. */
const SHOWN = 20;

/** What changed between two editions of one source. */
export function diff(given: Given, output: Output): number {
  const [from, to, ...more] = given.words;
  if (from === undefined || to === undefined || more.length > 0)
    throw new CleanclaimError('usage/missing-argument', 'Write: cleanclaim data diff EDITION EDITION (for ICD-10-CM: cleanclaim diff)');
  const compared = compareEditions(dataFolder(given), from, to);
  const { added, removed, changed } = compared;
  output.header(['change', 'key', 'before', 'after']);
  if (output.format === 'csv') {
    const rows = [
      ...added.map((key) => ['added', key, '', '']),
      ...removed.map((key) => ['removed', key, '', '']),
      ...changed.map(({ key, before, after }) => ['changed', key, before, after]),
    ];
    for (const row of rows)
      output.answer(
        row,
        () => '',
        () => row,
      );
    return EXIT.fine;
  }
  output.single(compared, () => {
    const some = (list: readonly string[]): string[] => [
      ...list.slice(0, SHOWN).map((text) => `  ${text}`),
      ...(list.length > SHOWN ? [`  … and ${list.length - SHOWN} more`] : []),
    ];
    return [
      `${output.bold(compared.source)}  ${from} to ${to}: ${added.length} added, ${removed.length} removed, ${changed.length} changed`,
      ...(added.length > 0 ? ['added', ...some(added)] : []),
      ...(removed.length > 0 ? ['removed', ...some(removed)] : []),
      ...(changed.length > 0 ? ['changed', ...some(changed.map(({ key, before, after }) => `${key}: ${before} → ${after}`))] : []),
    ].join('\n');
  });
  return EXIT.fine;
}
