import type { SegmentSpec } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import { addMoney, amount, formatMoney, type Money, ZERO_MONEY } from './amounts.ts';
import type { X12Place } from './finding.ts';
import type { Observer, ObserverContext } from './observer.ts';

/** The sum of an 820: what is sent is what is told of. How adjustments (ADX) count was not read, so a set with any is left alone. */
export class PremiumBalance implements Observer {
  readonly #context: ObserverContext;
  #at: X12Place | undefined;
  #total: Money = ZERO_MONEY;
  #told: Money = ZERO_MONEY;
  #amounts = 0;
  #adjusted = false;

  constructor(context: ObserverContext) {
    this.#context = context;
  }

  segment(segment: Segment, spec: SegmentSpec): void {
    if (spec.id === 'BPR') {
      this.#at = this.#context.findings.place();
      this.#total = amount(segment, 2);
    } else if (spec.id === 'RMR') {
      this.#amounts++;
      this.#told = addMoney(this.#told, amount(segment, 4));
    } else if (spec.id === 'ADX') this.#adjusted = true;
  }

  end(): void {
    if (!this.#at || this.#adjusted || this.#amounts === 0 || this.#told === this.#total) return;
    this.#context.findings.add('x12/premium-total', {
      message: `BPR02 is ${formatMoney(this.#total)}, the amounts (RMR04) add up to ${formatMoney(this.#told)}.`,
      at: { ...this.#at, element: 2 },
      value: formatMoney(this.#total),
    });
  }
}
