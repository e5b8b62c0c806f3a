import { CleanclaimError, formatMoney, type Money, parseMoney, quote } from '@cleanclaim/core';
import type { PaidLine } from './payment.ts';

/**
 * What a contract allows for a line: the rate of the code with its modifiers (`G0108-25`), else of the code, times the
 * units paid. Throws `input/invalid` for anything but an object of amounts as text; `called` names it in the message.
 */
export function readContract(value: unknown, called: string): (line: PaidLine) => string | undefined {
  const rates = new Map(Object.entries(checkRates(value, called)));
  return ({ code, modifiers, unitsPaid }) => {
    const rate = rates.get([code, ...modifiers].join('-')) ?? rates.get(code);
    const money = rate === undefined ? undefined : parseMoney(rate);
    const units = Number(unitsPaid);
    // Only whole units are multiplied exactly.
    return money === undefined || !Number.isSafeInteger(units) ? undefined : formatMoney((money * units) as Money);
  };
}

function checkRates(value: unknown, called: string): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CleanclaimError('input/invalid', `${called} is to be an object of codes and amounts: {"G0108": "60.00"}.`, '/contract');
  for (const [code, rate] of Object.entries(value)) {
    if (typeof rate !== 'string' || parseMoney(rate) === undefined)
      throw new CleanclaimError('input/invalid', `${called}: the amount of ${quote(code)} is to be text such as "60.00".`, `/${code}`);
  }
  return value as Readonly<Record<string, string>>;
}
