import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { amount } from '../support/cells.ts';
import { fullYear, NO_PERIOD } from '../support/editions.ts';
import { rvuRelease, yearlyRelease } from '../support/rvu-release.ts';

const TITLE = 'Anaesthesia conversion factors by locality';

/**
 * Dollars for one anaesthesia unit in a Medicare locality. From 2026 on the file has two factors a locality, that of
 * qualifying participants in advanced payment models (APM) before everybody else's.
 */
export const mpfsAnesthesia: TableSource = tableSource({
  id: 'mpfs-anesthesia',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly',
  files: [/^ANES(?:20)?\d{2}.*\.(?:txt|csv|xlsx)$/i, /^anes_rvu\d{2}[a-d]r?\.csv$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv', 'xlsx', 'tab'],
      columns: {
        contractor: ['contractor'],
        locality: ['locality'],
        factor: [/^non qualifying\b.*\banes cf\b/, /^(?!qualifying\b).*\banes cf\b/, /^anes\w* conv\w* factor$/],
        apmFactor: [/^qualifying\b.*\banes cf\b/],
      },
      optional: ['apmFactor'],
    },
    {
      kind: 'fixed',
      shape: /^\d{5} {7}\d{2} {4}.{49}\d{4} {2}\d{4}\s*$/,
      fields: { contractor: [1, 5], locality: [13, 14], apmFactor: [68, 71], factor: [74, 77] },
    },
    {
      kind: 'fixed',
      // The text rendering leaves out the factor's point: 1931 is 19.31.
      shape: /^\d{5} {7}\d{2} {4}.{40,}?(?<!\d{4}) +\d{4}\s*$/,
      fields: { contractor: [1, 5], locality: [13, 14], factor: [59, 80], apmFactor: [81, 81] },
    },
  ],
  edition({ name, path }) {
    const year = /^ANES(20\d{2}|\d{2})/i.exec(name)?.[1] ?? /^anes_rvu(\d{2})/i.exec(name)?.[1];
    return year === undefined ? NO_PERIOD : yearlyRelease(TITLE, fullYear(year), rvuRelease(name, path));
  },
  row({ contractor, locality, factor, apmFactor }) {
    if (!/^\d{4,5}$/.test(contractor)) return undefined;
    if (!/^\d{1,2}$/.test(locality)) return new RowProblem('locality', `"${locality.slice(0, 20)}" is no locality`);
    const value = dollars(factor);
    if (value === undefined) return new RowProblem('factor', `"${factor.slice(0, 20)}" is no conversion factor`);
    const apm = apmFactor === '' ? null : dollars(apmFactor);
    if (apm === undefined) return new RowProblem('apmFactor', `"${apmFactor.slice(0, 20)}" is no conversion factor`);
    return { contractor: contractor.padStart(5, '0'), locality: locality.padStart(2, '0'), factor: value, apmFactor: apm };
  },
  store: {
    kind: 'table',
    key: ['contractor', 'locality'],
    columns: { factor: { kind: 'decimal', scale: 2 }, apmFactor: { kind: 'decimal', scale: 2 } },
  },
  checks: { rows: [100, 130], has: ['10112|00'] },
  sample: { file: 'ANES2026.csv', rows: 2, has: [{ contractor: '02102', locality: '01', factor: '28.15', apmFactor: '28.29' }] },
});

/** The text rendering leaves out the factor's point. */
function dollars(text: string): string | undefined {
  return /^\d{4}$/.test(text) ? `${text.slice(0, 2)}.${text.slice(2)}` : amount(text);
}
