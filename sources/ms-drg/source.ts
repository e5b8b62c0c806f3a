import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { amount } from '../support/cells.ts';
import { fiscalYearEdition, NO_PERIOD } from '../support/editions.ts';

const CMS = {
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/prospective-payment-systems/acute-inpatient-pps',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly',
} as const;

/** The year stands in a heading, or in the name of the folder or archive of the final rule's tables. */
function fiscalYear(head: string, path: string): number | undefined {
  const year = /\bFY ?(20\d{2})/i.exec(head)?.[1] ?? /FY_?(20\d{2})/i.exec(path)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** Table 5 of the inpatient rule: what each MS-DRG weighs and how long its patients stay. */
export const msDrg: TableSource = tableSource({
  ...CMS,
  id: 'ms-drg',
  title: 'MS-DRG weights and lengths of stay (Table 5)',
  files: [/^drg_weights\.txt$/i, /table ?5[^\d].*\.(?:txt|xlsx)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['tab', 'xlsx', 'csv'],
      columns: {
        drg: ['ms drg'],
        postAcute: [/final (?:rule )?post acute drg$/],
        special: [/final (?:rule )?special pay drg$/],
        mdc: ['mdc'],
        type: ['type'],
        title: ['ms drg title'],
        weight: ['weights 10 cap applied', 'weights'],
        geometric: ['geometric mean los'],
        arithmetic: ['arithmetic mean los'],
      },
    },
  ],
  edition({ head, path }) {
    const year = fiscalYear(head, path);
    return year === undefined ? NO_PERIOD : fiscalYearEdition('MS-DRG weights', year);
  },
  row({ drg, postAcute, special, mdc, type, title, weight, geometric, arithmetic }) {
    if (!/^\d{1,3}$/.test(drg)) return undefined;
    // A point stands for "none": the two DRGs that no stay is paid by.
    const number = (text: string) => (text === '.' || text === '' ? null : amount(text));
    const values = { weight: number(weight), geometric: number(geometric), arithmetic: number(arithmetic) };
    for (const [field, value] of Object.entries(values)) if (value === undefined) return new RowProblem(field, 'it is no number');
    return {
      drg: drg.padStart(3, '0'),
      postAcute: /^yes/i.test(postAcute) ? '1' : '',
      special: /^yes/i.test(special) ? '1' : '',
      mdc,
      type,
      title,
      weight: values.weight ?? null,
      geometric: values.geometric ?? null,
      arithmetic: values.arithmetic ?? null,
    };
  },
  store: {
    kind: 'table',
    key: ['drg'],
    columns: {
      title: { kind: 'text' },
      mdc: { kind: 'text' },
      type: { kind: 'text' },
      postAcute: { kind: 'text' },
      special: { kind: 'text' },
      weight: { kind: 'decimal', scale: 4 },
      geometric: { kind: 'decimal', scale: 1 },
      arithmetic: { kind: 'decimal', scale: 1 },
    },
  },
  checks: { rows: [600, 1_000] },
  sample: {
    file: 'drg_weights.txt',
    rows: 3,
    has: [
      { drg: '001', mdc: 'PRE', type: 'SURG', weight: '28.0239', geometric: '25.8', postAcute: '' },
      { drg: '999', weight: null },
    ],
  },
});

function complications(
  id: 'ms-drg-cc' | 'ms-drg-mcc',
  what: string,
  file: RegExp,
  says: RegExp,
  rows: readonly [number, number],
  sample: TableSource['sample'],
) {
  return tableSource({
    ...CMS,
    id,
    title: what,
    files: [file],
    layouts: [{ kind: 'columns', formats: ['tab', 'xlsx', 'csv'], columns: { code: ['diagnosis code'], title: ['description'] }, says }],
    edition({ head, path }) {
      const year = fiscalYear(head, path);
      return year === undefined ? NO_PERIOD : fiscalYearEdition(what, year);
    },
    row({ code }) {
      if (code === '') return undefined;
      const plain = code.replace('.', '');
      return /^[A-Z][0-9A-Z]{2,6}$/.test(plain) ? { code: plain } : new RowProblem('code', `"${code.slice(0, 20)}" is no diagnosis code`);
    },
    store: { kind: 'table', key: ['code'], columns: {} },
    checks: { rows },
    sample,
  });
}

/** Diagnoses that raise a stay to a DRG with complication or comorbidity. */
export const msDrgCc: TableSource = complications(
  'ms-drg-cc',
  'Complications and comorbidities (Table 6J)',
  /^cc_list\.txt$|table ?6J[^.]*\.(?:txt|xlsx)$/i,
  /COMPLETE CC LIST/i,
  [10_000, 20_000],
  { file: 'cc_list.txt', rows: 2, has: [{ code: 'A000' }] },
);
/** Diagnoses that raise a stay to a DRG with major complication or comorbidity. */
export const msDrgMcc: TableSource = complications(
  'ms-drg-mcc',
  'Major complications and comorbidities (Table 6I)',
  /^mcc_list\.txt$|table ?6I[^.]*\.(?:txt|xlsx)$/i,
  /COMPLETE MCC LIST/i,
  [2_000, 6_000],
  { file: 'mcc_list.txt', rows: 2, has: [{ code: 'A021' }] },
);
