import { isDay } from '../day.ts';
import { formatMoney, type Money } from '../money.ts';
import type { Relation } from '../claim/model.ts';

/** Letters that do not come apart into a base letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Ø: 'O',
  Œ: 'OE',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  Ł: 'L',
  ẞ: 'SS',
  '’': "'",
  '–': '-',
  '—': '-',
};

/**
 * A text as the forms want it: capital letters without accents, and only characters that machines which read the
 * form know. Undefined when a letter has no counterpart there.
 */
export function plainText(text: string): string | undefined {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .replace(/[ÆØŒĐÐÞŁẞ’–—]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\S ]+/g, ' ')
    .trim();
  return /^[\x20-\x7e]*$/.test(plain) ? plain : undefined;
}

/** Without the punctuation that readers of the form take for a fault; hyphens and apostrophes within names are left out as well. */
export function withoutPunctuation(text: string): string {
  return text
    .replace(/[.,;:#'"()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `2026-03-04` as `03 04 2026`; undefined for what is no day. */
export function longDate(day: string): string | undefined {
  return isDay(day) ? `${day.slice(5, 7)} ${day.slice(8, 10)} ${day.slice(0, 4)}` : undefined;
}

/** `2026-03-04` as `03 04 26`, as boxes of service lines want it. */
export function shortDate(day: string): string | undefined {
  return isDay(day) ? `${day.slice(5, 7)} ${day.slice(8, 10)} ${day.slice(2, 4)}` : undefined;
}

/** `2026-03-04` as `030426`, as the UB-04 wants it. */
export function packedDate(day: string): string | undefined {
  return isDay(day) ? `${day.slice(5, 7)}${day.slice(8, 10)}${day.slice(2, 4)}` : undefined;
}

/** `2026-03-04` as `03042026`. */
export function packedLongDate(day: string): string | undefined {
  return isDay(day) ? `${day.slice(5, 7)}${day.slice(8, 10)}${day.slice(0, 4)}` : undefined;
}

/** Dollars, a space, cents: `128 00`. Undefined for a negative amount or one with parts of a cent, which no form can hold. */
export function dollarsAndCents(amount: Money): string | undefined {
  const text = formatMoney(amount);
  return /^\d+\.\d\d$/.test(text) ? text.replace('.', ' ') : undefined;
}

/** A person or an organization as claims name them. */
export interface NameParts {
  readonly last: string;
  readonly first: string;
  readonly middle: string;
  readonly suffix: string;
}

/** A name of the claim: text (`SMITH, JANE` or an organization) or `{last, first, middle, suffix}`. Undefined when there is none. */
export function nameParts(name: unknown): NameParts | undefined {
  if (typeof name === 'string') {
    const [last = '', first = '', middle = ''] = name.split(',').map((part) => part.trim());
    return last === '' ? undefined : { last, first, middle, suffix: '' };
  }
  const parts = fieldsOf(name);
  const last = word(parts['last']);
  return last === '' ? undefined : { last, first: word(parts['first']), middle: word(parts['middle']), suffix: word(parts['suffix']) };
}

export interface AddressParts {
  readonly lines: readonly string[];
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly country: string;
}

/** An address of the claim: `{lines, city, state, zip, country}`. Undefined when there is none. */
export function addressParts(address: unknown): AddressParts | undefined {
  const parts = fieldsOf(address);
  const lines = Array.isArray(parts['lines']) ? parts['lines'].map(word) : [word(parts['line1']), word(parts['line2'])];
  const read = {
    lines: lines.filter((line) => line !== ''),
    city: word(parts['city']),
    state: word(parts['state']),
    zip: word(parts['zip']),
    country: word(parts['country']),
  };
  return read.lines.length === 0 && read.city === '' && read.zip === '' ? undefined : read;
}

/** `SMITH, JANE, A` as boxes 2, 4 and 9 want a person: last, first, middle initial; a suffix belongs to the last name. */
export function personText(name: NameParts): string {
  return [withSuffix(name), name.first, name.middle.slice(0, 1)]
    .map(withoutPunctuation)
    .filter((part) => part !== '')
    .join(', ');
}

/** First name, middle initial, last name, as boxes 17 and 31 want a provider; an organization as it is. */
export function providerText(name: NameParts): string {
  return withoutPunctuation([name.first, name.middle.slice(0, 1), withSuffix(name)].filter((part) => part !== '').join(' '));
}

function withSuffix({ last, suffix }: NameParts): string {
  return suffix === '' ? last : `${last} ${suffix}`;
}

/** Ten digits of a telephone number, a leading 1 of the country dropped; undefined when there are not ten. */
export function phoneDigits(phone: string): string | undefined {
  const digits = phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return digits.length === 10 ? digits : undefined;
}

/** What the forms know of relations: self, spouse, child, and everything else. */
export function relationBox(relation: Relation): 'self' | 'spouse' | 'child' | 'other' {
  return relation === 'self' || relation === 'spouse' || relation === 'child' ? relation : 'other';
}

/** A pointer as the letter of its diagnosis, A–L; undefined for anything else. */
export function pointerLetter(pointer: number | string): string | undefined {
  if (typeof pointer === 'string' && /^\s*[A-La-l]\s*$/.test(pointer)) return pointer.trim().toUpperCase();
  const number = typeof pointer === 'string' && !/^\s*\d+\s*$/.test(pointer) ? Number.NaN : Number(pointer);
  return Number.isInteger(number) && number >= 1 && number <= 12 ? String.fromCharCode(64 + number) : undefined;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function word(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
