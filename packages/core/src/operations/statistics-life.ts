import * as z from 'zod/mini';
import { CleanclaimError, isCleanclaimError } from '../errors.ts';
import { type AgeBand, bandOf, formatBand, readAge } from '../statistics/age.ts';
import { addTo, type Cell, joinValue, requireCells } from '../statistics/cells.ts';
import { DEFAULT_CONFIDENCE } from '../statistics/interval.ts';
import { lifeTable, type LifeTableBand } from '../statistics/life-table.ts';
import { userStandard } from '../statistics/standards.ts';
import { type Group, stratify } from '../statistics/stratify.ts';
import { cellsInput, intervalOutput, problemOutput, rateInput } from './statistics-input.ts';
import { operation } from './operation.ts';

const input = z.object({
  deaths: rateInput.deaths,
  records: rateInput.records,
  population: rateInput.population,
  populationColumns: rateInput.populationColumns,
  by: rateInput.by,
  confidence: rateInput.confidence,
  /** Deaths of one cause, to see how much longer life would be without it. */
  causeDeaths: z.optional(cellsInput),
});

const row = z.object({
  by: z.record(z.string(), z.string()),
  /** Age at the start of the band. */
  age: z.string(),
  deaths: z.number(),
  population: z.number(),
  /** Chance to die within the band. */
  q: z.nullable(z.number()),
  survivors: z.nullable(z.number()),
  expectancy: z.nullable(z.number()),
  expectancyCi: intervalOutput,
  standardError: z.nullable(z.number()),
  /** Years of life at that age if nobody died of the cause. */
  withoutCause: z.optional(z.nullable(z.number())),
  method: z.string(),
  /** Why there is no table, or why OHID would not publish it. */
  withheld: z.nullable(z.string()),
  problems: z.optional(z.array(problemOutput)),
});
export type LifeRow = z.infer<typeof row>;

/** Abridged life tables, and how much longer life would be without one cause. */
export const statisticsLife = operation({
  id: 'statistics.life',
  title: 'Life expectancy',
  input,
  output: z.array(row),
  failures: ['input/invalid', 'input/out-of-range', 'input/empty'],
  examples: [
    {
      says: 'Three age bands',
      input: {
        deaths: [
          { values: { age: '0-39' }, count: 60, population: 40_000, rows: 1 },
          { values: { age: '40-79' }, count: 400, population: 30_000, rows: 1 },
          { values: { age: '80+' }, count: 300, population: 2_000, rows: 1 },
        ],
      },
    },
  ],
  run(asked): LifeRow[] {
    requireCells(asked.deaths, 'The deaths');
    requireCells(asked.population ?? [], 'The population');
    const standard = bandsOf(asked.population ?? asked.deaths);
    const by = asked.by ?? [];
    const shared = { by, records: asked.records === true, standardFor: () => standard };
    const people = {
      ...(asked.population === undefined ? {} : { population: asked.population }),
      ...(asked.populationColumns === undefined ? {} : { populationColumns: asked.populationColumns }),
    };
    const groups = stratify({ ...shared, ...people, deaths: asked.deaths });
    const keyOf = (values: Readonly<Record<string, string>>): string =>
      by.map((column) => joinValue(column, values[column] ?? '')).join('\u0001');
    const causes = new Map<string, Cell[]>();
    for (const cell of asked.causeDeaths ?? []) addTo(causes, keyOf(cell.values), cell);
    return groups.flatMap((group) =>
      rowsOf(
        group,
        asked.confidence ?? DEFAULT_CONFIDENCE,
        asked.causeDeaths === undefined ? undefined : (causes.get(keyOf(group.by)) ?? []),
      ),
    );
  },
});

/** The data's own bands in the place of a standard; every weight is 1. */
function bandsOf(cells: readonly Cell[]): ReturnType<typeof userStandard> {
  const starts = new Set<number>();
  for (const { values } of cells) {
    const reading = readAge(values['age'] ?? '');
    if (reading.kind === 'band') starts.add(reading.band.start);
    else if (reading.kind === 'number') starts.add(reading.age);
  }
  if (starts.size > MOST_BANDS)
    throw new CleanclaimError(
      'input/out-of-range',
      `A life table of ${starts.size} age bands was asked for; at most ${MOST_BANDS} are made.`,
    );
  return userStandard(
    'own bands',
    [...starts].map((start) => ({ start, weight: 1 })),
  );
}

/** Single years to 130 and as many parts of years; more is no table of ages. */
const MOST_BANDS = 300;

function rowsOf(group: Group, confidence: number, cause: readonly Cell[] | undefined): LifeRow[] {
  const placed = group.counts.reduce((sum, count) => sum + count, 0);
  const spread = placed > 0 ? (placed + group.unknownAge) / placed : 1;
  const causeDeaths = cause === undefined ? undefined : onto(cause, group.bands);
  const bands = group.bands.map(
    (band, at): LifeTableBand => ({
      start: band.start,
      population: group.populations[at] ?? 0,
      deaths: (group.counts[at] ?? 0) * spread,
      causeDeaths: (causeDeaths?.[at] ?? 0) * spread,
    }),
  );
  const problems = group.problems.list();
  let table: ReturnType<typeof lifeTable> | undefined;
  let without: ReturnType<typeof lifeTable> | undefined;
  let withheld: string | null = null;
  try {
    table = lifeTable(bands, { confidence });
    if (causeDeaths) without = lifeTable(bands, { confidence, withoutCause: true });
    withheld = table.withheld;
  } catch (error) {
    if (!isCleanclaimError(error)) throw error;
    withheld = error.failure.message;
  }
  if (group.bands.length === 0) withheld = 'there are no people by age';
  const shown = group.bands.length === 0 ? [{ start: 0, end: Number.POSITIVE_INFINITY }] : group.bands;
  return shown.map((band, at) => {
    const line = table?.rows[at];
    return {
      by: group.by,
      age: formatBand(band),
      deaths: bands[at]?.deaths ?? group.count,
      population: bands[at]?.population ?? 0,
      q: line?.q ?? null,
      survivors: line?.survivors ?? null,
      expectancy: line?.expectancy ?? null,
      expectancyCi: line ? [...line.interval] : null,
      standardError: line?.standardError ?? null,
      ...(causeDeaths ? { withoutCause: without?.rows[at]?.expectancy ?? null } : {}),
      method: table?.method ?? 'none',
      withheld,
      ...(problems.length > 0 && at === 0 ? { problems } : {}),
    };
  });
}

function onto(cells: readonly Cell[], bands: readonly AgeBand[]): number[] {
  const counts = bands.map(() => 0);
  for (const { values, count } of cells) {
    const reading = readAge(values['age'] ?? '');
    const age = reading.kind === 'band' ? reading.band.start : reading.kind === 'number' ? reading.age : -1;
    const at = bandOf(bands, age);
    if (at >= 0) counts[at] = (counts[at] ?? 0) + count;
  }
  return counts;
}
