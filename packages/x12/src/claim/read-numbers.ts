import type { Contact, Contract, Count, Identifier, Note, QualifiedDate } from '@cleanclaim/core';
import type { Open } from '../open.ts';
import type { Segment } from '../reader/segment.ts';
import type { ClaimState } from './open-claim.ts';
import { days, money, present } from './read-parts.ts';

/** What has further numbers. */
interface Numbered {
  identifiers?: readonly Identifier[];
}

/** REF without a field of its own. */
export function readIdentifier(of: Numbered, segment: Segment, state: ClaimState): void {
  const identifier: Open<Identifier> = { qualifier: segment.element(1), id: segment.element(2) };
  if (segment.lengthOf(4) > 0) {
    const [kind, payer = '', ...more] = segment.components(4);
    if (kind === FOR_PAYER && payer !== '' && more.every((each) => each === '')) identifier.payer = payer;
    else state.passOver(segment, 4);
  }
  append(of, 'identifiers', identifier);
}

/** REF04-1 where the number is meant for the payer in REF04-2. */
const FOR_PAYER = '2U';

const CHANNELS: ReadonlyMap<string, 'phone' | 'extension' | 'fax' | 'email'> = new Map([
  ['TE', 'phone'],
  ['EX', 'extension'],
  ['FX', 'fax'],
  ['EM', 'email'],
]);

/** PER: up to three ways to reach someone. */
export function readContact(of: { contacts?: readonly Contact[] }, segment: Segment, state: ClaimState): void {
  if (!segment.is(1, 'IC')) state.passOver(segment, 1);
  const contact: Open<Contact> = present({ name: segment.element(2) });
  for (let n = 3; n <= 7; n += 2) {
    if (segment.lengthOf(n) === 0 && segment.lengthOf(n + 1) === 0) continue;
    const channel = CHANNELS.get(segment.element(n));
    if (channel === undefined || contact[channel] !== undefined) state.passOver(segment, n + 1);
    else contact[channel] = segment.element(n + 1);
  }
  append(of, 'contacts', contact);
}

/** DTP without a field of its own. */
export function readOtherDate(of: { dates?: readonly QualifiedDate[] }, segment: Segment, state: ClaimState): void {
  const qualifier = segment.element(1);
  const [from, to] = days(segment.element(3));
  if (segment.is(2, 'D8')) append(of, 'dates', { qualifier, on: from });
  else if (segment.is(2, 'RD8')) append(of, 'dates', { qualifier, from, to });
  else state.passOver(segment);
}

/** NTE that is not the first of its kind. */
export function readNote(of: { notes?: readonly Note[] }, segment: Segment): void {
  append(of, 'notes', { kind: segment.element(1), text: segment.element(2) });
}

/** K3. */
export function readFileInformation(of: { fileInformation?: readonly string[] }, segment: Segment): void {
  append(of, 'fileInformation', segment.element(1));
}

/** CN1. */
export function contractOf(segment: Segment): Contract {
  return present({
    type: segment.element(1),
    amount: segment.lengthOf(2) > 0 ? money(segment.element(2)) : '',
    percent: segment.element(3),
    code: segment.element(4),
    discount: segment.element(5),
    version: segment.element(6),
  });
}

type EntryOf<Of, Name extends keyof Of> = NonNullable<Of[Name]> extends readonly (infer Entry)[] ? Entry : never;

/** Adds to a list that is still open, whatever its type says: copying it for each entry would take square time. */
export function append<Of extends object, Name extends keyof Of>(of: Of, name: Name, entry: EntryOf<Of, Name>): void {
  const list = of[name] as EntryOf<Of, Name>[] | undefined;
  if (list) list.push(entry);
  else of[name] = [entry] as Of[Name];
}

/** A plain count as a number; what is written otherwise stays as it is. */
export function count(text: string): Count | undefined {
  if (text === '') return undefined;
  return PLAIN.test(text) ? Number(text) : text;
}

/** At most fifteen digits, which a number holds exactly. */
const PLAIN = /^(?=[\d.]{1,15}$)\d+(?:\.\d+)?$/;
