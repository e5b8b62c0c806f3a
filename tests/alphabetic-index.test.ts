import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type AlphabeticIndex,
  day,
  type Icd10cmTable,
  IndexReader,
  indexTerm,
  joinIndexes,
  PLACE,
  perform,
  search,
} from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { installIndex } from '@cleanclaim/data/build';
import { addIndexFiles, verifyAll, removeEdition } from '@cleanclaim/data/import';
import { afterAll, describe, expect, it } from 'vitest';

const sample = fileURLToPath(new URL('../sources/icd10cm-index/sample', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-index-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = readdirSync(sample).map((name) => ({ name, text: readFileSync(join(sample, name), 'utf8') }));
const rows = ['A', 'D', 'S'].flatMap((seventh) =>
  ['T40.411', 'T40.421', 'T40.491'].map((code) => [`${code}${seventh}`, '2020', `T40.4X1${seventh}`]),
);
installIndex(files, folder, { retrieved: '2026-11-24', conversions: { name: 'conversion table', sha256: '', rows } });
const context = { data: openPacks(folder), today: day('2026-03-04') };
const ask = (input: Record<string, unknown>) => perform(indexTerm, { on: '2026-03-04', ...input }, context);
const lines = (term: string) => ask({ term }).matches.flatMap((match) => match.lines);
const paths = (input: Record<string, unknown>) => ask(input).matches.map((match) => match.path.join(', '));

describe('a term', () => {
  it('comes with what stands under it, in reading order', () => {
    expect(lines('lumbago').map((line) => [line.level, line.title])).toEqual([
      [0, 'Lumbago, lumbalgia'],
      [1, 'with sciatica'],
    ]);
  });
  it.each([
    ['kidney diabetes', ['Diabetes, diabetic, type 2, with, chronic kidney disease']],
    ['Diabetes, type 2, with, gastroparesis', ['Diabetes, diabetic, type 2, with, gastroparesis']],
    ['DIABETICS', ['Diabetes, diabetic']],
    ['amyloid', ['Amyloidosis']],
    ['sugar', ['Diabetes, diabetic']],
    ['ladd', ['Fall, falling, from, off, out of, ladder']],
    ['ladders', ['Fall, falling, from, off, out of, ladder']],
  ])('%s', (term, expected) => {
    expect(paths({ term })).toEqual(expected);
  });
  it.each([
    ['lumbagoo', 'lumbago', 'spelling'],
    ['diabtes, type 2', 'diabetes, type 2', 'spelling'],
    ['dbts', 'diabetes', 'spelling'],
    ['diabtes kidny', 'diabetes kidney', 'spelling'],
    ['asa', 'aspirin', 'synonym'],
  ])('%s is read as %s', (term, meant, how) => {
    const answer = ask({ term });
    expect(answer).toMatchObject({ status: 'found', input: term, readAs: { term: meant, how } });
    expect(answer.matches).toEqual(ask({ term: meant }).matches);
  });
  it('is found by a word that says the same', () => {
    expect(paths({ term: 'renal disease chronic' })).toEqual(['Diabetes, diabetic, type 2, with, chronic kidney disease']);
  });
  it('is looked for in one part only when asked', () => {
    expect(ask({ term: 'aspirin', part: 'drugs' }).matches.every(({ part }) => part === 'drugs')).toBe(true);
    expect(ask({ term: 'lumbago', part: 'drugs' }).status).toBe('nothing');
  });
  it('that is long is mended in time, or not at all', () => {
    expect(ask({ term: 'qzx '.repeat(24) }).status).toBe('nothing');
    expect(ask({ term: 'lumbagoo '.repeat(20) }).readAs).toBeUndefined();
  });
  it('that no line has whole gives the nearest and what is missing', () => {
    const answer = ask({ term: 'purple lumbago' });
    expect(answer).toMatchObject({ status: 'partly', missing: ['purple'] });
  });
  it('that is nowhere gives nothing', () => {
    expect(ask({ term: 'xyzzy' })).toMatchObject({ status: 'nothing', matches: [], total: 0 });
    expect(ask({ term: ', , with' })).toMatchObject({ status: 'nothing' });
  });
});

describe('a line', () => {
  it('keeps nonessential modifiers apart', () => {
    expect(lines('amyloidosis')[0]?.modifiers).toEqual(['generalized', 'primary']);
  });
  it('gives the manifestation with its code', () => {
    const [, lung] = lines('amyloidosis');
    expect(lung?.codes.map((code) => [code.column, code.printed])).toEqual([
      ['code', 'E85.4'],
      ['manifestation', 'J99'],
    ]);
  });
  it('says that a code needs more characters, printed so or grown since', () => {
    const [lumbago, sciatica] = lines('lumbago');
    expect(lumbago?.codes[0]).toMatchObject({ printed: 'M54.5', needsMore: true, carried: null, codes: [{ billable: false }] });
    expect(sciatica?.codes[0]).toMatchObject({ printed: 'M54.4-', needsMore: true });
    expect(lines('goundou')).toEqual([]);
  });
  it('leads on: "see" names a term, or the nearest above it', () => {
    expect(lines('lumbalgia')[0]?.references).toEqual([
      { kind: 'see', text: 'Lumbago', to: { term: expect.any(Number), path: ['Lumbago, lumbalgia'], exact: true } },
    ]);
    const [diabetic] = lines('Gastroparesis, diabetic');
    expect(diabetic?.references[0]?.to).toMatchObject({ path: ['Diabetes, diabetic'], exact: false });
  });
  it('carries an older code forward by the conversion table', () => {
    const [fentanyl] = lines('fentanyl');
    const carried = fentanyl?.codes.find((code) => code.printed === 'T40.4X1');
    expect(carried?.carried).toBe('conversion');
    expect(carried?.codes.map((code) => code.code)).toEqual(['T40.411', 'T40.421', 'T40.491']);
    // Without a line in the table the level above is all that is known.
    expect(fentanyl?.codes.find((code) => code.printed === 'T40.4X2')).toMatchObject({
      carried: 'level-above',
      codes: [{ code: 'T40.4' }],
    });
  });
});

describe('a table', () => {
  it('has its columns named', () => {
    const [match] = ask({ term: 'spermatic cord' }).matches;
    expect(match?.part).toBe('neoplasm');
    expect(match?.columns).toHaveLength(7);
    expect(match?.lines[0]?.codes.map((code) => `${code.column} ${code.printed}`).slice(0, 2)).toEqual([
      'Malignant Primary C63.1-',
      'Malignant Secondary C79.82',
    ]);
  });
});

describe('from a code back', () => {
  it.each([
    ['E11.22', ['Diabetes, diabetic, type 2, with, chronic kidney disease']],
    ['m5442', ['Lumbago, lumbalgia, with sciatica']],
    ['T40.411A', ['Fentanyl']],
    ['J99', ['Amyloidosis, with lung involvement']],
    ['W11.XXXA', ['Fall, falling, from, off, out of, ladder']],
    ['Z00.00', []],
    ['nonsense', []],
  ])('%s', (code, expected) => {
    expect(paths({ code })).toEqual(expected);
  });
});

describe('bad input', () => {
  it.each([
    [{}, 'input/empty'],
    [{ term: '   ' }, 'input/empty'],
    [{ term: 'x'.repeat(301) }, 'input/too-long'],
    [{ code: 'x'.repeat(301) }, 'input/too-long'],
    [{ term: 'x', limit: 0 }, 'input/out-of-range'],
    [{ term: 'x', offset: -1 }, 'input/out-of-range'],
    [{ term: 'x', on: 'today' }, 'input/not-a-day'],
    [{ term: 7 }, 'input/invalid'],
  ])('%j', (input, code) => {
    expect(() => ask(input)).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code }) }));
  });
  it.each(['\u0000', '😀', ',,,,', '((((', 'a'.repeat(300), 'a '.repeat(150), '__proto__', 'constructor'])('%j is answered', (term) => {
    expect(['found', 'partly', 'nothing']).toContain(ask({ term }).status);
  });
});

it('pages: every line once', () => {
  const all = ask({ term: 'diabetes', limit: 100 });
  const seen: number[] = [];
  for (let offset = 0; offset < all.total; offset += 2) {
    for (const match of ask({ term: 'diabetes', limit: 2, offset }).matches) seen.push(...match.lines.map((line) => line.term));
  }
  expect(seen).toEqual(all.matches.flatMap((match) => match.lines.map((line) => line.term)));
});

it('has no answer where no index is installed, and none for a day without codes', () => {
  const bare = { ...context, data: openPacks(undefined) };
  expect(perform(indexTerm, { term: 'lumbago' }, bare)).toMatchObject({ status: 'no-data', fix: expect.stringContaining('data add') });
  expect(ask({ term: 'lumbago', on: '2001-01-01' })).toMatchObject({ status: 'no-data' });
});

it('is listed among the installed editions', () => {
  const ids = context.data.editions().map(({ edition }) => edition.id);
  expect(ids).toContain('icd10cm-index-main-2017');
});

it('refuses the same part twice and leaves the installed pack as it is', () => {
  const before = readFileSync(join(folder, 'icd10cm-index.pack'));
  expect(() => installIndex([...files, ...files], folder, { retrieved: '2026-11-24' })).toThrow('twice');
  expect(readFileSync(join(folder, 'icd10cm-index.pack')).equals(before)).toBe(true);
});

describe('search with the index installed', () => {
  const find = (query: string, data = context.data) => perform(search, { query, on: '2026-03-04' }, { ...context, data });
  it('finds a code by its entry, and says so', () => {
    const [first] = find('dysgeusia').results;
    expect(first?.code).toBe('R43.2');
    expect(first?.why[0]).toEqual({ kind: 'index', matched: 'Dysgeusia', words: ['dysgeusia'] });
  });
  it('keeps what titles and terms give', () => {
    for (const query of ['acute appendicitis', 'htn ckd 3', 'E11.22', 'femur fracture left subsequent encounter']) {
      expect(find(query).results[0]?.code).toBe(find(query, openPacks(undefined)).results[0]?.code);
    }
  });
  it('joins both indexes: every document of either, by the term it had, at the place it had', () => {
    const table = context.data.icd10cmTable() as Icd10cmTable;
    const index = context.data.alphabeticIndex() as AlphabeticIndex;
    const alone = new IndexReader(table.pack);
    const joined = new IndexReader(joinIndexes(table, index));
    const added = joined.row.length - alone.row.length;
    expect(added).toBe(index.pack.section('search.document.row', 'u32').length);
    const marks = (reader: IndexReader, term: number) => {
      const size = reader.row.length;
      const made = { all: new Int32Array(size), text: new Int32Array(size), counted: new Int32Array(size), touched: new Uint32Array(size) };
      const count = reader.mark(term, 1, made, 0, false);
      return Array.from(made.touched.subarray(0, count), (document) => {
        const place = made.counted[document] ? PLACE.own : made.text[document] ? PLACE.exempt : PLACE.inherited;
        return `${document} ${place}`;
      });
    };
    for (const term of ['diabet', 'gastropares', 'lumbag', 'zygom', 'chronic', '!complic']) {
      const [before, after] = [alone.terms.find(term), joined.terms.find(term)];
      const own = before < 0 ? [] : marks(alone, before);
      const both = after < 0 ? [] : marks(joined, after);
      expect(both.slice(0, own.length), term).toEqual(own);
      for (const each of both.slice(own.length)) expect(Number.parseInt(each, 10)).toBeGreaterThanOrEqual(alone.row.length);
    }
    expect(joined.terms.all()).toEqual([...new Set(joined.terms.all())].sort());
    for (let document = alone.row.length; document < joined.row.length; document++) {
      expect(joined.own[document]).toBeGreaterThan(0);
      const term = (joined.indexTerm[document] ?? 0) - 1;
      expect(index.partOf(term)?.name).toBe('main');
    }
  });
});

describe('adding by file', () => {
  const to = mkdtempSync(join(tmpdir(), 'cleanclaim-index-added-'));
  afterAll(() => rmSync(to, { recursive: true }));
  const add = (path: string) => addIndexFiles(path, { folder: to, today: '2026-11-24' });
  const write = (name: string, text: string): string => {
    writeFileSync(join(to, name), text);
    return join(to, name);
  };
  it('keeps a conversion table until an index comes, and joins parts as they come', async () => {
    const table = ['Current,Effective October 1,Previous', ...rows.map((row) => row.join(','))].join('\n');
    expect(await add(write('ICD-10-CM-Conversion-Table-FY20.csv', table))).toEqual([]);
    expect((await add(join(sample, 'icd10cm_drug_2017.xml'))).map((each) => each.edition.id)).toEqual(['icd10cm-index-drugs-2017']);
    const [added] = await add(join(sample, 'icd10cm_index_2017.xml'));
    expect(added).toMatchObject({ source: 'icd10cm-index', rows: 13, edition: { from: '2016-10-01', to: '2017-09-30' } });
    const both = { ...context, data: openPacks(to) };
    expect(perform(indexTerm, { term: 'lumbago' }, both).status).toBe('found');
    const [fentanyl] = perform(indexTerm, { term: 'fentanyl' }, both).matches[0]?.lines ?? [];
    expect(fentanyl?.codes[0]).toMatchObject({ printed: 'T40.4X1', carried: 'conversion' });
    expect([...verifyAll(to)].find((each) => each.id === 'icd10cm-index')).toMatchObject({ status: 'ok' });
  });
  it('takes nothing else, and refuses what only bears the name', async () => {
    expect(await add(write('notes.txt', 'hello'))).toEqual([]);
    const before = readFileSync(join(to, 'icd10cm-index.pack'));
    await expect(add(write('icd10cm_index_2026.xml', '<html></html>'))).rejects.toMatchObject({ failure: { code: 'data/wrong-file' } });
    await expect(add(write('x-conversion-table.csv', 'a,b,c'))).rejects.toMatchObject({ failure: { code: 'data/wrong-file' } });
    expect(readFileSync(join(to, 'icd10cm-index.pack')).equals(before)).toBe(true);
  });
  it('goes part by part, or all at once', async () => {
    await expect(removeEdition(to, 'icd10cm-index-main-1999')).rejects.toMatchObject({ failure: { code: 'data/no-edition' } });
    expect(await removeEdition(to, 'icd10cm-index-main-2017')).toEqual({ id: 'icd10cm-index-main-2017', source: 'icd10cm-index' });
    const rest = { ...context, data: openPacks(to) };
    expect(perform(indexTerm, { term: 'lumbago' }, rest).status).toBe('nothing');
    expect(perform(indexTerm, { term: 'fentanyl' }, rest).status).toBe('found');
    expect(await removeEdition(to, 'icd10cm-index')).toEqual({ id: 'icd10cm-index', source: 'icd10cm-index' });
    expect(perform(indexTerm, { term: 'fentanyl' }, { ...context, data: openPacks(to) }).status).toBe('no-data');
    await expect(removeEdition(to, 'icd10cm-index')).rejects.toMatchObject({ failure: { code: 'data/no-edition' } });
  });
});
