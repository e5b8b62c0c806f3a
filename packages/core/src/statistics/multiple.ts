import { CleanclaimError } from '../errors.ts';

/** Chances of error adjusted for many comparisons at once, in the order given. */
export interface AdjustedValues {
  /** min(1, m p): keeps the chance of any false alarm among all m comparisons. */
  readonly bonferroni: readonly number[];
  /** Keeps the expected share of false alarms among the alarms. Source: Benjamini & Hochberg, J R Stat Soc B 57 (1995). */
  readonly benjaminiHochberg: readonly number[];
}

/** Adjusts p-values for their number. Throws `input/out-of-range` for a value outside 0–1. */
export function adjustForMany(pValues: readonly number[]): AdjustedValues {
  for (const p of pValues)
    if (!(p >= 0 && p <= 1)) throw new CleanclaimError('input/out-of-range', `A p-value of ${p} was given; it lies from 0 to 1.`);
  const size = pValues.length;
  const order = pValues.map((_, at) => at).toSorted((one, other) => (pValues[other] ?? 0) - (pValues[one] ?? 0));
  const benjaminiHochberg = pValues.map(() => 1);
  let least = 1;
  order.forEach((at, place) => {
    least = Math.min(least, ((pValues[at] ?? 1) * size) / (size - place));
    benjaminiHochberg[at] = least;
  });
  return { bonferroni: pValues.map((p) => Math.min(1, p * size)), benjaminiHochberg };
}
