import { Decimal } from 'decimal.js';

/**
 * Amounts while a price is worked out: decimal products and sums without any loss. A price has factors of at most six
 * decimals, and a chain of ten of them stays far below the sixty digits kept.
 */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60 });
export type Exact = Decimal;

export function exact(value: string | number): Exact {
  return new Exact(value);
}

/** A whole number of 10^-scale, as tables hold decimals. */
export function scaled(whole: number, scale: number): Exact {
  return new Exact(whole).div(new Exact(10).pow(scale));
}

/** To whole cents, half a cent up: the one rounding of a published fee. */
export function toCents(amount: Exact): Exact {
  return amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

export function lesser(one: Exact, other: Exact): Exact {
  return one.lt(other) ? one : other;
}

export function sum(amounts: Iterable<Exact>): Exact {
  let total = exact(0);
  for (const each of amounts) total = total.plus(each);
  return total;
}

/** As money is written: two decimals. */
export function writeCents(amount: Exact): string {
  return toCents(amount).toFixed(2);
}
