import { type ClaimAdjustment, type Declared, formatMoney, type Patient, type Provider } from '@cleanclaim/core';
import { amountOf } from '../check/amounts.ts';
import type { Open } from '../open.ts';
import type { Segment } from '../reader/segment.ts';
import { ASSIGNMENT, BENEFITS, PATIENT_SIGNATURE, RELEASE, SEXES, SIGNATURE } from './codes.ts';
import type { ClaimState } from './open-claim.ts';

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

/** Adds what an NM1 says of a provider. */
export function readName(provider: Open<Provider>, segment: Segment, state: ClaimState): void {
  if (segment.lengthOf(9) > 0) {
    if (segment.is(8, 'XX')) provider.npi = segment.element(9);
    else state.passOver(segment, 9);
  }
  if (segment.lengthOf(3) > 0 || segment.lengthOf(4) > 0) provider.name = nameOf(segment, state);
}

/** The provider of an NM1. `usual` is what one without a name is taken for. */
export function providerOf(segment: Segment, state: ClaimState, usual: Provider['entity'] = 'person'): Open<Provider> {
  const provider: Open<Provider> = {};
  readName(provider, segment, state);
  const entity = entityOf(segment);
  if (provider.name === undefined && entity !== usual) provider.entity = entity;
  return provider;
}

export function entityOf(segment: Segment): NonNullable<Provider['entity']> {
  return segment.is(2, '1') ? 'person' : 'organization';
}

/** A person as last and first name; an organization as its name. */
export function nameOf(segment: Segment, state: ClaimState): unknown {
  const last = segment.element(3);
  if (!segment.is(2, '1')) {
    for (let n = 4; n <= 7; n++) if (n !== 6 && segment.lengthOf(n) > 0) state.passOver(segment, n);
    return last;
  }
  const person: { last: string; first: string; middle?: string; suffix?: string } = { last, first: segment.element(4) };
  if (segment.lengthOf(5) > 0) person.middle = segment.element(5);
  if (segment.lengthOf(7) > 0) person.suffix = segment.element(7);
  return person;
}

interface Address {
  readonly lines?: readonly string[];
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
  readonly country?: string;
  readonly subdivision?: string;
}

/**
 * What N3 or N4 adds to an address, as an address of its own: the one before may be a claim's already. Mostly N4 follows
 * N3 and nothing else is known, which needs no copying of fields unknown.
 */
export function address(before: unknown, segment: Segment): unknown {
  const known: Address | undefined = typeof before === 'object' && before !== null ? before : undefined;
  if (segment.id === 'N3') {
    const [first, second] = [segment.element(1), segment.element(2)];
    const lines = second === '' ? [first] : [first, second];
    const filled = first === '' ? lines.slice(1) : lines;
    return known ? { ...known, lines: filled } : { lines: filled };
  }
  const [city, state, zip] = [segment.element(1), segment.element(2), segment.element(3)];
  const whole: Address =
    known?.lines && known.city === undefined ? { lines: known.lines, city, state, zip } : { ...known, city, state, zip };
  if (segment.count < 4) return whole;
  return { ...whole, ...present({ country: segment.element(4), subdivision: segment.element(7) }) };
}

/** Birth and sex of a DMG. */
export function demographics(person: Pick<Open<Patient>, 'birthDate' | 'sex'>, segment: Segment, state: ClaimState): void {
  const [birth] = days(segment.element(2));
  person.birthDate = birth;
  const sex = SEXES.word(segment.element(3));
  if (sex) person.sex = sex;
  else if (segment.lengthOf(3) > 0) state.passOver(segment, 3);
}

/**
 * What is declared, but for what is so on nearly every claim: signed, accepted, assigned, released.
 */
export function declared(
  segment: Segment,
  { signature, assignment, benefits, release, patient }: DeclaredAt,
  state: ClaimState,
): Declared | undefined {
  const usual =
    (signature === 0 || segment.is(signature, 'Y')) &&
    (assignment === 0 || segment.is(assignment, 'A')) &&
    segment.is(benefits, 'Y') &&
    segment.is(release, 'Y') &&
    segment.lengthOf(patient) === 0;
  if (usual) return undefined;
  const told = <Word>(element: number, usually: string, words: { word(code: string): Word | undefined }): Word | undefined => {
    if (element === 0 || segment.lengthOf(element) === 0 || segment.is(element, usually)) return undefined;
    const word = words.word(segment.element(element));
    if (word === undefined) state.passOver(segment, element);
    return word;
  };
  const said: Declared = present({
    signature: told(signature, 'Y', SIGNATURE),
    assignment: told(assignment, 'A', ASSIGNMENT),
    benefits: told(benefits, 'Y', BENEFITS),
    release: told(release, 'Y', RELEASE),
    patientSignature: told(patient, '', PATIENT_SIGNATURE),
  });
  return Object.keys(said).length === 0 ? undefined : said;
}

/** Elements that say what is declared; 0 for none. */
interface DeclaredAt {
  readonly signature: number;
  readonly assignment: number;
  readonly benefits: number;
  readonly release: number;
  readonly patient: number;
}

/** Adds the adjustments of a CAS: up to six of one group. */
export function addAdjustments(to: ClaimAdjustment[], segment: Segment): void {
  for (let n = 2; n <= 17 && n <= segment.count; n += 3) {
    const reason = segment.element(n);
    const quantity = segment.element(n + 2);
    if (reason !== '')
      to.push({
        group: segment.element(1),
        reason,
        amount: money(segment.element(n + 1)),
        ...(quantity === '' ? {} : { quantity: Number(quantity) }),
      });
  }
}

/** Days already written with hyphens: files repeat them. */
const written = new Map<string, string>();
const KEPT = 20_000;

/** CCYYMMDD or CCYYMMDD-CCYYMMDD as the first and last day, `YYYY-MM-DD`; what is not so written stays as it is, for the rules to judge. */
export function days(text: string): [from: string, to: string] {
  const end = text.indexOf('-');
  if (end < 0) {
    const day = hyphened(text);
    return [day, day];
  }
  const [from = '', to = ''] = text.split('-');
  return [hyphened(from), hyphened(to)];
}

function hyphened(day: string): string {
  if (day.length !== 8) return EIGHT.test(day) ? hyphened(day.slice(0, 8)) : day;
  const known = written.get(day);
  if (known !== undefined) return known;
  const made = EIGHT.test(day) ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` : day;
  if (written.size >= KEPT) written.clear();
  written.set(day, made);
  return made;
}

const EIGHT = /^\d{8}/;

/** An amount of X12 as the decimal text of the claim model; what is no amount stays as it is. */
export function money(text: string): string {
  if (isWhole(text)) return `${text}.00`;
  const units = amountOf(text);
  return units === undefined ? text : formatMoney(units);
}

/** Whole dollars, as most amounts are: up to nine digits, the first no zero. Asked of every amount of a file. */
function isWhole(text: string): boolean {
  if (text.length === 0 || text.length > 9 || text.charCodeAt(0) === 48) return false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}
