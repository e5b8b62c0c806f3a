import type { LoopNode, SegmentSpec } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import { addMoney, amount, casSum, formatMoney, minus, type Money, ZERO_MONEY } from './amounts.ts';
import type { X12Place } from './finding.ts';
import type { Observer, ObserverContext } from './observer.ts';

const CASH_NONE = 'NON';
const REVERSAL = '22';

/**
 * The three levels of 835 balancing (005010X221A1 section 1.10.2): service, claim, transaction; and that the lines add
 * up to their claim.
 */
export class PaymentBalance implements Observer {
  claims = 0;
  readonly #context: ObserverContext;
  #payment: Money = ZERO_MONEY;
  #paymentAt: X12Place | undefined;
  #claimsPaid: Money = ZERO_MONEY;
  #providerLevel: Money = ZERO_MONEY;

  #claimAt: X12Place | undefined;
  #claimId = '';
  #status = '';
  #charge: Money = ZERO_MONEY;
  #paid: Money = ZERO_MONEY;
  #share: Money = ZERO_MONEY;
  #claimAdjusted: Money = ZERO_MONEY;
  #lineAdjusted: Money = ZERO_MONEY;
  #patientAdjusted: Money = ZERO_MONEY;
  #lines = 0;
  #lineCharges: Money = ZERO_MONEY;
  #linePaid: Money = ZERO_MONEY;

  #serviceAt: X12Place | undefined;
  #serviceCharge: Money = ZERO_MONEY;
  #servicePaid: Money = ZERO_MONEY;
  #serviceAdjusted: Money = ZERO_MONEY;

  constructor(context: ObserverContext) {
    this.#context = context;
  }

  segment(segment: Segment, spec: SegmentSpec, loop: LoopNode): void {
    switch (spec.id) {
      case 'BPR':
        this.#payment = amount(segment, 2);
        this.#paymentAt = { ...this.#context.findings.place(), element: 2 };
        this.#notice(segment);
        break;
      case 'CLP':
        this.#claim(segment);
        break;
      case 'SVC':
        this.#service(segment);
        break;
      case 'CAS':
        this.#adjustment(segment, loop);
        break;
      case 'PLB':
        for (let n = 4; n <= 14 && n <= segment.count; n += 2) this.#providerLevel = addMoney(this.#providerLevel, amount(segment, n));
        break;
    }
  }

  close(loop: LoopNode): void {
    if (loop.id === '2110') this.#closeService();
    else if (loop.id === '2100') this.#closeClaim();
  }

  end(): void {
    const due = minus(this.#claimsPaid, this.#providerLevel);
    if (!this.#paymentAt || due === this.#payment) return;
    this.#context.findings.add('x12/payment-total', {
      message: `The payment BPR02 is ${formatMoney(this.#payment)}, but the claims pay ${formatMoney(this.#claimsPaid)} less provider adjustments of ${formatMoney(this.#providerLevel)}: ${formatMoney(due)}.`,
      at: this.#paymentAt,
    });
  }

  #notice(segment: Segment): void {
    const none = segment.element(4) === CASH_NONE;
    if (none && this.#payment !== ZERO_MONEY) {
      this.#context.findings.add('x12/notice-only', { message: `BPR04 is NON, but BPR02 is ${formatMoney(this.#payment)}.`, element: 4 });
    } else if (segment.element(1) === 'H' && !none) {
      this.#context.findings.add('x12/notice-only', {
        message: 'BPR01 is H, but BPR04 names a way of payment.',
        element: 4,
        severity: 'warning',
      });
    }
  }

  #claim(segment: Segment): void {
    this.claims++;
    this.#claimAt = this.#context.findings.place();
    this.#claimId = segment.element(1);
    this.#status = segment.element(2);
    this.#charge = amount(segment, 3);
    this.#paid = amount(segment, 4);
    this.#share = amount(segment, 5);
    this.#claimAdjusted = ZERO_MONEY;
    this.#lineAdjusted = ZERO_MONEY;
    this.#patientAdjusted = ZERO_MONEY;
    this.#lines = 0;
    this.#lineCharges = ZERO_MONEY;
    this.#linePaid = ZERO_MONEY;
    this.#claimsPaid = addMoney(this.#claimsPaid, this.#paid);
  }

  #service(segment: Segment): void {
    this.#lines++;
    this.#serviceAt = this.#context.findings.place();
    this.#serviceCharge = amount(segment, 2);
    this.#servicePaid = amount(segment, 3);
    this.#serviceAdjusted = ZERO_MONEY;
    this.#lineCharges = addMoney(this.#lineCharges, this.#serviceCharge);
    this.#linePaid = addMoney(this.#linePaid, this.#servicePaid);
  }

  #adjustment(segment: Segment, loop: LoopNode): void {
    const sum = casSum(segment);
    if (segment.element(1) === 'PR') this.#patientAdjusted = addMoney(this.#patientAdjusted, sum);
    if (loop.id === '2110') {
      this.#serviceAdjusted = addMoney(this.#serviceAdjusted, sum);
      this.#lineAdjusted = addMoney(this.#lineAdjusted, sum);
    } else this.#claimAdjusted = addMoney(this.#claimAdjusted, sum);
  }

  #closeService(): void {
    const due = minus(this.#serviceCharge, this.#serviceAdjusted);
    if (!this.#serviceAt || due === this.#servicePaid) return;
    this.#context.findings.add('x12/payment-line', {
      message: `Line of claim ${this.#claimId}: charge ${formatMoney(this.#serviceCharge)} less adjustments ${formatMoney(this.#serviceAdjusted)} is ${formatMoney(due)}, but SVC03 pays ${formatMoney(this.#servicePaid)}.`,
      at: { ...this.#serviceAt, element: 3 },
    });
  }

  #closeClaim(): void {
    const at = this.#claimAt;
    if (!at) return;
    const { findings } = this.#context;
    const adjusted = addMoney(this.#claimAdjusted, this.#lineAdjusted);
    const due = minus(this.#charge, adjusted);
    if (due !== this.#paid) {
      findings.add('x12/payment-claim', {
        message: `Claim ${this.#claimId}: charge ${formatMoney(this.#charge)} less adjustments ${formatMoney(adjusted)} is ${formatMoney(due)}, but CLP04 pays ${formatMoney(this.#paid)}.`,
        at: { ...at, element: 4 },
      });
    }
    if (this.#lines > 0 && this.#lineCharges !== this.#charge) {
      findings.add('x12/payment-charge', {
        message: `Claim ${this.#claimId}: the lines charge ${formatMoney(this.#lineCharges)}, CLP03 is ${formatMoney(this.#charge)}.`,
        at: { ...at, element: 3 },
      });
    }
    const linesDue = minus(this.#linePaid, this.#claimAdjusted);
    if (this.#lines > 0 && linesDue !== this.#paid) {
      findings.add('x12/payment-paid', {
        message: `Claim ${this.#claimId}: the lines pay ${formatMoney(this.#linePaid)} less claim adjustments ${formatMoney(this.#claimAdjusted)}, CLP04 is ${formatMoney(this.#paid)}.`,
        at: { ...at, element: 4 },
      });
    }
    if (this.#status !== REVERSAL && this.#share !== this.#patientAdjusted) {
      findings.add('x12/payment-share', {
        message: `Claim ${this.#claimId}: the patient share CLP05 is ${formatMoney(this.#share)}, the PR adjustments are ${formatMoney(this.#patientAdjusted)}.`,
        at: { ...at, element: 5 },
      });
    }
    this.#claimAt = undefined;
  }
}
