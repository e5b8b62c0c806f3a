import { formatMoney } from '@cleanclaim/core';
import { addMoney, amountOf, minus, type Money, ZERO_MONEY } from '../check/amounts.ts';
import type { Follower } from '../check/follower.ts';
import type { TransactionCheck } from '../check/transaction.ts';
import type { Segment } from '../reader/segment.ts';
import {
  CATEGORIES,
  type CategoryText,
  CLAIM_STATUSES,
  type DenialCategory,
  GROUPS,
  type NextStep,
  PROVIDER_REASONS,
  REASONS,
} from './reasons.ts';
import { entryOf } from '../text/entry-of.ts';

/** Amounts are decimal texts, as in the claim model. */
export interface Adjustment {
  readonly group: string;
  readonly groupSays: string | null;
  readonly reason: string;
  /** In our own words; null for a code that is not in our list. */
  readonly says: string | null;
  readonly category: DenialCategory | null;
  readonly amount: string;
  readonly quantity: string | null;
}

export interface PaidLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly charged: string;
  readonly allowed: string;
  readonly paid: string;
  readonly patientShare: string;
  readonly unitsPaid: string;
  /** What the line was sent as, where the payer changed it. */
  readonly sentAs: string | null;
  /** The number the claim gave the line (REF 6R). */
  readonly control: string | null;
  readonly adjustments: readonly Adjustment[];
  readonly remarks: readonly string[];
  readonly balanced: boolean;
}

export interface PaidClaim {
  /** CLM01 of the claim sent. */
  readonly claim: string;
  readonly payerControl: string | null;
  readonly status: string;
  readonly statusSays: string | null;
  /** CLP02 22: it takes back an earlier payment. */
  readonly reversal: boolean;
  /** CLP06: the kind of plan, such as `MB`; empty when not said. */
  readonly filing: string;
  /** First day of service. */
  readonly from: string | null;
  readonly patient: { readonly last: string; readonly first: string; readonly memberId: string | null } | null;
  readonly charged: string;
  readonly allowed: string;
  readonly paid: string;
  readonly patientShare: string;
  readonly adjustments: readonly Adjustment[];
  readonly remarks: readonly string[];
  readonly lines: readonly PaidLine[];
  readonly next: readonly {
    readonly step: NextStep;
    readonly amount: string;
    readonly category: DenialCategory | null;
    readonly preventable: CategoryText['preventable'] | null;
    readonly how: string;
  }[];
  /** For a reversal: true when a corrected claim of the same number follows or stands before it in this payment. */
  readonly pairedWith: 'correction' | 'reversal' | null;
  readonly balanced: boolean;
}

/** Places (0-based) in `claims` of a reversal and of what corrects it; null when it is only taken back. */
export interface Correction {
  readonly claim: string;
  readonly reversal: number;
  readonly correction: number | null;
  /** What the pair adds to the payment; negative when money goes back. */
  readonly net: string;
}

export interface ProviderAdjustment {
  readonly provider: string;
  readonly reason: string;
  readonly says: string | null;
  readonly reference: string | null;
  /** As sent: positive takes money from the payee. */
  readonly amount: string;
  readonly effect: 'takes from the payment' | 'adds to the payment';
}

export interface Payment {
  readonly transaction: string;
  readonly payer: string;
  readonly payee: string;
  readonly amount: string;
  readonly method: string;
  /** BPR04 NON: it tells of claims and moves no money. */
  readonly nothing: boolean;
  readonly date: string | null;
  readonly trace: string;
  readonly claims: readonly PaidClaim[];
  /** Reversals with the claims that correct them, and what is paid in the end. */
  readonly corrections: readonly Correction[];
  readonly providerAdjustments: readonly ProviderAdjustment[];
  readonly balance: {
    readonly claimsPaid: string;
    readonly providerAdjustments: string;
    readonly expected: string;
    readonly payment: string;
    readonly balanced: boolean;
  };
}

const METHODS: Readonly<Record<string, string>> = {
  ACH: 'electronic transfer (ACH)',
  CHK: 'check',
  FWT: 'wire transfer',
  BOP: 'as the payer’s bank chooses',
  NON: 'no payment',
};
/** CARCs that are the patient's share of an allowed amount. */
const SHARES: ReadonlySet<string> = new Set(['1', '2', '3', '66']);
const REVERSAL = '22';

interface OpenLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly charged: Money;
  readonly paid: Money;
  readonly unitsPaid: string;
  readonly sentAs: string | null;
  from: string | null;
  to: string | null;
  allowed: Money | undefined;
  control: string | null;
  readonly adjustments: OpenAdjustment[];
  readonly remarks: string[];
}

interface OpenAdjustment {
  readonly group: string;
  readonly reason: string;
  readonly amount: Money;
  readonly quantity: string | null;
}

interface OpenClaim {
  readonly claim: string;
  readonly status: string;
  readonly charged: Money;
  readonly paid: Money;
  readonly share: Money;
  readonly payerControl: string | null;
  readonly filing: string;
  from: string | null;
  patient: PaidClaim['patient'];
  allowed: Money | undefined;
  readonly adjustments: OpenAdjustment[];
  readonly remarks: string[];
  readonly lines: OpenLine[];
}

interface OpenPayment {
  readonly transaction: string;
  payer: string;
  payee: string;
  amount: Money;
  method: string;
  date: string | null;
  trace: string;
  readonly claims: OpenClaim[];
  readonly providerAdjustments: { provider: string; reason: string; reference: string | null; amount: Money }[];
}

/** Reads the payments of an 835 in plain words while it is checked; each is handed over when its set ends. */
export class PaymentReader implements Follower {
  readonly #take: (payment: Payment) => void;
  #open: OpenPayment | undefined;

  constructor(take: (payment: Payment) => void) {
    this.#take = take;
  }

  transaction(transaction: TransactionCheck): void {
    this.#open =
      transaction.guideId === '835'
        ? {
            transaction: transaction.control,
            payer: '',
            payee: '',
            amount: ZERO_MONEY,
            method: '',
            date: null,
            trace: '',
            claims: [],
            providerAdjustments: [],
          }
        : undefined;
  }

  segment(segment: Segment, transaction: TransactionCheck | undefined): void {
    const open = this.#open;
    const placed = transaction?.placed;
    if (!open || !placed || placed.segment.id !== segment.id) return;
    const loop = placed.at.id;
    if (loop === '2110') this.#line(segment, open);
    else if (loop === '2100') this.#claim(segment, open);
    else this.#head(segment, loop, open);
  }

  transactionEnd(): void {
    if (this.#open) this.#take(close(this.#open));
    this.#open = undefined;
  }

  #head(segment: Segment, loop: string, open: OpenPayment): void {
    switch (segment.id) {
      case 'BPR':
        open.amount = money(segment, 2);
        open.method = segment.element(4);
        open.date = day(segment.element(16));
        break;
      case 'TRN':
        open.trace = segment.element(2);
        break;
      case 'N1':
        if (loop === '1000A') open.payer = segment.element(2);
        else open.payee = segment.element(2);
        break;
      case 'PLB':
        for (let n = 3; n + 1 <= segment.count; n += 2) {
          const [reason = '', reference = ''] = segment.components(n);
          if (reason !== '')
            open.providerAdjustments.push({
              provider: segment.element(1),
              reason,
              reference: reference || null,
              amount: money(segment, n + 1),
            });
        }
        break;
    }
  }

  #claim(segment: Segment, open: OpenPayment): void {
    if (segment.id === 'CLP') {
      open.claims.push({
        claim: segment.element(1),
        status: segment.element(2),
        charged: money(segment, 3),
        paid: money(segment, 4),
        share: money(segment, 5),
        payerControl: segment.element(7) || null,
        filing: segment.element(6),
        from: null,
        patient: null,
        allowed: undefined,
        adjustments: [],
        remarks: [],
        lines: [],
      });
      return;
    }
    const claim = open.claims.at(-1);
    if (!claim) return;
    switch (segment.id) {
      case 'NM1':
        if (segment.element(1) === 'QC')
          claim.patient = { last: segment.element(3), first: segment.element(4), memberId: segment.element(9) || null };
        break;
      case 'CAS':
        adjustments(segment, claim.adjustments);
        break;
      case 'DTM':
        if (segment.element(1) === '232') claim.from = day(segment.element(2));
        break;
      case 'AMT':
        if (segment.element(1) === 'AU') claim.allowed = money(segment, 2);
        break;
      case 'MOA':
        for (const n of [3, 4, 5, 6, 7]) remark(claim.remarks, segment.element(n));
        break;
      case 'MIA':
        for (const n of [5, 20, 21, 22, 23]) remark(claim.remarks, segment.element(n));
        break;
    }
  }

  #line(segment: Segment, open: OpenPayment): void {
    const lines = open.claims.at(-1)?.lines;
    if (!lines) return;
    if (segment.id === 'SVC') {
      const [, code = '', ...modifiers] = segment.components(1);
      lines.push({
        code,
        modifiers: modifiers.slice(0, 4).filter((each) => each !== ''),
        charged: money(segment, 2),
        paid: money(segment, 3),
        unitsPaid: segment.element(5) || '1',
        sentAs: segment.component(6, 2) || null,
        from: null,
        to: null,
        allowed: undefined,
        control: null,
        adjustments: [],
        remarks: [],
      });
      return;
    }
    const line = lines.at(-1);
    if (!line) return;
    switch (segment.id) {
      case 'DTM': {
        const on = day(segment.element(2));
        if (segment.element(1) !== '151') line.from = on;
        if (segment.element(1) !== '150') line.to = on;
        break;
      }
      case 'CAS':
        adjustments(segment, line.adjustments);
        break;
      case 'REF':
        if (segment.element(1) === '6R') line.control = segment.element(2);
        break;
      case 'AMT':
        if (segment.element(1) === 'B6') line.allowed = money(segment, 2);
        break;
      case 'LQ':
        remark(line.remarks, segment.element(2));
        break;
    }
  }
}

function adjustments(segment: Segment, into: OpenAdjustment[]): void {
  for (let n = 2; n <= 17 && n <= segment.count; n += 3) {
    const reason = segment.element(n);
    if (reason !== '')
      into.push({ group: segment.element(1), reason, amount: money(segment, n + 1), quantity: segment.element(n + 2) || null });
  }
}

function remark(into: string[], code: string): void {
  if (code !== '') into.push(code);
}

function close(open: OpenPayment): Payment {
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

/** Each reversal with the next claim of its number that is none, or an earlier one: the first free of them. */
function pairReversals(claims: readonly OpenClaim[]): Correction[] {
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

/** What to do, the largest amount first: the patient's part to the patient, the contract's part off the books, the rest by its reason. */
function nextSteps(list: readonly OpenAdjustment[]): PaidClaim['next'] {
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

function sum(amounts: readonly Money[]): Money {
  return amounts.reduce((all, each) => addMoney(all, each), ZERO_MONEY);
}

function money(segment: Segment, n: number): Money {
  return amountOf(segment.element(n)) ?? ZERO_MONEY;
}

function day(text: string): string | null {
  return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}` : null;
}
