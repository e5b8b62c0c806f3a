import type { Exact } from './exact.ts';

/** One step of a price, for people to follow: what was done and what came out. */
export interface Step {
  readonly what: string;
  readonly value: string;
  /** The edition the figures are from; null for a rule. */
  readonly edition: string | null;
}

/** Why a line has no price, and what would give it one; null when nothing that can be installed would. */
export interface NotPriced {
  readonly reason: string;
  readonly install: string | null;
}

export interface PricedLine {
  readonly index: number;
  readonly code: string;
  /** Fee-schedule amount after every adjustment, or the charge where that is less; null when there is no price. */
  readonly allowed: string | null;
  readonly notPriced: NotPriced | null;
  /** What may keep the service from being paid there, and what could not be taken into account. */
  readonly warnings: readonly string[];
  readonly steps: readonly Step[];
}

export interface Price {
  readonly claim: string | null;
  readonly on: string | null;
  readonly lines: readonly PricedLine[];
  /** Sums over the lines that have a price; `complete` tells whether that is all of them. */
  readonly complete: boolean;
  readonly allowed: string;
  readonly patient: string;
  readonly payment: string;
  /** Of a practitioner who does not participate and does not take assignment: the most the patient may be charged. */
  readonly limitingCharge?: string;
  readonly editions: readonly { readonly id: string; readonly from: string; readonly to: string | null }[];
}

export function step(what: string, value: Exact, edition: string | null = null): Step {
  return { what, value: value.toFixed(), edition };
}

export function isNotPriced(value: object): value is NotPriced {
  return 'reason' in value;
}

export function notPriced(reason: string, install: string | null = null): NotPriced {
  return { reason, install };
}
