import type { Patient, Payer, PayToPlan, Provider } from '@cleanclaim/core';
import type { Open } from '../open.ts';
import type { Segment } from '../reader/segment.ts';
import { MEMBER_ID_KINDS, orderOf, PAYER_ID_KINDS, payerOfFiling, PURPOSES, RELATION_CODES } from './codes.ts';
import type { ClaimState, Read } from './open-claim.ts';
import { passedOver } from './passed-over.ts';
import { count, readContact, readIdentifier } from './read-numbers.ts';
import { address, days, demographics, entityOf, nameOf, readName } from './read-parts.ts';

/** Says who sends the file to whom, which is the file's and not the claim's. */
const NOTHING: Read = () => {};

/** Segments above the claim, by loop and id: billing provider, subscriber, payer and patient. */
export const LEVELS: Readonly<Record<string, Read>> = {
  'ST ST': NOTHING,
  'ST SE': NOTHING,
  'ST BHT': (state, segment) => {
    state.passed.clear();
    state.purpose = PURPOSES.word(segment.element(6));
  },
  '1000A NM1': NOTHING,
  '1000A PER': NOTHING,
  '1000B NM1': NOTHING,
  '2000A HL': (state) => {
    state.passed.enter('billing');
    state.billing = {};
    state.billed = undefined;
  },
  '2000A PRV': ofBilling((billing, segment) => {
    billing.taxonomy = segment.element(3);
  }),
  '2000A CUR': ofBilling((billing, segment) => {
    billing.currency = segment.element(2);
  }),
  '2010AA NM1': ofBilling((billing, segment, state) => {
    readName(billing, segment, state);
    const entity = entityOf(segment);
    if (billing.name === undefined && entity === 'person') billing.entity = entity;
  }),
  '2010AA N3': ofBilling(readAddress),
  '2010AA N4': ofBilling(readAddress),
  '2010AA REF': ofBilling((billing, segment, state) => {
    const social = segment.is(1, 'SY');
    if (billing.taxId !== undefined || (!social && !segment.is(1, 'EI'))) {
      readIdentifier(billing, segment, state);
      return;
    }
    billing.taxId = segment.element(2);
    if (social) billing.taxIdKind = 'ssn';
  }),
  '2010AA PER': ofBilling(readContact),
  '2010AB NM1': ofBilling((billing, segment, state) => {
    // A name tells what it is, also an empty one, where the billing provider is something else.
    const named = segment.lengthOf(3) > 0 || segment.lengthOf(4) > 0 || segment.is(2, '1') !== isPerson(billing);
    if (segment.lengthOf(9) > 0) state.passOver(segment, 9);
    billing.payTo = named ? { name: nameOf(segment, state) } : {};
  }),
  '2010AB N3': ofBilling(readPayTo),
  '2010AB N4': ofBilling(readPayTo),
  '2010AC NM1': ofPlan((plan, segment) => {
    plan.name = segment.element(3);
    readPayerId(plan, segment);
  }),
  '2010AC N3': ofPlan(readAddress),
  '2010AC N4': ofPlan(readAddress),
  '2010AC REF': ofPlan((plan, segment, state) => {
    if (plan.taxId === undefined && segment.is(1, 'EI')) plan.taxId = segment.element(2);
    else readIdentifier(plan, segment, state);
  }),
  '2000B HL': (state) => {
    state.passed.enter('subscriber');
    state.subscriber = {};
    state.subscriberFacts = undefined;
    state.organization = undefined;
    state.patient = undefined;
    state.payer = {};
    state.cover = {};
  },
  '2000B SBR': readCover,
  '2000B PAT': (state, segment) => {
    readFacts(state.subscriber, segment, state);
    if (segment.lengthOf(1) > 0) state.passOver(segment, 1);
    // An empty one says nothing.
    if (segment.count > 0) state.subscriberFacts = passedOver(segment, state.placed, null);
  },
  '2010BA NM1': (state, segment) => {
    const { subscriber } = state;
    subscriber.name = nameOf(segment, state);
    if (!segment.is(2, '1')) state.organization = passedOver(segment, state.placed, 2);
    const member = segment.element(9);
    if (member === '') return;
    subscriber.memberId = member;
    const kind = MEMBER_ID_KINDS.word(segment.element(8));
    if (kind === undefined) state.passOver(segment, 8);
    else if (kind !== 'member') subscriber.memberIdKind = kind;
  },
  '2010BA N3': ({ subscriber }, segment) => readAddress(subscriber, segment),
  '2010BA N4': ({ subscriber }, segment) => readAddress(subscriber, segment),
  '2010BA DMG': (state, segment) => demographics(state.subscriber, segment, state),
  '2010BA REF': (state, segment) => readIdentifier(state.subscriber, segment, state),
  '2010BA PER': (state, segment) => readContact(state.subscriber, segment, state),
  '2010BB NM1': ({ payer }, segment) => {
    const name = segment.element(3);
    if (name !== '') payer.name = name;
    readPayerId(payer, segment);
  },
  '2010BB N3': ({ payer }, segment) => readAddress(payer, segment),
  '2010BB N4': ({ payer }, segment) => readAddress(payer, segment),
  '2010BB REF': (state, segment) => {
    const { payer } = state;
    if (segment.is(1, 'G2') || segment.is(1, 'LU')) {
      const numbers: Pick<Open<Provider>, 'identifiers'> = payer.providerIdentifiers ? { identifiers: payer.providerIdentifiers } : {};
      readIdentifier(numbers, segment, state);
      if (numbers.identifiers) payer.providerIdentifiers = numbers.identifiers;
    } else readIdentifier(payer, segment, state);
  },
  '2000C HL': (state) => {
    state.passed.enter('patient');
    if (state.subscriberFacts) state.passed.put(state.subscriberFacts);
    state.patient = {};
  },
  '2000C PAT': (state, segment) => {
    const relation = RELATION_CODES.word(segment.element(1));
    if (relation === undefined) state.passOver(segment, 1);
    else state.cover.relation = relation;
    if (state.patient) readFacts(state.patient, segment, state);
  },
  '2010CA NM1': ofPatient((patient, segment, state) => {
    patient.name = nameOf(segment, state);
    if (segment.lengthOf(9) > 0) state.passOver(segment, 9);
    const { memberId } = state.subscriber;
    if (memberId !== undefined) patient.memberId = memberId;
  }),
  '2010CA N3': ofPatient(readAddress),
  '2010CA N4': ofPatient(readAddress),
  '2010CA DMG': ofPatient(demographics),
  '2010CA REF': ofPatient(readIdentifier),
  '2010CA PER': ofPatient(readContact),
};

function ofBilling(read: (billing: Open<Provider>, segment: Segment, state: ClaimState) => void): Read {
  return (state, segment) => {
    // What claims were given stays as it was.
    if (state.billed) state.billing = copied(state.billing);
    state.billed = undefined;
    read(state.billing, segment, state);
  };
}

function ofPlan(read: (plan: Open<PayToPlan>, segment: Segment, state: ClaimState) => void): Read {
  return ofBilling((billing, segment, state) => {
    const plan: Open<PayToPlan> = { ...billing.payToPlan };
    read(plan, segment, state);
    billing.payToPlan = plan;
  });
}

function ofPatient(read: (patient: Open<Patient>, segment: Segment, state: ClaimState) => void): Read {
  return (state, segment) => {
    if (state.patient) read(state.patient, segment, state);
  };
}

/** A copy whose lists are its own. */
export function copied<
  Of extends { identifiers?: readonly unknown[]; contacts?: readonly unknown[]; providerIdentifiers?: readonly unknown[] },
>(of: Of): Of {
  const copy = { ...of };
  if (of.identifiers) copy.identifiers = [...of.identifiers];
  if (of.contacts) copy.contacts = [...of.contacts];
  if (of.providerIdentifiers) copy.providerIdentifiers = [...of.providerIdentifiers];
  return copy;
}

function isPerson({ name, entity }: Provider): boolean {
  return entity === 'person' || (typeof name === 'object' && name !== null);
}

function readAddress(of: Open<Pick<Provider | Payer | Patient, 'address'>>, segment: Segment): void {
  of.address = address(of.address, segment);
}

function readPayTo(billing: Open<Provider>, segment: Segment): void {
  billing.payTo = { ...billing.payTo, address: address(billing.payTo?.address, segment) };
}

/** NM108 and NM109 of a payer or plan. */
export function readPayerId(payer: Open<Pick<Payer, 'id' | 'idKind'>>, segment: Segment): void {
  const id = segment.element(9);
  if (id !== '') payer.id = id;
  const kind = PAYER_ID_KINDS.word(segment.element(8));
  if (kind === 'health-plan') payer.idKind = kind;
}

function readCover(state: ClaimState, segment: Segment): void {
  state.order = orderOf(segment.element(1));
  const payer: Open<Payer> = payerOfFiling(segment.element(9), state.type);
  const insurance = segment.element(5);
  if (insurance !== '') {
    if (state.type === 'institutional') state.passOver(segment, 5);
    else payer.insuranceType = insurance;
  }
  state.payer = payer;
  const group = segment.element(3);
  const groupName = segment.element(4);
  state.cover = {};
  if (group !== '') state.cover.group = group;
  if (groupName !== '') state.cover.groupName = groupName;
}

/** PAT: death, weight in pounds, pregnancy. */
function readFacts(patient: Open<Patient>, segment: Segment, state: ClaimState): void {
  if (segment.count < 5) return;
  if (segment.lengthOf(6) > 0) [patient.deathDate] = days(segment.element(6));
  if (segment.lengthOf(8) > 0) {
    const weight = segment.is(7, '01') ? count(segment.element(8)) : undefined;
    if (weight === undefined) state.passOver(segment, 8);
    else patient.weight = weight;
  }
  if (segment.is(9, 'Y')) patient.pregnant = 'yes';
  else if (segment.lengthOf(9) > 0) state.passOver(segment, 9);
}
