import { addMoney, formatMoney, ZERO_MONEY } from '../check/amounts.ts';
import type { OpenClaim } from './open-payment.ts';
import type { Correction } from './payment.ts';

/** CLP02 of a claim that takes back an earlier payment. */
export const REVERSAL = '22';

/** Each reversal with the next claim of its number that is none, or an earlier one: the first free of them. */
export function pairReversals(claims: readonly OpenClaim[]): Correction[] {
  const free = new Map<string, number[]>();
  claims.forEach(({ claim, status }, at) => {
    if (status === REVERSAL) return;
    const same = free.get(claim);
    if (same) same.push(at);
    else free.set(claim, [at]);
  });
  return claims.flatMap(({ claim, status, paid }, reversal) => {
    if (status !== REVERSAL) return [];
    const places = free.get(claim) ?? [];
    const after = places.findIndex((at) => at > reversal);
    const [correction] = places.splice(Math.max(after, 0), 1);
    const other = correction === undefined ? ZERO_MONEY : (claims[correction]?.paid ?? ZERO_MONEY);
    return [{ claim, reversal, correction: correction ?? null, net: formatMoney(addMoney(paid, other)) }];
  });
}
