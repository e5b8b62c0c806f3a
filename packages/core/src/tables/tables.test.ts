import { describe, expect, it } from 'vitest';
import type { Day } from '../day.ts';
import type { Pack, PackManifest } from '../pack/format.ts';
import { CodeIndex, procedureKey } from './code-index.ts';
import { type InstalledEdition, InstalledEditions } from './installed.ts';
import { writeDecimal } from './keyed-table.ts';
import { PairPartners } from './pair-partners.ts';

const manifest: PackManifest = { title: '', publisher: '', licence: '', page: '', inputs: [], retrieved: '' };

function edition(id: string, from: string, to: string | null, more: Readonly<Record<string, unknown>> = {}): InstalledEdition {
  const pack = (): Pack => {
    throw new Error('not opened here');
  };
  return { source: 's', edition: { id, title: id, from, to, published: null, rows: 1, ...more }, manifest, sha256: '', pack };
}
const idsOn = (list: readonly InstalledEdition[], day: string) => new InstalledEditions(list).on(day as Day).map((each) => each.edition.id);

describe('the edition that answers on a day', () => {
  it('is the one whose days cover it, to the last', () => {
    const list = [edition('q1', '2026-01-01', '2026-03-31'), edition('q2', '2026-04-01', '2026-06-30')];
    expect(idsOn(list, '2025-12-31')).toEqual([]);
    expect(idsOn(list, '2026-03-31')).toEqual(['q1']);
    expect(idsOn(list, '2026-04-01')).toEqual(['q2']);
    expect(idsOn(list, '2026-07-01')).toEqual([]);
  });

  it('is the file of the quarter itself before a later file that reaches back', () => {
    const q1 = edition('q1', '1996-01-01', '2026-03-31', { ownFrom: '2026-01-01' });
    const q3 = edition('q3', '1996-01-01', '2026-09-30', { ownFrom: '2026-07-01' });
    const q4 = edition('q4', '1996-01-01', '2026-12-31', { ownFrom: '2026-10-01' });
    expect(idsOn([q4, q3, q1], '2026-02-01')).toEqual(['q1']);
    // Of those that only reach back, the one made soonest after.
    expect(idsOn([q4, q3, q1], '2026-05-01')).toEqual(['q3']);
    expect(idsOn([q4, q3], '2019-05-01')).toEqual(['q3']);
    expect(idsOn([q4, q3], '2026-11-01')).toEqual(['q4']);
  });

  it('is a correction from the day it holds for', () => {
    const list = [edition('a', '2024-01-01', '2024-03-31'), edition('ar', '2024-03-09', '2024-03-31')];
    expect(idsOn(list, '2024-03-08')).toEqual(['a']);
    expect(idsOn(list, '2024-03-09')).toEqual(['ar']);
  });

  it('may come in several files', () => {
    const parts = [1, 2].map((part) => edition(`q-f${part}`, '1996-01-01', '2026-09-30', { ownFrom: '2026-07-01', part, parts: 2 }));
    expect(idsOn(parts, '2026-08-01')).toEqual(['q-f1', 'q-f2']);
  });
});

describe('codes as numbers', () => {
  it('keep their order and refuse other forms', () => {
    expect(procedureKey('00000')).toBe(0);
    expect(procedureKey('ZZZZZ')).toBe(36 ** 5 - 1);
    expect(procedureKey('0000A')).toBeGreaterThan(procedureKey('00009'));
    for (const wrong of ['', '1234', '123456', '1234a', '1234é', '12 34']) expect(procedureKey(wrong)).toBe(-1);
  });

  it('are found where they stand, and only those', () => {
    const codes = Array.from({ length: 5_000 }, (_, at) => `A${String(at * 2).padStart(4, '0')}`);
    const index = new CodeIndex(codes.join(''));
    codes.forEach((code, at) => expect(index.find(code)).toBe(at));
    for (let at = 0; at < 5_000; at++) expect(index.find(`A${String(at * 2 + 1).padStart(4, '0')}`)).toBe(-1);
    expect(new CodeIndex('').find('A0000')).toBe(-1);
  });
});

it.each([3, 512, 513, 13_000])('of %d codes no pair that there is is taken for none, and most others are', (codes) => {
  // Each code is paired with the three after it in the list.
  const runs = Array.from({ length: codes }, (_, first) => [1, 2, 3].map((step) => first + step).filter((second) => second < codes));
  let length = 0;
  const start = Uint32Array.from([0, ...runs.map((run) => (length += run.length))]);
  const partners = new PairPartners(start, Uint16Array.from(runs.flat()));
  runs.forEach((run, first) => expect(run.every((second) => partners.mayHave(first, second))).toBe(true));
  const others = runs.flatMap((_, first) => (partners.mayHave(first, Math.floor((first + codes / 2) % codes)) ? [first] : []));
  expect(others.length).toBeLessThanOrEqual(codes > 100 ? 0 : codes);
});

it('decimals are written exactly', () => {
  expect([12_345, -5, 0, 100].map((value) => writeDecimal(value, 2))).toEqual(['123.45', '-0.05', '0.00', '1.00']);
  expect(writeDecimal(7, 0)).toBe('7');
  expect(writeDecimal(null, 2)).toBe('');
});
