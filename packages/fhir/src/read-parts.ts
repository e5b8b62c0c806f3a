import { CleanclaimError } from '@cleanclaim/core';
import { type Coding, type Cursor, take } from './cursor.ts';

/** The day of a date, or of a dateTime; the time of day then stays unread. */
export function dayOf(at: Cursor): string | undefined {
  if (typeof at.value !== 'string') throw at.wrong('a day');
  if (at.value.length <= 10) at.use();
  return at.value.slice(0, 10);
}

/** A code of a system we know; of another, the code is kept and its system told as not carried over. */
export function known(coding: Coding, systems: readonly string[]): string {
  if (systems.includes(coding.system) || coding.system === '') return take(coding);
  coding.at.use('code', 'display');
  return coding.code;
}

/** In order of `sequence`; pointers of items are places in that order. */
export function bySequence(list: readonly Cursor[]): readonly { readonly at: Cursor; readonly sequence: number }[] {
  const seen = new Map<number, string>();
  return list
    .map((at) => {
      const sequence = at.whole('sequence');
      if (sequence === undefined)
        throw new CleanclaimError('claim/missing-field', `The element ${at.path} has no sequence.`, `${at.path}.sequence`);
      const before = seen.get(sequence);
      if (before !== undefined)
        throw new CleanclaimError(
          'claim/wrong-shape',
          `The elements ${before} and ${at.path} have the same sequence ${sequence}.`,
          `${at.path}.sequence`,
        );
      seen.set(sequence, at.path);
      return { at, sequence };
    })
    .toSorted((one, other) => one.sequence - other.sequence);
}

/** The numbers of a list of references to sequences. */
export function sequences(item: Cursor, name: string): readonly number[] {
  return item.list(name).map((each) => {
    if (typeof each.value !== 'number' || !Number.isInteger(each.value)) throw each.wrong('a whole number');
    each.use();
    return each.value;
  });
}

/** Without fields that hold nothing: a resource that is there and says nothing a claim knows is no field of the claim. */
export function said<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => typeof value !== 'object' || value === null || Object.keys(value as object).length > 0),
  ) as Partial<Fields>;
}
