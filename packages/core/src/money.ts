/**
 * Money as an exact integer of ten-thousandths of a dollar: sums of charges never meet a binary fraction.
 * Safe up to 900 billion dollars.
 */
export type Money = number & { readonly __money: unique symbol };

const SHAPE = /^(-?)(\d{1,11})(?:\.(\d{1,4}))?$/;

/** Reads a decimal string such as `128.00`. Undefined when it is not one (no exponent, no thousands separator, at most 4 decimals). */
export function parseMoney(text: string): Money | undefined {
  const parts = SHAPE.exec(text);
  if (!parts) return undefined;
  const units = Number(parts[2]) * 10_000 + Number((parts[3] ?? '').padEnd(4, '0'));
  return (parts[1] && units !== 0 ? -units : units) as Money;
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
