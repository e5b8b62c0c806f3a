import { type Attachment, type ClaimAdjustment, formatMoney, parseMoney } from '@cleanclaim/core';
import type { SegmentText } from '../ack/segment-text.ts';
import { isWhole } from '../text/is-whole.ts';

/** Adjustments in one CAS. */
const PER_CAS = 6;

/** A name is text for an organization, or `{last, first, middle, suffix}` for a person. */
export function writeName(out: SegmentText, role: string, name: unknown, id: readonly string[], expected?: '1' | '2'): void {
  const person = fields(name);
  if (typeof name === 'string' || !('last' in person)) {
    const text = typeof name === 'string' ? name : '';
    const [last = '', first = ''] = expected === '1' && text.includes(',') ? text.split(',').map((part) => part.trim()) : [text];
    addName(out, role, expected ?? '2', last, first, '', '', id);
    return;
  }
  addName(out, role, '1', word(person['last']), word(person['first']), word(person['middle']), word(person['suffix']), id);
}

function addName(
  out: SegmentText,
  role: string,
  entity: '1' | '2',
  last: string,
  first: string,
  middle: string,
  suffix: string,
  [kind = '', id = '']: readonly string[],
): void {
  // A short segment for a short name: nothing is asked of the elements behind.
  if (kind === '' && id === '' && middle === '' && suffix === '') out.add('NM1', role, entity, last, first);
  else out.add('NM1', role, entity, last, first, middle, '', suffix, kind, id);
}

/** `{lines, city, state, zip, country, subdivision}`. */
export function writeAddress(out: SegmentText, address: unknown): void {
  const parts = fields(address);
  const lines: unknown = parts['lines'];
  const first = word(Array.isArray(lines) ? lines[0] : parts['line1']);
  const second = word(Array.isArray(lines) ? lines[1] : parts['line2']);
  if (second !== '') out.add('N3', first, second);
  else if (first !== '') out.add('N3', first);
  const city = word(parts['city']);
  const state = word(parts['state']);
  const zip = withoutHyphens(word(parts['zip']));
  const country = word(parts['country']);
  const subdivision = word(parts['subdivision']);
  if (country !== '' || (subdivision !== '' && (city !== '' || state !== '' || zip !== '')))
    out.add('N4', city, state, zip, country, '', '', subdivision);
  else if (city !== '' || state !== '' || zip !== '') out.add('N4', city, state, zip);
}

/** A paper with its own number is found by it; one that stays with the provider has none. */
export function writeAttachments(out: SegmentText, attachments: readonly Attachment[] | undefined): void {
  for (const { report = '', by = '', control } of attachments ?? [])
    out.add('PWK', report, by, '', '', control === undefined ? '' : 'AC', control ?? '');
}

/** One CAS a group, up to six adjustments in each. */
export function writeAdjustments(out: SegmentText, adjustments: readonly ClaimAdjustment[] | undefined): void {
  const groups = new Map<string, ClaimAdjustment[]>();
  for (const each of adjustments ?? []) {
    const same = groups.get(each.group ?? '');
    if (same) same.push(each);
    else groups.set(each.group ?? '', [each]);
  }
  for (const [group, own] of groups) {
    for (let at = 0; at < own.length; at += PER_CAS) {
      const parts = own
        .slice(at, at + PER_CAS)
        .flatMap((each) => [each.reason ?? '', amount(each.amount), each.quantity === undefined ? '' : String(each.quantity)]);
      out.add('CAS', group, ...parts);
    }
  }
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A day as X12 writes it. */
export function compact(day: string): string {
  if (day.length === 10 && day[4] === '-' && day[7] === '-') return day.slice(0, 4) + day.slice(5, 7) + day.slice(8);
  return withoutHyphens(day);
}

/** Most have none: looking is cheaper than making the text anew. */
export function withoutHyphens(text: string): string {
  return text.includes('-') ? text.replaceAll('-', '') : text;
}

/** DTP with a day, where there is one. */
export function writeDay(out: SegmentText, kind: string, on: string | undefined): void {
  if (on !== undefined) out.add('DTP', kind, 'D8', compact(on));
}

/** DTP with a period, or one day. */
export function writePeriod(out: SegmentText, kind: string, from: string, to: string | undefined): void {
  if (to === undefined || to === from) out.add('DTP', kind, 'D8', compact(from));
  else out.add('DTP', kind, 'RD8', `${compact(from)}-${compact(to)}`);
}

/** AMT, where there is an amount. */
export function writeAmount(out: SegmentText, qualifier: string, sum: string | undefined): void {
  if (sum !== undefined) out.add('AMT', qualifier, amount(sum));
}

/** An amount as X12 writes it: no trailing zeros after the point. */
export function amount(text: string | undefined): string {
  // Most amounts are whole dollars.
  if (text?.endsWith('.00') && isWhole(text, text.length - 3)) return text.slice(0, -3);
  const money = text === undefined ? undefined : parseMoney(text);
  if (money === undefined) return text ?? '';
  const written = formatMoney(money);
  if (written.endsWith('.00')) return written.slice(0, -3);
  return written.endsWith('0') ? written.slice(0, -1) : written;
}
