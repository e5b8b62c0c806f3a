import fc from 'fast-check';
import { type Day, perform, search as searchOperation, Searcher, type SearchResult, suggestDiagnoses } from '@cleanclaim/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { data } from './support/data.ts';

const table = data.icd10cmTable();
const inForce = data.icd10cm('2026-04-15' as Day);
if (!table || !inForce) throw new Error('the bundled ICD-10-CM is missing');
const edition = inForce;

let searcher: Searcher;
beforeAll(() => {
  searcher = new Searcher(table);
});

function search(query: string, all = false): readonly SearchResult[] {
  return searcher.search(query, { edition, all }).results;
}

function codes(query: string, count = 10): string[] {
  return search(query)
    .slice(0, count)
    .map((result) => result.code);
}

describe('what a coder types', () => {
  it.each([
    ['E11.9', 'E11.9'],
    ['e119', 'E11.9'],
    [' e11.9 ', 'E11.9'],
    ['s82.101a', 'S82.101A'],
    ['Ｉ１０', 'I10'],
    ['qa0.0101', 'QA0.0101'],
  ])('the code %j', (typed, code) => {
    expect(codes(typed, 1)).toEqual([code]);
    expect(search(typed)[0]?.why[0]?.kind).toBe('code');
  });

  it('offers what is under the beginning of a code', () => {
    expect(codes('E11.2').every((code) => code.startsWith('E11.2'))).toBe(true);
    expect(codes('s82.10').every((code) => code.startsWith('S82.10'))).toBe(true);
    expect(search('S82.10', true)[0]?.code).toBe('S82.10');
  });

  it('does not correct codes, nor read a misplaced dot', () => {
    expect(codes('E1.19')).not.toContain('E11.9');
    expect(search('l10').every((result) => result.why.every((why) => why.kind !== 'code'))).toBe(false);
  });

  it.each([
    ['bmi 42', /^Z68\.41$/],
    ['bmi 72', /^Z68\.45$/],
    ['bmi 22.5', /^Z68\.22$/],
    ['gcs 14', /^R40\.241/],
    ['burn 25% body', /^T31\.20$/],
    ['burn 95% of body', /^T31\.90$/],
    ['newborn 1,200 grams', /^P05\.[01]4$/],
    ['pediatric bmi 60th percentile', /^Z68\.52$/],
    ['43 weeks gestation', /^Z3A\.49$/],
    ['loss of consciousness 20 minutes', /^S06\.\dX1A$/],
  ])('a number within the range of a title: %j', (typed, code) => {
    expect(codes(typed)[0]).toMatch(code);
  });

  it('several conditions in one line: the combination and its companion', () => {
    const found = codes('htn ckd 3');
    expect(found[0]).toBe('I12.9');
    expect(found.slice(0, 4).some((code) => code.startsWith('N18.3'))).toBe(true);
    expect(search('htn ckd 3', true)[0]?.code).toMatch(/^I12/);
    expect(search('htn ckd 3', true).some(({ code }) => code === 'I12.9')).toBe(true);
    for (const line of ['ckd 3 htn', 'htn with ckd stage 3a', 'stage 3 ckd and htn']) expect(codes(line)[0], line).toBe('I12.9');
    expect(codes('gout, asthma', 2).sort()).toEqual(['J45.909', 'M10.9']);
  });

  it.each([
    ['sprained right wrist follow-up encounter', /^S63\.501D$/],
    ['lt femoral neck fx', /^S72\.002A$/],
    ['rt shoulder dislocation', /^S43\.\d*1A$|^S43\.004A$/],
    ['pain in left hip', /^M25\.552$/],
    ['sequela of left ankle fracture', /S$/],
    ['closed fx shaft of right tibia, subs encntr, delayed healing', /^S82\.201G$/],
    ['type ii diabetes', /^E11/],
    ['type 1 diabetes', /^E10/],
    ['iritis bilateral', /^H20/],
  ])('side, encounter and kind: %s', (phrase, code) => {
    expect(codes(phrase, 1)[0]).toMatch(code);
  });
});

describe('what people say', () => {
  it.each([
    ['nosebleed', 'R04.0'],
    ['hay fever', 'J30.1'],
    ['ringing in the ears', 'H93.19'],
    ['haemorrhoids', 'K64.9'],
    ['oesophageal varices', 'I85.00'],
    ['anaemia', 'D64.9'],
    ['apendicitis', 'K37'],
    ['epilepsi', 'G40.909'],
    ['gastroparisis', 'K31.84'],
    ['asthma', 'J45.909'],
    ['bunion of the left foot', 'M21.612'],
  ])('%s', (phrase, code) => {
    expect(codes(phrase, 3)).toContain(code);
  });

  it('says which words matched where, and what was read as something else', () => {
    const [first] = search('nosebleed');
    expect(first?.why.some((why) => why.kind === 'title' || why.kind === 'inclusionTerm' || why.kind === 'synonym')).toBe(true);
    const misspelt = search('gastroparisis')[0]?.why.find((why) => why.kind === 'spelling');
    expect(misspelt).toMatchObject({ matched: 'gastroparisis', means: 'gastroparesis' });
  });

  it('keeps obstetric and newborn codes for those who ask', () => {
    expect(codes('anemia', 5).some((code) => /^[OP]/.test(code))).toBe(false);
    expect(codes('anemia in pregnancy', 1)[0]).toMatch(/^O99/);
  });

  it('hears what is denied', () => {
    expect(codes('gastritis without bleeding', 1)[0]).toMatch(/0$/);
    expect(codes('gastritis with bleeding', 1)[0]).toMatch(/1$/);
  });
});

describe('what holds for every query', () => {
  it('only codes in force on the day, billable unless all are asked for', () => {
    const old = data.icd10cm('2025-01-15' as Day);
    if (!old) throw new Error('no edition for 2025');
    for (const phrase of ['obesity', 'pica', 'lymphoma remission', 'flank pain']) {
      for (const day of [old, edition]) {
        for (const result of searcher.search(phrase, { edition: day, limit: 50 }).results) {
          expect(day.inForce(result.row) && day.billable(result.row)).toBe(true);
          expect(result.display).toBe(day.display(result.row));
        }
      }
    }
    expect(search('obesity', true).some((result) => !result.billable)).toBe(true);
  });

  it('never throws, never gives more than the limit, and says when a text is too long', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 700, unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            'fracture',
            'left',
            'no',
            'w/',
            '\u0000',
            '\ud800',
            "'; DROP TABLE codes;--",
            '../..',
            '%s',
            'E11.',
            '(',
            '🦴',
            '',
          ),
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(hostile, fc.integer({ min: 0, max: 30 }), (query, limit) => {
        const answer = searcher.search(query, { edition, limit });
        expect(answer.results.length).toBeLessThanOrEqual(limit);
        if (query.length > 500) expect(answer.tooLong).toBeDefined();
        const sorted = answer.results.every((result) => Number.isFinite(result.score));
        expect(sorted).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('says what it did not look at of long input', () => {
    expect(searcher.search('x'.repeat(100_000), { edition }).tooLong).toBeDefined();
    expect(searcher.search('pain '.repeat(2_000), { edition }).tooLong).toBeDefined();
    expect(searcher.search('a b '.repeat(60), { edition }).tooLong).toBeDefined();
    expect(searcher.search('zqxjv'.repeat(99), { edition }).results).toEqual([]);
  });

  it('gives the same answer after any other query', () => {
    const before = JSON.stringify(search('swollen ankle'));
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (query) => {
        search(query);
        return JSON.stringify(search('swollen ankle')) === before;
      }),
      { numRuns: 50 },
    );
  });

  it('suggests the codes that search finds, for every beginning of what is typed', () => {
    const typed = ['diabetes with kidney disease', 'e11.6', 'htn ckd 3', 'siezure', '', 'zqxjv'];
    for (const q of typed.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)))) {
      const { results } = perform(
        searchOperation,
        { query: q, limit: 7, system: 'icd10cm', on: '2026-04-15' },
        { data, today: '2026-04-15' as Day },
      );
      const suggested = suggestDiagnoses(q, { on: '2026-04-15' as Day, limit: 7, all: false }, data);
      expect(suggested, q).toEqual(results.map(({ code, display }) => ({ code, display })));
    }
  });

  it('a title finds its own code first', () => {
    const rows = [...edition.rows()].filter((row) => edition.billable(row));
    const step = Math.floor(rows.length / 400);
    let first = 0;
    let asked = 0;
    for (let at = 0; at < rows.length; at += step) {
      const row = rows[at] ?? 0;
      const title = edition.display(row) ?? '';
      if (title.length > 300 || title.split(' ').length > 30) continue;
      asked++;
      if (searcher.search(title, { edition, limit: 3 }).results.some((result) => result.row === row)) first++;
    }
    expect(first / asked).toBeGreaterThan(0.9);
  });
});
