import { type ClaimAdjustment, type Declared, formatMoney, type Patient, type Provider } from '@cleanclaim/core';
import { amountOf } from '../check/amounts.ts';
import type { Segment } from '../reader/segment.ts';
import { ASSIGNMENT, BENEFITS, RELEASE, SEXES, SIGNATURE } from './codes.ts';

/** While a claim is read its fields are still open. */
export type Open<Type> = { -readonly [Key in keyof Type]: Type[Key] };

type Present<Value> = { -readonly [Key in keyof Value]?: Exclude<Value[Key], undefined> };

/** Fields with a value; what is empty is left out. */
export function present<Value extends object>(value: Value): Present<Value> {
  const found: Present<Value> = {};
  for (const name in value) {
    const each = value[name];
    if (each !== '' && each !== undefined) found[name] = each as Exclude<Value[typeof name], undefined>;
  }
  return found;
}

/** The provider of an NM1. */
export function named(segment: Segment): Open<Provider> {
  return {
    ...(segment.element(8) === 'XX' ? present({ npi: segment.element(9) }) : {}),
    ...(segment.element(3) === '' ? {} : { name: nameOf(segment) }),
  };
}

/** A person as last and first name; an organization as its name. */
export function nameOf(segment: Segment): unknown {
  const last = segment.element(3);
  if (segment.element(2) !== '1') return last;
  return { last, first: segment.element(4), ...present({ middle: segment.element(5), suffix: segment.element(7) }) };
}

/** What N3 or N4 adds to an address. */
export function address(before: unknown, segment: Segment): unknown {
  const known = typeof before === 'object' && before !== null ? before : {};
  const text = (n: number): string => segment.element(n);
  if (segment.id === 'N3') return { ...known, lines: [text(1), text(2)].filter((line) => line !== '') };
  return { ...known, city: text(1), state: text(2), zip: text(3), ...present({ country: text(4) }) };
}

/** Birth and sex of a DMG. */
export function demographics(person: Pick<Open<Patient>, 'birthDate' | 'sex'>, segment: Segment): void {
  const [birth] = days(segment.element(2));
  person.birthDate = birth;
  const sex = SEXES.word(segment.element(3));
  if (sex) person.sex = sex;
}

/** What is declared, but for what is so on nearly every claim: signed, accepted, assigned, released. */
export function declared(signature: string, assignment: string, benefits: string, release: string): { declared?: Declared } {
  const said: Declared = {
    ...(signature === 'Y' ? {} : present({ signature: SIGNATURE.word(signature) })),
    ...(assignment === 'A' ? {} : present({ assignment: ASSIGNMENT.word(assignment) })),
    ...(benefits === 'Y' ? {} : present({ benefits: BENEFITS.word(benefits) })),
    ...(release === 'Y' ? {} : present({ release: RELEASE.word(release) })),
  };
  return Object.keys(said).length === 0 ? {} : { declared: said };
}

/** The adjustments of a CAS: up to six of one group. */
export function adjustmentsOf(segment: Segment): ClaimAdjustment[] {
  const found: ClaimAdjustment[] = [];
  for (let n = 2; n <= 17 && n <= segment.count; n += 3) {
    const reason = segment.element(n);
    const quantity = segment.element(n + 2);
    if (reason !== '')
      found.push({
        group: segment.element(1),
        reason,
        amount: money(segment.element(n + 1)),
        ...(quantity === '' ? {} : { quantity: Number(quantity) }),
      });
  }
  return found;
}

/** CCYYMMDD or CCYYMMDD-CCYYMMDD as the first and last day, `YYYY-MM-DD`; what is not so written stays as it is, for the rules to judge. */
export function days(text: string): [from: string, to: string] {
  const written = (day: string): string => (/^\d{8}/.test(day) ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}` : day);
  const [from = '', to = from] = text.split('-');
  return [written(from), written(to)];
}

/** An amount of X12 as the decimal text of the claim model; what is no amount stays as it is. */
export function money(text: string): string {
  const units = amountOf(text);
  return units === undefined ? text : formatMoney(units);
}
