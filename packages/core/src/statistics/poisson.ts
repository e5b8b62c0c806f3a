import { DEFAULT_CONFIDENCE, type Interval } from './interval.ts';
import { gammaQuantile } from './special/gamma.ts';
import { normalFactor } from './special/normal.ts';

/**
 * Byar's approximate limits of a Poisson count, as the Office for Health Improvement and Disparities (OHID) uses them.
 * Source: Breslow & Day, Statistical Methods in Cancer Research II (1987), eq. 2.13. (epitools' pois.byar differs: it adds ½.)
 */
export function byarInterval(count: number, confidence = DEFAULT_CONFIDENCE): Interval {
  return byarWithFactor(count, normalFactor(confidence));
}

/** The same with the normal factor given, for runs of many. */
export function byarWithFactor(count: number, z: number): Interval {
  const above = count + 1;
  const lower = count <= 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  const upper = above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3;
  return [lower, upper];
}

/** Exact (Garwood 1936) limits of a Poisson count, by the chi-square distribution. The lower limit of 0 is 0. */
export function exactPoissonInterval(count: number, confidence = DEFAULT_CONFIDENCE): Interval {
  const tail = (1 - confidence) / 2;
  return [count <= 0 ? 0 : gammaQuantile(tail, count), gammaQuantile(tail, count + 1, 1, 'upper')];
}

/** Below this count OHID uses exact limits, Byar's from it on. Source: OHID technical guide; PHEindicatormethods 2.1.1. */
export const EXACT_BELOW = 10;

/** OHID's rule for counts, crude rates and SMRs, with the name of the method used. */
export function poissonInterval(count: number, confidence = DEFAULT_CONFIDENCE): { interval: Interval; method: 'exact' | 'byar' } {
  return count < EXACT_BELOW
    ? { interval: exactPoissonInterval(count, confidence), method: 'exact' }
    : { interval: byarInterval(count, confidence), method: 'byar' };
}
