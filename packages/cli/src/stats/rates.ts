import type { OperationContext } from '@cleanclaim/core';
import { quantilesOf, type RateRow, statisticsRates } from '@cleanclaim/core/statistics';
import { beforeAfterFigure, caterpillarFigure, pyramidFigure, ratesFigure } from '@cleanclaim/stats';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { flag, numberFlag } from './flags.ts';
import { cellsOf, readInputs } from './inputs.ts';
import { settingsOf } from './settings.ts';
import { type Column, number, pair, showRows } from './show.ts';

/** Crude and standardised rates. */
export async function rates(given: Given, output: Output, context: OperationContext): Promise<number> {
  const settings = await settingsOf(given);
  const inputs = await readInputs(given, output);
  const rows = statisticsRates.run({ ...cellsOf(inputs, given), ...settings, ages: given.flags['age-rates'] === true }, context);
  const pages = flag(given, 'plot') !== undefined || flag(given, 'report') !== undefined;
  const together = pages ? (statisticsRates.run({ ...cellsOf(inputs, given), ...settings, by: [] }, context)[0]?.rate ?? null) : null;
  return showRows(rows, inputs.by, classed(given, rows), inputs.deaths.problems.list(), output, {
    given,
    title: 'Crude and age-standardised rates',
    figures: [
      {
        name: 'rates',
        figure: () => ratesFigure(rows),
        caption: 'Standardised rates with their intervals (full) and crude rates (hollow).',
      },
      {
        name: 'caterpillar',
        figure: () => caterpillarFigure(rows, together),
        caption: 'Standardised rates in their order; dashed: all together. Order alone says nothing: intervals do.',
      },
      { name: 'before-after', figure: () => beforeAfterFigure(rows), caption: 'Crude rates to the left, standardised to the right.' },
      {
        name: 'pyramid',
        figure: () => pyramidFigure((inputs.population ?? inputs.deaths).cells, inputs.by),
        caption: 'The people at risk by age and sex.',
      },
    ],
    methods: methodsOf(rows[0]),
  });
}

/** With `--classes N` a column that says in which of N equal groups of places a rate lies, lowest first: what a map is coloured by. */
function classed(given: Given, rows: readonly RateRow[]): readonly Column<RateRow>[] {
  const classes = numberFlag(given, 'classes');
  if (classes === undefined) return RATE_COLUMNS;
  const made = quantilesOf(
    rows.map(({ rate }) => rate),
    classes,
  );
  return [...RATE_COLUMNS, { name: 'class', value: (row) => made[rows.indexOf(row)] }];
}

function methodsOf(row: RateRow | undefined): string[] {
  if (!row) return [];
  return [
    `Rates for each ${number(row.per)} people a year, intervals of ${100 * row.confidence} %.`,
    `Standard: ${row.standardTitle} (${row.standard}); weights as shares of their own sum; data and standard joined on ${row.bands} age bands.`,
    `Interval of the standardised rate: ${row.method}. Interval of the crude rate: exact Poisson below 10 events, Byar from there on.`,
    'Formulas and sources: docs/statistics.md.',
  ];
}

const RATE_COLUMNS: readonly Column<RateRow>[] = [
  { name: 'count', value: (row) => row.count, shown: (row) => number(row.count) },
  { name: 'population', value: (row) => row.population, shown: (row) => number(row.population) },
  { name: 'crude', value: (row) => row.crude, shown: (row) => number(row.crude) },
  { name: 'crudeLow', value: (row) => pair(row.crudeCi, 0), shown: (row) => number(pair(row.crudeCi, 0)) },
  { name: 'crudeHigh', value: (row) => pair(row.crudeCi, 1), shown: (row) => number(pair(row.crudeCi, 1)) },
  { name: 'rate', value: (row) => row.rate, shown: (row) => number(row.rate) },
  { name: 'rateLow', value: (row) => pair(row.rateCi, 0), shown: (row) => number(pair(row.rateCi, 0)) },
  { name: 'rateHigh', value: (row) => pair(row.rateCi, 1), shown: (row) => number(pair(row.rateCi, 1)) },
  { name: 'per', value: (row) => row.per, shown: (row) => number(row.per) },
  { name: 'method', value: (row) => row.method },
  { name: 'standard', value: (row) => row.standard },
];
