import { addDays, type Day, day as dayOf } from '../day.ts';
import { quote } from '../errors.ts';
import { formatMoney, parseMoney } from '../money.ts';
import { type DateOrder, readWrittenDay } from '../written-day.ts';
import type { CellKind } from './fields.ts';

/** How a file writes days: a spreadsheet counts them from 1900 or 1904. */
export interface CellContext {
  readonly dates: DateOrder | undefined;
  readonly serial: '1900' | '1904' | undefined;
}

export type CellValue = string | number | readonly (string | number)[];
export type ReadCell = { readonly value: CellValue } | { readonly trouble: string };

/** What a cell says. Never guesses: a cell that can be read two ways is a trouble that says so. */
export function readCell(text: string, kind: CellKind, context: CellContext): ReadCell {
  if (AS_NUMBER.test(text) && kind !== 'money' && kind !== 'number')
    return { trouble: `${quote(text)} was a code that a spreadsheet program took for a number: write it again, as text` };
  switch (kind) {
    case 'text':
      return { value: text };
    case 'procedure':
    case 'place':
    case 'revenue':
    case 'taxId':
      return { value: withZeros(text, WIDTHS[kind]) };
    case 'codes':
      return { value: text.split(/[\s,;|/:]+/).filter(Boolean) };
    case 'day':
      return readDay(text, context);
    case 'money':
      return readAmount(text);
    case 'number':
      return /^\d{1,9}(?:\.\d{1,6})?$/.test(text)
        ? { value: Number(text) }
        : { trouble: `${quote(text)} is no number of units or minutes` };
    case 'sex':
      return oneOf(text, SEXES, 'a sex: F, M or U');
    case 'type':
      return oneOf(text, TYPES, 'a kind of claim: professional, institutional or dental');
    case 'pointers':
      return readPointers(text);
  }
}

/** `1.23457E+09`: what is written so has lost digits. */
const AS_NUMBER = /^\d(?:\.\d+)?E\+\d{1,3}$/i;

/** Fewest digits that are taken for such a code, and how many it has. No code of its kind is shorter, so the zeros are certain. */
const WIDTHS = { procedure: [3, 5], place: [1, 2], revenue: [3, 4], taxId: [8, 9] } as const;

function withZeros(text: string, [least, width]: readonly [least: number, width: number]): string {
  return text.length >= least && /^\d+$/.test(text) ? text.padStart(width, '0') : text;
}

const SEXES: Readonly<Record<string, string>> = {
  f: 'female',
  female: 'female',
  m: 'male',
  male: 'male',
  u: 'unknown',
  unknown: 'unknown',
};
const TYPES: Readonly<Record<string, string>> = {
  professional: 'professional',
  institutional: 'institutional',
  dental: 'dental',
  'cms 1500': 'professional',
  '1500': 'professional',
  '837p': 'professional',
  ub04: 'institutional',
  'ub 04': 'institutional',
  '837i': 'institutional',
  '837d': 'dental',
  ada: 'dental',
};

function oneOf(text: string, known: Readonly<Record<string, string>>, what: string): ReadCell {
  const plain = text.toLowerCase().replace(/[-_]/g, ' ').trim();
  const value = Object.hasOwn(known, plain) ? known[plain] : undefined;
  return value === undefined ? { trouble: `${quote(text)} is not ${what}; say what it means under "values"` } : { value };
}

/** The time of day behind a day, as exports of databases have it. With a time zone the day itself would be open. */
const TIME = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?: ?[AP]M)?$/i;

function readDay(cell: string, { dates, serial }: CellContext): ReadCell {
  const text = cell.replace(TIME, '');
  const number = /^\d{1,7}(?:\.\d{1,12})?$/.test(text) ? Math.floor(Number(text)) : Number.NaN;
  const isSerial = Number.isInteger(number) && number > 59 && number < 109_575;
  if (isSerial && serial !== undefined) return { value: fromSerial(number, serial) };
  const read = readWrittenDay(text, dates);
  if ('day' in read) return { value: read.day };
  if (read.may.length > 1)
    return { trouble: `${quote(text)} can be ${read.may.join(' or ')}: set "dates" to month-first or day-first in the mapping` };
  if (isSerial) return { trouble: `${quote(text)} is a spreadsheet's count of days: write the day, such as 2026-03-04` };
  if (/^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}$/.test(text)) return { trouble: `${quote(text)} has a year of two digits: write all four` };
  return { trouble: `${quote(text)} is not a day` };
}

/** Both ways of counting: 1900-03-01 is day 61 of the one, and 1904-01-01 day 0 of the other. */
function fromSerial(number: number, serial: '1900' | '1904'): Day {
  return addDays(dayOf(serial === '1904' ? '1904-01-01' : '1899-12-30'), number);
}

/** Exact. Thousands are parted by commas in threes; a comma for the decimals is refused, for 1,234 would be two amounts. */
function readAmount(text: string): ReadCell {
  const plain = text.replace(/^\$\s?|\s?\$$/g, '');
  const bare = /^-?\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  const amount = parseMoney(bare.replace(/^\./, '0.').replace(/\.$/, ''));
  return amount === undefined ? { trouble: `${quote(text)} is no amount in dollars and cents` } : { value: formatMoney(amount) };
}

/** `A`, `AB`, `1,2`, `1:2`, `123`. */
function readPointers(text: string): ReadCell {
  const parts = text.split(/[\s,;|/:]+/).filter(Boolean);
  const value: (string | number)[] = [];
  for (const part of parts) {
    if (/^[A-La-l]+$/.test(part)) value.push(...part.toUpperCase());
    else if (/^\d{1,2}$/.test(part) && Number(part) >= 1 && Number(part) <= 12 && !(part === '12' && parts.length === 1))
      value.push(Number(part));
    else if (part === '12') return { trouble: '"12" can be the twelfth diagnosis or the first and second: write L, or 1,2' };
    else if (/^[1-9]{2,4}$/.test(part)) value.push(...Array.from(part, Number));
    else return { trouble: `${quote(text)} does not point to diagnoses: write letters A to L or numbers` };
  }
  return { value };
}
