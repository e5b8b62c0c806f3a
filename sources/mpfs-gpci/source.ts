import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { amount } from '../support/cells.ts';
import { fullYear, NO_PERIOD } from '../support/editions.ts';
import { rvuRelease, yearlyRelease } from '../support/rvu-release.ts';

const TITLE = 'Geographic practice cost indices';

/**
 * By how much each part of a fee is raised or lowered in a Medicare locality. The file of January 2026 has the index of
 * work twice, without and with its floor of 1.0; the floor is in force, and later files have that column alone.
 */
export const mpfsGpci: TableSource = tableSource({
  id: 'mpfs-gpci',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly',
  files: [/^GPCI20\d{2}.*\.(?:txt|csv|xlsx)$/i, /^gpci_rvu\d{2}[a-d]r?\.csv$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv', 'xlsx', 'tab'],
      columns: {
        contractor: ['medicare administrative contractor mac', 'medicare administrative contractor', 'mac'],
        state: ['state'],
        locality: ['locality number'],
        name: ['locality name'],
        work: [/^20\d\d pw gpci with 1 0 floor/, /^20\d\d pw gpci(?! without)/, 'gpci work'],
        practiceExpense: [/^20\d\d pe gpci/, 'gpci pe'],
        malpractice: [/^20\d\d mp gpci/, 'gpci mp'],
      },
      optional: ['state'],
    },
    {
      kind: 'fixed',
      // A fourth figure would be the work index without its floor, at other positions.
      shape: /^\d{5} {5,}[A-Z]{2} +\d{2} +.+(?<!\d\.\d{3} *) \d\.\d{3} +\d\.\d{3} +\d\.\d{3}\s*$/,
      // The captions above and the footnotes below do not begin with a contractor.
      skip: /^(?!\d{5} )/,
      fields: {
        contractor: [1, 5],
        state: [17, 18],
        locality: [25, 26],
        name: [30, 117],
        work: [118, 129],
        practiceExpense: [130, 141],
        malpractice: [142, 153],
      },
    },
  ],
  edition({ name, path, head }) {
    const stated = /\bCY (20\d{2}) GEOGRAPHIC/i.exec(head)?.[1];
    const named = /^GPCI(20\d{2})/i.exec(name)?.[1] ?? /^gpci_rvu(\d{2})/i.exec(name)?.[1];
    const year = stated ?? named;
    if (year === undefined) return NO_PERIOD;
    if (named !== undefined && fullYear(named) !== fullYear(year)) return `its name says ${fullYear(named)} and its first line ${year}.`;
    return yearlyRelease(TITLE, fullYear(year), rvuRelease(name, path));
  },
  row({ contractor, state, locality, name, work, practiceExpense, malpractice }) {
    if (!/^\d{4,5}$/.test(contractor)) return undefined;
    if (!/^\d{1,2}$/.test(locality)) return new RowProblem('locality', `"${locality.slice(0, 20)}" is no locality`);
    const values = { work: amount(work), practiceExpense: amount(practiceExpense), malpractice: amount(malpractice) };
    for (const [field, value] of Object.entries(values)) if (value === undefined) return new RowProblem(field, 'it is no number');
    return {
      contractor: contractor.padStart(5, '0'),
      locality: locality.padStart(2, '0'),
      state,
      name: name.replace(/\*+$/, ''),
      work: values.work ?? null,
      practiceExpense: values.practiceExpense ?? null,
      malpractice: values.malpractice ?? null,
    };
  },
  store: {
    kind: 'table',
    key: ['contractor', 'locality'],
    columns: {
      state: { kind: 'text' },
      name: { kind: 'text' },
      work: { kind: 'decimal', scale: 3 },
      practiceExpense: { kind: 'decimal', scale: 3 },
      malpractice: { kind: 'decimal', scale: 3 },
    },
  },
  checks: { rows: [100, 130], has: ['10112|00', '02102|01'] },
  sample: {
    file: 'GPCI2026.csv',
    rows: 4,
    has: [
      { contractor: '02102', locality: '01', state: 'AK', work: '1.500', practiceExpense: '1.065', malpractice: '0.551', name: 'ALASKA' },
    ],
  },
});
