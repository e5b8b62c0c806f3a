import { DEFAULT_CONFIDENCE, type Interval, requireAmount, requireConfidence, times } from './interval.ts';
import { poissonInterval } from './poisson.ts';

export interface Rate {
  /** Events for each `per` person-years; null when the population is 0. */
  readonly rate: number | null;
  readonly interval: Interval | null;
  readonly method: 'exact' | 'byar';
}

/**
 * A crude or age-specific rate with OHID's limits: exact below 10 events, Byar's from there on.
 * Throws `input/out-of-range` for a negative or unreadable count or population.
 */
export function crudeRate(count: number, population: number, per: number, confidence = DEFAULT_CONFIDENCE): Rate {
  requireAmount(count, 'The count');
  requireAmount(population, 'The population');
  requireConfidence(confidence);
  const { interval, method } = poissonInterval(count, confidence);
  if (population === 0) return { rate: null, interval: null, method };
  const factor = per / population;
  return { rate: count * factor, interval: times(interval, factor), method };
}
