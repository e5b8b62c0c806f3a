import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Data, day, PcsTables, pcsTable, perform } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { addFiles } from '@cleanclaim/data/import';
import { TABLE_SOURCES } from '@cleanclaim/sources';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { data as bundled, shared } from './support/data.ts';
import { madeData } from './support/made-data.ts';

const row = (part: string, approach: string, qualifier = 'Z No Qualifier') => ({
  table: '0DT',
  section: '0 Medical and Surgical',
  system: 'D Gastrointestinal System',
  operation: 'T Resection',
  part,
  approach,
  device: 'Z No Device',
  qualifier,
  axes: 'Section\nBody System\nOperation\nBody Part\nApproach\nDevice\nQualifier',
  definition: 'Made-up words for taking all of it out',
});
const ORDER = [
  { code: '0DT', billable: '0', title: 'Made-up table' },
  { code: '0DTJ0ZZ', billable: '1', title: 'Made-up appendix, open' },
  { code: '0DTJ4ZZ', billable: '1', title: 'Made-up appendix, endoscopic' },
];
const made = madeData(bundled, {
  'icd10pcs-tables': [
    row('J Appendix\nU Omentum', '0 Open'),
    row('J Appendix', '4 Percutaneous Endoscopic', 'G Hand-Assisted\nZ No Qualifier'),
  ],
  icd10pcs: ORDER,
});

const ask = (code: string, data: Data = made) => perform(pcsTable, { code, on: '2026-03-04' }, { data, today: day('2026-03-04') });
const values = (code: string, position: number): string[] => (ask(code).axes[position - 1]?.values ?? []).map((each) => each.value);

describe('the tables of ICD-10-PCS', () => {
  it('gives a table with its rows, names and definition', () => {
    expect(ask('0dt')).toMatchObject({
      status: 'open',
      code: '0DT____',
      codes: 4,
      definition: { operation: 'Resection', text: 'Made-up words for taking all of it out' },
      byTable: null,
    });
    expect(ask('0DT').rows).toHaveLength(2);
    expect(ask('0DT').axes.map(({ name }) => name)[3]).toBe('Body Part');
  });

  it('leaves on each axis what goes with the choices on the others', () => {
    expect(values('0DT', 4)).toEqual(['J', 'U']);
    expect(values('0DT_4', 4)).toEqual(['J']);
    expect(values('0DT?4', 7)).toEqual(['G', 'Z']);
    expect(values('0DT___G', 5)).toEqual(['4']);
    // The chosen axis keeps its alternatives.
    expect(values('0DTJ4', 5)).toEqual(['0', '4']);
  });

  it('walks from the section on', () => {
    expect(values('', 1)).toEqual(['0']);
    expect(values('0', 2)).toEqual(['D']);
    expect(ask('0D').axes[3]?.values).toEqual([]);
  });

  it('tells a valid code from one that no row holds, and what would be right', () => {
    expect(ask('0DTJ4ZZ')).toMatchObject({ status: 'valid', byTable: true, byOrderFile: true, display: 'Made-up appendix, endoscopic' });
    const wrong = ask('0DTU4ZZ');
    expect(wrong).toMatchObject({ status: 'invalid', byTable: false, byOrderFile: false });
    expect(wrong.why).toContain('character 5');
    expect(wrong.fix).toBe('Choose character 5 among 0.');
    expect(ask('9')).toMatchObject({ status: 'invalid' });
  });

  it('says where tables and order file differ', () => {
    const answer = ask('0DTU0ZZ');
    expect(answer).toMatchObject({ status: 'invalid', byTable: true, byOrderFile: false });
    expect(answer.why).toContain('order file');
  });

  it('judges a complete code by the order file alone where no tables are installed', () => {
    const alone = madeData(bundled, { icd10pcs: ORDER });
    expect(ask('0DTJ0ZZ', alone)).toMatchObject({ status: 'valid', byTable: null, byOrderFile: true });
    expect(ask('0DTJ0ZX', alone).status).toBe('invalid');
    expect(ask('0DT', alone)).toMatchObject({ status: 'no-data' });
    expect(ask('0DTJ0ZZ', bundled)).toMatchObject({ status: 'no-data', byOrderFile: null });
  });

  it.each(['0DTO', '0DTI', 'x'.repeat(201), '0DTJ4ZZZ', '0D T*', '<b>'])('refuses %s', (code) => {
    expect(() => ask(code)).toThrow(/letter|characters/);
  });

  it('answers any text or refuses it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12, unit: fc.constantFrom(...'0DTJU4ZG_?9 -Ｉ\u0000') }), (code) => {
        try {
          expect(['open', 'valid', 'invalid']).toContain(ask(code).status);
        } catch (error) {
          expect(error).toMatchObject({ failure: { code: 'input/invalid' } });
        }
      }),
    );
  });
});

const files = ['fy2025_xml/icd10pcs_tables_2025.xml.gz', 'fy2025_xml/icd10pcs_definitions_2025.xml.gz', 'order/cms_2025_pr.zip'].map(
  (file) => shared(`data/icd10pcs/${file}`),
);

describe.skipIf(files.includes(undefined))('the official tables of FY2025 (skipped where the shared folder is not there)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-pcs-'));
  let data: Data;
  beforeAll(async () => {
    for (const file of files) await addFiles(file ?? '', { folder, sources: TABLE_SOURCES, today: '2026-11-24' });
    data = openPacks(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('hold exactly the codes of the order file', () => {
    const on = day('2025-03-04');
    const tables = data.table('icd10pcs-tables', on);
    const order = data.table('icd10pcs', on);
    if (!tables || !order) throw new Error('not installed');
    const codes = new Set<string>();
    let all = 0;
    for (const { axes } of new PcsTables(tables).rows) {
      let some = [''];
      for (const each of axes) some = some.flatMap((head) => each.map(({ value }) => head + value));
      for (const code of some) codes.add(code);
      all += some.length;
    }
    expect(all).toBe(codes.size);
    const listed = Array.from({ length: order.size }, (_, at) => order.key(at)).filter((key) => key.length === 7);
    expect(codes.size).toBe(listed.length);
    expect(listed.every((code) => codes.has(code))).toBe(true);
  });

  it('define their operations', () => {
    const answer = perform(pcsTable, { code: '0DT', on: '2025-03-04' }, { data, today: day('2025-03-04') });
    expect(answer.definition?.text).toContain('all of a body part');
    expect(answer.definition?.includes?.length).toBeGreaterThan(0);
  });
});
