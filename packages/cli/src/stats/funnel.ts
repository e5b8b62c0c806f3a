import type { OperationContext } from '@cleanclaim/core';
import { CleanclaimError } from '@cleanclaim/core/errors';
import { type FunnelRow, statisticsFunnel, statisticsRates } from '@cleanclaim/core/statistics';
import { funnelFigure } from '@cleanclaim/stats';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { choiceFlag, flag, listFlag, numberFlag } from './flags.ts';
import { cellsOf, readInputs } from './inputs.ts';
import { readTogether } from './read.ts';
import { settingsOf } from './settings.ts';
import { type Column, interval, number, showRows } from './show.ts';
import { amount, pick, smallTable } from './small-table.ts';

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
