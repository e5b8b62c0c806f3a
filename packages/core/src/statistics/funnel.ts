import { CleanclaimError } from '../errors.ts';
import { type Interval, requireAmount, requireConfidence } from './interval.ts';
import { exactPoissonInterval, poissonInterval } from './poisson.ts';
import { betaShare } from './special/beta.ts';
import { gammaTails } from './special/gamma.ts';
import { normalFactor, normalQuantile } from './special/normal.ts';

/** What is held against its average: a share of people (binomial), or a count against what is expected (Poisson). */
export type FunnelKind = 'proportion' | 'ratio';

/** One place: events, and the people they could have happened to (proportion) or the events expected (ratio). */
export interface FunnelUnit {
  readonly count: number;
  readonly size: number;
}

/** How far the places differ beyond chance; see `overdispersion`. */
export interface Overdispersion {
  /** Mean squared winsorised z: 1 where chance alone makes the differences. */
  readonly phi: number;
  /** Variance between places on the straightened scale (√ of ratios, arcsine √ of shares); 0 where there is none to find. */
  readonly tau2: number;
  /** True when φ is larger than chance explains: above 1 + 2 √(2 / places). */
  readonly beyondChance: boolean;
}

/** The control limits of OHID's funnels: 2 standard deviations (95 %) and 3 (99.8 %). */
export const FUNNEL_CONFIDENCES = [0.95, 0.998] as const;

/**
 * Limits within which a place of this size is expected with the confidence given, if it were like the average. Shares: by the score
 * test (OHID). Ratios: those whose exact Poisson tail is half of what is left, as a ratio to `size` expected events. With
 * `overdispersion`, limits of the additive random-effects model on the straightened scale.
 * Sources: OHID, PHEindicatormethods 2.1.1, calculate_funnel_limits; Spiegelhalter, Stat Med 24 (2005); FunnelPlotR 0.6.
 */
export function funnelLimits(kind: FunnelKind, size: number, average: number, confidence: number, spread?: Overdispersion): Interval {
  requireAmount(size, 'The size of a place');
  requireConfidence(confidence);
  const z = normalFactor(confidence);
  if (spread && spread.tau2 > 0) {
    const half = z * Math.sqrt(1 / (4 * size) + spread.tau2);
    if (kind === 'ratio') {
      const middle = Math.sqrt(average);
      return [Math.max(0, middle - half) ** 2, (middle + half) ** 2];
    }
    const middle = Math.asin(Math.sqrt(average));
    return [Math.sin(Math.max(0, middle - half)) ** 2, Math.sin(Math.min(Math.PI / 2, middle + half)) ** 2];
  }
  if (size === 0) return kind === 'ratio' ? [0, Number.POSITIVE_INFINITY] : [0, 1];
  if (kind === 'ratio') {
    const expected = size * average;
    const tail = (1 - confidence) / 2;
    return [poissonQuantile(tail, expected) / size, poissonQuantile(1 - tail, expected) / size];
  }
  requireShare(average);
  const half = z * Math.sqrt((average * (1 - average)) / size);
  return [Math.max(0, average - half), Math.min(1, average + half)];
}

/**
 * OHID's funnel for ratios and rates, from the number of events: how many events would have to be expected for this count to lie
 * just below (`lower`) or above (`upper`) the limits, and the ratio that makes. Exact Poisson limits, as its tables have them.
 */
export function ohidFunnel(
  count: number,
  confidence: number,
): Readonly<Record<'lower' | 'upper', { readonly expected: number; readonly ratio: number }>> {
  const interval = exactPoissonInterval(count, confidence);
  const side = (expected: number): { expected: number; ratio: number } => ({ expected, ratio: count / expected });
  return { lower: side(interval[1]), upper: side(interval[0]) };
}

/** Where a place lies: beyond the outer limits, between the two, or within. Source: OHID, assign_funnel_significance. */
export type FunnelFlag = 'far-above' | 'above' | 'within' | 'below' | 'far-below';

/** OHID's flag by its two confidences: the share against the score limits, the count's Poisson limits against what is expected. */
export function funnelFlag(
  kind: FunnelKind,
  { count, size }: FunnelUnit,
  average: number,
  confidences: readonly [number, number] = FUNNEL_CONFIDENCES,
): FunnelFlag {
  const side = (confidence: number): -1 | 0 | 1 => {
    if (kind === 'proportion') {
      const [lower, upper] = funnelLimits(kind, size, average, confidence);
      const share = size > 0 ? count / size : average;
      return share > upper ? 1 : share < lower ? -1 : 0;
    }
    const [lower, upper] = poissonInterval(count, confidence).interval;
    return lower > size * average ? 1 : upper < size * average ? -1 : 0;
  };
  const [inner, outer] = confidences.map(side);
  if (outer === 1) return 'far-above';
  if (outer === -1) return 'far-below';
  return inner === 1 ? 'above' : inner === -1 ? 'below' : 'within';
}

/** The flag by limits worked out before, as those widened for overdispersion. */
export function flagByLimits(value: number, inner: Interval, outer: Interval): FunnelFlag {
  if (value > outer[1]) return 'far-above';
  if (value < outer[0]) return 'far-below';
  return value > inner[1] ? 'above' : value < inner[0] ? 'below' : 'within';
}

/** Chance of a count at least this far from the average, both tails (twice the smaller exact one, at most 1). */
export function funnelPValue(kind: FunnelKind, { count, size }: FunnelUnit, average: number): number {
  const [atMost, atLeast] = kind === 'ratio' ? poissonTails(count, size * average) : binomialTails(count, size, average);
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}

function poissonTails(count: number, expected: number): [atMost: number, atLeast: number] {
  if (expected === 0) return count === 0 ? [1, 1] : [1, 0];
  return [gammaTails(expected, count + 1).upper, count === 0 ? 1 : gammaTails(expected, count).lower];
}

function binomialTails(count: number, size: number, average: number): [atMost: number, atLeast: number] {
  requireShare(average);
  if (count > size) throw new CleanclaimError('input/out-of-range', `A share has ${count} events among ${size} people.`);
  const atLeast = count <= 0 ? 1 : betaShare(average, count, size - count + 1);
  const more = count >= size ? 0 : betaShare(average, count + 1, size - count);
  return [1 - more, atLeast];
}

/** The count whose Poisson tail reaches `share`, between whole numbers by straight line, so that the limits have no steps. */
function poissonQuantile(share: number, expected: number): number {
  // Beyond this the steps are far below what a figure shows, and whole numbers run out.
  if (expected > LARGE) return Math.max(0, expected + normalQuantile(share) * Math.sqrt(expected));
  const atMost = (count: number): number => (count < 0 ? 0 : poissonTails(count, expected)[0]);
  let [low, high] = [-1, Math.ceil(expected + 10 * Math.sqrt(expected) + 20)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (atMost(middle) >= share) high = middle;
    else low = middle;
  }
  const [under, over] = [atMost(high - 1), atMost(high)];
  return Math.max(0, high - (over - share) / (over - under));
}

const LARGE = 1e8;

/**
 * How much more the places differ than chance makes them: z-scores on the straightened scale, their outermost tenth at each end pulled
 * in (winsorised), φ = Σz²/n, and τ² of DerSimonian and Laird from it. Places of size 0 are passed over.
 * Sources: Spiegelhalter, Stat Med 24 (2005); Spiegelhalter et al., J R Stat Soc A 175 (2012); FunnelPlotR 0.6 (method CQC).
 */
export function overdispersion(kind: FunnelKind, units: readonly FunnelUnit[], average: number, trim = 0.1): Overdispersion {
  const used = units.filter(({ size }) => size > 0);
  if (used.length < 2) return { phi: 1, tau2: 0, beyondChance: false };
  const straight = (value: number): number => (kind === 'ratio' ? Math.sqrt(value) : Math.asin(Math.sqrt(Math.min(1, value))));
  const target = straight(average);
  const scores = used.map(({ count, size }) => (straight(count / size) - target) * 2 * Math.sqrt(size));
  const [low, high] = [quantile(scores, trim), quantile(scores, 1 - trim)];
  const count = used.length;
  const phi = scores.reduce((sum, z) => sum + Math.min(high, Math.max(low, z)) ** 2, 0) / count;
  const weights = used.map(({ size }) => 4 * size);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const room = total - squares / total;
  const tau2 = count * phi < count - 1 || room <= 0 ? 0 : Math.max(0, (count * phi - (count - 1)) / room);
  return { phi, tau2, beyondChance: phi > 1 + 2 * Math.sqrt(2 / count) };
}

/** Between the ordered values by straight line (R's type 7). */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = share * (sorted.length - 1);
  const from = sorted[Math.floor(at)] ?? 0;
  return from + ((sorted[Math.ceil(at)] ?? from) - from) * (at - Math.floor(at));
}

function requireShare(average: number): void {
  if (!(average >= 0 && average <= 1))
    throw new CleanclaimError('input/out-of-range', `An average share of ${average} was given; it lies from 0 to 1.`);
}
