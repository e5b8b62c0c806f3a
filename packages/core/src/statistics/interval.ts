import { CleanclaimError } from '../errors.ts';

/** Lower and upper limit, in the unit of the estimate. */
export type Interval = readonly [lower: number, upper: number];

export const DEFAULT_CONFIDENCE = 0.95;

/** Throws `input/out-of-range` unless the value is a finite number of at least 0. */
export function requireAmount(value: number, what: string): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new CleanclaimError('input/out-of-range', `${what} is ${value}; it must be a number of at least 0.`);
  }
}

/** Throws `input/out-of-range` unless the value lies between 0 and 1, ends left out. */
export function requireConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new CleanclaimError('input/out-of-range', `A confidence of ${confidence} was asked for; it must lie between 0 and 1.`);
  }
}

export function times([lower, upper]: Interval, factor: number): Interval {
  return [lower * factor, upper * factor];
}
