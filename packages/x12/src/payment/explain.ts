import { type Data, type Day, formatMoney, type Money, parseMoney, ZERO_MONEY } from '@cleanclaim/core';
import { addMoney, minus } from '../check/amounts.ts';
import { type ListedCode, listedCodes } from './listed-codes.ts';
import type { PaidClaim, PaidLine, Payment } from './payment.ts';
import type { SentClaims, SentMatch } from './sent-claims.ts';
import { type Deadline, deadlineOf, isOriginalMedicare, type TimeLimits } from './time-limits.ts';

export type NextStepBy = PaidClaim['next'][number] & {
  /** The last day for it, where plan and time are known. */
  readonly until: Deadline | null;
};

/** Allowed less than the contract says. */
export interface Underpaid {
  /** 1-based place of the line in the payment. */
  readonly line: number;
  readonly code: string;
  readonly expected: string;
  readonly allowed: string;
  /** What is short; negative when more was allowed. */
  readonly short: string;
}

export interface ExplainedClaim extends Omit<PaidClaim, 'next'> {
  readonly next: readonly NextStepBy[];
  /** The claim it answers; null when none of those given is it, and undefined when none were given. */
  readonly sent?: SentMatch | null;
  readonly underpaid: readonly Underpaid[];
}

export interface ExplainedPayment extends Omit<Payment, 'claims'> {
  readonly claims: readonly ExplainedClaim[];
  /** Its reasons and remarks in the user's own lists, where those are installed. */
  readonly codes: readonly ListedCode[];
}

export interface ExplainOptions {
  readonly today: Day;
  readonly sent?: SentClaims;
  /** Where lists of reasons and remarks are looked for. */
  readonly data?: Data;
  /** The plan's own time limits; those of Original Medicare are known. */
  readonly limits?: TimeLimits;
  /** The amount a line should be allowed, as decimal text; undefined where the contract does not say. */
  readonly expected?: (line: PaidLine) => string | undefined;
}

/** Original Medicare makes no initial determination on a late claim, so there is nothing to appeal. */
const LATE_MEDICARE =
  'Medicare allows no appeal of a late claim (no initial determination, 42 CFR 405.926); ask for an exception (42 CFR 424.44(b)) if one fits, else write it off. The patient may not be billed.';

/** A payment with what was sent, what was expected, and how long there is to act. */
export function explainPayment(payment: Payment, options: ExplainOptions): ExplainedPayment {
  return {
    ...payment,
    claims: payment.claims.map((claim) => explainClaim(payment, claim, options)),
    codes: listedCodes(payment, options.data, options.today),
  };
}

function explainClaim(payment: Payment, claim: PaidClaim, { today, sent, limits, expected }: ExplainOptions): ExplainedClaim {
  const facts = { filing: claim.filing, paidOn: payment.date, from: claim.from };
  const medicare = limits === undefined && isOriginalMedicare(claim.filing);
  const next = claim.next.map((each): NextStepBy => {
    if (medicare && each.category === 'timely-filing' && each.step === 'appeal')
      return { ...each, step: 'check', how: LATE_MEDICARE, until: null };
    return { ...each, until: deadlineOf(each.step, facts, today, limits) };
  });
  const underpaid = expected && !claim.reversal ? claim.lines.flatMap((line, at) => compareAllowed(line, at + 1, expected(line))) : [];
  return {
    ...claim,
    next: claimShort(next, underpaid, facts, today, limits),
    ...(sent ? { sent: sent.find(claim) } : {}),
    underpaid,
  };
}

/** What the contract allows and the payer did not is no write-off: it is asked for. */
function claimShort(
  next: readonly NextStepBy[],
  underpaid: readonly Underpaid[],
  facts: Parameters<typeof deadlineOf>[1],
  today: Day,
  limits: TimeLimits | undefined,
): readonly NextStepBy[] {
  const short = underpaid.reduce((sum, each) => addMoney(sum, Math.max(0, parseMoney(each.short) ?? 0) as Money), ZERO_MONEY);
  if (short <= 0) return next;
  const rest = next.flatMap((each) => {
    if (each.step !== 'write-off' || each.category !== 'contract') return [each];
    const left = minus(parseMoney(each.amount) ?? ZERO_MONEY, short);
    return left <= 0 ? [] : [{ ...each, amount: formatMoney(left) }];
  });
  const ask: NextStepBy = {
    step: 'appeal',
    amount: formatMoney(short),
    category: 'contract',
    preventable: 'no',
    how: 'The contract allows more: ask the payer to process it again by the contract.',
    until: deadlineOf('appeal', facts, today, limits),
  };
  return [ask, ...rest];
}

function compareAllowed(line: PaidLine, number: number, expected: string | undefined): Underpaid[] {
  const wanted = expected === undefined ? undefined : parseMoney(expected);
  if (wanted === undefined) return [];
  const allowed = parseMoney(line.allowed) ?? ZERO_MONEY;
  const charged = parseMoney(line.charged) ?? ZERO_MONEY;
  // No contract pays more than was charged.
  const most = Math.min(wanted, charged) as Money;
  const short = minus(most, allowed);
  return short === 0
    ? []
    : [{ line: number, code: line.code, expected: formatMoney(most), allowed: formatMoney(allowed), short: formatMoney(short) }];
}
