import { CleanclaimError } from '../errors.ts';
import { DEFAULT_CONFIDENCE, type Interval, requireAmount, requireConfidence } from './interval.ts';
import { normalFactor } from './special/normal.ts';
import { normalShare } from './special/normal-share.ts';

/** One group of people on a scale of deprivation (or income, or schooling), given from the worst-off to the best-off. */
export interface InequalityGroup {
  readonly population: number;
  /** The measure in this group: a life expectancy, a rate, a share. */
  readonly value: number;
  /** Give this, or the interval by which it is worked out. */
  readonly standardError?: number;
  readonly interval?: Interval;
}

/** How values are straightened before the line is fitted: not at all, by logarithm (rates), by log-odds (shares of 0 to 1). */
export const INEQUALITY_SCALES = ['none', 'log', 'logit'] as const;
export type InequalityScale = (typeof INEQUALITY_SCALES)[number];

/** What a value is, which says how its interval is spread: evenly, in logarithms, in log-odds. */
export const INEQUALITY_VALUES = ['even', 'rate', 'share'] as const;
export type InequalityValue = (typeof INEQUALITY_VALUES)[number];

export interface Inequality {
  /** Slope index: the value of the best-off end of the scale less that of the worst-off end, by the fitted line. */
  readonly slopeIndex: number;
  readonly slopeInterval: Interval;
  /** Relative index: the one over the other. Null where the worst-off end of the line is not above 0. */
  readonly relativeIndex: number | null;
  readonly relativeInterval: Interval | null;
  /** The line at the worst-off end. */
  readonly intercept: number;
  readonly method: string;
}

/**
 * Slope and relative index of inequality: a line through the groups' values against the middle of their place in the ranked
 * population, each group weighing as its people. The limits are those to which the simulation of OHID (values drawn around their
 * standard errors, line fitted again) tends: both ends of the line are jointly normal, so its percentiles are integrated and not
 * drawn. Throws `input/out-of-range` for fewer than two groups, negative people or values the scale cannot take.
 * Source: OHID, as in PHEindicatormethods 2.1.1, phe_sii; Low & Low, J Public Health 26 (2004).
 */
export function inequality(
  groups: readonly InequalityGroup[],
  options: { readonly scale?: InequalityScale; readonly values?: InequalityValue; readonly confidence?: number } = {},
): Inequality {
  const { scale = 'none', values = 'even', confidence = DEFAULT_CONFIDENCE } = options;
  requireConfidence(confidence);
  const total = groups.reduce((sum, { population }) => sum + population, 0);
  if (groups.length < 2 || !(total > 0)) throw wrong('it needs at least two groups with people');
  let before = 0;
  const points = groups.map((group) => {
    requireAmount(group.population, 'A population');
    const weight = group.population / total;
    const place = before + weight / 2;
    before += weight;
    return { weight, place, y: straight(group.value, scale), ...drawn(group, scale, values) };
  });
  const meanX = points.reduce((sum, { weight, place }) => sum + weight * place, 0);
  const spread = points.reduce((sum, { weight, place }) => sum + weight * (place - meanX) ** 2, 0);
  if (!(spread > 0)) throw wrong('all people are in one group');
  // Both ends are sums of the values, so their variances and covariance are exact.
  let [low, high, varLow, varHigh, shared] = [0, 0, 0, 0, 0];
  let [meanLow, meanHigh] = [0, 0];
  for (const { weight, place, y, mean, error } of points) {
    const slope = (weight * (place - meanX)) / spread;
    const [atLow, atHigh] = [weight - slope * meanX, weight + slope * (1 - meanX)];
    low += atLow * y;
    high += atHigh * y;
    meanLow += atLow * mean;
    meanHigh += atHigh * mean;
    varLow += (atLow * error) ** 2;
    varHigh += (atHigh * error) ** 2;
    shared += atLow * atHigh * error * error;
  }
  const ends: Ends = { low: meanLow, high: meanHigh, varLow, varHigh, shared, scale };
  const [worst, best] = [natural(low, scale), natural(high, scale)];
  const tail = (1 - confidence) / 2;
  return {
    slopeIndex: best - worst,
    slopeInterval: percentiles(ends, tail, best - worst, (end, index) => end + index),
    relativeIndex: worst > 0 ? best / worst : null,
    relativeInterval: worst > 0 ? percentiles(ends, tail, best / worst, (end, index) => end * index) : null,
    intercept: worst,
    method: `weighted least squares on the ranked population${scale === 'none' ? '' : `, ${scale} scale`}; percentiles of the jointly normal ends`,
  };
}

function wrong(why: string): CleanclaimError {
  return new CleanclaimError('input/out-of-range', `No index of inequality can be made: ${why}.`);
}

function straight(value: number, scale: InequalityScale): number {
  if (!Number.isFinite(value)) throw wrong(`a value is ${value}`);
  if (scale === 'none') return value;
  if (scale === 'log') {
    if (!(value > 0)) throw wrong(`the logarithm of ${value} has no place on the line`);
    return Math.log(value);
  }
  if (!(value > 0 && value < 1)) throw wrong(`a share of ${value} has no log-odds; give shares between 0 and 1`);
  return Math.log(value / (1 - value));
}

function natural(value: number, scale: InequalityScale): number {
  if (scale === 'none') return value;
  return scale === 'log' ? Math.exp(value) : 1 / (1 + Math.exp(-value));
}

/** Half of what a 95 % interval spans is 1.96 standard errors, as OHID takes it. */
const GIVEN_AT = 0.95;

/**
 * Mean and standard error, on the line's scale, of values drawn around a group's own. Rates and shares have lopsided intervals: they
 * are drawn in logarithms and log-odds, and carried to the line where it is straight without them.
 */
function drawn(
  { value, standardError, interval }: InequalityGroup,
  scale: InequalityScale,
  values: InequalityValue,
): { mean: number; error: number } {
  const y = straight(value, scale);
  if (standardError !== undefined) {
    requireAmount(standardError, 'A standard error');
    const slope = scale === 'log' ? 1 / value : scale === 'logit' ? 1 / (value * (1 - value)) : 1;
    return { mean: y, error: standardError * slope };
  }
  if (!interval) throw wrong('a group has neither a standard error nor an interval');
  const [lower, upper] = interval;
  if (!(lower <= upper)) throw wrong('an interval runs backwards');
  const on: InequalityScale = scale !== 'none' ? scale : values === 'rate' ? 'log' : values === 'share' ? 'logit' : 'none';
  const error = (straight(upper, on) - straight(lower, on)) / (2 * normalFactor(GIVEN_AT));
  if (on === scale) return { mean: y, error };
  const centre = straight(value, on);
  const mean = expected((z) => natural(centre + z * error, on));
  return { mean, error: Math.sqrt(expected((z) => (natural(centre + z * error, on) - mean) ** 2)) };
}

/** Mean of a function of a standard normal number, by Simpson's rule. */
function expected(of: (z: number) => number): number {
  let sum = 0;
  for (let step = -STEPS; step <= STEPS; step++) {
    const z = (step * WIDTH) / STEPS;
    sum += (Math.abs(step) === STEPS ? 1 : (step + STEPS) % 2 === 1 ? 4 : 2) * Math.exp((-z * z) / 2) * of(z);
  }
  return (sum * WIDTH) / STEPS / 3 / Math.sqrt(2 * Math.PI);
}
const STEPS = 100;
const WIDTH = 8;

interface Ends {
  readonly low: number;
  readonly high: number;
  readonly varLow: number;
  readonly varHigh: number;
  readonly shared: number;
  readonly scale: InequalityScale;
}

/** Both percentiles of an index: the chance that the best-off end lies under what the index makes of the worst-off end. */
function percentiles(ends: Ends, tail: number, centre: number, reached: (end: number, index: number) => number): Interval {
  const deviation = Math.sqrt(ends.varLow);
  const pull = ends.varLow > 0 ? ends.shared / ends.varLow : 0;
  const left = Math.sqrt(Math.max(0, ends.varHigh - pull * ends.shared));
  if (deviation === 0 && left === 0) return [centre, centre];
  const below = (index: number): number =>
    expected((z) => {
      const goal = bounded(reached(natural(ends.low + z * deviation, ends.scale), index), ends.scale);
      const mean = ends.high + pull * z * deviation;
      if (left > 0 && Number.isFinite(goal)) return normalShare((goal - mean) / left);
      return goal >= mean ? 1 : 0;
    });
  return [invert(below, tail, centre), invert(below, 1 - tail, centre)];
}

function bounded(value: number, scale: InequalityScale): number {
  if (scale === 'none') return value;
  if (value <= 0) return Number.NEGATIVE_INFINITY;
  if (scale === 'log') return Math.log(value);
  return value >= 1 ? Number.POSITIVE_INFINITY : Math.log(value / (1 - value));
}

function invert(share: (index: number) => number, target: number, centre: number): number {
  let step = Math.max(Math.abs(centre), 1e-6) / 8;
  let [low, high] = [centre - step, centre + step];
  for (let round = 0; round < 80 && share(low) > target; round++) low -= step *= 2;
  step = Math.max(Math.abs(centre), 1e-6) / 8;
  for (let round = 0; round < 80 && share(high) < target; round++) high += step *= 2;
  for (let round = 0; round < 100 && high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high)); round++) {
    const middle = (low + high) / 2;
    if (share(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
