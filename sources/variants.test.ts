import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyedTable, Pack, type PackEdition } from '@cleanclaim/core';
import { Archives, bytesInMemory, compile, importFiles, recognise } from '@cleanclaim/data/import';
import { afterAll, describe, expect, it } from 'vitest';
import { workbook, workbookOf, zip } from '../tests/support/zip.ts';
import { TABLE_SOURCES } from './index.ts';

/** Layouts of other years and releases than the samples beside the descriptors; every row is made up. */
const place = mkdtempSync(join(tmpdir(), 'cleanclaim-variants-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

interface Reading {
  readonly source: string;
  readonly edition: PackEdition;
  readonly table: KeyedTable;
}

async function read(name: string, content: readonly string[] | Buffer, end = '\n'): Promise<Reading> {
  const path = join(mkdtempSync(join(place, 'file-')), name);
  writeFileSync(path, Buffer.isBuffer(content) ? content : content.map((line) => line + end).join(''));
  for await (const file of importFiles(path, new Archives())) {
    const found = await recognise(file, TABLE_SOURCES);
    if (!found) break;
    const [made] = await compile(found, { retrieved: '2026-11-24', sample: true });
    if (made)
      return { source: made.source.id, edition: made.edition, table: new KeyedTable(new Pack(bytesInMemory(made.source.id, made.pack))) };
  }
  throw new Error('not recognised');
}

const rowOf = ({ table }: Reading, key: string) => table.record(table.find(key));

describe('anaesthesia factors of 2026, two a locality', () => {
  it.each([
    [
      'ANES2026.csv',
      [
        'Contractor,Locality,Locality Name,Qualifying APM National Anes CF (with 2.5% statutory increase) of 20.599835,Non-Qualifying APM National Anes CF (with 2.5% Statutory increase)  of 20.49754',
        '99999 ,01 ,MADE UP,19.63,19.53',
      ],
    ],
    ['ANES2026.txt', [`99999       01    ${'MADE UP'.padEnd(49)}1963  1953`]],
  ])('%s', async (name, lines) => {
    expect(rowOf(await read(name, lines), '99999|01')).toMatchObject({ factor: '19.53', apmFactor: '19.63' });
  });

  it('one factor before', async () => {
    const reading = await read('ANES2024.csv', ['Contractor,Locality,Locality Name,National Anes CF of 20.7739', '99999,1,MADE UP,19.53']);
    expect(rowOf(reading, '99999|01')).toMatchObject({ factor: '19.53', apmFactor: '' });
  });
});

describe('indices of the localities', () => {
  const head = 'Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name';

  it('with the work index twice: the one with its floor counts', async () => {
    const reading = await read('GPCI2026.csv', [
      'ADDENDUM E. FINAL CY 2026 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY,,,,,,,',
      ',,,,,,,',
      `${head},2026 PW GPCI (without 1.0 Floor),2026 PW GPCI (with 1.0 Floor)***,2026 PE GPCI,2026 MP GPCI`,
      '99999,TX,01,MADE UP*,0.988,1.000,0.869,0.575',
    ]);
    expect(rowOf(reading, '99999|01')).toMatchObject({ work: '1.000', practiceExpense: '0.869', name: 'MADE UP' });
  });

  it('as text with four figures is refused, not read at the wrong places', async () => {
    const line = `99999           TX      01   ${'MADE UP'.padEnd(88)}0.988       1.000       0.869       0.575`;
    await expect(read('GPCI2026.txt', ['CY 2026 GEOGRAPHIC', line])).rejects.toThrow(/GPCI2026.txt/);
  });
});

describe('equipment fees', () => {
  it('cut to some states answer for those', async () => {
    const reading = await read('DMEPOS27_JAN.csv', [
      'HCPCS,Mod,Mod2,CATG,OK (NR),OK (R),TX (NR),TX (R),Description',
      'E0431,RR,,OX,1.10,0,2.50,3.00,"Made up"',
    ]);
    expect(reading.edition).toMatchObject({ id: 'dmepos-2027q1', states: ['OK', 'TX'] });
    expect(rowOf(reading, 'E0431|RR||TX')).toMatchObject({ usual: '2.50', rural: '3.00' });
    expect(reading.table.find('E0431|RR||CA')).toBe(-1);
  });

  it('of the years before rural areas', async () => {
    const reading = await read('DMEPOS15_JAN.csv', ['Captions,,,,', 'HCPCS,Mod,Mod2,CATG,Ceiling,Floor,TX', 'E0431,RR,,OX,3,2,2.50']);
    expect(rowOf(reading, 'E0431|RR||TX')).toMatchObject({ usual: '2.50', rural: '' });
  });

  it('without any state are none', async () => {
    await expect(read('DMEPOS27_JAN.csv', ['HCPCS,Mod,Mod2,CATG,Ceiling', 'E0431,RR,,OX,3'])).rejects.toThrow(/no column of a state/);
  });
});

describe('lists made of the HCPCS release', () => {
  it('codes alone, with the quarter in the name', async () => {
    const reading = await read('hcpcs_level2_2026q3.txt', ['A0425', 'G0168'], '\r\n');
    expect(reading.edition).toMatchObject({ id: 'hcpcs-2026q3', from: '2026-07-01', to: '2026-09-30' });
    expect(rowOf(reading, 'G0168')).toMatchObject({ long: '', from: '' });
  });

  it('codes with their dates', async () => {
    const reading = await read('hcpcs-2027-Q1.csv', [
      '"hcpcs_code","cov","betos","tos","date_term","date_added"',
      '"G0168","C","P6C","2",,2000-01-01',
      '"G0110","C",,,2026-12-31,2000-01-01',
    ]);
    expect(rowOf(reading, 'G0110')).toMatchObject({ from: '2000-01-01', to: '2026-12-31' });
    expect(rowOf(reading, 'G0168')).toMatchObject({ service: '2', to: '' });
  });

  it('a list of codes under another name is not taken for it', async () => {
    await expect(read('my-codes.txt', ['E1165', 'E0431'])).rejects.toThrow('not recognised');
  });
});

describe('fees as CMS works them out', () => {
  it('of a year and of a quarter', async () => {
    const rows = ['"2026","99999","01","Z0001","  ","0001339.81","0001200.00"," ","3","A","0","0","0","9","0","0"', '"TRL- CLOSING LINE"'];
    const year = await read('PFALL26.txt', rows);
    expect(year.edition).toMatchObject({ id: 'mpfs-amounts-2026', from: '2026-01-01', to: '2026-12-31' });
    expect(rowOf(year, 'Z0001||99999|01')).toMatchObject({ nonFacility: '1339.81', facility: '1200.00' });
    expect((await read('PFREV26C.txt', rows)).edition).toMatchObject({ id: 'mpfs-amounts-2026q3', from: '2026-07-01' });
    await expect(read('PFREV25C.txt', rows)).rejects.toThrow(/its name says 2025 and its first line 2026/);
  });
});

describe('add-on codes', () => {
  it('as text of fixed places, and Medicaid’s own not taken for them', async () => {
    const lines = ['1Z0010       G0109       20130912025365Made up', '2Z0011       CCCCC       2015001       Made up'];
    const reading = await read('AOC_V2026Q2-F-MCR.txt', lines, '\r\n');
    expect(reading.edition.id).toBe('ncci-add-on-2026q2');
    expect(rowOf(reading, 'Z0010')).toMatchObject({ primary: 'G0109', type: '1', from: '2013-04-01', to: '2025-12-31' });
    expect(rowOf(reading, 'Z0011')).toMatchObject({ primary: 'CCCCC', type: '2', to: '' });
    await expect(read('AOC_V2026Q2-MCD.xlsx', workbook([['Made up']]))).rejects.toThrow('not recognised');
  });

  it('parted over sheets by type are read whole', async () => {
    const head = ['AOC_Edit_Type', 'Add-On_Code', 'Primary_Code', 'AOC_Edit_EffDT', 'AOC_Edit_DelDT'];
    const sheets = {
      'Type 1': [['Copyright'], head, ['1', 'Z0010', 'G0109', '2013091', '']],
      Notes: [['Read me']],
      'Type 3': [head, ['3', 'Z0012', 'G0108', '2020001', '']],
    };
    const reading = await read('AOC_V2026Q2-MCR.xlsx', workbookOf(sheets));
    expect(reading.table.size).toBe(2);
    expect(rowOf(reading, 'Z0012')).toMatchObject({ type: '3', primary: 'G0108' });
  });
});

describe('updates within a fiscal year', () => {
  const order = ['00001 A00     0 Cholera'.padEnd(77) + 'Cholera'];
  it.each([
    ['icd10cm_order_2027.txt', '', 'icd10cm-codes-2026-10'],
    ['icd10cm_order_2027.txt', 'april-1-2027-code-descriptions-tabular-order.zip', 'icd10cm-codes-2027-04'],
    ['icd10cm_order_2027.txt', 'april-1-2026-code-descriptions-tabular-order.zip', 'icd10cm-codes-2026-10'],
    ['icd10cm-order-April-2027.txt', '', 'icd10cm-codes-2027-04'],
    ['icd10pcs_order_2027.txt', 'april-1-2027-icd-10-pcs-order-file.zip', 'icd10pcs-fy2027-april'],
  ])('%s in "%s" is %s', async (name, archive, id) => {
    const text = (name.startsWith('icd10pcs') ? ['00001 001     0 Bypass'.padEnd(77) + 'Bypass'] : order).join('\n');
    const reading = archive === '' ? await read(name, order) : await read(archive, zip({ [`Code Descriptions/${name}`]: text }));
    expect(reading.edition.id).toBe(id);
  });
});

describe('tables whose codes a spreadsheet program took for numbers', () => {
  it('get their zeros back', async () => {
    const lines = [
      'HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale',
      '001,1,3 Date of Service Edit: Clinical,Made up',
    ];
    expect(rowOf(await read('MCR_MUE_PractitionerServices_Eff_10-01-2026.csv', lines), '00001')).toMatchObject({ units: '1' });
  });
});

describe('base units of anaesthesia', () => {
  it.each([
    ['anes_base_units_2022.csv', ['Made up,', ',', 'CPT Code,Base Units', '001,5']],
    ['2013 Anesthesia BaseUnits CPT.csv', ['Made up,', 'CPT,BASE', 'CODE,UNIT', '001,5']],
  ])('%s', async (name, lines) => {
    const reading = await read(name, lines);
    expect(reading.edition).toMatchObject({ to: null });
    expect(rowOf(reading, '00001')).toMatchObject({ units: '5.0' });
  });
});
