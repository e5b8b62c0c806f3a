import { rmSync } from 'node:fs';
import { type AlphabeticIndex, carryForward, day, type Icd10cmTable, indexTerm, perform, stem, termWords } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { afterAll, describe, expect, it } from 'vitest';
import { officialIndex } from './support/official-index.ts';

/** Columns of the Table of Neoplasms, which are no terms. */
const BEHAVIOR = new Set(['malignant', 'benign', 'primary', 'secondary', 'situ', 'uncertain', 'unspecified', 'behavior'].map(stem));

const folder = officialIndex();
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

describe.skipIf(folder === undefined)('the official index, FY2017 main and FY2022 tables', () => {
  const context = { data: openPacks(folder), today: day('2026-03-04') };
  const index = context.data.alphabeticIndex() as AlphabeticIndex;
  const table = context.data.icd10cmTable() as Icd10cmTable;
  const first = (term: string) => perform(indexTerm, { term, limit: 1 }, context).matches[0];
  const codes = (term: string) => first(term)?.lines[0]?.codes.map((code) => code.printed);

  it('has every term once, each under its own', () => {
    expect(index.size).toBe(7_973 + 69_226 + 1 + 1_938 + 5_175 + 2_248 + 314 + 7_486);
    const wrong: number[] = [];
    for (let term = 0; term < index.size; term++) {
      const parent = index.parent[term] ?? -1;
      const level = parent < 0 ? 0 : (index.level[parent] ?? 0) + 1;
      const inside = parent < 0 || (term > parent && (index.after[term] ?? 0) <= (index.after[parent] ?? 0));
      if (index.level[term] !== level || !inside) wrong.push(term);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['Diabetes, type 2, with, chronic kidney disease', ['E11.22']],
    ['Bronchitis, acute', ['J20.9']],
    ['Appendicitis', ['K37']],
    ['Hypertension', ['I10']],
    ['Infarct, myocardium', ['I21.3']],
    ['Amyloidosis, with lung involvement', ['E85.4', 'J99']],
    ['haemorrhages, subcortical', ['I61.0']],
    ['failure, kidney', ['N19']],
    ['Lumbago', ['M54.5']],
    ['neoplasm, prostate', ['C61', 'C79.82', 'D07.5', 'D29.1', 'D40.0', 'D49.59']],
    ['aspirin', ['T39.011', 'T39.012', 'T39.013', 'T39.014', 'T39.015', 'T39.016']],
  ])('%s', (term, expected) => {
    expect(codes(term)).toEqual(expected);
  });

  it('leads from every code of the index to a code of the day', () => {
    const edition = table.on(context.today);
    if (!edition) throw new Error('no edition');
    let printed = 0;
    let above = 0;
    let nowhere = 0;
    for (let term = 0; term < index.size; term++) {
      for (const { key } of index.entries(term)) {
        const { rows, carried } = carryForward(index, key, table, edition);
        printed++;
        if (rows.length === 0) nowhere++;
        if (carried === 'level-above') above++;
      }
    }
    expect(printed).toBeGreaterThan(115_000);
    expect(nowhere).toBe(0);
    expect(above).toBeLessThan(50);
  });

  it('follows four of five "see" to the very term; the words of an exact one all stand on its way', () => {
    let see = 0;
    let exact = 0;
    const astray: string[] = [];
    for (let term = 0; term < index.size; term++) {
      if (index.partOf(term)?.name !== 'main') continue;
      for (const reference of index.references(term)) {
        if (reference.kind !== 'see') continue;
        see++;
        if (!reference.exact) continue;
        exact++;
        const way = new Set(index.path(reference.target).flatMap((each) => termWords(index.title(each)).map(stem)));
        const said = termWords(reference.text.replace(/\([^)]*\)/g, '')).map(stem);
        const strange = said.filter((word) => !way.has(word) && !BEHAVIOR.has(word));
        if (strange.length > 0) astray.push(`${reference.text}: ${strange.join(' ')}`);
      }
    }
    expect(astray).toEqual([]);
    expect(see).toBe(11_979);
    expect(exact).toBeGreaterThan(9_500);
  });

  it('gives back each term from its own code', () => {
    for (const term of [12, 3_456, 23_456, 45_678, 65_432, 77_000]) {
      const [entry] = index.entries(term);
      if (entry) expect(index.termsOfKey(entry.key)).toContain(term);
    }
  });
});
