import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Data, day, perform, search, type SearchResponse } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { addFiles, verifyAll } from '@cleanclaim/data/import';
import { TABLE_SOURCES } from '@cleanclaim/sources';
import { describe, expect, it } from 'vitest';
import { data as bundled, shared } from './support/data.ts';
import { madeData } from './support/made-data.ts';

const ON = '2026-03-04';

const hcpcs = (code: string, long: string, short: string, more: object = {}) => ({
  code,
  long,
  short,
  from: '2000-01-01',
  to: null,
  ...more,
});
const made = madeData(bundled, {
  hcpcs: [
    hcpcs('E0130', 'Walker, rigid (pickup), adjustable or fixed height', 'Walker rigid adjust/fixed ht'),
    hcpcs('E0143', 'Walker, folding, wheeled, adjustable or fixed height', 'Walker folding wheeled w/o s'),
    hcpcs('E0601', 'Continuous positive airway pressure (cpap) device', 'Cont airway pressure device'),
    hcpcs('E9990', 'Walker, made up and gone', 'Walker gone', { to: '2010-12-31' }),
    hcpcs('J0135', 'Injection, adalimumab, 20 mg', 'Adalimumab injection'),
    hcpcs('LT', 'Left side (used to identify procedures performed on the left side of the body)', 'Left side'),
  ],
  icd10pcs: [
    { code: '0DT', billable: '0', title: 'Gastrointestinal System, Resection' },
    { code: '0DTJ0ZZ', billable: '1', title: 'Resection of Appendix, Open Approach' },
    { code: '0DTJ4ZZ', billable: '1', title: 'Resection of Appendix, Percutaneous Endoscopic Approach' },
    { code: 'B030ZZZ', billable: '1', title: 'Magnetic Resonance Imaging (MRI) of Brain' },
  ],
  'cpt-long': [{ code: '0001Z', title: 'Made-up opening of the made-up flange with walker' }],
  'cpt-consumer': [{ code: '0001Z', title: 'Made-up words that patients use, flangeotomy' }],
  'icd11-mms': [
    { id: '5A11', kind: 'category', title: 'Type 2 diabetes mellitus', depth: '2', chapter: '05', residual: '', leaf: '1', uri: '1' },
    { id: 'chapter 05', kind: 'chapter', title: 'Made-up chapter of walkers', depth: '0', chapter: '05', residual: '', leaf: '', uri: '2' },
  ],
});

function ask(query: string, more: object = {}, data: Data = made): SearchResponse {
  return perform(search, { query, on: ON, ...more }, { data, today: day(ON) });
}
const found = (query: string, more: object = {}): string[] => ask(query, more).results.map(({ system, code }) => `${system} ${code}`);
const what = (query: string): string[] => found(query).filter((each) => !each.startsWith('icd10cm'));

describe('one box over all systems', () => {
  it('answers why before what', () => {
    const answers = ask('walker').results.map((each) => each.answers);
    expect(answers).toEqual([...answers].sort().reverse());
    expect(new Set(answers).size).toBe(2);
  });

  it.each([
    ['rollator', 'hcpcs E0143'],
    ['cpap machine', 'hcpcs E0601'],
    ['humira', 'hcpcs J0135'],
    ['appendectomy', 'icd10pcs 0DTJ0ZZ'],
    ['lap appy', 'icd10pcs 0DTJ0ZZ'],
    ['mri brain', 'icd10pcs B030ZZZ'],
    ['flangeotomy', 'cpt 0001Z'],
    ['wlaker', 'hcpcs E0130'],
  ])('%s: %s', (query, first) => {
    expect(what(query)).toContain(first);
  });

  it.each([
    ['E0130', ['hcpcs E0130']],
    ['e0130', ['hcpcs E0130']],
    ['0DTJ', ['icd10pcs 0DTJ0ZZ', 'icd10pcs 0DTJ4ZZ']],
    ['5A11', ['icd11 5A11']],
    ['0001z', ['cpt 0001Z']],
  ])('the code %s is found and nothing beside it', (typed, codes) => {
    expect(found(typed)).toEqual(codes);
    expect(ask(typed).results.every(({ score, why }) => score === 1 && why[0]?.kind === 'code')).toBe(true);
  });

  it('two letters are a modifier and words as well', () => {
    expect(found('LT')).toContain('hcpcs-modifier LT');
    expect(found('ra').some((each) => each.startsWith('icd10cm M06'))).toBe(true);
  });

  it('shows what is in force on the day, headers only when asked', () => {
    expect(found('walker gone')).not.toContain('hcpcs E9990');
    expect(found('0DT', { system: 'icd10pcs' })).not.toContain('icd10pcs 0DT');
    expect(found('0DT', { system: 'icd10pcs', all: true })[0]).toBe('icd10pcs 0DT');
    expect(found('walkers', { system: 'icd11' })).toEqual([]);
  });

  it('asks one system by name, and says what to install where it is not there', () => {
    expect(found('diabetes', { system: 'icd11' })).toEqual(['icd11 5A11']);
    const missing = ask('diabetes', { system: 'icd9cm' });
    expect(missing).toMatchObject({ status: 'no-data', results: [] });
    expect(missing.notSearched?.[0]).toMatchObject({ system: 'icd9cm' });
    expect(ask('walker', { system: 'hcpcs' })).toMatchObject({ edition: null, beside: [{ system: 'hcpcs', answers: 'what' }] });
  });

  it('an installed table changes nothing in the diagnoses', () => {
    for (const query of ['htn ckd 3', 'walker', 'kidney type 2 diabetes', 'I10', 'left wrist sprain'])
      expect(ask(query).results.filter(({ system }) => system === 'icd10cm')).toEqual(ask(query, {}, bundled).results);
  });

  it('keeps the best of all systems together, as many as asked for', () => {
    const whole = ask('walker', { each: 3 }).results;
    for (const limit of [1, 2, 3, 5]) {
      const kept = ask('walker', { limit }).results;
      expect(kept).toHaveLength(limit);
      const left = whole.filter((each) => !kept.some(({ system, code }) => system === each.system && code === each.code));
      expect(Math.min(...kept.map(({ score }) => score))).toBeGreaterThanOrEqual(Math.max(...left.map(({ score }) => score)));
    }
  });

  it('says so where an edition has no search index of this version', () => {
    const { searchable } = made;
    const without: Data = {
      ...made,
      searchable: (source, on) => {
        const table = searchable(source, on);
        return table && { table: table.table, index: undefined };
      },
    };
    expect(ask('walker', {}, without).notSearched?.map(({ system }) => system)).toEqual(['icd11', 'hcpcs', 'cpt', 'icd10pcs']);
  });

  it('scores lie in 0 to 1 and any text is answered', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: 'binary' }), (query) => {
        for (const { score } of ask(query, { limit: 3 }).results) expect(score >= 0 && score <= 1).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

const official = shared('data/hcpcs/raw2017_2019/2019-Alpha-Numeric-HCPCS-File.zip');

describe('the official HCPCS file of 2019 (skipped where the shared folder is not there)', () => {
  it.skipIf(official === undefined)('is searched once added, and its index is whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-search-'));
    try {
      const add = () => addFiles(official ?? '', { folder, sources: TABLE_SOURCES, today: '2026-11-24' });
      const [added] = await add();
      const edition = join(folder, 'hcpcs', added?.edition.id ?? '');
      expect(readdirSync(edition).sort()).toEqual(['manifest.json', 'search.pack', 'table.pack']);
      const first = (query: string): string | undefined =>
        perform(search, { query, on: '2019-06-01', system: 'hcpcs' }, { data: openPacks(folder), today: day(ON) }).results[0]?.code;
      expect(first('home glucose meter')).toBe('E0607');
      expect(first('portable oxygen concentrator')).toBe('E1392');
      expect(first('flu shot')).toBe('G0008');
      // Taken away, the index is made anew when the same file is added again.
      rmSync(join(edition, 'search.pack'));
      expect(first('home glucose meter')).toBeUndefined();
      expect((await add())[0]?.already).toBe(true);
      expect(first('home glucose meter')).toBe('E0607');
      expect([...verifyAll(folder)].every(({ status }) => status === 'ok')).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
