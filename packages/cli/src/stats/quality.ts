import type { OperationContext } from '@cleanclaim/core';
import { CleanclaimError } from '@cleanclaim/core/errors';
import { type QualityRow, statisticsQuality } from '@cleanclaim/core/statistics';
import { qualityFigure, readSmallTable } from '@cleanclaim/stats';
import type { Given } from '../given.ts';
import { EXIT, type Output } from '../output.ts';
import { flag, listFlag, numberFlag } from './flags.ts';
import { readTogether } from './read.ts';
import { type Column, number, showRows } from './show.ts';

/** Whether causes of death can be trusted. */
export async function quality(given: Given, output: Output, context: OperationContext): Promise<number> {
  const by = listFlag(given, 'by');
  const read = await readTogether(given.words.slice(1), { by, roles: ['cause', 'age', 'sex'], measure: 'count' }, given, output);
  if (!read.cells.every((cell) => cell.values['cause'] !== undefined))
    throw new CleanclaimError('table/no-column', 'There is no column of causes (ICD codes).');
  const [unlikely, garbage, expected] = [flag(given, 'unlikely'), flag(given, 'garbage'), numberFlag(given, 'expected')];
  const rows = statisticsQuality.run(
    {
      cells: [...read.cells],
      by,
      ...(expected === undefined ? {} : { expected }),
      ...(unlikely === undefined ? {} : { unlikely: (await readSmallTable(unlikely, ['cause'], [])).map((row) => row['cause'] ?? '') }),
      ...(garbage === undefined
        ? {}
        : {
            garbage: (await readSmallTable(garbage, ['class', 'codes'], [])).map((row) => ({
              class: row['class'] ?? '',
              codes: row['codes'] ?? '',
            })),
          }),
    },
    context,
  );
  const wrong = rows.some((row) => row.checks.some(({ count, check }) => count > 0 && !/unknown|special/.test(check)));
  const exit = await showRows(
    rows,
    by,
    QUALITY_COLUMNS,
    read.problems.list(),
    output,
    {
      given,
      title: 'Quality of causes of death',
      figures: [
        {
          name: 'quality',
          figure: () => qualityFigure(rows),
          caption: 'Share of deaths with an ill-defined or unusable cause, and of records that cannot stand.',
        },
      ],
      methods: ['Grade after Mathers et al. (2005); classes and sources: docs/statistics.md.'],
    },
    say,
  );
  return Math.max(wrong ? EXIT.finding : EXIT.fine, exit);
}

const QUALITY_COLUMNS: readonly Column<QualityRow>[] = [
  { name: 'deaths', value: (row) => row.deaths },
  { name: 'illDefined', value: (row) => row.illDefined.count },
  { name: 'illDefinedShare', value: (row) => row.illDefined.share },
  { name: 'completeness', value: (row) => row.completeness },
  { name: 'grade', value: (row) => row.grade },
  { name: 'why', value: (row) => row.gradeWhy },
];

function say(row: QualityRow): string {
  const where = Object.values(row.by).join(', ');
  const share = (value: number | null): string => (value === null ? '' : ` (${(100 * value).toFixed(1)} %)`);
  return [
    `${where === '' ? '' : `${where}: `}${number(row.deaths)} deaths; grade ${row.grade ?? 'open'}: ${row.gradeWhy}`,
    ...[row.illDefined, ...row.garbage, ...row.checks]
      .filter(({ count }) => count > 0)
      .map((each) => `  ${each.check}: ${number(each.count)}${share(each.share)} ${each.what}${examples(each.examples)}`),
    ...row.notChecked.map((each) => `  ○ not checked: ${each.check}, since ${each.reason}; ${each.install}`),
  ].join('\n');
}

function examples(codes: readonly string[]): string {
  const shown = codes.filter((code) => code !== '').slice(0, 5);
  return shown.length === 0 ? '' : `; for example ${shown.join(', ')}`;
}
