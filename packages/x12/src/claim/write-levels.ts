import type { Claim, Patient, Payer, PayToPlan, Provider } from '@cleanclaim/core';
import type { SegmentText } from '../ack/segment-text.ts';
import { filingOf, firstFreeOrder, MEMBER_ID_KINDS, orderCode, PAYER_ID_KINDS, RELATION_CODES, SEXES } from './codes.ts';
import { writeContacts, writeIdentifiers } from './write-numbers.ts';
import { compact, writeAddress, writeName } from './write-parts.ts';

/** Loops 2000A without its HL, 2010AA to 2010AC: who bills, where the money goes. */
export function writeBilling(out: SegmentText, billing: Provider): void {
  const { payTo, payToPlan } = billing;
  if (billing.taxonomy !== undefined) out.add('PRV', 'BI', 'PXC', billing.taxonomy);
  if (billing.currency !== undefined) out.add('CUR', '85', billing.currency);
  writeName(out, '85', billing.name, billing.npi === undefined ? [] : ['XX', billing.npi], billing.entity === 'person' ? '1' : undefined);
  writeAddress(out, billing.address);
  if (billing.taxId !== undefined) out.add('REF', billing.taxIdKind === 'ssn' ? 'SY' : 'EI', billing.taxId.replaceAll('-', ''));
  writeIdentifiers(out, billing.identifiers);
  writeContacts(out, billing.contacts);
  if (payTo) {
    const person = billing.entity === 'person' || (typeof billing.name === 'object' && billing.name !== null);
    writeName(out, '87', payTo.name, [], person && payTo.name === undefined ? '1' : '2');
    writeAddress(out, payTo.address);
  }
  if (payToPlan) writePlan(out, payToPlan);
}

function writePlan(out: SegmentText, plan: PayToPlan): void {
  writePayerName(out, 'PE', plan);
  writeAddress(out, plan.address);
  writeIdentifiers(out, plan.identifiers);
  if (plan.taxId !== undefined) out.add('REF', 'EI', plan.taxId.replaceAll('-', ''));
}

/** NM1 of a payer or plan. */
export function writePayerName(
  out: SegmentText,
  role: 'PR' | 'PE',
  { name = '', id = '', idKind = 'payer' }: Pick<Payer, 'name' | 'id' | 'idKind'>,
): void {
  out.add('NM1', role, '2', name, '', '', '', '', PAYER_ID_KINDS.code(idKind) ?? '', id);
}

/** NM108 and NM109 of an insured person. */
export function memberNumber(member: string | undefined, kind: Patient['memberIdKind']): readonly string[] {
  return member === undefined ? [] : [MEMBER_ID_KINDS.code(kind ?? 'member') ?? '', member];
}

/** Loops 2000B without its HL, 2010BA and 2010BB: the cover, who holds it, and the payer. */
export function writeSubscriber(out: SegmentText, claim: Claim, dependent: boolean): void {
  const { payer, patient, subscriber } = claim;
  const order = orderCode(payer?.order ?? firstFreeOrder(claim));
  const insurance = claim.type === 'institutional' ? '' : (payer?.insuranceType ?? '');
  const { group = '', groupName = '' } = subscriber ?? {};
  out.add('SBR', order, dependent ? '' : '18', group, groupName, insurance, '', '', '', filingOf(payer, claim.type));
  if (!dependent) writeFacts(out, claim, '');
  const person: Patient | undefined = dependent ? subscriber : patient;
  const member = subscriber?.memberId ?? patient?.memberId;
  const kind = subscriber?.memberIdKind ?? patient?.memberIdKind;
  // Workers' compensation and the like may be held by an employer.
  const expected = dependent && typeof person?.name === 'string' && !person.name.includes(',') ? '2' : '1';
  writeName(out, 'IL', person?.name, memberNumber(member, kind), expected);
  writeAddress(out, person?.address);
  writeDemographics(out, person);
  writeIdentifiers(out, person?.identifiers);
  writeContacts(out, person?.contacts);
  writePayerName(out, 'PR', payer ?? {});
  writeAddress(out, payer?.address);
  writeIdentifiers(out, payer?.identifiers);
  writeIdentifiers(out, payer?.providerIdentifiers);
}

/** Loops 2000C without its HL, and 2010CA. */
export function writePatient(out: SegmentText, claim: Claim): void {
  const { patient } = claim;
  const relation = RELATION_CODES.code(claim.subscriber?.relation) ?? '';
  if (!writeFacts(out, claim, relation)) out.add('PAT', relation);
  writeName(out, 'QC', patient?.name, [], '1');
  writeAddress(out, patient?.address);
  writeDemographics(out, patient);
  writeIdentifiers(out, patient?.identifiers);
  writeContacts(out, patient?.contacts);
}

/** PAT with death, weight and pregnancy, which only the professional guide has a place for; false where there is nothing of it. */
function writeFacts(out: SegmentText, { type, patient }: Claim, relation: string): boolean {
  const { deathDate, weight, pregnant } = patient ?? {};
  if (type !== 'professional' || (deathDate === undefined && weight === undefined && pregnant === undefined)) return false;
  const died = deathDate === undefined ? ['', ''] : ['D8', compact(deathDate)];
  const weighs = weight === undefined ? ['', ''] : ['01', String(weight)];
  out.add('PAT', relation, '', '', '', ...died, ...weighs, pregnant === undefined ? '' : 'Y');
  return true;
}

function writeDemographics(out: SegmentText, person: Pick<Patient, 'birthDate' | 'sex'> | undefined): void {
  if (person?.birthDate !== undefined || person?.sex !== undefined)
    out.add('DMG', 'D8', compact(person.birthDate ?? ''), SEXES.code(person.sex) ?? '');
}
