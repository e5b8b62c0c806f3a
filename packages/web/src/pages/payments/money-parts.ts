import { addMoney, type Money, parseMoney, ZERO_MONEY } from '@cleanclaim/core';
import type { Adjustment, PaidClaim, Payment } from '@cleanclaim/x12';

/** Where a charge went: to you, to the patient's bill, paid by an earlier payer, off the books by contract, or not paid for a reason to look into. */
export type PartKind = 'paid' | 'patient' | 'earlier' | 'writtenOff' | 'open';

export interface Part {
  readonly kind: PartKind;
  readonly amount: Money;
}

export const PART_KINDS: readonly PartKind[] = ['paid', 'patient', 'earlier', 'writtenOff', 'open'];

/** The adjustment reason for what an earlier payer paid or took off (CARC 23). */
const EARLIER_PAYER = '23';

/** What kind of part an adjustment is. Only a reason that we know to be the contract's counts as written off. */
export function partOf({ group, reason, category }: Adjustment): Exclude<PartKind, 'paid'> {
  if (group === 'PR') return 'patient';
  if (reason === EARLIER_PAYER) return 'earlier';
  return category === 'contract' ? 'writtenOff' : 'open';
}

/** The parts of a line or claim that are more than nothing, in the order of PART_KINDS. */
export function partsOf({ paid, adjustments }: { readonly paid: string; readonly adjustments: readonly Adjustment[] }): Part[] {
  const sums = new Map<PartKind, Money>([['paid', amountOf(paid)]]);
  for (const each of adjustments) sums.set(partOf(each), addMoney(sums.get(partOf(each)) ?? ZERO_MONEY, amountOf(each.amount)));
  return PART_KINDS.flatMap((kind) => {
    const amount = sums.get(kind) ?? ZERO_MONEY;
    return amount > 0 ? [{ kind, amount }] : [];
  });
}

/** What of a claim still needs someone's work. A reversal needs none by itself. */
export function openAmount(claim: PaidClaim): Money {
  if (claim.status === REVERSAL) return ZERO_MONEY;
  return [claim, ...claim.lines]
    .flatMap(({ adjustments }) => adjustments)
    .filter((each) => partOf(each) === 'open')
    .reduce((sum, each) => addMoney(sum, amountOf(each.amount)), ZERO_MONEY);
}

const REVERSAL = '22';
const DENIED = '4';

/** The result of a claim in a word; `lines` are the numbers of lines that were not paid for a reason to look into. */
export type ClaimResult =
  | { readonly kind: 'unbalanced' | 'reversed' | 'denied' | 'paid' | 'unpaid' }
  | { readonly kind: 'lines'; readonly lines: readonly number[] }
  | { readonly kind: 'short'; readonly amount: Money };

export function resultOf(claim: PaidClaim): ClaimResult {
  if (!claim.balanced) return { kind: 'unbalanced' };
  if (claim.status === REVERSAL) return { kind: 'reversed' };
  const open = openAmount(claim);
  const paid = amountOf(claim.paid);
  if (claim.status === DENIED || (paid <= 0 && open > 0)) return { kind: 'denied' };
  const lines = claim.lines.flatMap((line, at) =>
    amountOf(line.paid) <= 0 && line.adjustments.some((each) => partOf(each) === 'open') ? [at + 1] : [],
  );
  if (lines.length > 0) return { kind: 'lines', lines };
  if (open > 0) return { kind: 'short', amount: open };
  return { kind: paid > 0 ? 'paid' : 'unpaid' };
}

export interface PaymentSums {
  readonly billed: Money;
  readonly patients: Money;
  readonly open: Money;
  /** Claims to work on. */
  readonly claims: number;
}

export function sumsOf({ claims }: Payment): PaymentSums {
  const sum = (amounts: readonly Money[]): Money => amounts.reduce(addMoney, ZERO_MONEY);
  return {
    billed: sum(claims.map(({ charged }) => amountOf(charged))),
    patients: sum(claims.map(({ patientShare }) => amountOf(patientShare))),
    open: sum(claims.map(openAmount)),
    claims: claims.filter(needsWork).length,
  };
}

export function needsWork(claim: PaidClaim): boolean {
  return !['paid', 'unpaid', 'reversed'].includes(resultOf(claim).kind);
}

/** Amounts come from our own reader, which writes them so that they can be read. */
export function amountOf(text: string): Money {
  return parseMoney(text) ?? ZERO_MONEY;
}
