import { CleanclaimError } from '../errors.ts';
import { DEFAULT_CONFIDENCE, type Interval, requireAmount, requireConfidence, times } from './interval.ts';
import { byarInterval, exactPoissonInterval, poissonInterval } from './poisson.ts';

export interface Ratio {
  readonly observed: number;
  readonly expected: number;
  /** Observed over expected; 1 means as in the reference. */
  readonly smr: number;
  readonly interval: Interval;
  readonly method: 'exact' | 'byar';
}

/**
 * Standardised mortality (or incidence) ratio with Poisson limits of the observed count: exact below 10 and Byar's from there
 * on, unless a method is named. Throws `input/out-of-range` when nothing is expected or a number is negative.
 */
export function standardisedRatio(
  observed: number,
  expected: number,
  options: { readonly confidence?: number; readonly method?: 'exact' | 'byar' } = {},
): Ratio {
  const confidence = options.confidence ?? DEFAULT_CONFIDENCE;
  requireAmount(observed, 'The observed count');
  requireAmount(expected, 'The expected count');
  requireConfidence(confidence);
  if (expected === 0) throw new CleanclaimError('input/out-of-range', 'Nothing is expected, so there is no ratio.');
  const chosen =
    options.method === undefined
      ? poissonInterval(observed, confidence)
      : {
          method: options.method,
          interval: options.method === 'exact' ? exactPoissonInterval(observed, confidence) : byarInterval(observed, confidence),
        };
  return { observed, expected, smr: observed / expected, interval: times(chosen.interval, 1 / expected), method: chosen.method };
}

/** Events expected if the reference's rates (events for each person-year) held in these populations: Σ rᵢ nᵢ. */
export function expectedCount(referenceRates: ArrayLike<number>, populations: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < populations.length; at++) sum += (referenceRates[at] ?? 0) * (populations[at] ?? 0);
  return sum;
}
