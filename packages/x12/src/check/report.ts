import { quote, type Severity } from '@cleanclaim/core';
import type { Segment } from '../reader/segment.ts';
import type { AckCodes } from './ack-codes.ts';
import type { X12Finding, X12Place } from './finding.ts';
import { type RuleId, X12_RULES } from './rules.ts';
import type { RuleText } from './rules/rule-text.ts';

/** What one finding adds to its rule. */
export interface Detail {
  readonly message: string;
  readonly element?: number;
  readonly component?: number;
  readonly severity?: Severity;
  readonly why?: string;
  readonly fix?: string;
  readonly codes?: AckCodes;
  readonly value?: string;
  /** Where, when it is not the segment at hand. */
  readonly at?: X12Place;
  readonly segment?: string;
  readonly loop?: string;
}

/** Gathers findings with their place. Keeps at most a stated number; the rest is counted. */
export class Findings {
  readonly kept: X12Finding[] = [];
  leftOut = 0;
  errors = 0;
  warnings = 0;
  /** Envelope counters; the checker keeps them true. */
  interchange: number | null = null;
  group: number | null = null;
  transaction: number | null = null;
  inTransaction: number | null = null;
  loop: string | null = null;
  readonly #limit: number;
  #segment: Segment | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** No more are kept. */
  get full(): boolean {
    return this.kept.length >= this.#limit;
  }

  /** The segment that is being looked at; findings without a place of their own are there. */
  look(segment: Segment): void {
    this.#segment = segment;
  }

  /** The place of the segment at hand, to point back to it later. */
  place(): X12Place {
    const segment = this.#segment;
    return {
      byte: segment?.offset ?? 0,
      segmentNumber: segment?.number ?? 0,
      inTransaction: this.inTransaction,
      interchange: this.interchange,
      group: this.group,
      transaction: this.transaction,
      loop: this.loop,
      segment: segment?.id.slice(0, 3) ?? '',
      element: null,
      component: null,
    };
  }

  add(id: RuleId, detail: Detail): void {
    const rule: RuleText = X12_RULES[id];
    const severity = detail.severity ?? rule.severity;
    if (severity === 'error') this.errors++;
    else this.warnings++;
    if (this.full) {
      this.leftOut++;
      return;
    }
    const place = detail.at ?? this.place();
    this.kept.push({
      rule: id,
      severity,
      snip: rule.snip,
      message: detail.message,
      why: detail.why ?? rule.why,
      fix: detail.fix ?? rule.fix,
      where: {
        ...place,
        ...(detail.segment === undefined ? {} : { segment: detail.segment }),
        ...(detail.loop === undefined ? {} : { loop: detail.loop }),
        element: detail.element ?? place.element,
        component: detail.component ?? place.component,
      },
      codes: { ...rule.codes, ...detail.codes },
      ...(detail.value === undefined ? {} : { value: detail.value.slice(0, 80) }),
    });
  }
}

/** `NM109`, `HI01-2`: how people name a place in a segment. */
export function placeName(segment: string, element: number, component = 0): string {
  return `${segment}${String(element).padStart(2, '0')}${component > 0 ? `-${component}` : ''}`;
}

export function shown(value: string): string {
  return quote(value);
}
