import { addMoney, formatMoney, minus, type Money, ZERO_MONEY } from '../check/amounts.ts';
import { entryOf } from '../text/entry-of.ts';
import { pairReversals, REVERSAL } from './corrections.ts';
import { nextSteps } from './next-steps.ts';
import type { OpenAdjustment, OpenClaim, OpenLine, OpenPayment } from './open-payment.ts';
import type { Adjustment, PaidClaim, PaidLine, Payment } from './payment.ts';
import { CLAIM_STATUSES, GROUPS, PROVIDER_REASONS, REASONS } from './reasons.ts';

const METHODS: Readonly<Record<string, string>> = {
  ACH: 'electronic transfer (ACH)',
  CHK: 'check',
  FWT: 'wire transfer',
  BOP: 'as the payer’s bank chooses',
  NON: 'no payment',
};
/** CARCs that are the patient's share of an allowed amount. */
const SHARES: ReadonlySet<string> = new Set(['1', '2', '3', '66']);

/** A payment that was read whole, in plain words: its sums, whether they add up, what corrects what, what to do next. */
export function closePayment(open: OpenPayment): Payment {
  const claimsPaid = sum(open.claims.map(({ paid }) => paid));
  const adjusted = sum(open.providerAdjustments.map(({ amount }) => amount));
  const expected = minus(claimsPaid, adjusted);
  const corrections = pairReversals(open.claims);
  const paired = new Map<number, PaidClaim['pairedWith']>();
  for (const { reversal, correction } of corrections) {
    if (correction === null) continue;
    paired.set(reversal, 'correction');
    paired.set(correction, 'reversal');
  }
  return {
    transaction: open.transaction,
    payer: open.payer,
    payee: open.payee,
    amount: formatMoney(open.amount),
    method: entryOf(METHODS, open.method) ?? open.method,
    nothing: open.method === 'NON',
    date: open.date,
    trace: open.trace,
    claims: open.claims.map((claim, at) => closeClaim(claim, paired.get(at) ?? null)),
    corrections,
    providerAdjustments: open.providerAdjustments.map((each) => ({
      provider: each.provider,
      reason: each.reason,
      says: entryOf(PROVIDER_REASONS, each.reason) ?? null,
      reference: each.reference,
      amount: formatMoney(each.amount),
      effect: each.amount < 0 ? 'adds to the payment' : 'takes from the payment',
    })),
    balance: {
      claimsPaid: formatMoney(claimsPaid),
      providerAdjustments: formatMoney(adjusted),
      expected: formatMoney(expected),
      payment: formatMoney(open.amount),
      balanced: expected === open.amount,
    },
  };
}

function closeClaim(claim: OpenClaim, pairedWith: PaidClaim['pairedWith']): PaidClaim {
  const all = [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)];
  const lines = claim.lines.map(closeLine);
  const allowed =
    claim.allowed ?? (claim.lines.length > 0 ? sum(claim.lines.map(allowedOf)) : addMoney(claim.paid, sharesOf(claim.adjustments)));
  return {
    claim: claim.claim,
    payerControl: claim.payerControl,
    status: claim.status,
    statusSays: entryOf(CLAIM_STATUSES, claim.status) ?? null,
    reversal: claim.status === REVERSAL,
    filing: claim.filing,
    from: claim.from ?? lines.flatMap(({ from }) => from ?? []).toSorted()[0] ?? null,
    patient: claim.patient,
    charged: formatMoney(claim.charged),
    allowed: formatMoney(allowed),
    paid: formatMoney(claim.paid),
    patientShare: formatMoney(claim.share),
    adjustments: claim.adjustments.map(tell),
    remarks: claim.remarks,
    lines,
    next: claim.status === REVERSAL ? [] : nextSteps(all),
    pairedWith,
    balanced: minus(claim.charged, sum(all.map(({ amount }) => amount))) === claim.paid && lines.every((line) => line.balanced),
  };
}

function closeLine(line: OpenLine): PaidLine {
  return {
    code: line.code,
    modifiers: line.modifiers,
    from: line.from,
    to: line.to,
    charged: formatMoney(line.charged),
    allowed: formatMoney(allowedOf(line)),
    paid: formatMoney(line.paid),
    patientShare: formatMoney(sum(line.adjustments.filter(({ group }) => group === 'PR').map(({ amount }) => amount))),
    unitsPaid: line.unitsPaid,
    sentAs: line.sentAs,
    control: line.control,
    adjustments: line.adjustments.map(tell),
    remarks: line.remarks,
    balanced: minus(line.charged, sum(line.adjustments.map(({ amount }) => amount))) === line.paid,
  };
}

/** The payer's own figure (AMT B6), else what was paid and the patient's share of it. */
function allowedOf(line: OpenLine): Money {
  return line.allowed ?? addMoney(line.paid, sharesOf(line.adjustments));
}

function sharesOf(list: readonly OpenAdjustment[]): Money {
  return sum(list.filter(({ group, reason }) => group === 'PR' && SHARES.has(reason)).map(({ amount }) => amount));
}

function tell({ group, reason, amount, quantity }: OpenAdjustment): Adjustment {
  const [says, category] = entryOf(REASONS, reason) ?? [null, null];
  return { group, groupSays: entryOf(GROUPS, group) ?? null, reason, says, category, amount: formatMoney(amount), quantity };
}

function sum(amounts: readonly Money[]): Money {
  return amounts.reduce((all, each) => addMoney(all, each), ZERO_MONEY);
}
