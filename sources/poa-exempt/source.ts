import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { fiscalYearEdition, fullYear, NO_PERIOD } from '../support/editions.ts';

const TITLE = 'ICD-10-CM codes exempt from present-on-admission reporting';

/** Diagnoses for which an inpatient claim gives no present-on-admission indicator. */
export const poaExempt: TableSource = tableSource({
  id: 'poa-exempt',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly',
  files: [/^POAexemptCodesFY?\d{2,4}.*\.(?:txt|xlsx)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['tab', 'xlsx', 'csv'],
      columns: { order: [/^order \d\d$/, /^order\d\d$/, 'order'], code: ['poaexemptcode', 'poa exempt code'], title: ['description'] },
    },
  ],
  edition({ name, head }) {
    const named = /FY?(\d{4}|\d{2})/i.exec(name)?.[1];
    const stated = /^Order(\d{2})/i.exec(head)?.[1];
    const year = named ?? stated;
    if (year === undefined) return NO_PERIOD;
    if (stated !== undefined && fullYear(stated) !== fullYear(year))
      return `its name says FY${fullYear(year)} and its headings FY${fullYear(stated)}.`;
    return fiscalYearEdition(TITLE, fullYear(year));
  },
  row({ code }) {
    if (code === '') return undefined;
    const characters = code.replace('.', '');
    return /^[A-Z][0-9A-Z]{2,6}$/.test(characters)
      ? { code: characters }
      : new RowProblem('code', `"${code.slice(0, 20)}" does not have the form of a code`);
  },
  store: { kind: 'table', key: ['code'], columns: {} },
  checks: { rows: [30_000, 60_000], has: ['B900'] },
  sample: { file: 'POAexemptCodesFY26.txt', rows: 3, has: [{ code: 'B900' }] },
});
