import type { OperationContext } from '@cleanclaim/core';
import { CleanclaimError } from '@cleanclaim/core/errors';
import { type CompareRow, type Interval, statisticsCompare } from '@cleanclaim/core/statistics';
import { ratiosFigure, structureFigure } from '@cleanclaim/stats';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { flag } from './flags.ts';
import { cellsOf, readInputs } from './inputs.ts';
import { settingsOf } from './settings.ts';
import { type Column, interval, number, pair, showRows } from './show.ts';

/** Places, sexes or years side by side. */
export async function compare(given: Given, output: Output, context: OperationContext): Promise<number> {
  const settings = await settingsOf(given);
  const inputs = await readInputs(given, output);
  if (inputs.by.length === 0) throw new CleanclaimError('usage/missing-argument', 'Name what is compared, for example --by place.');
  const against = flag(given, 'against');
  const rows = statisticsCompare.run({ ...cellsOf(inputs, given), ...settings, ...(against === undefined ? {} : { against }) }, context);
  return showRows(
    rows,
    inputs.by.slice(1),
    COMPARE_COLUMNS,
    inputs.deaths.problems.list(),
    output,
    {
      given,
      title: 'Rates compared',
      figures: [
        { name: 'ratios', figure: () => ratiosFigure(rows), caption: 'Ratio of standardised rates with its interval; 1 is no difference.' },
        {
          name: 'structure',
          figure: () => structureFigure(rows),
          caption: 'Where each crude difference comes from: the age structure, and the rates at each age (Kitagawa).',
        },
      ],
      methods: rows[0]
        ? [
            `Standard: ${rows[0].standardTitle}; intervals ${rows[0].method}, ${100 * rows[0].confidence} %.`,
            'Crude difference split after Kitagawa (1955).',
          ]
        : [],
    },
    say,
  );
}

const COMPARE_COLUMNS: readonly Column<CompareRow>[] = [
  { name: 'one', value: (row) => row.one.value },
  { name: 'other', value: (row) => row.other.value },
  { name: 'crudeOne', value: (row) => row.one.crude },
  { name: 'crudeOther', value: (row) => row.other.crude },
  { name: 'rateOne', value: (row) => row.one.rate },
  { name: 'rateOther', value: (row) => row.other.rate },
  { name: 'ratio', value: (row) => row.ratio },
  { name: 'ratioLow', value: (row) => pair(row.ratioCi, 0) },
  { name: 'ratioHigh', value: (row) => pair(row.ratioCi, 1) },
  { name: 'difference', value: (row) => row.difference },
  { name: 'structure', value: (row) => row.decomposition?.structure ?? null },
  { name: 'rates', value: (row) => row.decomposition?.rates ?? null },
  { name: 'flag', value: (row) => row.flag },
  { name: 'standard', value: (row) => row.standard },
];

function say(row: CompareRow): string {
  const { one, other, decomposition: parts } = row;
  const where = Object.values(row.by).join(', ');
  const side = (each: CompareRow['one']): string =>
    `  ${each.value}: crude ${number(each.crude)}, standardised ${number(each.rate)} (${interval(each.rateCi as Interval | null)}), ${number(each.count)} events`;
  const lines = [
    `${one.value} against ${other.value}${where === '' ? '' : ` (${where})`}, for each ${number(row.per)}, ${row.standardTitle}, ${row.method} ${100 * row.confidence} %`,
    side(one),
    side(other),
    `  ratio ${number(row.ratio, 3)} (${interval(row.ratioCi, 3)}): ${row.flag}; crude ratio ${number(row.crudeRatio, 3)}`,
  ];
  if (parts)
    lines.push(
      `  crude difference ${number(parts.difference)} = age structure ${number(parts.structure)} + rates at each age ${number(parts.rates)} (Kitagawa)`,
    );
  for (const caution of row.cautions) lines.push(`  ! ${caution}`);
  for (const problem of row.problems ?? []) lines.push(`  ${problem.severity === 'error' ? '✗' : '!'} ${problem.what}`);
  return lines.join('\n');
}
