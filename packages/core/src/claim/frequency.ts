import type { Claim } from './model.ts';

/** The frequency of a claim as written: of an institutional one the last digit of its type of bill; empty when not said. */
export function frequencyOf({ type, frequency, billType }: Claim): string {
  const bill = billType?.trim().toUpperCase() ?? '';
  return type === 'institutional' && /^0?\d{2}[0-9A-Z]$/.test(bill) ? bill.slice(-1) : (frequency?.trim().toUpperCase() ?? '');
}

/** A claim that replaces (7) or voids (8) an earlier one. */
export function isCorrection(claim: Claim): boolean {
  const frequency = frequencyOf(claim);
  return frequency === '7' || frequency === '8';
}
