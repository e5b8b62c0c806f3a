import type { ClaimView } from '@cleanclaim/core';

/** A claim that stands in for an earlier one: replacement and void. */
export const CORRECTIONS: ReadonlySet<string> = new Set(['7', '8']);

/** The claim's frequency: of a facility the last digit of its type of bill; empty where none is given. */
export function frequencyOf({ claim, type }: ClaimView): string {
  const stated = claim.frequency?.trim().toUpperCase();
  const bill = claim.billType?.trim().toUpperCase() ?? '';
  return type === 'institutional' && /^0?\d{2}[0-9A-Z]$/.test(bill) ? bill.slice(-1) : (stated ?? '');
}
