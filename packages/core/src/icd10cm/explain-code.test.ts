import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data } from '../../../../tests/support/data.ts';
import { day } from '../day.ts';
import { withoutDot } from './code-key.ts';
import { type CodeExplanation, explainCode } from './explain-code.ts';
import type { Icd10cmTable } from './table.ts';

const table = data.icd10cmTable() as Icd10cmTable;
const on = day('2026-03-04');
const explain = (code: string, date: string = on): CodeExplanation => explainCode(table, code, day(date));
const codes = (choices: readonly { readonly code: string }[]): string[] => choices.map((each) => each.code);

describe('a code that may stand on a claim', () => {
  it.each([
    ['E11.9', 'E11.9'],
    ['e119', 'E11.9'],
    [' E11.9 ', 'E11.9'],
    ['Ｅ11.9', 'E11.9'],
    ['U07.1', 'U07.1'],
    ['QA0.0101', 'QA0.0101'],
    ['C7A.00', 'C7A.00'],
    ['Z3A20', 'Z3A.20'],
    ['l40.0', 'L40.0'],
    ['S06.1X7A', 'S06.1X7A'],
  ])('%s', (typed, code) => {
    expect(explain(typed)).toMatchObject({ status: 'billable', code });
  });
});

describe('a header', () => {
  it('needs one of sixteen 7th characters', () => {
    const answer = explain('S82.101');
    if (answer.status !== 'header' || answer.missing.kind !== 'seventh-character') throw new Error(answer.status);
    expect(answer.missing.placeholders).toBe(0);
    expect(answer.missing.choices.map((each) => each.character).join(' ')).toBe('A B C D E F G H J K M N P Q R S');
    expect(answer.missing.choices[0]).toEqual({ character: 'A', code: 'S82.101A', meaning: 'initial encounter for closed fracture' });
  });
  it('needs a placeholder and a 7th character', () => {
    const answer = explain('T14.90');
    if (answer.status !== 'header' || answer.missing.kind !== 'seventh-character') throw new Error(answer.status);
    expect(answer.missing.placeholders).toBe(1);
    expect(codes(answer.missing.choices)).toEqual(['T14.90XA', 'T14.90XD', 'T14.90XS']);
  });
  it('has only the 7th characters that make a code', () => {
    const answer = explain('S06.1X7');
    if (answer.status !== 'header') throw new Error(answer.status);
    expect(codes(answer.missing.choices)).toEqual(['S06.1X7A']);
  });
  it('is divided further, past a level that is only a placeholder', () => {
    const answer = explain('H21.1');
    if (answer.status !== 'header') throw new Error(answer.status);
    expect(codes(answer.missing.choices)).toEqual(['H21.1X1', 'H21.1X2', 'H21.1X3', 'H21.1X9']);
  });
  it.each([
    ['G35', '2025-10-01', '2025-09-30', ['G35.A', 'G35.B', 'G35.C', 'G35.D']],
    ['I42.0', '2026-10-01', '2026-09-30', ['I42.00', 'I42.01', 'I42.09']],
    ['Z68.1', '2026-10-01', '2026-09-30', ['Z68.18', 'Z68.19']],
    ['M72.2', '2026-11-01', '2026-09-30', ['M72.20', 'M72.21', 'M72.22']],
    ['M54.5', '2026-03-04', null, ['M54.50', 'M54.51', 'M54.59']],
  ])('%s on %s was complete until %s', (code, date, until, choices) => {
    const answer = explain(code, date);
    if (answer.status !== 'header') throw new Error(answer.status);
    expect(answer.billableUntil).toBe(until);
    expect(codes(answer.missing.choices)).toEqual(choices);
  });
  it('always has something under it that is in force', () => {
    const edition = table.on(on);
    if (!edition) throw new Error('no edition');
    for (const row of edition.rows()) {
      if (edition.billable(row)) continue;
      const answer = explain(edition.code(row));
      if (answer.status !== 'header') throw new Error(`${edition.code(row)} is ${answer.status}`);
      expect(answer.missing.choices.length, edition.code(row)).toBeGreaterThan(0);
    }
  });
});

describe('a code outside its days', () => {
  it.each([
    ['G35.A', '2025-09-30', 'not-yet', ['G35']],
    ['I42.00', '2026-09-30', 'not-yet', ['I42.0']],
    ['S30.11XA', '2025-09-30', 'not-yet', ['S30.1XXA']],
    ['S30.1XXD', '2025-10-01', 'no-longer', ['S30.11XD', 'S30.12XD', 'S30.13XD']],
    ['T78.07XA', '2025-10-01', 'no-longer', ['T78.070A', 'T78.071A', 'T78.079A']],
    ['T52.8X1A', '2026-10-05', 'no-longer', ['T52.811A', 'T52.821A', 'T52.891A']],
    ['S23.420A', '2026-10-05', 'no-longer', []],
  ])('%s on %s is %s', (code, date, status, instead) => {
    const answer = explain(code, date);
    if (answer.status !== 'not-yet' && answer.status !== 'no-longer') throw new Error(answer.status);
    expect(answer.status).toBe(status);
    expect(codes(answer.instead)).toEqual(instead);
  });
  it('has no answer on a day without an edition', () => {
    expect(explain('M54.5', '2021-09-30')).toEqual({ status: 'no-edition', code: 'M54.5' });
  });
});

describe('a placeholder', () => {
  it.each([
    ['T14.90A', 'T14.90XA'],
    ['T1490A', 'T14.90XA'],
    ['W10.9XA', 'W10.9XXA'],
    ['W10.9A', 'W10.9XXA'],
    ['T14.90XXA', 'T14.90XA'],
    ['H21.11', 'H21.1X1'],
    ['O40.11', 'O40.1XX1'],
  ])('%s can only be written %s', (typed, code) => {
    const answer = explain(typed);
    if (answer.status !== 'placeholder') throw new Error(answer.status);
    expect(answer.certain).toBe(true);
    expect(codes(answer.choices)).toEqual([code]);
  });
  it('is not guessed where another character was typed', () => {
    expect(explain('T14.900A')).toMatchObject({ status: 'placeholder', certain: false, choices: [{ code: 'T14.90XA' }] });
    expect(explain('S82.1XXA')).toMatchObject({ status: 'placeholder', certain: false });
  });
  it('left out before a 7th character gives back the code, for every such code', () => {
    const edition = table.on(on);
    if (!edition) throw new Error('no edition');
    let tried = 0;
    for (const row of edition.rows()) {
      const code = edition.code(row);
      const characters = withoutDot(code);
      if (!edition.billable(row) || characters.length !== 7 || characters[5] !== 'X' || edition.seventhCharacters(row).length === 0)
        continue;
      const typed = characters.replace(/X+(?=.$)/, '');
      // Without its X this one reads as another code.
      if (edition.row(typed) >= 0) continue;
      const answer = explain(typed);
      if (answer.status !== 'placeholder') throw new Error(`${typed} is ${answer.status}`);
      expect(codes(answer.choices)).toContain(code);
      tried++;
    }
    expect(tried).toBeGreaterThan(5_000);
  });
});

describe('a 7th character', () => {
  it.each([
    ['S42.201Z', 'S42.201', 'Z', 'ABDGKPS'],
    ['S06.1X7D', 'S06.1X7', 'D', 'A'],
    ['T14.90X', 'T14.90', null, 'ADS'],
    ['T14.90XX', 'T14.90', 'X', 'ADS'],
    ['T14.90Z', 'T14.90', 'Z', 'ADS'],
  ])('%s: %s does not take %s', (code, base, typed, allowed) => {
    const answer = explain(code);
    if (answer.status !== 'seventh-character') throw new Error(answer.status);
    expect(answer).toMatchObject({ base, typed });
    expect(answer.choices.map((each) => each.character).join('')).toBe(allowed);
  });
});

describe('an unknown code', () => {
  it.each([
    ['E1.19', ['E11.9']],
    ['E11..9', ['E11.9']],
    ['Е11.9', ['E11.9']],
    ['I1O', ['I10']],
    ['l10', ['I10']],
    ['E19.1', ['E11.9']],
  ])('%s: perhaps %s', (typed, nearest) => {
    const answer = explain(typed);
    if (answer.status !== 'unknown') throw new Error(answer.status);
    expect(codes(answer.nearest)).toEqual(expect.arrayContaining(nearest));
  });
  it('names what is too much', () => {
    expect(explain('M54.50XA')).toMatchObject({ status: 'extra-characters', base: { code: 'M54.50' }, extra: 'XA' });
    expect(explain('E11.99')).toMatchObject({ status: 'extra-characters', base: { code: 'E11.9' }, extra: '9' });
  });
  it('names the longest beginning that exists', () => {
    expect(explain('E11.7')).toMatchObject({ status: 'unknown', under: { code: 'E11' } });
  });
  it.each(['', ' ', '250.00', 'ZZZ', '😀', 'A'.repeat(300), '\u0000', '...', 'E11.', '.E119', 'constructor'])('%j', (typed) => {
    expect(explain(typed).status).toBe('unknown');
  });
});

it('answers any text without throwing, and offers only codes in force', () => {
  const edition = table.on(on);
  if (!edition) throw new Error('no edition');
  const near = fc
    .tuple(fc.nat(table.size - 1), fc.nat(8), fc.constantFrom('', 'X', 'A', '0', '.', 'l', 'é'))
    .map(([row, at, put]) => table.code(row).slice(0, at) + put + table.code(row).slice(at + 1));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (typed) => {
      const answer = explain(typed);
      const offered = 'choices' in answer ? answer.choices : 'nearest' in answer ? answer.nearest : [];
      for (const { code } of offered) expect(edition.inForce(edition.row(code))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
