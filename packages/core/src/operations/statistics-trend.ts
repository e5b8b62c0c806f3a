import * as z from 'zod/mini';
import { CleanclaimError } from '../errors.ts';
import { addTo, joinValue, requireCells } from '../statistics/cells.ts';
import type { Group } from '../statistics/stratify.ts';
import { annualPercentChange } from '../statistics/trend.ts';
import { intervalOutput, problemOutput, rateInput } from './statistics-input.ts';
import { groupsOf, rateRow, settingsOf, standardisedRate } from './statistics-rates.ts';
import { operation } from './operation.ts';

const input = z.object({ ...rateInput, /** The column of years; `year` when left out. */ column: z.optional(z.string()) });

const row = z.object({
  by: z.record(z.string(), z.string()),
  from: z.number(),
  to: z.number(),
  years: z.number(),
  /** Per cent a year. */
  annualPercentChange: z.nullable(z.number()),
  annualPercentChangeCi: intervalOutput,
  /** Two-sided test of no change. */
  pValue: z.nullable(z.number()),
  direction: z.enum(['rising', 'falling', 'no clear change', 'unknown']),
  /** Years whose rate was 0 or could not be made. */
  leftOut: z.number(),
  points: z.array(z.object({ year: z.number(), rate: z.nullable(z.number()), rateCi: intervalOutput })),
  method: z.string(),
  standard: z.string(),
  per: z.number(),
  confidence: z.number(),
  problems: z.optional(z.array(problemOutput)),
});
export type TrendRow = z.infer<typeof row>;

/** How a standardised rate changes by the year: log-linear, weighted by the inverse variance, with its test. */
export const statisticsTrend = operation({
  id: 'statistics.trend',
  title: 'Trends of standardised rates',
  input,
  output: z.array(row),
  failures: ['input/invalid', 'input/out-of-range', 'input/empty'],
  examples: [
    {
      says: 'Four years',
      input: {
        deaths: [2021, 2022, 2023, 2024].map((year, at) => ({
          values: { year: String(year), age: '0+' },
          count: 100 + 10 * at,
          population: 100_000,
          rows: 1,
        })),
      },
    },
  ],
  run(asked): TrendRow[] {
    requireCells(asked.deaths, 'The deaths');
    requireCells(asked.population ?? [], 'The population');
    const column = asked.column ?? 'year';
    const by = (asked.by ?? []).filter((each) => each !== column);
    const settings = settingsOf(asked);
    const groups = groupsOf({ ...asked, by: [...by, column] });
    const sets = new Map<string, { year: number; group: Group }[]>();
    for (const group of groups) {
      const year = Number(group.by[column]);
      if (!Number.isFinite(year) || (group.by[column] ?? '') === '')
        throw new CleanclaimError(
          'input/out-of-range',
          `The column ${column} holds ${JSON.stringify((group.by[column] ?? '').slice(0, 20))}, which is no year.`,
        );
      const key = by.map((each) => joinValue(each, group.by[each] ?? '')).join('\u0001');
      addTo(sets, key, { year, group });
    }
    return [...sets.values()].map((set) => {
      const sorted = set.toSorted((one, other) => one.year - other.year);
      const points = sorted.map(({ year, group }) => ({
        year,
        ...(standardisedRate(group, settings) ?? { rate: null, standardError: 0, interval: null }),
      }));
      const trend = annualPercentChange(points, settings.confidence);
      const problems = sorted.flatMap(({ group }) => rateRow(group, settings).problems ?? []);
      const change = trend?.interval;
      return {
        by: Object.fromEntries(by.map((each) => [each, sorted[0]?.group.by[each] ?? ''])),
        from: sorted[0]?.year ?? 0,
        to: sorted.at(-1)?.year ?? 0,
        years: sorted.length,
        annualPercentChange: trend?.annualPercentChange ?? null,
        annualPercentChangeCi: change ? [...change] : null,
        pValue: trend?.pValue ?? null,
        direction: !change ? 'unknown' : change[0] > 0 ? 'rising' : change[1] < 0 ? 'falling' : 'no clear change',
        leftOut: trend?.leftOut ?? points.filter(({ rate }) => rate === null || rate === 0).length,
        points: points.map(({ year, rate, interval }) => ({ year, rate, rateCi: interval ? [...interval] : null })),
        method: `log-linear, weights 1/variance; each rate by ${settings.method}`,
        standard: sorted[0]?.group.standard.id ?? '',
        per: settings.per,
        confidence: settings.confidence,
        ...(problems.length > 0 ? { problems } : {}),
      };
    });
  },
});
