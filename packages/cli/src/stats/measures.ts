import {
  type BirthRow,
  type DrugRow,
  type FunnelRow,
  INEQUALITY_SCALES,
  INEQUALITY_VALUES,
  type InequalityRow,
  readNumber,
  statisticsBirths,
  statisticsDrugs,
  statisticsFunnel,
  statisticsInequality,
  statisticsRates,
} from '@cleanclaim/core/statistics';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { funnelFigure, readSmallTable } from '@cleanclaim/stats';
import type { OperationContext } from '@cleanclaim/core';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { cellsOf, readInputs, settingsOf } from './rates.ts';
import { choiceFlag, flag, listFlag, mappingOf, numberFlag, readTogether } from './read.ts';
import { type Column, interval, number, pair, percent, showRows } from './show.ts';

const BIRTH_ROLES = ['stillbirths', 'infant', 'neonatal', 'earlyNeonatal', 'postneonatal', 'maternal'] as const;

/** Infant, neonatal, perinatal and maternal mortality from a table of births and deaths. */
export async function births(given: Given, output: Output, context: OperationContext): Promise<number> {
  const by = listFlag(given, 'by');
  const table = await smallTable(given, ['liveBirths', ...by], BIRTH_ROLES);
  if (!table.some((row) => BIRTH_ROLES.some((role) => row[role] !== undefined)))
    throw new CleanclaimError('table/no-column', 'There is no column of infant, neonatal or maternal deaths, nor of stillbirths.');
  const confidence = numberFlag(given, 'confidence');
  const rows = statisticsBirths.run(
    {
      rows: table.map((row) => ({
        by: pick(row, by),
        liveBirths: amount(row['liveBirths'], 'live births'),
        ...Object.fromEntries(BIRTH_ROLES.filter((role) => row[role] !== undefined).map((role) => [role, amount(row[role], role)])),
      })),
      ...(confidence === undefined ? {} : { confidence }),
    },
    context,
  );
  return showRows(rows, by, BIRTH_COLUMNS, [], output, {
    given,
    title: 'Infant and maternal mortality',
    figures: [],
    methods: rows[0] ? [`${rows[0].method}.`] : [],
  });
}

const BIRTH_COLUMNS: readonly Column<BirthRow>[] = [
  { name: 'measure', value: (row) => row.measure },
  { name: 'deaths', value: (row) => row.deaths, shown: (row) => number(row.deaths) },
  { name: 'births', value: (row) => row.births, shown: (row) => number(row.births) },
  { name: 'rate', value: (row) => row.rate, shown: (row) => number(row.rate, 2) },
  { name: 'low', value: (row) => pair(row.rateCi, 0), shown: (row) => number(pair(row.rateCi, 0), 2) },
  { name: 'high', value: (row) => pair(row.rateCi, 1), shown: (row) => number(pair(row.rateCi, 1), 2) },
  { name: 'per', value: (row) => row.per, shown: (row) => `${number(row.per)} ${row.below}` },
  { name: 'method', value: (row) => row.method },
];

/** Deaths by drug poisoning, opioids and intent. */
export async function drugs(given: Given, output: Output, context: OperationContext): Promise<number> {
  const by = listFlag(given, 'by');
  const read = await readTogether(
    given.words.slice(1),
    { by, roles: ['cause', 'contributing', 'year'], measure: 'count', filter: false },
    given,
    output,
  );
  if (!read.cells.every((cell) => cell.values['cause'] !== undefined))
    throw new CleanclaimError('table/no-column', 'There is no column of underlying causes (ICD codes).');
  if (!read.cells.every((cell) => cell.values['contributing'] !== undefined))
    output.hint('There is no column of contributing causes, so no drug can be named: only drugPoisoning is counted.');
  const rows = statisticsDrugs.run({ cells: [...read.cells], by }, context);
  return showRows(rows, by, drugColumns(rows), read.problems.list(), output, {
    given,
    title: 'Deaths by drug poisoning',
    figures: [],
    methods: rows[0] ? [`${rows[0].method}.`] : [],
  });
}

function drugColumns(rows: readonly DrugRow[]): readonly Column<DrugRow>[] {
  const opioids = [...new Set(rows.flatMap((row) => Object.keys(row.opioids)))];
  const intents = [...new Set(rows.flatMap((row) => Object.keys(row.intents)))];
  const counted = (name: string, value: (row: DrugRow) => number | null): Column<DrugRow> => ({
    name,
    value,
    shown: (row) => number(value(row)),
  });
  return [
    counted('deaths', (row) => row.deaths),
    counted('drugPoisoning', (row) => row.drugPoisoning),
    counted('drugNamed', (row) => row.drugNamed),
    counted('opioid', (row) => row.opioid),
    ...opioids.map((name) => counted(name, (row) => row.opioids[name] ?? 0)),
    ...intents.map((name) => counted(name, (row) => row.intents[name] ?? 0)),
  ];
}

/** Many places against their average. */
export async function funnel(given: Given, output: Output, context: OperationContext): Promise<number> {
  const by = listFlag(given, 'by');
  if (by.length === 0) throw new CleanclaimError('usage/missing-argument', 'Name what is compared, for example --by place.');
  const asked = choiceFlag(given, 'kind', ['rate', 'standardised', 'proportion', 'ratio'] as const) ?? 'rate';
  const kind = asked === 'standardised' ? 'rate' : asked;
  const widen = choiceFlag(given, 'overdispersion', ['none', 'auto', 'always'] as const);
  const per = numberFlag(given, 'per') ?? { rate: 100_000, proportion: 100, ratio: 1 }[kind];
  const places =
    asked === 'standardised'
      ? await standardisedPlaces(given, output, context)
      : asked === 'ratio'
        ? await expectedPlaces(given, by)
        : await countedPlaces(given, output, by);
  if (asked === 'rate')
    output.hint('Crude rates: an old place lies high for its age alone. --kind standardised takes the age structure out.');
  const rows = statisticsFunnel.run({ places, kind, per, ...(widen === undefined ? {} : { overdispersion: widen }) }, context);
  const sorted = rows.toSorted((one, other) => one.order - other.order);
  const [first] = rows;
  return showRows(sorted, by, FUNNEL_COLUMNS, [], output, {
    given,
    title: `Funnel: places against their average, ${asked === 'standardised' ? 'standardised rates' : `${asked}s`}`,
    figures: [
      {
        name: 'funnel',
        figure: () => funnelFigure(rows),
        caption: 'Each place by its size, with the 95 % and 99.8 % limits around the average.',
      },
    ],
    methods: first
      ? [
          `Average ${number(first.average, 2)}; ${first.method}.`,
          `Overdispersion φ ${first.phi.toFixed(2)}, τ² ${first.tau2.toPrecision(3)}; limits ${first.widened ? 'widened for it' : 'not widened'}.`,
          'p-values: exact, two tails; adjusted for their number by Bonferroni, and by Benjamini and Hochberg (1995).',
        ]
      : [],
  });
}

/** Events and people of each place from the files, as rates read them. */
async function countedPlaces(given: Given, output: Output, by: readonly string[]) {
  const separate = flag(given, 'population');
  const read = await readTogether(
    given.words.slice(1),
    { by, roles: [], measure: 'count', withPopulation: separate === undefined },
    given,
    output,
  );
  if (separate === undefined && !read.hasPopulation)
    throw new CleanclaimError('usage/missing-argument', 'The file has no column of population; name one with --population FILE.');
  const people =
    separate === undefined
      ? undefined
      : await readTogether([separate], { by, roles: [], measure: 'population', filter: false }, given, output);
  const places = new Map<string, { by: Record<string, string>; count: number; size: number }>();
  const placeOf = (values: Readonly<Record<string, string>>) => {
    const own = pick(values, by);
    const key = JSON.stringify(own);
    const found = places.get(key) ?? { by: own, count: 0, size: 0 };
    places.set(key, found);
    return found;
  };
  for (const cell of read.cells) {
    const place = placeOf(cell.values);
    place.count += cell.count;
    place.size += cell.population ?? 0;
  }
  for (const cell of people?.cells ?? []) placeOf(cell.values).size += cell.count;
  return [...places.values()];
}

/**
 * Each place by its standardised rate: the people it would have at that rate (OHID's derived denominator). Places for which there is no
 * rate are left out and named.
 */
async function standardisedPlaces(given: Given, output: Output, context: OperationContext) {
  const inputs = await readInputs(given, output);
  const settings = await settingsOf(given);
  const rows = statisticsRates.run({ ...cellsOf(inputs, given), ...settings }, context);
  const left = rows.filter(({ rate }) => rate === null || rate === 0);
  if (left.length > 0)
    output.hint(
      `Left out, since they have no standardised rate: ${left
        .slice(0, 8)
        .map((row) => Object.values(row.by).join(', '))
        .join('; ')}`,
    );
  return rows.flatMap(({ by, count, rate, per }) => (rate ? [{ by, count, size: (count / rate) * per }] : []));
}

async function expectedPlaces(given: Given, by: readonly string[]) {
  const table = await smallTable(given, ['count', 'expected', ...by], []);
  return table.map((row) => ({
    by: pick(row, by),
    count: amount(row['count'], 'count'),
    size: amount(row['expected'], 'expected events'),
  }));
}

const FUNNEL_COLUMNS: readonly Column<FunnelRow>[] = [
  { name: 'count', value: (row) => row.count, shown: (row) => number(row.count) },
  { name: 'size', value: (row) => row.size, shown: (row) => number(row.size) },
  { name: 'value', value: (row) => row.value, shown: (row) => number(row.value, 2) },
  { name: 'limits95', value: (row) => row.inner?.join(' '), shown: (row) => interval(row.inner, 2) },
  { name: 'limits998', value: (row) => row.outer?.join(' '), shown: (row) => interval(row.outer, 2) },
  { name: 'flag', value: (row) => row.flag },
  { name: 'p', value: (row) => row.pValue, shown: (row) => shownP(row.pValue) },
  { name: 'pBonferroni', value: (row) => row.pBonferroni, shown: (row) => shownP(row.pBonferroni) },
  { name: 'pBH', value: (row) => row.pBenjaminiHochberg, shown: (row) => shownP(row.pBenjaminiHochberg) },
  { name: 'phi', value: (row) => row.phi, shown: (row) => row.phi.toFixed(2) },
];

function shownP(p: number | null): string {
  if (p === null) return '–';
  return p < 0.0001 ? '<0.0001' : p.toFixed(4);
}

/** Slope and relative index of inequality from a table of groups between worst-off and best-off. */
export async function inequality(given: Given, output: Output, context: OperationContext): Promise<number> {
  const by = listFlag(given, 'by');
  const table = await smallTable(given, ['rank', 'population', 'value', ...by], ['low', 'high', 'standardError']);
  const scale = choiceFlag(given, 'scale', INEQUALITY_SCALES);
  const values = choiceFlag(given, 'values', INEQUALITY_VALUES);
  const confidence = numberFlag(given, 'confidence');
  const sets = new Map<string, { by: Record<string, string>; groups: Record<'rank' | 'population' | 'value', number>[] }>();
  for (const row of table) {
    const own = pick(row, by);
    const set = sets.get(JSON.stringify(own)) ?? { by: own, groups: [] };
    sets.set(JSON.stringify(own), set);
    set.groups.push({
      rank: amount(row['rank'], 'rank'),
      population: amount(row['population'], 'population'),
      value: amount(row['value'], 'value'),
      ...Object.fromEntries(
        (['low', 'high', 'standardError'] as const)
          .filter((role) => (row[role] ?? '') !== '')
          .map((role) => [role, amount(row[role], role)]),
      ),
    });
  }
  const rows = statisticsInequality.run(
    {
      sets: [...sets.values()],
      ...(scale === undefined ? {} : { scale }),
      ...(values === undefined ? {} : { values }),
      ...(confidence === undefined ? {} : { confidence }),
    },
    context,
  );
  return showRows(rows, by, INEQUALITY_COLUMNS, [], output, {
    given,
    title: 'Slope and relative index of inequality',
    figures: [],
    methods: rows[0] ? [`${rows[0].method}.`] : [],
  });
}

const INEQUALITY_COLUMNS: readonly Column<InequalityRow>[] = [
  { name: 'groups', value: (row) => row.groups },
  { name: 'population', value: (row) => row.population, shown: (row) => number(row.population) },
  { name: 'slopeIndex', value: (row) => row.slopeIndex, shown: (row) => number(row.slopeIndex, 3) },
  { name: 'slopeLow', value: (row) => pair(row.slopeCi, 0), shown: (row) => number(pair(row.slopeCi, 0), 3) },
  { name: 'slopeHigh', value: (row) => pair(row.slopeCi, 1), shown: (row) => number(pair(row.slopeCi, 1), 3) },
  { name: 'relativeIndex', value: (row) => row.relativeIndex, shown: (row) => number(row.relativeIndex, 3) },
  { name: 'relativeLow', value: (row) => pair(row.relativeCi, 0), shown: (row) => number(pair(row.relativeCi, 0), 3) },
  { name: 'relativeHigh', value: (row) => pair(row.relativeCi, 1), shown: (row) => number(pair(row.relativeCi, 1), 3) },
  { name: 'confidence', value: (row) => row.confidence, shown: (row) => percent(row.confidence) },
];

async function smallTable(given: Given, needed: readonly string[], wanted: readonly string[]): Promise<Record<string, string>[]> {
  const [path, ...more] = given.words.slice(1);
  if (path === undefined) throw new CleanclaimError('usage/missing-argument', 'Name the file.');
  if (more.length > 0) throw new CleanclaimError('usage/missing-argument', 'This takes one file.');
  return readSmallTable(path, needed, wanted, mappingOf(given));
}

function pick(values: Readonly<Record<string, string>>, by: readonly string[]): Record<string, string> {
  return Object.fromEntries(by.map((column) => [column, (values[column] ?? '').trim()]));
}

function amount(text: string | undefined, what: string): number {
  const value = readNumber(text ?? '');
  if (value === null || value === undefined)
    throw new CleanclaimError('input/out-of-range', `${quote(text ?? '')} is no number of ${what}.`);
  return value;
}
