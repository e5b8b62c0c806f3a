import type { Claim, PayerProvider, Subscriber } from '@cleanclaim/core';
import type { Open } from '../open.ts';
import type { Segment } from '../reader/segment.ts';
import { entryOf } from '../text/entry-of.ts';
import { MEMBER_ID_KINDS, orderOf, payerOfFiling, procedureList, RELATION_CODES, ROLES, usualEntity } from './codes.ts';
import type { ClaimState, OpenDecision, OpenLine, OpenPayer, OtherPayers } from './open-claim.ts';
import { readPayerId } from './read-levels.ts';
import { append, count, readIdentifier } from './read-numbers.ts';
import { address, addAdjustments, days, declared, entityOf, money, nameOf, present } from './read-parts.ts';
import { inpatientOf, outpatientOf } from './read-results.ts';

/** Loop 2320 and those in it, of one claim: the other payers, what they decided of it, and whom they know by which numbers. */
export class OtherPayerReader implements OtherPayers {
  readonly payers: OpenPayer[] = [];
  readonly #type: Claim['type'];
  #provider: Open<PayerProvider> | undefined;

  constructor(type: Claim['type']) {
    this.#type = type;
  }

  segment(segment: Segment, loop: string, state: ClaimState): void {
    if (segment.id === 'SBR') this.payers.push(begin(segment, this.#type, state));
    const open = this.payers.at(-1);
    if (!open) state.passOver(segment);
    else if (loop === '2320') this.#result(segment, open, state);
    else if (loop === '2330A') this.#subscriber(segment, open.subscriber, state);
    else if (loop === '2330B') this.#payer(segment, open, state);
    else this.#providers(segment, open, state);
  }

  #result(segment: Segment, open: OpenPayer, state: ClaimState): void {
    switch (segment.id) {
      case 'SBR':
        return;
      case 'CAS':
        addAdjustments((open.adjustments ??= []), segment);
        return;
      case 'OI': {
        const said = declared(segment, { signature: 0, assignment: 0, benefits: 3, release: 6, patient: 4 }, state);
        if (said) open.declared = said;
        return;
      }
      case 'AMT': {
        const field = entryOf(AMOUNTS, segment.element(1));
        if (field === undefined || open[field] !== undefined) state.passOver(segment);
        else open[field] = money(segment.element(2));
        return;
      }
      case 'MIA':
        open.inpatient = inpatientOf(segment);
        return;
      case 'MOA':
        open.outpatient = outpatientOf(segment);
        return;
      default:
        state.passOver(segment);
    }
  }

  #subscriber(segment: Segment, subscriber: Open<Subscriber>, state: ClaimState): void {
    if (segment.id === 'NM1') {
      const kind = MEMBER_ID_KINDS.word(segment.element(8));
      if (kind === undefined && segment.lengthOf(9) > 0) state.passOver(segment, 8);
      Object.assign(
        subscriber,
        { name: nameOf(segment, state) },
        present({ memberId: segment.element(9), memberIdKind: kind === 'member' ? undefined : kind }),
      );
    } else if (segment.id === 'N3' || segment.id === 'N4') subscriber.address = address(subscriber.address, segment);
    else if (segment.id === 'REF') readIdentifier(subscriber, segment, state);
    else state.passOver(segment);
  }

  #payer(segment: Segment, open: OpenPayer, state: ClaimState): void {
    const { payer } = open;
    switch (segment.id) {
      case 'NM1':
        Object.assign(payer, present({ name: segment.element(3) }));
        readPayerId(payer, segment);
        break;
      case 'N3':
      case 'N4':
        payer.address = address(payer.address, segment);
        break;
      case 'DTP':
        if (segment.is(1, PAID_ON) && open.paidOn === undefined) [open.paidOn] = days(segment.element(3));
        else state.passOver(segment);
        break;
      case 'REF':
        if (segment.is(1, 'F8') && open.claimNumber === undefined) open.claimNumber = segment.element(2);
        else readIdentifier(OF_PAYER.has(segment.element(1)) ? payer : open, segment, state);
        break;
      default:
        state.passOver(segment);
    }
  }

  /** Providers as the other payer knows them: a role, and numbers. */
  #providers(segment: Segment, open: OpenPayer, state: ClaimState): void {
    if (segment.id === 'NM1') {
      const role = ROLES.word(segment.element(1));
      if (role === undefined) {
        this.#provider = undefined;
        state.passOver(segment);
        return;
      }
      const entity = entityOf(segment);
      this.#provider = { role, ...(entity === usualEntity(role) ? {} : { entity }) };
      for (const n of NAMED_AT) if (segment.lengthOf(n) > 0) state.passOver(segment, n);
      append(open, 'providers', this.#provider);
    } else if (segment.id === 'REF' && this.#provider) readIdentifier(this.#provider, segment, state);
    else state.passOver(segment);
  }
}

/** DTP01 and, in 2430, the day the line was decided. */
const PAID_ON = '573';
/** REF01 of numbers of the payer itself; others are of the claim with that payer. */
const OF_PAYER: ReadonlySet<string> = new Set(['2U', 'EI', 'FY', 'NF']);
/** Elements of NM1 that a provider of another payer does not have. */
const NAMED_AT = [3, 4, 5, 7, 9] as const;
const AMOUNTS: Readonly<Record<string, 'paid' | 'nonCovered' | 'patientOwes'>> = { D: 'paid', A8: 'nonCovered', EAF: 'patientOwes' };

function begin(segment: Segment, type: Claim['type'], state: ClaimState): OpenPayer {
  const relation = RELATION_CODES.word(segment.element(2));
  if (relation === undefined && segment.lengthOf(2) > 0) state.passOver(segment, 2);
  if (type === 'institutional' && segment.lengthOf(5) > 0) state.passOver(segment, 5);
  return {
    payer: {
      order: orderOf(segment.element(1)),
      ...payerOfFiling(segment.element(9), type),
      ...present({ insuranceType: type === 'institutional' ? '' : segment.element(5) }),
    },
    subscriber: { ...present({ relation }), ...present({ group: segment.element(3), groupName: segment.element(4) }) },
  };
}

/** A loop 2430: its SVD begins the decision, what follows adds to it. What it repeats of the line is not said again. */
export function decide(decisions: OpenDecision[], segment: Segment, line: OpenLine, type: Claim['type'], state: ClaimState): void {
  if (segment.id === 'SVD') {
    decisions.push(decisionOf(segment, line, type, state));
    return;
  }
  const decision = decisions.at(-1);
  if (!decision) state.passOver(segment);
  else if (segment.id === 'CAS') addAdjustments((decision.adjustments ??= []), segment);
  else if (segment.id === 'DTP' && segment.is(1, PAID_ON) && decision.on === undefined) [decision.on] = days(segment.element(3));
  else if (segment.id === 'AMT' && segment.is(1, 'EAF') && decision.patientOwes === undefined)
    decision.patientOwes = money(segment.element(2));
  else state.passOver(segment);
}

function decisionOf(segment: Segment, line: OpenLine, type: Claim['type'], state: ClaimState): OpenDecision {
  const [list = '', code = '', ...rest] = segment.components(3);
  const modifiers = rest.slice(0, 4).filter((each) => each !== '');
  const units = Number(segment.element(5));
  const revenue = segment.element(4);
  if (rest.slice(5).some((each) => each !== '')) state.passOver(segment, 3);
  return {
    payer: segment.element(1),
    paid: money(segment.element(2)),
    ...(code === (line.code ?? '') ? {} : present({ code })),
    ...(modifiers.join() === (line.modifiers ?? []).join() ? {} : { modifiers }),
    ...(units === (line.minutes ?? line.units ?? 1) ? {} : { units }),
    ...(list === (line.codeList ?? procedureList(type, line.revenue)) ? {} : present({ codeList: list })),
    ...present({
      description: rest[4],
      revenue: revenue === (type === 'institutional' ? (line.revenue ?? '') : '') ? '' : revenue,
      bundledInto: count(segment.element(6)),
    }),
  };
}
