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
    out.add('NM1', role, expected ?? '2', last, first, '', '', '', ...id);
    return;
  }
  out.add('NM1', role, '1', word(person['last']), word(person['first']), word(person['middle']), '', word(person['suffix']), ...id);
}

/** `{lines, city, state, zip, country, subdivision}`. */
export function writeAddress(out: SegmentText, address: unknown): void {
  const parts = fields(address);
  const lines = Array.isArray(parts['lines']) ? parts['lines'].map(word) : [word(parts['line1']), word(parts['line2'])];
  if (lines.some((line) => line !== '')) out.add('N3', lines[0] ?? '', lines[1] ?? '');
  const [city, state, zip] = [word(parts['city']), word(parts['state']), word(parts['zip']).replaceAll('-', '')];
  const [country, subdivision] = [word(parts['country']), word(parts['subdivision'])];
  if (city !== '' || state !== '' || zip !== '' || country !== '') out.add('N4', city, state, zip, country, '', '', subdivision);
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
  return day.replaceAll('-', '');
}

/** A period, or one day. */
export function period(from: string, to: string | undefined): readonly [format: string, value: string] {
  return to === undefined || to === from ? ['D8', compact(from)] : ['RD8', `${compact(from)}-${compact(to)}`];
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
