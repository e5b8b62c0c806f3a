import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { NO_PERIOD } from '../support/editions.ts';

const CMS = {
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'no longer published',
} as const;

function icd9(
  what: 'diagnoses' | 'procedures',
  file: RegExp,
  shape: RegExp,
  width: number,
  rows: readonly [number, number],
  sample: TableSource['sample'],
) {
  const title = `ICD-9-CM ${what}`;
  return tableSource({
    ...CMS,
    id: `icd9cm-${what}`,
    title,
    page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes/icd-9-cm-diagnosis-procedure-codes-abbreviated-and-full-code-titles',
    files: [file],
    layouts: [{ kind: 'fixed', shape, fields: { code: [1, width], title: [width + 2, 400] } }],
    edition({ name }) {
      const version = Number(/CMS(\d{2})_/i.exec(name)?.[1] ?? 0);
      if (version === 0) return NO_PERIOD;
      // Version 32 is of FY2015, the last year; the code set was frozen from FY2014 on.
      const year = 1983 + version;
      return { id: `v${version}`, title: `${title}, version ${version}`, from: `${year - 1}-10-01`, to: `${year}-09-30` };
    },
    row: ({ code, title: text }) => (text === '' ? new RowProblem('title', 'the title is missing') : { code, title: text }),
    store: { kind: 'table', key: ['code'], columns: { title: { kind: 'text' } } },
    search: { texts: ['title'] },
    checks: { rows },
    sample,
  });
}

export const icd9cmDiagnoses: TableSource = icd9(
  'diagnoses',
  /^CMS\d{2}_DESC_LONG_DX.*\.txt$/i,
  /^(?:\d{3}|V\d{2}|E\d{3})\d{0,2} {1,3}\S/,
  5,
  [12_000, 16_000],
  { file: 'CMS32_DESC_LONG_DX.txt', rows: 3, has: [{ code: '0010', title: 'Cholera due to vibrio cholerae' }] },
);
export const icd9cmProcedures: TableSource = icd9('procedures', /^CMS\d{2}_DESC_LONG_SG.*\.txt$/i, /^\d{2,4} {1,3}\S/, 4, [3_000, 5_000], {
  file: 'CMS32_DESC_LONG_SG.txt',
  rows: 3,
  has: [{ code: '0002', title: 'Therapeutic ultrasound of heart' }],
});

function gem(
  direction: 'icd10cm-to-icd9cm' | 'icd9cm-to-icd10cm' | 'icd10pcs-to-icd9cm' | 'icd9cm-to-icd10pcs',
  file: RegExp,
  shape: RegExp,
  source: number,
  target: readonly [number, number],
  rows: readonly [number, number],
  sample: TableSource['sample'],
) {
  const title = `General equivalence mapping, ${direction.replace('-to-', ' to ')}`;
  return tableSource({
    ...CMS,
    id: `gem-${direction}`,
    title,
    page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes/2018-icd-10-cm-and-gems',
    files: [file],
    layouts: [
      {
        kind: 'fixed',
        shape,
        fields: {
          code: [1, source],
          target: [...target],
          approximate: [15, 15],
          noMap: [16, 16],
          combination: [17, 17],
          scenario: [18, 18],
          choice: [19, 19],
        },
      },
    ],
    edition({ name, path }) {
      // The procedure files bear no year: their archive or folder does.
      const year = Number((/^(20\d{2})_/.exec(name) ?? /(20\d{2})[^\d]*(?:pcs|gem)/i.exec(path.slice(0, -name.length)))?.[1] ?? 0);
      if (year === 0) return NO_PERIOD;
      // The last mapping, of FY2018, is used for every day since ICD-10-CM began.
      return { id: `fy${year}`, title: `${title}, FY${year}`, from: '2015-10-01', to: null, ownFrom: `${year - 1}-10-01` };
    },
    row({ code, target: mapped, approximate, noMap, combination, scenario, choice }) {
      if (!/^\d$/.test(scenario) || !/^\d$/.test(choice)) return new RowProblem('scenario', 'the flags are not five digits');
      return { code, target: noMap === '1' ? '' : mapped.toUpperCase(), approximate, noMap, combination, scenario, choice };
    },
    store: {
      kind: 'table',
      key: ['code'],
      columns: {
        target: { kind: 'text' },
        approximate: { kind: 'text' },
        noMap: { kind: 'text' },
        combination: { kind: 'text' },
        scenario: { kind: 'text' },
        choice: { kind: 'text' },
      },
    },
    checks: { rows },
    sample,
  });
}

export const gemIcd10cmToIcd9cm: TableSource = gem(
  'icd10cm-to-icd9cm',
  /^20\d{2}_I10gem\.txt$/i,
  /^[A-Z][0-9][0-9A-Z]{1,5} {1,5}(?:[0-9VEv]\d{2,4}|NoDx) +[01]{3}\d{2}/,
  7,
  [9, 13],
  [70_000, 100_000],
  { file: '2018_I10gem.txt', rows: 4, has: [{ code: 'A000', target: '0010', approximate: '0', noMap: '0' }] },
);
export const gemIcd9cmToIcd10cm: TableSource = gem(
  'icd9cm-to-icd10cm',
  /^20\d{2}_I9gem\.txt$/i,
  /^[0-9VE]\d{2,4} {1,3}(?:[A-Z][0-9A-Z]{2,6}|NoDx) +[01]{3}\d{2}/,
  5,
  [7, 13],
  [20_000, 40_000],
  { file: '2018_I9gem.txt', rows: 4, has: [{ code: '0010', target: 'A000', scenario: '0' }] },
);

// The procedure maps could not be had: layout as in the GEMs documentation of CMS, the same as for diagnoses.
export const gemIcd10pcsToIcd9cm: TableSource = gem(
  'icd10pcs-to-icd9cm',
  /^(?:20\d{2}_)?gem_pcsi9\.txt$/i,
  /^[0-9A-HJ-NP-Z]{7} {1,3}(?:\d{3,4}|NoPCS|NoDx) +[01]{3}\d{2}/,
  7,
  [9, 13],
  [60_000, 100_000],
  { file: '2018_gem_pcsi9.txt', rows: 2, has: [{ code: 'XZZ00Z1', target: '0099', approximate: '1', noMap: '0' }] },
);
export const gemIcd9cmToIcd10pcs: TableSource = gem(
  'icd9cm-to-icd10pcs',
  /^(?:20\d{2}_)?gem_i9pcs\.txt$/i,
  /^\d{3,4} {1,4}(?:[0-9A-HJ-NP-Z]{7}|NoPCS|NoDx) +[01]{3}\d{2}/,
  5,
  [7, 13],
  [50_000, 100_000],
  { file: '2018_gem_i9pcs.txt', rows: 2, has: [{ code: '0099', target: 'XZZ00Z1', scenario: '1', choice: '1' }] },
);
