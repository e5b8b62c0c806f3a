import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { amount } from '../support/cells.ts';
import { fullYear, NO_PERIOD } from '../support/editions.ts';
import { rvuRelease, yearlyRelease } from '../support/rvu-release.ts';

const TITLE = 'Anaesthesia conversion factors by locality';

/** Dollars for one anaesthesia unit in a Medicare locality. */
export const mpfsAnesthesia: TableSource = tableSource({
  id: 'mpfs-anesthesia',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly',
  files: [/^ANES20\d{2}.*\.(?:txt|csv|xlsx)$/i, /^anes_rvu\d{2}[a-d]r?\.csv$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv', 'xlsx', 'tab'],
      columns: {
        contractor: ['contractor'],
        locality: ['locality'],
        factor: [/anes cf\b/, /^anes\w* conv\w* factor$/],
      },
    },
    {
      kind: 'fixed',
      // The text rendering leaves out the factor's point: 1931 is 19.31.
      shape: /^\d{5} {7}\d{2} {4}.{40,}? +\d{4}\s*$/,
      fields: { contractor: [1, 5], locality: [13, 14], factor: [59, 80] },
    },
  ],
  edition({ name, path }) {
    const year = /^ANES(20\d{2})/i.exec(name)?.[1] ?? /^anes_rvu(\d{2})/i.exec(name)?.[1];
    return year === undefined ? NO_PERIOD : yearlyRelease(TITLE, fullYear(year), rvuRelease(name, path));
  },
  row({ contractor, locality, factor }) {
    if (!/^\d{4,5}$/.test(contractor)) return undefined;
    if (!/^\d{1,2}$/.test(locality)) return new RowProblem('locality', `"${locality.slice(0, 20)}" is no locality`);
    const value = /^\d{4}$/.test(factor) ? `${factor.slice(0, 2)}.${factor.slice(2)}` : amount(factor);
    if (value === undefined) return new RowProblem('factor', `"${factor.slice(0, 20)}" is no conversion factor`);
    return { contractor: contractor.padStart(5, '0'), locality: locality.padStart(2, '0'), factor: value };
  },
  store: { kind: 'table', key: ['contractor', 'locality'], columns: { factor: { kind: 'decimal', scale: 2 } } },
  checks: { rows: [100, 130], has: ['10112|00'] },
  sample: { file: 'ANES2026.csv', rows: 2, has: [{ contractor: '02102', locality: '01', factor: '27.86' }] },
});
