import { CleanclaimError } from '../errors.ts';
import { DEFAULT_CONFIDENCE, type Interval, requireAmount, requireConfidence } from './interval.ts';
import { byarWithFactor } from './poisson.ts';
import { gammaQuantile } from './special/gamma.ts';
import { normalFactor } from './special/normal.ts';

/** How the interval of a directly standardised rate is made; see `directRate`. */
export const DIRECT_METHODS = ['dobson', 'fay-feuer', 'tiwari', 'gamma', 'normal', 'lognormal'] as const;
export type DirectMethod = (typeof DIRECT_METHODS)[number];

/** Strata side by side: events, person-years and weights of the standard. Weights need not add to anything: shares are taken. */
export interface Strata {
  readonly counts: ArrayLike<number>;
  readonly populations: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  /**
   * For events that come in clusters (several for one person): Σ f² d_f of each stratum, d_f being the persons with f events.
   * It takes the count's place in the variance.
   */
  readonly eventSquares?: ArrayLike<number>;
}

export interface DirectRate {
  /** Events in all strata. */
  readonly count: number;
  /** Standardised events for each `per` person-years. */
  readonly rate: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly method: DirectMethod;
  /** Strata with events but no population, where the number of events stood in for it. Source: SEER*Stat's rule. */
  readonly replaced: number;
}

export interface DirectOptions {
  readonly method: DirectMethod;
  readonly per: number;
  readonly confidence?: number;
}

/**
 * Directly standardised rate: Σ wᵢ xᵢ/nᵢ with the standard's weights as shares, and its interval by one of
 * - `dobson`: Byar's limits of the count carried over. Dobson, Kuulasmaa, Eberle, Scherer, Stat Med 10 (1991); OHID's choice.
 * - `fay-feuer`: gamma, Fay & Feuer, Stat Med 16 (1997). Never too narrow; its upper limit moves far out when one stratum is
 *   tiny, because it allows for one more event where that weighs most.
 * - `tiwari`: the same with the mean weight, Tiwari, Clegg, Zou, Stat Methods Med Res 15 (2006); SEER*Stat's choice.
 * - `gamma`: SAS PROC STDRATE and R's dsr: gamma with the upper shape raised by 1.
 * - `normal`, `lognormal`.
 * A stratum without population adds nothing when it has no events, and counts as many person-years as events when it has.
 * Throws `input/out-of-range` for negative or unreadable numbers, `input/empty` when no weight is above 0.
 */
export function directRate({ counts, populations, weights, eventSquares }: Strata, options: DirectOptions): DirectRate {
  const confidence = options.confidence ?? DEFAULT_CONFIDENCE;
  requireConfidence(confidence);
  let total = 0;
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] ?? 0;
    requireAmount(weight, 'A weight of the standard');
    total += weight;
  }
  if (total <= 0) throw new CleanclaimError('input/empty', 'The standard population has no weight above 0.');
  let count = 0;
  let rate = 0;
  let variance = 0;
  let largest = 0;
  let sum = 0;
  let squares = 0;
  let populated = 0;
  let replaced = 0;
  for (let at = 0; at < weights.length; at++) {
    const events = counts[at] ?? 0;
    let population = populations[at] ?? 0;
    requireAmount(events, 'A count');
    requireAmount(population, 'A population');
    if (population === 0) {
      if (events === 0) continue;
      population = events;
      replaced++;
    }
    const factor = (weights[at] ?? 0) / total / population;
    count += events;
    rate += factor * events;
    variance += factor * factor * (eventSquares ? (eventSquares[at] ?? 0) : events);
    largest = Math.max(largest, factor);
    sum += factor;
    squares += factor * factor;
    populated++;
  }
  const spread: Spread = { count, rate, variance, largest, mean: sum / (populated || 1), meanSquare: squares / (populated || 1) };
  const [lower, upper] = limits(options.method, spread, confidence);
  const { per, method } = options;
  return {
    count,
    rate: rate * per,
    standardError: Math.sqrt(variance) * per,
    interval: [lower * per, upper * per],
    method,
    replaced,
  };
}

interface Spread {
  readonly count: number;
  readonly rate: number;
  readonly variance: number;
  /** Largest, mean and mean squared wᵢ/nᵢ: what one more event would add. */
  readonly largest: number;
  readonly mean: number;
  readonly meanSquare: number;
}

function limits(method: DirectMethod, spread: Spread, confidence: number): Interval {
  const { count, rate, variance } = spread;
  const tail = (1 - confidence) / 2;
  switch (method) {
    case 'dobson': {
      const [lower, upper] = byarWithFactor(count, normalFactor(confidence));
      // Without events the variance over the count has no value; its largest possible one is taken.
      const step = count === 0 ? spread.largest : Math.sqrt(variance / count);
      return [rate + step * (lower - count), rate + step * (upper - count)];
    }
    case 'fay-feuer':
      return [gammaLower(spread, tail), gammaUpper(rate + spread.largest, variance + spread.largest ** 2, tail)];
    case 'tiwari':
      return [gammaLower(spread, tail), gammaUpper(rate + spread.mean, variance + spread.meanSquare, tail)];
    case 'gamma':
      if (variance === 0) return [0, gammaUpper(spread.largest, spread.largest ** 2, tail)];
      return [gammaLower(spread, tail), gammaQuantile(tail, 1 + rate ** 2 / variance, variance / rate, 'upper')];
    case 'normal': {
      const half = normalFactor(confidence) * Math.sqrt(variance);
      return [rate - half, rate + half];
    }
    case 'lognormal': {
      if (rate === 0) return [0, 0];
      const factor = Math.exp((normalFactor(confidence) * Math.sqrt(variance)) / rate);
      return [rate / factor, rate * factor];
    }
  }
}

function gammaLower({ rate, variance }: Spread, tail: number): number {
  return variance === 0 ? 0 : gammaQuantile(tail, rate ** 2 / variance, variance / rate);
}

function gammaUpper(mean: number, variance: number, tail: number): number {
  return gammaQuantile(tail, mean ** 2 / variance, variance / mean, 'upper');
}
