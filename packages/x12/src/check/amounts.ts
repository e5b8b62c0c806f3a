import { addMoney, formatMoney, type Money, ZERO_MONEY } from '@cleanclaim/core';
import type { Segment } from '../reader/segment.ts';

/** An amount of X12 (`12`, `12.5`, `-3`, `.25`) as exact money; undefined when it is empty or no amount of at most four decimals. */
export function amountOf(text: string): Money | undefined {
  const { length } = text;
  let units = 0;
  let decimals = -1;
  let digits = 0;
  for (let at = text.startsWith('-') ? 1 : 0; at < length; at++) {
    const code = text.charCodeAt(at) - 48;
    if (code === -2 && decimals < 0) decimals = 0;
    else if (code < 0 || code > 9) return undefined;
    else {
      digits++;
      // Beyond the fourth decimal only zeros may follow.
      if (decimals >= 4) {
        if (code > 0) return undefined;
      } else {
        units = units * 10 + code;
        if (decimals >= 0) decimals++;
      }
    }
  }
  if (digits === 0 || digits > 15) return undefined;
  units *= SCALE[Math.max(decimals, 0)] ?? 1;
  return (text.startsWith('-') && units !== 0 ? -units : units) as Money;
}

/** Ten-thousandths by the decimals written. */
const SCALE = [10_000, 1_000, 100, 10, 1];

/** The amount in element `n`; zero when it is absent or no amount (which is a finding of its own). */
export function amount(segment: Segment, n: number): Money {
  const text = segment.element(n);
  return text === '' ? ZERO_MONEY : (amountOf(text) ?? ZERO_MONEY);
}

/** The sum of the amounts of a CAS: elements 3, 6, 9, 12, 15 and 18. */
export function casSum(segment: Segment): Money {
  let sum = ZERO_MONEY;
  for (let n = 3; n <= 18 && n <= segment.count; n += 3) sum = addMoney(sum, amount(segment, n));
  return sum;
}

export function minus(first: Money, second: Money): Money {
  return (first - second) as Money;
}

export { addMoney, formatMoney, type Money, ZERO_MONEY };
