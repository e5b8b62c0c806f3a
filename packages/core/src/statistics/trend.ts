import { DEFAULT_CONFIDENCE, type Interval, requireConfidence } from './interval.ts';
import { studentFactor, studentTwoSided } from './special/beta.ts';

export interface Trend {
  /** Per cent a year: 100 (e^slope − 1). */
  readonly annualPercentChange: number;
  readonly interval: Interval;
  /** Two-sided test of no change, Student's t with n − 2 degrees of freedom. */
  readonly pValue: number;
  readonly slope: number;
  readonly intercept: number;
  readonly years: number;
  /** Years left out because their rate was 0 or missing: a logarithm has no place for them. */
  readonly leftOut: number;
}

/**
 * Annual percent change by least squares of ln rate on year. With standard errors each year weighs rate²/SE² (the inverse
 * variance of ln rate), without them all weigh the same. Null for fewer than three usable years.
 * Source: SEER*Stat help, "Trend algorithms: annual percent change".
 */
export function annualPercentChange(
  points: readonly { readonly year: number; readonly rate: number | null; readonly standardError?: number }[],
  confidence = DEFAULT_CONFIDENCE,
): Trend | null {
  requireConfidence(confidence);
  const usable = points.filter(
    (each): each is { year: number; rate: number; standardError?: number } => each.rate !== null && each.rate > 0,
  );
  const count = usable.length;
  if (count < 3) return null;
  const weighted = usable.every(({ standardError = 0 }) => standardError > 0);
  const rows = usable.map(({ year, rate, standardError = 1 }) => ({
    x: year,
    y: Math.log(rate),
    w: weighted ? (rate / standardError) ** 2 : 1,
  }));
  const total = rows.reduce((sum, { w }) => sum + w, 0);
  const meanX = rows.reduce((sum, { x, w }) => sum + w * x, 0) / total;
  const meanY = rows.reduce((sum, { y, w }) => sum + w * y, 0) / total;
  const sxx = rows.reduce((sum, { x, w }) => sum + w * (x - meanX) ** 2, 0);
  if (sxx === 0) return null;
  const slope = rows.reduce((sum, { x, y, w }) => sum + w * (x - meanX) * (y - meanY), 0) / sxx;
  const intercept = meanY - slope * meanX;
  const left = rows.reduce((sum, { x, y, w }) => sum + w * (y - intercept - slope * x) ** 2, 0);
  const degrees = count - 2;
  const error = Math.sqrt(left / degrees / sxx);
  const half = studentFactor(confidence, degrees) * error;
  const percent = (value: number): number => 100 * Math.expm1(value);
  return {
    annualPercentChange: percent(slope),
    interval: [percent(slope - half), percent(slope + half)],
    pValue: error === 0 ? (slope === 0 ? 1 : 0) : studentTwoSided(slope / error, degrees),
    slope,
    intercept,
    years: count,
    leftOut: points.length - count,
  };
}
