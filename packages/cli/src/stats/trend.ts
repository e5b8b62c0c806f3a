import type { OperationContext } from '@cleanclaim/core';
import { statisticsTrend, type TrendRow } from '@cleanclaim/core/statistics';
import { trendFigure } from '@cleanclaim/stats';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { cellsOf, readInputs } from './inputs.ts';
import { settingsOf } from './settings.ts';
import { type Column, number, pair, showRows } from './show.ts';

/** Standardised rates over the years. */
export async function trend(given: Given, output: Output, context: OperationContext): Promise<number> {
  const settings = await settingsOf(given);
  const inputs = await readInputs(given, output, true, ['year']);
  const rows = statisticsTrend.run({ ...cellsOf(inputs, given), ...settings }, context);
  return showRows(
    rows,
    inputs.by.filter((column) => column !== 'year'),
    TREND_COLUMNS,
    inputs.deaths.problems.list(),
    output,
    {
      given,
      title: 'Trends of standardised rates',
      figures: [{ name: 'trend', figure: () => trendFigure(rows), caption: 'Standardised rates by year with their intervals.' }],
      methods: rows[0] ? [`${rows[0].method}; standard ${rows[0].standard}; intervals of ${100 * rows[0].confidence} %.`] : [],
    },
  );
}

const TREND_COLUMNS: readonly Column<TrendRow>[] = [
  { name: 'from', value: (row) => row.from },
  { name: 'to', value: (row) => row.to },
  { name: 'years', value: (row) => row.years },
  {
    name: 'changePerYear',
    value: (row) => row.annualPercentChange,
    shown: (row) => (row.annualPercentChange === null ? '–' : `${number(row.annualPercentChange, 2)} %`),
  },
  { name: 'low', value: (row) => pair(row.annualPercentChangeCi, 0), shown: (row) => number(pair(row.annualPercentChangeCi, 0), 2) },
  { name: 'high', value: (row) => pair(row.annualPercentChangeCi, 1), shown: (row) => number(pair(row.annualPercentChangeCi, 1), 2) },
  { name: 'p', value: (row) => row.pValue, shown: (row) => number(row.pValue, 4) },
  { name: 'direction', value: (row) => row.direction },
  { name: 'standard', value: (row) => row.standard },
];
