import * as z from 'zod/mini';
import { CleanclaimError } from '../errors.ts';
import { inequality, INEQUALITY_SCALES, INEQUALITY_VALUES } from '../statistics/inequality.ts';
import { operation } from './operation.ts';
import { intervalOutput } from './statistics-input.ts';

const group = z.object({
  /** Place on the scale, 1 for the worst-off. */
  rank: z.number(),
  population: z.number(),
  value: z.number(),
  low: z.optional(z.number()),
  high: z.optional(z.number()),
  standardError: z.optional(z.number()),
});

const input = z.object({
  sets: z
    .array(z.object({ by: z.record(z.string(), z.string()), groups: z.array(group).check(z.maxLength(200)) }))
    .check(z.maxLength(5_000)),
  /** The line's scale: `none` when left out, `log` for rates, `logit` for shares. */
  scale: z.optional(z.enum(INEQUALITY_SCALES)),
  /** What the values are, which says how their intervals are spread: `even` when left out, `rate`, `share`. */
  values: z.optional(z.enum(INEQUALITY_VALUES)),
  confidence: z.optional(z.number()),
});

const row = z.object({
  by: z.record(z.string(), z.string()),
  groups: z.number(),
  population: z.number(),
  /** Best-off end of the scale less worst-off end. */
  slopeIndex: z.number(),
  slopeCi: intervalOutput,
  /** Best-off end over worst-off end. */
  relativeIndex: z.nullable(z.number()),
  relativeCi: intervalOutput,
  intercept: z.number(),
  confidence: z.number(),
  method: z.string(),
});
export type InequalityRow = z.infer<typeof row>;

/** How a measure runs from the worst-off to the best-off: slope index and relative index of inequality. */
export const statisticsInequality = operation({
  id: 'statistics.inequality',
  title: 'Slope and relative index of inequality',
  input,
  output: z.array(row),
  failures: ['input/invalid', 'input/out-of-range', 'input/empty'],
  examples: [
    {
      says: 'Life expectancy by fifth of deprivation',
      input: {
        sets: [
          {
            by: {},
            groups: [75.1, 77.4, 79, 80.3, 82].map((value, at) => ({
              rank: at + 1,
              population: 10_000 + 500 * at,
              value,
              standardError: 0.3,
            })),
          },
        ],
      },
    },
  ],
  run({ sets, scale = 'none', values = 'even', confidence = 0.95 }): InequalityRow[] {
    if (sets.length === 0) throw new CleanclaimError('input/empty', 'There are no groups.', '/sets');
    return sets.map(({ by, groups }): InequalityRow => {
      const sorted = groups.toSorted((one, other) => one.rank - other.rank);
      if (sorted.some(({ rank }, at) => rank === sorted[at + 1]?.rank))
        throw new CleanclaimError(
          'input/out-of-range',
          `${Object.values(by).join(', ') || 'The table'} names one place on the scale twice.`,
        );
      const answer = inequality(
        sorted.map(({ population, value, low, high, standardError }) => ({
          population,
          value,
          ...(standardError === undefined ? {} : { standardError }),
          ...(low === undefined || high === undefined ? {} : { interval: [low, high] as const }),
        })),
        { scale, values, confidence },
      );
      return {
        by,
        groups: groups.length,
        population: groups.reduce((sum, { population }) => sum + population, 0),
        slopeIndex: answer.slopeIndex,
        slopeCi: [...answer.slopeInterval],
        relativeIndex: answer.relativeIndex,
        relativeCi: answer.relativeInterval ? [...answer.relativeInterval] : null,
        intercept: answer.intercept,
        confidence,
        method: answer.method,
      };
    });
  },
});
