import type { Contact, Contract, Identifier, Note, QualifiedDate } from '@cleanclaim/core';
import type { SegmentText } from '../ack/segment-text.ts';
import { amount, compact } from './write-parts.ts';

/** REF with a field of its own, where that is set. */
export function writeNumber(out: SegmentText, qualifier: string, number: string | undefined): void {
  if (number !== undefined) out.add('REF', qualifier, number);
}

/** REF without a field of its own. */
export function writeIdentifiers(out: SegmentText, identifiers: readonly Identifier[] | undefined): void {
  if (!identifiers) return;
  for (const { qualifier = '', id = '', payer } of identifiers) {
    if (payer === undefined) out.add('REF', qualifier, id);
    else out.add('REF', qualifier, id, '', ['2U', payer]);
  }
}

/** PER. */
export function writeContacts(out: SegmentText, contacts: readonly Contact[] | undefined): void {
  for (const { name = '', phone, extension, fax, email } of contacts ?? []) {
    const channels = [
      ['TE', phone],
      ['EX', extension],
      ['FX', fax],
      ['EM', email],
    ] as const;
    out.add('PER', 'IC', name, ...channels.flatMap(([channel, number]) => (number === undefined ? [] : [channel, number])));
  }
}

/** DTP without a field of its own. */
export function writeOtherDates(out: SegmentText, dates: readonly QualifiedDate[] | undefined): void {
  for (const { qualifier = '', on, from = '', to = from } of dates ?? []) {
    if (on === undefined) out.add('DTP', qualifier, 'RD8', `${compact(from)}-${compact(to)}`);
    else out.add('DTP', qualifier, 'D8', compact(on));
  }
}

/** CN1. */
export function writeContract(out: SegmentText, contract: Contract | undefined): void {
  if (!contract) return;
  const { type = '', amount: sum, percent = '', code = '', discount = '', version = '' } = contract;
  out.add('CN1', type, amount(sum), percent, code, discount, version);
}

/** K3. */
export function writeFileInformation(out: SegmentText, texts: readonly string[] | undefined): void {
  for (const text of texts ?? []) out.add('K3', text);
}

/** NTE: the first of kind ADD, and the others. */
export function writeNotes(out: SegmentText, note: string | undefined, notes: readonly Note[] | undefined): void {
  if (note !== undefined) out.add('NTE', 'ADD', note);
  for (const { kind = '', text = '' } of notes ?? []) out.add('NTE', kind, text);
}
