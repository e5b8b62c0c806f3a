/**
 * Money as an exact integer of ten-thousandths of a dollar: sums of charges never meet a binary fraction.
 * Safe up to 900 billion dollars.
 */
export type Money = number & { readonly __money: unique symbol };

const MOST_WHOLE_DIGITS = 11;
const DECIMALS = 4;

/** Reads a decimal string such as `128.00`. Undefined when it is not one (no exponent, no thousands separator, at most 4 decimals). */
export function parseMoney(text: string): Money | undefined {
  const negative = text.charCodeAt(0) === 45;
  let units = 0;
  let whole = 0;
  let decimals = -1;
  for (let at = negative ? 1 : 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 46 && decimals < 0 && whole > 0) decimals = 0;
    else if (unit >= 48 && unit <= 57) {
      if (decimals < 0 ? ++whole > MOST_WHOLE_DIGITS : ++decimals > DECIMALS) return undefined;
      units = units * 10 + unit - 48;
    } else return undefined;
  }
  if (whole === 0 || decimals === 0) return undefined;
  for (let missing = Math.max(decimals, 0); missing < DECIMALS; missing++) units *= 10;
  return (negative && units !== 0 ? -units : units) as Money;
}

/** Writes money with two decimals, or as many as it needs up to four: `128.00`, `0.3373`. */
export function formatMoney(amount: Money): string {
  const units = Math.abs(amount);
  const decimals = String(units % 10_000).padStart(4, '0');
  return `${amount < 0 ? '-' : ''}${Math.floor(units / 10_000)}.${decimals.replace(/0{1,2}$/, '')}`;
}

export function addMoney(first: Money, second: Money): Money {
  return (first + second) as Money;
}

export const ZERO_MONEY = 0 as Money;
