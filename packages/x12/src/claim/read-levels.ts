import type { Patient, Payer, Provider } from '@cleanclaim/core';
import type { Segment } from '../reader/segment.ts';
import { orderOf, payerOfFiling, RELATION_CODES } from './codes.ts';
import type { ClaimState, Read } from './open-claim.ts';
import { address, days, demographics, nameOf, type Open, readName } from './read-parts.ts';

/** Segments above the claim, by loop and id: billing provider, subscriber, payer and patient. */
export const LEVELS: Readonly<Record<string, Read>> = {
  '2000A HL': (state) => {
    state.billing = {};
    state.billed = undefined;
  },
  '2000A PRV': ofBilling((billing, segment) => {
    billing.taxonomy = segment.element(3);
  }),
  '2010AA NM1': ofBilling(readName),
  '2010AA N3': ofBilling(readAddress),
  '2010AA N4': ofBilling(readAddress),
  '2010AA REF': ofBilling((billing, segment) => {
    const social = segment.is(1, 'SY');
    if (social || segment.is(1, 'EI')) billing.taxId = segment.element(2);
    if (social) billing.taxIdKind = 'ssn';
  }),
  '2000B HL': (state) => {
    state.subscriber = {};
    state.patient = undefined;
    state.payer = {};
    state.cover = {};
  },
  '2000B SBR': readCover,
  '2000B PAT': ({ subscriber }, segment) => died(subscriber, segment),
  '2010BA NM1': ({ subscriber }, segment) => {
    subscriber.name = nameOf(segment);
    const member = segment.element(9);
    if (member !== '') subscriber.memberId = member;
  },
  '2010BA N3': ({ subscriber }, segment) => readAddress(subscriber, segment),
  '2010BA N4': ({ subscriber }, segment) => readAddress(subscriber, segment),
  '2010BA DMG': ({ subscriber }, segment) => demographics(subscriber, segment),
  '2010BB NM1': ({ payer }, segment) => {
    const id = segment.element(9);
    const name = segment.element(3);
    if (id !== '') payer.id = id;
    if (name !== '') payer.name = name;
  },
  '2010BB N3': ({ payer }, segment) => readAddress(payer, segment),
  '2010BB N4': ({ payer }, segment) => readAddress(payer, segment),
  '2000C HL': (state) => {
    state.patient = {};
  },
  '2000C PAT': (state, segment) => {
    const relation = RELATION_CODES.word(segment.element(1));
    if (relation !== undefined) state.cover.relation = relation;
    if (state.patient) died(state.patient, segment);
  },
  '2010CA NM1': ({ patient, subscriber }, segment) => {
    if (!patient) return;
    patient.name = nameOf(segment);
    if (subscriber.memberId !== undefined) patient.memberId = subscriber.memberId;
  },
  '2010CA N3': ({ patient }, segment) => patient && readAddress(patient, segment),
  '2010CA N4': ({ patient }, segment) => patient && readAddress(patient, segment),
  '2010CA DMG': ({ patient }, segment) => patient && demographics(patient, segment),
};

function ofBilling(read: (billing: Open<Provider>, segment: Segment) => void): Read {
  return (state, segment) => {
    state.billed = undefined;
    read(state.billing, segment);
  };
}

function readAddress(of: Open<Pick<Provider | Payer | Patient, 'address'>>, segment: Segment): void {
  of.address = address(of.address, segment);
}

function readCover(state: ClaimState, segment: Segment): void {
  state.order = orderOf(segment.element(1));
  const payer: Open<Payer> = payerOfFiling(segment.element(9), state.type);
  const insurance = segment.element(5);
  if (insurance !== '') payer.insuranceType = insurance;
  state.payer = payer;
  const group = segment.element(3);
  const groupName = segment.element(4);
  state.cover = {};
  if (group !== '') state.cover.group = group;
  if (groupName !== '') state.cover.groupName = groupName;
}

function died(patient: Open<Patient>, segment: Segment): void {
  if (segment.element(6) !== '') [patient.deathDate] = days(segment.element(6));
}
