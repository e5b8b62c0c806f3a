import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChargeMapping, chargesClaims, chargesGuess, day, isCleanclaimError, perform, readMapping } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanclaim } from './support/command-line.ts';
import { zip } from './support/zip.ts';

const context = { data: openPacks(undefined), today: day('2026-04-01') };
const HEAD = ['Claim', 'DOS', 'CPT', 'Mod', 'Dx', 'Units', 'Charge'];
const mapping: ChargeMapping = {
  columns: {
    id: 'Claim',
    'line.from': 'DOS',
    'line.code': 'CPT',
    'line.modifiers': 'Mod',
    'line.diagnoses': 'Dx',
    'line.units': 'Units',
    'line.charge': 'Charge',
  },
};
const read = (rows: string[][], more: Partial<ChargeMapping> = {}) =>
  perform(chargesClaims, { rows: [HEAD, ...rows], mapping: { ...mapping, ...more } }, context);
const row = (changes: Partial<Record<'claim' | 'dos' | 'cpt' | 'mod' | 'dx' | 'units' | 'charge', string>> = {}) => {
  const all = { claim: '1', dos: '2026-03-04', cpt: 'G0108', mod: '', dx: 'E11.9', units: '1', charge: '60.00', ...changes };
  return [all.claim, all.dos, all.cpt, all.mod, all.dx, all.units, all.charge];
};

describe('rows to claims', () => {
  it('groups rows, lists each diagnosis once and points each line to its own', () => {
    const { claims, troubles } = read([row({ dx: 'E11.22, N18.31' }), row({ dx: 'N1831', charge: '$1,060.10' }), row({ claim: '2' })]);
    expect(troubles).toEqual([]);
    expect(claims.map(({ rows }) => rows)).toEqual([[2, 3], [4]]);
    expect(claims[0]?.claim).toMatchObject({ diagnoses: [{ code: 'E11.22' }, { code: 'N18.31' }], total: '1120.10' });
    expect(claims[0]?.claim.lines.map(({ pointers, charge }) => [pointers, charge])).toEqual([
      [[1, 2], '60.00'],
      [[2], '1060.10'],
    ]);
  });

  it('keeps money exact', () => {
    const { claims } = read(Array.from({ length: 3 }, () => row({ charge: '0.10' })));
    expect(claims[0]?.claim.total).toBe('0.30');
  });

  it('finds columns that moved, under captions', () => {
    const rows = [['Report of the day'], [], ['x', ...HEAD.toReversed()], ['', ...row().toReversed()]];
    expect(perform(chargesClaims, { rows, mapping }, context).claims[0]?.claim.lines[0]).toMatchObject({ code: 'G0108', charge: '60.00' });
  });

  it('reads defaults and meanings', () => {
    const { claims } = read([row({ mod: 'PT' })], {
      defaults: { 'billing.npi': '1234567893', 'line.pos': '11', type: 'professional' },
      values: { 'line.modifiers': { PT: 'GP' } },
    });
    expect(claims[0]?.claim).toMatchObject({ billing: { npi: '1234567893' }, lines: [{ pos: '11', modifiers: ['GP'] }] });
  });
});

describe('names row and column', () => {
  const why = (changes: Parameters<typeof row>[0], more: Partial<ChargeMapping> = {}) => read([row(changes)], more).troubles[0];
  it.each([
    [{ dos: '03/04/2026' }, 'B', /2026-03-04 or 2026-04-03/],
    [{ dos: '3/14/26' }, 'B', /two digits/],
    [{ dos: '46085' }, 'B', /count of days/],
    [{ dos: 'soon' }, 'B', /not a day/],
    [{ units: 'one' }, 'F', /no number/],
    [{ charge: '1.060,00' }, 'G', /no amount/],
    [{ charge: '1,5' }, 'G', /no amount/],
    [{ dos: '2026-03-14T00:00:00Z' }, 'B', /not a day/],
    [{ cpt: '1.00E+02' }, 'C', /took for a number/],
  ])('%j', (changes, column, words) => {
    expect(why(changes)).toMatchObject({ row: 2, column });
    expect(why(changes)?.why).toMatch(words);
  });

  it.each([
    ['3/14/2026 0:00', '2026-03-14'],
    ['2026-03-14T08:30:00', '2026-03-14'],
    ['3/14/2026 12:00:00 AM', '2026-03-14'],
  ])('%s is a day with its time', (dos, day) => {
    expect(read([row({ dos })]).claims[0]?.claim.lines[0]?.from).toBe(day);
  });

  it('gives back the zeros that a spreadsheet program dropped', () => {
    const columns = { ...mapping.columns, 'line.pos': 'Mod' };
    const lineOf = (cpt: string, mod: string) => read([row({ cpt, mod })], { columns }).claims[0]?.claim.lines[0];
    expect(lineOf('100', '2')).toMatchObject({ code: '00100', pos: '02' });
    expect(lineOf('10', '11')).toMatchObject({ code: '10', pos: '11' });
  });

  it('an order of month and day settles what is ambiguous', () => {
    expect(read([row({ dos: '03/04/2026' })], { dates: 'month-first' }).claims[0]?.claim.lines[0]?.from).toBe('2026-03-04');
    expect(read([row({ dos: '03/04/2026' })], { dates: 'day-first' }).claims[0]?.claim.lines[0]?.from).toBe('2026-04-03');
  });

  it('rows that disagree, that do not stand together, or belong nowhere; the other claims are read', () => {
    const { claims, troubles } = read([row(), row({ claim: '2' }), row({ claim: '' }), row()]);
    expect(claims).toHaveLength(2);
    expect(troubles.map(({ row: at, why }) => [at, why.slice(0, 24)])).toEqual([
      [4, 'it does not say to which'],
      [5, 'claim "1" ended in row 2'],
    ]);
    const head = [...HEAD, 'DOB'];
    const rows = [head, [...row(), '1957-04-02'], [...row(), '1957-04-03']];
    const answer = perform(
      chargesClaims,
      { rows, mapping: { ...mapping, columns: { ...mapping.columns, 'patient.birthDate': 'DOB' } } },
      context,
    );
    expect(answer.troubles).toMatchObject([{ row: 3, column: 'H', heading: 'DOB' }]);
  });

  it('missing columns, with what the row has instead', () => {
    expect(() => perform(chargesClaims, { rows: [['Claim', 'Date']], mapping }, context)).toThrow(
      /no column "DOS".*Row 1 has "Claim", "Date"/,
    );
  });
});

describe('pointers', () => {
  const points = (text: string) =>
    perform(
      chargesClaims,
      {
        rows: [
          ['Claim', 'Dx', 'Ptr'],
          ['1', 'E11.22;N18.31', text],
        ],
        mapping: { columns: { id: 'Claim', diagnoses: 'Dx', 'line.pointers': 'Ptr' } },
      },
      context,
    );
  it.each([
    ['AB', ['A', 'B']],
    ['1,2', [1, 2]],
    ['1:12', [1, 12]],
    ['123', [1, 2, 3]],
    ['10', [10]],
    ['b', ['B']],
  ])('%s', (text, pointers) => expect(points(text).claims[0]?.claim.lines[0]?.pointers).toEqual(pointers));
  it.each(['12', 'Z', '0', 'A-B'])('%s is refused', (text) => expect(points(text).troubles).toHaveLength(1));
});

describe('a mapping', () => {
  it.each<readonly [string, unknown]>([
    ['no object', []],
    ['no columns', { columns: {} }],
    ['a field nobody knows', { columns: { id: 'A', 'line.cpt': 'B' } }],
    ['two columns for one field', { columns: { id: 'A', 'line.code': ['B', 'C'] } }],
    ['nothing that makes a claim', { columns: { 'line.code': 'B' } }],
    ['a part nobody knows', { columns: { id: 'A' }, date: 'x' }],
    ['an order that is none', { columns: { id: 'A' }, dates: 'us' }],
    ['both kinds of diagnoses', { columns: { id: 'A', diagnoses: 'B', 'line.diagnoses': 'C' } }],
    ['a prototype', JSON.parse('{"columns":{"id":"A","__proto__":"B"}}')],
  ])('with %s is refused', (_, value) => expect(() => readMapping(value)).toThrow(/mapping is wrong/));
});

describe('a guess', () => {
  it('is the mapping of the example', () => {
    const rows = readFileSync(new URL('../examples/charges.csv', import.meta.url), 'utf8')
      .split('\n')
      .map((line) => line.split(','));
    const guessed = perform(chargesGuess, { rows }, context);
    expect(guessed.mapping).toEqual(JSON.parse(readFileSync(new URL('../examples/charges-columns.json', import.meta.url), 'utf8')));
    expect(guessed).toMatchObject({ headerRow: 2, unused: [], open: [] });
  });

  it('says what is open, and tells diagnoses of rows from those with pointers', () => {
    const rows = [
      ['DOS', 'Procedure', 'Diag 1', 'Diag 2', 'Dx Ptr', 'Note'],
      ['03/04/2026', 'G0108', 'E11.9', 'I10', 'A', 'x'],
    ];
    const { mapping: guessed, unused, open } = perform(chargesGuess, { rows }, context);
    expect(guessed.columns).toMatchObject({ diagnoses: ['Diag 1', 'Diag 2'], 'line.pointers': 'Dx Ptr' });
    expect(unused).toEqual(['Note']);
    expect(open.join(' ')).toMatch(/two ways.*number of the claim.*charge/);
  });
});

it('any rows are read or named, never thrown', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('', '1', '2026-03-04', '03/04/2026', '$1.00', 'A', '\u0000', '"', '='));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }), (rows) => {
      const answer = read(rows);
      for (const { row: at } of answer.troubles) expect(at).toBeGreaterThan(0);
      perform(chargesGuess, { rows }, context);
    }),
    { numRuns: 200 },
  );
});

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charges-'));
  const columns = join(folder, 'columns.json');
  writeFileSync(columns, JSON.stringify(mapping));
  const put = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const csv = (rows: readonly (readonly string[])[], end = '\n') => rows.map((each) => each.join(',')).join(end);
  const claimsOf = (path: string) => cleanclaim(['charges', 'claims', path, '--columns', columns, '--format', 'json']);

  it.each([
    ['CRLF and a byte-order mark', 'bom.csv', Buffer.from(`\ufeff${csv([HEAD, row()], '\r\n')}\r\n`)],
    [
      'Latin-1',
      'latin.csv',
      Buffer.from(
        csv([
          ['é', ...HEAD],
          ['é', ...row()],
        ]),
        'latin1',
      ),
    ],
    ['tabs', 'tabs.txt', [HEAD, row()].map((each) => each.join('\t')).join('\n')],
    ['semicolons', 'semicolons.csv', [HEAD, row()].map((each) => each.join(';')).join('\n')],
    [
      'quotes and line ends in cells',
      'quoted.csv',
      `"Claim","DOS",CPT,Mod,Dx,Units,"Charge"\n"1","2026-03-04",G0108,"","E11.9",1,"$60.00"\n`,
    ],
    ['a workbook', 'book.xlsx', workbook([HEAD, row({ dos: '#46085' })])],
    ['a workbook since 1904', 'old.xlsx', workbook([HEAD, row({ dos: '#44623' })], true)],
  ])('%s', (_, name, content) => {
    const run = claimsOf(put(name, content));
    expect(run.err).toBe('');
    expect(run.json()[0]).toMatchObject({ id: '1', lines: [{ code: 'G0108', from: '2026-03-04', charge: '60.00' }] });
  });

  it('checks a table, names the row of each line, and goes on after a claim that cannot be read', () => {
    const path = put('day.csv', csv([HEAD, row({ dx: 'T14.90A' }), row({ claim: '2', dos: 'soon' }), row({ claim: '3' })]));
    const run = cleanclaim(['check', path, '--columns', columns, '--format', 'json', '--received', '2026-04-01']);
    expect(run.status).toBe(2);
    expect(run.json()).toMatchObject([
      { claim: '1', rows: [2] },
      { line: 3, input: '2', error: { code: 'charges/wrong-cell', path: 'row 3, column B' } },
      { claim: '3', rows: [4] },
    ]);
    const shown = cleanclaim(['check', path, '--columns', columns, '--format', 'table', '--fix']).out;
    expect(shown).toMatch(/T14\.90XA/);
    expect(shown).toMatch(/where {2}row 2/);
  });

  it.each([
    ['no such file', 'none.csv', undefined, /cannot be read/],
    ['an empty file', 'empty.csv', '', /no rows/],
    ['another table', 'other.csv', 'a,b\n1,2\n', /no column "Claim"/],
    ['a broken workbook', 'broken.xlsx', Buffer.from('PK\u0003\u0004 not a zip'), /cannot be unpacked/],
    ['a row of 9 MB', 'long.csv', `${HEAD.join(',')}\n${'x'.repeat(9 * 1024 ** 2)}`, /8 MB/],
    ['a quotation mark without its end', 'open.csv', `${HEAD.join(',')}\n"${row().join(',')}\n`, /opens there and is never closed/],
    ['UTF-16', 'wide.csv', Buffer.from(`\ufeff${csv([HEAD, row()])}`, 'utf16le'), /UTF-16/],
  ])('%s is refused as a whole', (_, name, content, words) => {
    const path = content === undefined ? join(folder, name) : put(name, content);
    const run = claimsOf(path);
    expect(run.status).toBe(2);
    expect(run.err).toMatch(words);
    expect(isCleanclaimError(run)).toBe(false);
  });

  it('a table of charges needs its mapping', () => {
    expect(cleanclaim(['charges', 'claims', 'examples/charges.csv']).status).toBe(2);
    expect(cleanclaim(['charges', 'guess', 'examples/charges.csv', '--out', columns]).status).toBe(2);
  });
});

/** A workbook of one sheet; a cell that begins with # is a number. */
function workbook(rows: readonly (readonly string[])[], since1904 = false): Buffer {
  const cell = (text: string) => (text.startsWith('#') ? `<c><v>${text.slice(1)}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  const sheet = rows.map((each, at) => `<row r="${at + 1}">${each.map(cell).join('')}</row>`).join('');
  return zip({
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${since1904 ? 1 : 0}"/><sheets><sheet name="Charges" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  });
}
