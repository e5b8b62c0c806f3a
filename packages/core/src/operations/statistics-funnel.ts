import * as z from 'zod/mini';
import { CleanclaimError } from '../errors.ts';
import {
  flagByLimits,
  FUNNEL_CONFIDENCES,
  type FunnelKind,
  funnelFlag,
  funnelLimits,
  funnelPValue,
  type Overdispersion,
  overdispersion,
} from '../statistics/funnel.ts';
import { adjustForMany } from '../statistics/multiple.ts';
import { requireAmount } from '../statistics/interval.ts';
import { operation } from './operation.ts';
import { intervalOutput } from './statistics-input.ts';

const MOST_PLACES = 20_000;

const input = z.object({
  /** Places with their events and what they are held against: people (rate, proportion) or expected events (ratio). */
  places: z.array(z.object({ by: z.record(z.string(), z.string()), count: z.number(), size: z.number() })).check(z.maxLength(MOST_PLACES)),
  /** `rate`: events among people, Poisson. `proportion`: shares of people, binomial. `ratio`: observed against expected events. */
  kind: z.enum(['rate', 'proportion', 'ratio']),
  /** What the places are held against: a rate for one person, a share, a ratio. That of all places together when left out; 1 for ratios. */
  average: z.optional(z.number()),
  /** Multiplies values and limits for show: 100000 for rates, 100 for per cent; 1 when left out. */
  per: z.optional(z.number()),
  /** Limits widened where the places differ beyond chance; `auto` does so where they do. `none` when left out. */
  overdispersion: z.optional(z.enum(['none', 'auto', 'always'])),
});

const row = z.object({
  by: z.record(z.string(), z.string()),
  count: z.number(),
  size: z.number(),
  value: z.nullable(z.number()),
  average: z.number(),
  per: z.number(),
  /** 95 % and 99.8 % limits for a place of this size. */
  inner: intervalOutput,
  outer: intervalOutput,
  /** OHID's flags: beyond the 99.8 % limits, beyond the 95 % ones, or within. */
  flag: z.enum(['far-above', 'above', 'within', 'below', 'far-below']),
  pValue: z.nullable(z.number()),
  /** Adjusted for the number of places: Bonferroni, and Benjamini and Hochberg's false discovery rate. */
  pBonferroni: z.nullable(z.number()),
  pBenjaminiHochberg: z.nullable(z.number()),
  /** Place in the caterpillar, 1 for the lowest value. */
  order: z.number(),
  kind: z.enum(['rate', 'proportion', 'ratio']),
  /** 1 where chance alone makes the differences. */
  phi: z.number(),
  tau2: z.number(),
  widened: z.boolean(),
  method: z.string(),
});
export type FunnelRow = z.infer<typeof row>;

/** Many places against their average: control limits, flags, p-values with care for their number, and how much more than chance they differ. */
export const statisticsFunnel = operation({
  id: 'statistics.funnel',
  title: 'Funnel: many places against their average',
  input,
  output: z.array(row),
  failures: ['input/invalid', 'input/out-of-range', 'input/empty'],
  examples: [
    {
      says: 'Three towns',
      input: {
        kind: 'rate',
        per: 100_000,
        places: [
          { by: { place: 'North' }, count: 40, size: 52_000 },
          { by: { place: 'South' }, count: 95, size: 60_000 },
          { by: { place: 'West' }, count: 11, size: 9_000 },
        ],
      },
    },
  ],
  run(asked): FunnelRow[] {
    const { places, kind: shown, per = 1, overdispersion: care = 'none' } = asked;
    if (places.length === 0) throw new CleanclaimError('input/empty', 'There are no places.', '/places');
    if (!(per > 0 && Number.isFinite(per)))
      throw new CleanclaimError('input/out-of-range', `Values for each ${per} cannot be shown.`, '/per');
    for (const { count, size } of places) {
      requireAmount(count, 'A count');
      requireAmount(size, 'The size of a place');
      if (shown === 'proportion' && count > size)
        throw new CleanclaimError('input/out-of-range', `A share has ${count} events among ${size} people; ask for rates.`);
    }
    const average = averageOf(asked);
    // A rate is a ratio whose expected events are people times the average.
    const kind: FunnelKind = shown === 'proportion' ? 'proportion' : 'ratio';
    const scale = shown === 'rate' ? average : 1;
    const target = shown === 'proportion' ? average : average / scale;
    const units = places.map(({ count, size }) => ({ count, size: size * scale }));
    const spread = overdispersion(kind, units, target);
    const widen = care === 'always' || (care === 'auto' && spread.beyondChance);
    const pValues = units.map((unit) => (unit.size > 0 ? funnelPValue(kind, unit, target) : null));
    const adjusted = adjustForMany(pValues.filter((p) => p !== null));
    const values = units.map(({ count, size }) => (size > 0 ? (count / size) * scale * per : null));
    const order = values.map((_, at) => at).sort((one, other) => (values[one] ?? -1) - (values[other] ?? -1));
    const limits = (size: number, confidence: number, with_: Overdispersion | undefined): [number, number] | null => {
      if (size === 0) return null;
      const [lower, upper] = funnelLimits(kind, size, target, confidence, with_);
      return [lower * scale * per, upper * scale * per];
    };
    let met = 0;
    return places.map(({ by, count, size }, at): FunnelRow => {
      const unit = units[at] ?? { count, size };
      const [inner, outer] = FUNNEL_CONFIDENCES.map((confidence) => limits(unit.size, confidence, widen ? spread : undefined));
      const p = pValues[at] ?? null;
      const place = p === null ? -1 : met++;
      return {
        by,
        count,
        size,
        value: values[at] ?? null,
        average: average * per,
        per,
        inner: inner ?? null,
        outer: outer ?? null,
        flag:
          unit.size === 0
            ? 'within'
            : widen && inner && outer
              ? flagByLimits(values[at] ?? 0, inner, outer)
              : funnelFlag(kind, unit, target),
        pValue: p,
        pBonferroni: p === null ? null : (adjusted.bonferroni[place] ?? null),
        pBenjaminiHochberg: p === null ? null : (adjusted.benjaminiHochberg[place] ?? null),
        order: order.indexOf(at) + 1,
        kind: shown,
        phi: spread.phi,
        tau2: spread.tau2,
        widened: widen,
        method: methodOf(kind, widen),
      };
    });
  },
});

function averageOf({ places, kind, average }: z.infer<typeof input>): number {
  if (average !== undefined) {
    requireAmount(average, 'The average');
    if (average === 0)
      throw new CleanclaimError('input/out-of-range', 'An average of 0 leaves nothing to hold the places against.', '/average');
    return average;
  }
  if (kind === 'ratio') return 1;
  const people = places.reduce((sum, { size }) => sum + size, 0);
  const events = places.reduce((sum, { count }) => sum + count, 0);
  if (!(people > 0 && events > 0)) throw new CleanclaimError('input/empty', 'All places together have no people or no events.', '/places');
  return events / people;
}

function methodOf(kind: FunnelKind, widened: boolean): string {
  const limits = kind === 'ratio' ? 'exact Poisson limits' : 'score limits of a share';
  if (widened) return 'additive random effects on the square-root scale, z winsorised at 10 % (Spiegelhalter 2005)';
  return `${limits}; flags by OHID (95 % and 99.8 %)`;
}
