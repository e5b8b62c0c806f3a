import * as z from 'zod/mini';
import { CleanclaimError, quote } from '../errors.ts';
import { bandOf, commonBands } from '../statistics/age.ts';
import { addTo, joinValue, requireCells } from '../statistics/cells.ts';
import { rateDifference, rateRatio } from '../statistics/contrast.ts';
import { kitagawa } from '../statistics/decompose.ts';
import type { Group } from '../statistics/stratify.ts';
import { operation } from './operation.ts';
import { intervalOutput, problemOutput, rateInput } from './statistics-input.ts';
import { groupsOf, rateRow, settingsOf, standardisedRate } from './statistics-rates.ts';

const input = z.object({
  ...rateInput,
  /** The column whose values are compared; the first of `by` when left out. */
  column: z.optional(z.string()),
  /** The value all others are held against; the one with the most people when left out. */
  against: z.optional(z.string()),
});

const side = z.object({
  value: z.string(),
  count: z.number(),
  population: z.nullable(z.number()),
  crude: z.nullable(z.number()),
  crudeCi: intervalOutput,
  rate: z.nullable(z.number()),
  rateCi: intervalOutput,
});

const row = z.object({
  by: z.record(z.string(), z.string()),
  column: z.string(),
  one: side,
  other: side,
  /** One over the other. */
  crudeRatio: z.nullable(z.number()),
  ratio: z.nullable(z.number()),
  ratioCi: intervalOutput,
  difference: z.nullable(z.number()),
  differenceCi: intervalOutput,
  /** Kitagawa: how much of the crude difference comes from age structure and how much from the rates at each age. */
  decomposition: z.nullable(z.object({ difference: z.number(), structure: z.number(), rates: z.number() })),
  /** OHID's flag: whether the interval of the ratio lies above or below 1. */
  flag: z.enum(['higher', 'lower', 'similar', 'unknown']),
  /** The same with Bonferroni's care for the number of comparisons made. */
  flagOfMany: z.enum(['higher', 'lower', 'similar', 'unknown']),
  comparisons: z.number(),
  /** What makes the two less comparable. */
  cautions: z.array(z.string()),
  method: z.string(),
  standard: z.string(),
  standardTitle: z.string(),
  per: z.number(),
  confidence: z.number(),
  problems: z.optional(z.array(problemOutput)),
});
export type CompareRow = z.infer<typeof row>;

/** Places (or sexes, or years) side by side: crude and standardised, ratio, difference, and where the crude difference comes from. */
export const statisticsCompare = operation({
  id: 'statistics.compare',
  title: 'Compare standardised rates',
  input,
  output: z.array(row),
  failures: ['input/invalid', 'input/out-of-range', 'input/empty'],
  examples: [
    {
      says: 'A young and an old country with the same rates at each age',
      input: {
        by: ['place'],
        deaths: [
          { values: { place: 'Young', age: '0-44' }, count: 18, population: 90_000, rows: 1 },
          { values: { place: 'Young', age: '45+' }, count: 100, population: 10_000, rows: 1 },
          { values: { place: 'Old', age: '0-44' }, count: 10, population: 50_000, rows: 1 },
          { values: { place: 'Old', age: '45+' }, count: 500, population: 50_000, rows: 1 },
        ],
      },
    },
  ],
  run(asked): CompareRow[] {
    requireCells(asked.deaths, 'The deaths');
    requireCells(asked.population ?? [], 'The population');
    const column = asked.column ?? asked.by?.[0];
    if (column === undefined) throw new CleanclaimError('input/empty', 'Name the column to compare by, for example place.', '/by');
    const groups = groupsOf(asked);
    const settings = settingsOf(asked);
    const rest = (asked.by ?? []).filter((each) => each !== column);
    const sets = new Map<string, Group[]>();
    for (const group of groups) {
      const key = rest.map((each) => joinValue(each, group.by[each] ?? '')).join('\u0001');
      addTo(sets, key, group);
    }
    const comparisons = groups.length - sets.size;
    return [...sets.values()].flatMap((set) => {
      const base = baseOf(set, column, asked.against);
      return set.filter((group) => group !== base).map((group) => compare(group, base, { column, rest, comparisons, ...settings }));
    });
  },
});

function baseOf(set: readonly Group[], column: string, against: string | undefined): Group {
  if (against === undefined) {
    const [largest] = set.toSorted((one, other) => (other.population ?? 0) - (one.population ?? 0));
    if (largest) return largest;
  }
  const found = set.find((group) => joinValue(column, group.by[column] ?? '') === joinValue(column, against ?? ''));
  if (!found)
    throw new CleanclaimError(
      'input/out-of-range',
      `${column} has no value ${quote(against ?? '')}; it has ${set
        .slice(0, 8)
        .map((group) => group.by[column])
        .join(', ')}.`,
    );
  return found;
}

type Settings = ReturnType<typeof settingsOf> & { readonly column: string; readonly rest: readonly string[]; readonly comparisons: number };

function compare(first: Group, second: Group, settings: Settings): CompareRow {
  const { column, rest, comparisons, per, confidence } = settings;
  const [one, other] = onSharedBands(first, second);
  const [here, there] = [rateRow(one, settings), rateRow(other, settings)];
  const [rateHere, rateThere] = [standardisedRate(one, settings), standardisedRate(other, settings)];
  const ratio = rateHere && rateThere ? rateRatio(rateHere, rateThere, confidence) : null;
  const careful = rateHere && rateThere ? rateRatio(rateHere, rateThere, 1 - (1 - confidence) / Math.max(1, comparisons)) : null;
  const difference = rateHere && rateThere ? rateDifference(rateHere, rateThere, confidence) : null;
  const problems = [...(here.problems ?? []), ...(there.problems ?? [])];
  const parts = one.standardisable && other.standardisable ? kitagawa(one, other, per) : null;
  return {
    by: Object.fromEntries(rest.map((each) => [each, first.by[each] ?? ''])),
    column,
    one: sideOf(first.by[column] ?? '', here),
    other: sideOf(second.by[column] ?? '', there),
    crudeRatio: here.crude !== null && there.crude ? here.crude / there.crude : null,
    ratio: ratio?.ratio ?? null,
    ratioCi: ratio ? [...ratio.interval] : null,
    difference: difference?.difference ?? null,
    differenceCi: difference ? [...difference.interval] : null,
    decomposition: parts,
    flag: flagOf(ratio?.interval),
    flagOfMany: flagOf(careful?.interval),
    comparisons,
    cautions: cautionsOf(one, other, first, second),
    method: settings.method,
    standard: one.standard.id,
    standardTitle: one.standard.title,
    per,
    confidence,
    ...(problems.length > 0 ? { problems } : {}),
  };
}

/** Two groups in unlike age bands meet on the bands both have; else one would be standardised more finely than the other. */
function onSharedBands(one: Group, other: Group): [Group, Group] {
  if (!one.standardisable || !other.standardisable) return [one, other];
  const same = one.bands.length === other.bands.length && one.bands.every((band, at) => band.start === other.bands[at]?.start);
  if (same && one.standard === other.standard) return [one, other];
  const standard = one.standard.starts.length <= other.standard.starts.length ? one.standard : other.standard;
  const { bands, weights } = commonBands(standard.starts, standard.weights, [...one.bands, ...other.bands]);
  const onto = (group: Group): Group => {
    const counts = bands.map(() => 0);
    const populations = bands.map(() => 0);
    group.bands.forEach((band, at) => {
      const into = bandOf(bands, band.start);
      if (into < 0) return;
      counts[into] = (counts[into] ?? 0) + (group.counts[at] ?? 0);
      populations[into] = (populations[into] ?? 0) + (group.populations[at] ?? 0);
    });
    return { ...group, bands, weights, counts, populations, standard };
  };
  return [onto(one), onto(other)];
}

function sideOf(value: string, { count, population, crude, crudeCi, rate, rateCi }: ReturnType<typeof rateRow>): z.infer<typeof side> {
  return { value, count, population, crude, crudeCi, rate, rateCi };
}

function flagOf(interval: readonly [number, number] | undefined): CompareRow['flag'] {
  if (!interval) return 'unknown';
  return interval[0] > 1 ? 'higher' : interval[1] < 1 ? 'lower' : 'similar';
}

/** Above these the two may differ by how they were counted. */
const LARGE_UNKNOWN_SHARE = 0.05;
const FEW_EVENTS = 20;

function cautionsOf(one: Group, other: Group, first: Group, second: Group): string[] {
  const cautions: string[] = [];
  const nameOf = (group: Group): string => Object.values(group.by).join(', ') || 'the data';
  for (const group of [first, second]) {
    const share = group.count > 0 ? group.unknownAge / group.count : 0;
    if (share > LARGE_UNKNOWN_SHARE) cautions.push(`${nameOf(group)}: ${(100 * share).toFixed(1)} % of the events have no age.`);
    if (group.count < FEW_EVENTS)
      cautions.push(`${nameOf(group)}: fewer than ${FEW_EVENTS} events, so its rate is unreliable (CDC WONDER).`);
  }
  if (one.bands.length !== first.bands.length || other.bands.length !== second.bands.length)
    cautions.push(`The age bands differ; both were joined to ${one.bands.length}.`);
  return cautions;
}
