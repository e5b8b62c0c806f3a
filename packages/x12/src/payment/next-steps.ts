import { addMoney, formatMoney, type Money } from '../check/amounts.ts';
import { entryOf } from '../text/entry-of.ts';
import type { OpenAdjustment } from './open-payment.ts';
import type { PaidClaim } from './payment.ts';
import { CATEGORIES, type DenialCategory, type NextStep, REASONS } from './reasons.ts';

/** What to do, the largest amount first: the patient's part to the patient, the contract's part off the books, the rest by its reason. */
export function nextSteps(list: readonly OpenAdjustment[]): PaidClaim['next'] {
  const steps = new Map<string, { step: NextStep; amount: Money; category: DenialCategory | null; how: string }>();
  for (const { group, reason, amount } of list) {
    if (amount <= 0) continue;
    const category = entryOf(REASONS, reason)?.[1] ?? null;
    const told = category === null ? undefined : CATEGORIES[category];
    const step = group === 'PR' ? 'bill-patient' : (told?.next ?? 'check');
    const how =
      group === 'PR' ? CATEGORIES['patient-share'].how : (told?.how ?? `Look up reason ${reason} in the X12 list of adjustment reasons.`);
    const key = `${step} ${category}`;
    const known = steps.get(key);
    if (known) known.amount = addMoney(known.amount, amount);
    else steps.set(key, { step, amount, category, how });
  }
  return [...steps.values()]
    .toSorted((one, other) => other.amount - one.amount)
    .map(({ step, amount, category, how }) => ({
      step,
      amount: formatMoney(amount),
      category,
      preventable: category === null ? null : CATEGORIES[category].preventable,
      how,
    }));
}
