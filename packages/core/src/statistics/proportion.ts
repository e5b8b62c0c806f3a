import { DEFAULT_CONFIDENCE, type Interval, requireAmount, requireConfidence } from './interval.ts';
import { studentFactor } from './special/beta.ts';
import { normalFactor } from './special/normal.ts';

/**
 * A share with Wilson's score limits (Wilson 1927; OHID's choice). Null for a denominator of 0. The numerator may be a
 * weighted, broken count. Throws `input/out-of-range` when it is larger than the denominator.
 */
export function proportion(
  numerator: number,
  denominator: number,
  confidence = DEFAULT_CONFIDENCE,
): { share: number; interval: Interval } | null {
  requireAmount(numerator, 'The numerator');
  requireAmount(denominator - numerator, 'The denominator less the numerator');
  requireConfidence(confidence);
  if (denominator === 0) return null;
  const z = normalFactor(confidence);
  const share = numerator / denominator;
  const middle = 2 * numerator + z * z;
  const half = z * Math.sqrt(z * z + 4 * numerator * (1 - share));
  const below = 2 * (denominator + z * z);
  return { share, interval: [Math.max(0, (middle - half) / below), Math.min(1, (middle + half) / below)] };
}

/** Mean with Student's t limits; null for fewer than two values. `deviation` is the sample standard deviation. */
export function meanWithInterval(
  values: readonly number[],
  confidence = DEFAULT_CONFIDENCE,
): { mean: number; deviation: number; interval: Interval } | null {
  requireConfidence(confidence);
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  const half = (studentFactor(confidence, values.length - 1) * deviation) / Math.sqrt(values.length);
  return { mean, deviation, interval: [mean - half, mean + half] };
}
