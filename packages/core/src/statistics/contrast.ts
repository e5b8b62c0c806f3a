import { DEFAULT_CONFIDENCE, type Interval } from './interval.ts';
import { normalFactor } from './special/normal.ts';

/** An estimate with its standard error, both in one unit. */
export interface Estimate {
  readonly rate: number;
  readonly standardError: number;
}

/**
 * Ratio of two standardised rates with limits on the log scale (delta method): exp(ln A/B ± z √(VarA/A² + VarB/B²)).
 * Null where a rate is 0. Source: SAS/STAT PROC STDRATE, "Comparing directly standardized rates".
 */
export function rateRatio(one: Estimate, other: Estimate, confidence = DEFAULT_CONFIDENCE): { ratio: number; interval: Interval } | null {
  if (!(one.rate > 0 && other.rate > 0)) return null;
  const ratio = one.rate / other.rate;
  const error = Math.hypot(one.standardError / one.rate, other.standardError / other.rate);
  const factor = Math.exp(normalFactor(confidence) * error);
  return { ratio, interval: [ratio / factor, ratio * factor] };
}

/** Difference of two standardised rates with normal limits. */
export function rateDifference(
  one: Estimate,
  other: Estimate,
  confidence = DEFAULT_CONFIDENCE,
): { difference: number; interval: Interval } {
  const difference = one.rate - other.rate;
  const half = normalFactor(confidence) * Math.hypot(one.standardError, other.standardError);
  return { difference, interval: [difference - half, difference + half] };
}
