import {
  DIRECT_METHODS,
  type Interval,
  readSex,
  quantilesOf,
  type RateRow,
  STANDARD_IDS,
  type StandardId,
  statisticsCompare,
  type CompareRow,
  statisticsRates,
  statisticsSmr,
  type SmrRow,
} from '@cleanclaim/core/statistics';
import { type LifeRow, statisticsLife, statisticsTrend, type TrendRow } from '@cleanclaim/core/statistics';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { beforeAfterFigure, caterpillarFigure, pyramidFigure, ratesFigure, readStandard, trendFigure } from '@cleanclaim/stats';
import type { OperationContext } from '@cleanclaim/core';
import type { Given } from '../given.ts';
import { EXIT, type Output } from '../output.ts';
import { flag, listFlag, mappingOf, numberFlag, type ReadTogether, readTogether } from './read.ts';
import { type Column, interval, number, pair, showRows, writeOut } from './show.ts';

/** Columns that say something about the people at risk: a population without them would be set against each part in full. */
const OF_PEOPLE = /^(?:sex|gender|year|place|age)$/i;

interface Inputs {
  readonly deaths: ReadTogether;
  readonly population: ReadTogether | undefined;
  readonly by: string[];
}

/** Deaths and people by age, sex and the columns asked for. */
export async function readInputs(given: Given, output: Output, filter = true, always: readonly string[] = []): Promise<Inputs> {
  const by = [...new Set([...listFlag(given, 'by'), ...always])];
  const paths = given.words.slice(1);
  const separate = flag(given, 'population');
  const roles = ['age', 'sex'];
  const deaths = await readTogether(paths, { by, roles, measure: 'count', withPopulation: separate === undefined, filter }, given, output);
  if (separate === undefined && !deaths.hasPopulation)
    throw new CleanclaimError(
      'usage/missing-argument',
      'The file has no column of population; name a file of people with --population FILE.',
    );
  if (deaths.hasPopulation) requireCounts(deaths, 'The file');
  const population =
    separate === undefined
      ? undefined
      : await readTogether(
          [separate],
          { by, roles, measure: 'population', mayMiss: (column) => !OF_PEOPLE.test(column), filter: false },
          given,
          output,
        );
  if (population) deaths.problems.addAll(population.problems.list());
  return { deaths, population, by };
}

/** Rows that tell their people but no events cannot be one event each. */
function requireCounts(read: ReadTogether, what: string): void {
  if (read.records) throw new CleanclaimError('table/no-column', `${what} has a column of population but none of deaths or counts.`);
}

/** What the operations of rates take of them. */
export function cellsOf({ deaths, population, by }: Inputs, given: Given) {
  return {
    deaths: [...deaths.cells],
    records: deaths.records,
    ...(population === undefined ? {} : { population: [...population.cells], populationColumns: [...population.known] }),
    by,
    zeros: given.flags['zeros'] === true,
  };
}

/** Standard, interval and size of rates, by the flags. */
export async function settingsOf(given: Given) {
  const named = flag(given, 'standard') ?? 'who2000';
  const known = STANDARD_IDS.find((each): each is StandardId => each === named);
  const ci = flag(given, 'ci') ?? 'dobson';
  const method = DIRECT_METHODS.find((each) => each === ci);
  if (!method) throw new CleanclaimError('input/out-of-range', `--ci takes ${DIRECT_METHODS.join(', ')}, not ${quote(ci)}.`);
  const unknown = flag(given, 'unknown-age') ?? 'spread';
  if (unknown !== 'spread' && unknown !== 'leave-out')
    throw new CleanclaimError('input/out-of-range', `--unknown-age takes spread or leave-out, not ${quote(unknown)}.`);
  return {
    standard: known ?? (await readStandard(named, mappingOf(given))),
    ci: method,
    per: numberFlag(given, 'per') ?? 100_000,
    confidence: confidenceOf(given),
    unknownAge: unknown,
  } as const;
}

/** `--confidence 0.95` or `95`. */
function confidenceOf(given: Given): number {
  const asked = numberFlag(given, 'confidence') ?? 0.95;
  return asked > 1 ? asked / 100 : asked;
}

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

export async function smr(given: Given, output: Output, context: OperationContext): Promise<number> {
  const path = flag(given, 'reference');
  if (path === undefined)
    throw new CleanclaimError(
      'usage/missing-argument',
      'Name the population to compare with: --reference FILE (columns age, deaths, population).',
    );
  const inputs = await readInputs(given, output);
  const reference = await readTogether(
    [path],
    { by: [], roles: ['age', 'sex'], measure: 'count', withPopulation: true, filter: true },
    given,
    output,
  );
  if (!reference.hasPopulation) throw new CleanclaimError('table/no-column', 'The reference has no column of population.');
  requireCounts(reference, 'The reference');
  inputs.deaths.problems.addAll(reference.problems.list());
  const asked = flag(given, 'ci');
  const rows = statisticsSmr.run(
    {
      ...cellsOf(inputs, given),
      reference: [...reference.cells],
      match: hasSexes(inputs.deaths) && hasSexes(inputs.population ?? inputs.deaths) && hasSexes(reference) ? ['sex'] : [],
      per: numberFlag(given, 'per') ?? 100_000,
      confidence: confidenceOf(given),
      ...(asked === 'exact' || asked === 'byar' ? { ci: asked } : {}),
    },
    context,
  );
  return showRows(rows, inputs.by, SMR_COLUMNS, inputs.deaths.problems.list(), output, {
    given,
    title: 'Standardised ratios against a reference',
    figures: [],
    methods: [
      `Indirect standardisation; limits of the observed count: ${rows[0]?.method ?? 'none'}.`,
      'Formulas and sources: docs/statistics.md.',
    ],
  });
}

/** True when a table tells its people apart by sex in every row. */
function hasSexes({ cells }: ReadTogether): boolean {
  return cells.every(({ values }) => values['sex'] !== undefined && /^(?:fe)?male$/.test(readSex(values['sex'])));
}

const SMR_COLUMNS: readonly Column<SmrRow>[] = [
  { name: 'observed', value: (row) => row.observed, shown: (row) => number(row.observed) },
  { name: 'expected', value: (row) => row.expected, shown: (row) => number(row.expected) },
  { name: 'smr', value: (row) => row.smr, shown: (row) => number(row.smr, 3) },
  { name: 'low', value: (row) => pair(row.ci, 0), shown: (row) => number(pair(row.ci, 0), 3) },
  { name: 'high', value: (row) => pair(row.ci, 1), shown: (row) => number(pair(row.ci, 1), 3) },
  { name: 'method', value: (row) => row.method },
  { name: 'indirectRate', value: (row) => row.indirectRate, shown: (row) => number(row.indirectRate) },
];

export async function compare(given: Given, output: Output, context: OperationContext): Promise<number> {
  const settings = await settingsOf(given);
  const inputs = await readInputs(given, output);
  if (inputs.by.length === 0) throw new CleanclaimError('usage/missing-argument', 'Name what is compared, for example --by place.');
  const against = flag(given, 'against');
  const rows = statisticsCompare.run({ ...cellsOf(inputs, given), ...settings, ...(against === undefined ? {} : { against }) }, context);
  if (output.format === 'table') {
    for (const row of rows) output.text(`${say(row)}\n`);
    await writeOut(given, COMPARE_COLUMNS, rows);
    return rows.some((row) => (row.problems ?? []).some((each) => each.severity === 'error')) ? EXIT.finding : EXIT.fine;
  }
  return showRows(rows, inputs.by.slice(1), COMPARE_COLUMNS, inputs.deaths.problems.list(), output, {
    given,
    title: 'Rates compared',
    figures: [],
    methods: rows[0]
      ? [
          `Standard: ${rows[0].standardTitle}; intervals ${rows[0].method}, ${100 * rows[0].confidence} %.`,
          'Crude difference split after Kitagawa (1955).',
        ]
      : [],
  });
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

export async function life(given: Given, output: Output, context: OperationContext): Promise<number> {
  // The whole table first; the deaths of --cause are then taken out of it.
  const inputs = await readInputs(given, output, false);
  const cause =
    flag(given, 'cause') === undefined
      ? undefined
      : await readTogether(given.words.slice(1), { by: inputs.by, roles: ['age', 'sex'], measure: 'count' }, given, output);
  const rows = statisticsLife.run(
    {
      ...cellsOf(inputs, given),
      confidence: confidenceOf(given),
      ...(cause === undefined ? {} : { causeDeaths: [...cause.cells] }),
    },
    context,
  );
  return showRows(rows, inputs.by, lifeColumns(cause !== undefined), inputs.deaths.problems.list(), output, {
    given,
    title: 'Life expectancy',
    figures: [],
    methods: rows[0] ? [`${rows[0].method}.`] : [],
  });
}

function lifeColumns(without: boolean): readonly Column<LifeRow>[] {
  return [
    { name: 'age', value: (row) => row.age },
    { name: 'deaths', value: (row) => row.deaths, shown: (row) => number(row.deaths) },
    { name: 'population', value: (row) => row.population, shown: (row) => number(row.population) },
    { name: 'q', value: (row) => row.q, shown: (row) => number(row.q, 5) },
    { name: 'survivors', value: (row) => row.survivors, shown: (row) => number(row.survivors, 0) },
    { name: 'expectancy', value: (row) => row.expectancy, shown: (row) => number(row.expectancy, 2) },
    { name: 'low', value: (row) => pair(row.expectancyCi, 0), shown: (row) => number(pair(row.expectancyCi, 0), 2) },
    { name: 'high', value: (row) => pair(row.expectancyCi, 1), shown: (row) => number(pair(row.expectancyCi, 1), 2) },
    ...(without
      ? [{ name: 'withoutCause', value: (row: LifeRow) => row.withoutCause, shown: (row: LifeRow) => number(row.withoutCause ?? null, 2) }]
      : []),
    { name: 'withheld', value: (row) => row.withheld, shown: (row) => row.withheld ?? '' },
  ];
}

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
