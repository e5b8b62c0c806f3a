import * as z from 'zod/mini';
import { requireCells } from '../statistics/cells.ts';
import { directRate, type DirectMethod } from '../statistics/direct.ts';
import { DEFAULT_CONFIDENCE } from '../statistics/interval.ts';
import { EXACT_BELOW } from '../statistics/poisson.ts';
import { crudeRate } from '../statistics/rate.ts';
import { type Group, stratify } from '../statistics/stratify.ts';
import { formatBand } from '../statistics/age.ts';
import { intervalOutput, perOf, problemOutput, rateInput, standardOf } from './statistics-input.ts';
import { operation } from './operation.ts';

const input = z.object({ ...rateInput, ages: z.optional(z.boolean()) });

const row = z.object({
  by: z.record(z.string(), z.string()),
  count: z.number(),
  population: z.nullable(z.number()),
  crude: z.nullable(z.number()),
  crudeCi: intervalOutput,
  rate: z.nullable(z.number()),
  rateCi: intervalOutput,
  /** How the interval of `rate` was made. */
  method: z.string(),
  crudeMethod: z.string(),
  standard: z.string(),
  standardTitle: z.string(),
  per: z.number(),
  confidence: z.number(),
  standardError: z.nullable(z.number()),
  /** Age bands that data and standard share. */
  bands: z.number(),
  unknownAge: z.number(),
  ages: z.optional(
    z.array(
      z.object({
        age: z.string(),
        count: z.number(),
        population: z.number(),
        weight: z.number(),
        rate: z.nullable(z.number()),
        rateCi: intervalOutput,
      }),
    ),
  ),
  problems: z.optional(z.array(problemOutput)),
});
export type RateRow = z.infer<typeof row>;

/** Crude and directly standardised rates with intervals, one row for each value of the `by` columns. */
export const statisticsRates = operation({
  id: 'statistics.rates',
  title: 'Crude and age-standardised rates',
  input,
  output: z.array(row),
  failures: ['input/invalid', 'input/out-of-range', 'input/empty'],
  examples: [
    {
      says: 'Two age bands, WHO standard',
      input: {
        deaths: [
          { values: { age: '0-44' }, count: 20, population: 50_000, rows: 1 },
          { values: { age: '45+' }, count: 300, population: 20_000, rows: 1 },
        ],
        standard: 'who2000',
      },
    },
  ],
  run(asked): RateRow[] {
    requireCells(asked.deaths, 'The deaths');
    requireCells(asked.population ?? [], 'The population');
    return groupsOf(asked).map((group) => rateRow(group, settingsOf(asked), asked.ages === true));
  },
});

export interface RateSettings {
  readonly method: DirectMethod;
  readonly per: number;
  readonly confidence: number;
  readonly spread: boolean;
}

export function settingsOf(asked: z.infer<typeof input>): RateSettings {
  return {
    method: asked.ci ?? 'dobson',
    per: perOf(asked.per),
    confidence: asked.confidence ?? DEFAULT_CONFIDENCE,
    spread: asked.unknownAge !== 'leave-out',
  };
}

export function groupsOf(asked: z.infer<typeof input>): Group[] {
  return stratify({
    by: asked.by ?? [],
    deaths: asked.deaths,
    records: asked.records === true,
    ...(asked.population === undefined ? {} : { population: asked.population }),
    ...(asked.populationColumns === undefined ? {} : { populationColumns: asked.populationColumns }),
    standardFor: standardOf(asked.standard ?? 'who2000'),
    zeros: asked.zeros === true,
  });
}

export function rateRow(group: Group, settings: RateSettings, ages = false): RateRow {
  const { per, confidence, method } = settings;
  const crude = group.population === null ? null : crudeRate(group.count, group.population, per, confidence);
  const standardised = standardisedRate(group, settings);
  const weights = group.weights.reduce((sum, weight) => sum + weight, 0);
  const problems = group.problems.list();
  return {
    by: group.by,
    count: group.count,
    population: group.population,
    crude: crude?.rate ?? null,
    crudeCi: crude?.interval ? [...crude.interval] : null,
    rate: standardised?.rate ?? null,
    rateCi: standardised ? [...standardised.interval] : null,
    method,
    crudeMethod: crude?.method ?? 'none',
    standard: group.standard.id,
    standardTitle: group.standard.title,
    per,
    confidence,
    standardError: standardised?.standardError ?? null,
    bands: group.bands.length,
    unknownAge: group.unknownAge,
    ...(ages
      ? {
          ages: group.bands.map((band, at) => {
            const one = crudeRate(group.counts[at] ?? 0, group.populations[at] ?? 0, per, confidence);
            return {
              age: formatBand(band),
              count: group.counts[at] ?? 0,
              population: group.populations[at] ?? 0,
              weight: (group.weights[at] ?? 0) / weights,
              rate: one.rate,
              rateCi: one.interval ? [...one.interval] : null,
            };
          }),
        }
      : {}),
    ...(problems.length > 0 ? { problems } : {}),
  };
}

/**
 * The directly standardised rate of a group. Events of unknown age are spread over the ages as the known ones are, or left out.
 * Null where ages do not allow one, and, by OHID's rule, for fewer than 10 events with Dobson's method.
 */
export function standardisedRate(
  group: Group,
  settings: RateSettings,
): { rate: number; standardError: number; interval: readonly [number, number] } | null {
  if (!group.standardisable) return null;
  const placed = group.counts.reduce((sum, count) => sum + count, 0);
  if (placed === 0 && group.unknownAge > 0) return null;
  const spread = settings.spread && group.unknownAge > 0 ? (placed + group.unknownAge) / placed : 1;
  if (settings.method === 'dobson' && placed * spread < EXACT_BELOW) {
    group.problems.add('few-events', 0, placed);
    return null;
  }
  return directRate(
    {
      counts: spread === 1 ? group.counts : group.counts.map((count) => count * spread),
      populations: group.populations,
      weights: group.weights,
    },
    settings,
  );
}
