import type { Claim, ClaimAdjustment, LineDecision, OtherPayer, Payer, Subscriber } from '@cleanclaim/core';
import type { Segment } from '../reader/segment.ts';
import { orderOf, payerOfFiling, RELATION_CODES } from './codes.ts';
import { address, adjustmentsOf, days, declared, money, nameOf, type Open, present } from './read-parts.ts';
import { entryOf } from '../text/entry-of.ts';

type OpenPayer = Open<Omit<OtherPayer, 'payer' | 'subscriber'>> & { payer: Open<Payer>; subscriber: Open<Subscriber> };

/** Loops 2320, 2330A and 2330B of one claim: the other payers and what they decided of it. */
export class OtherPayerReader {
  readonly payers: OpenPayer[] = [];
  readonly #type: Claim['type'];

  constructor(type: Claim['type']) {
    this.#type = type;
  }

  segment(segment: Segment, loop: string): void {
    if (segment.id === 'SBR') this.payers.push(begin(segment, this.#type));
    const open = this.payers.at(-1);
    if (!open) return;
    if (loop === '2320') this.#result(segment, open);
    else if (loop === '2330A') this.#subscriber(segment, open.subscriber);
    else if (loop === '2330B') this.#payer(segment, open);
  }

  #result(segment: Segment, open: OpenPayer): void {
    if (segment.id === 'CAS') open.adjustments = [...(open.adjustments ?? []), ...adjustmentsOf(segment)];
    else if (segment.id === 'OI') {
      const said = declared(segment, 0, 0, 3, 6);
      if (said) open.declared = said;
    } else if (segment.id === 'AMT') {
      const field = entryOf(AMOUNTS, segment.element(1));
      if (field !== undefined) open[field] = money(segment.element(2));
    }
  }

  #subscriber(segment: Segment, subscriber: Open<Subscriber>): void {
    if (segment.id === 'NM1') Object.assign(subscriber, { name: nameOf(segment) }, present({ memberId: segment.element(9) }));
    else if (segment.id === 'N3' || segment.id === 'N4') subscriber.address = address(subscriber.address, segment);
  }

  #payer(segment: Segment, open: OpenPayer): void {
    const { payer } = open;
    switch (segment.id) {
      case 'NM1':
        Object.assign(payer, present({ id: segment.element(9), name: segment.element(3) }));
        break;
      case 'N3':
      case 'N4':
        payer.address = address(payer.address, segment);
        break;
      case 'DTP':
        [open.paidOn] = days(segment.element(3));
        break;
      case 'REF':
        if (segment.element(1) === 'F8') open.claimNumber = segment.element(2);
        break;
    }
  }
}

const AMOUNTS: Readonly<Record<string, 'paid' | 'nonCovered' | 'patientOwes'>> = { D: 'paid', A8: 'nonCovered', EAF: 'patientOwes' };

function begin(segment: Segment, type: Claim['type']): OpenPayer {
  const relation = RELATION_CODES.word(segment.element(2));
  return {
    payer: {
      order: orderOf(segment.element(1)),
      ...payerOfFiling(segment.element(9), type),
      ...present({ insuranceType: segment.element(5) }),
    },
    subscriber: { ...present({ relation }), ...present({ group: segment.element(3), groupName: segment.element(4) }) },
  };
}

export type OpenDecision = Open<Omit<LineDecision, 'adjustments'>> & { adjustments?: ClaimAdjustment[] };

/** A loop 2430: its SVD begins the decision, what follows adds to it. `line` is what the decision repeats where it changes nothing. */
export function decide(
  decisions: OpenDecision[],
  segment: Segment,
  line: { readonly code: string; readonly modifiers: readonly string[]; readonly units: number },
): void {
  if (segment.id === 'SVD') {
    const [, code = '', ...rest] = segment.components(3);
    const modifiers = rest.slice(0, 4).filter((each) => each !== '');
    const units = Number(segment.element(5));
    decisions.push({
      payer: segment.element(1),
      paid: money(segment.element(2)),
      ...(code === line.code ? {} : present({ code })),
      ...(modifiers.join() === line.modifiers.join() ? {} : { modifiers }),
      ...(units === line.units ? {} : { units }),
    });
    return;
  }
  const decision = decisions.at(-1);
  if (!decision) return;
  if (segment.id === 'CAS') decision.adjustments = [...(decision.adjustments ?? []), ...adjustmentsOf(segment)];
  else if (segment.id === 'DTP') [decision.on] = days(segment.element(3));
  else if (segment.id === 'AMT') decision.patientOwes = money(segment.element(2));
}
