import { amount, ZERO_MONEY } from '../check/amounts.ts';
import type { Follower } from '../check/follower.ts';
import type { TransactionCheck } from '../check/transaction.ts';
import type { Segment } from '../reader/segment.ts';
import { dayOf } from '../text/day-of.ts';
import { closePayment } from './close-payment.ts';
import type { OpenAdjustment, OpenPayment } from './open-payment.ts';
import type { Payment } from './payment.ts';

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
    if (this.#open) this.#take(closePayment(this.#open));
    this.#open = undefined;
  }

  #head(segment: Segment, loop: string, open: OpenPayment): void {
    switch (segment.id) {
      case 'BPR':
        open.amount = amount(segment, 2);
        open.method = segment.element(4);
        open.date = dayOf(segment.element(16));
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
              amount: amount(segment, n + 1),
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
        charged: amount(segment, 3),
        paid: amount(segment, 4),
        share: amount(segment, 5),
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
        if (segment.element(1) === '232') claim.from = dayOf(segment.element(2));
        break;
      case 'AMT':
        if (segment.element(1) === 'AU') claim.allowed = amount(segment, 2);
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
        charged: amount(segment, 2),
        paid: amount(segment, 3),
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
        const on = dayOf(segment.element(2));
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
        if (segment.element(1) === 'B6') line.allowed = amount(segment, 2);
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
      into.push({ group: segment.element(1), reason, amount: amount(segment, n + 1), quantity: segment.element(n + 2) || null });
  }
}

function remark(into: string[], code: string): void {
  if (code !== '') into.push(code);
}
