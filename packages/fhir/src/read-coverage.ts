import type { Payer, Relation, Subscriber } from '@cleanclaim/core';
import { type Coding, codingsOf, type Cursor, take } from './cursor.ts';
import { readAddress, readPayerId, readPerson } from './read-people.ts';
import type { Open } from './open-claim.ts';
import type { Resources } from './resources.ts';
import { RELATION_CODES, SYSTEM } from './systems.ts';

/** What a Coverage says: who pays, whose cover it is, and the number the payer knows that person by. */
export interface Cover {
  readonly payer: Payer;
  readonly subscriber: Subscriber;
  readonly memberId: string | undefined;
}

export function readCoverage(at: Cursor, resources: Resources): Cover {
  at.use('status', 'kind');
  const beneficiary = resources.follow(at.get('beneficiary'), ['Patient']);
  const payer: Open<Payer> = { ...readInsurer(at.list('payor')[0] ?? at.get('insurer'), resources) };
  const kind = at.get('type')?.text('text');
  if (kind !== undefined) payer.kind = kind;
  const filing = codingsOf(at.get('type')).find(({ system }) => system === SYSTEM.x12Filing);
  if (filing) payer.filing = take(filing);
  const order = at.whole('order');
  if (order !== undefined) payer.order = order;
  // Text in R4, identifiers in R5.
  const number = at.get('subscriberId');
  const memberId = Array.isArray(number?.value) ? at.list('subscriberId')[0]?.text('value') : at.text('subscriberId');
  return { payer, subscriber: readSubscriber(at, beneficiary, resources), memberId };
}

/** The organization a reference leads to; by its identifier and display alone where it leads nowhere in the file. */
export function readInsurer(reference: Cursor | undefined, resources: Resources): Payer | undefined {
  const at = resources.follow(reference, ['Organization']);
  const id = at ? readPayerId(at) : reference?.get('identifier')?.text('value');
  const name = at ? at.text('name') : reference?.text('display');
  const address = at && readAddress(at);
  at?.use('active');
  if (!at && id === undefined && name === undefined) return undefined;
  return { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }), ...(address === undefined ? {} : { address }) };
}

function readSubscriber(at: Cursor, beneficiary: Cursor | undefined, resources: Resources): Subscriber {
  const who = resources.follow(at.get('subscriber'), ['RelatedPerson', 'Patient']);
  // A subscriber who is the patient is told as the patient.
  const subscriber: Open<Subscriber> = who && who.path !== beneficiary?.path ? readPerson(who) : {};
  who?.use('patient', 'relationship', 'active');
  const relation = readRelation(codingsOf(at.get('relationship')));
  if (relation !== undefined) subscriber.relation = relation;
  for (const part of at.list('class')) readGroup(part, subscriber);
  return subscriber;
}

function readGroup(part: Cursor, subscriber: Open<Subscriber>): void {
  const kind = codingsOf(part.get('type')).find(({ code }) => code === 'group' || code === 'plan');
  // A second group has no field; it stays unread and is told.
  if (!kind || (kind.code === 'group' ? subscriber.group : subscriber.groupName) !== undefined) return;
  take(kind);
  // Text in R4, an identifier in R5.
  const value = part.get('value');
  const text = value && typeof value.value === 'object' ? value.text('value') : part.text('value');
  const name = part.text('name');
  if (kind.code === 'group') {
    if (text !== undefined) subscriber.group = text;
    if (name !== undefined) subscriber.groupName = name;
  } else subscriber.groupName = name ?? text ?? '';
}

function readRelation(codings: readonly Coding[]): Relation | undefined {
  const table = Object.entries(RELATION_CODES) as readonly (readonly [Relation, readonly [string, string]])[];
  const x12 = codings.find(({ system }) => system === SYSTEM.x12Relation);
  const byX12 = table.find(([, [code]]) => code === x12?.code)?.[0];
  if (x12 && byX12) {
    // FHIR's own code beside it says the same more coarsely.
    for (const coding of codings) if (coding === x12 || coding.system === SYSTEM.relation) take(coding);
    return byX12;
  }
  const hl7 = codings.find(
    ({ code, system }) => (system === SYSTEM.relation || system === '') && table.some(([, [, own]]) => own === code),
  );
  if (!hl7) return undefined;
  take(hl7);
  return hl7.code === 'other' ? 'other' : table.find(([, [, own]]) => own === hl7.code)?.[0];
}
