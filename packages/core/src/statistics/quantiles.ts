import { CleanclaimError } from '../errors.ts';

/**
 * The quantile of each value, 1 for the lowest (or, with `highestFirst`, the highest) values; null for a missing one and for all
 * when there are fewer values than quantiles. Equal values share the quantile of the lowest of their ranks.
 * Source: OHID, as in PHEindicatormethods 2.1.1, phe_quantile.
 */
export function quantilesOf(
  values: readonly (number | null)[],
  quantiles = 10,
  options: { readonly highestFirst?: boolean } = {},
): (number | null)[] {
  if (!(Number.isInteger(quantiles) && quantiles >= 1 && quantiles <= 100))
    throw new CleanclaimError('input/out-of-range', `${quantiles} quantiles were asked for; 1 to 100 can be made.`);
  const sign = options.highestFirst === true ? -1 : 1;
  const present = values.filter((value): value is number => value !== null && Number.isFinite(value)).map((value) => sign * value);
  if (present.length < quantiles) return values.map(() => null);
  const sorted = present.toSorted((one, other) => one - other);
  const rank = new Map<number, number>();
  sorted.forEach((value, at) => {
    if (!rank.has(value)) rank.set(value, at + 1);
  });
  return values.map((value) =>
    value === null || !Number.isFinite(value) ? null : Math.floor((quantiles * ((rank.get(sign * value) ?? 1) - 1)) / sorted.length) + 1,
  );
}
