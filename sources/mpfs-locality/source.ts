import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { fullYear, NO_PERIOD } from '../support/editions.ts';
import { rvuRelease, yearlyRelease } from '../support/rvu-release.ts';

const TITLE = 'Counties of the Medicare localities';

/** Which counties a locality has. The text rendering of the table has no fixed columns and is not read: add its CSV or sheet. */
export const mpfsLocality: TableSource = tableSource({
  id: 'mpfs-locality',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly',
  files: [/^\d{2}LOCCO.*\.(?:csv|xlsx)$/i, /^locco_rvu\d{2}[a-d]r?\.csv$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv', 'xlsx'],
      columns: {
        contractor: [/^medicare admini?strative contractor$/, 'mac'],
        locality: ['locality number'],
        state: ['state'],
        area: ['fee schedule area'],
        counties: ['counties'],
      },
    },
  ],
  edition({ name, path, head }) {
    const stated = /IN (20\d{2}) LOCALITIES/i.exec(head)?.[1];
    const named = /^(\d{2})LOCCO/i.exec(name)?.[1] ?? /^locco_rvu(\d{2})/i.exec(name)?.[1];
    const year = stated ?? named;
    if (year === undefined) return NO_PERIOD;
    if (named !== undefined && fullYear(named) !== fullYear(year)) return `its name says ${fullYear(named)} and its first line ${year}.`;
    return yearlyRelease(TITLE, fullYear(year), rvuRelease(name, path));
  },
  row({ contractor, locality, state, area, counties }) {
    if (!/^\d{4,5}$/.test(contractor)) return undefined;
    if (!/^\d{1,2}$/.test(locality)) return new RowProblem('locality', `"${locality.slice(0, 20)}" is no locality`);
    return { contractor: contractor.padStart(5, '0'), locality: locality.padStart(2, '0'), state, area, counties };
  },
  store: {
    kind: 'table',
    key: ['contractor', 'locality'],
    columns: { state: { kind: 'text' }, area: { kind: 'text' }, counties: { kind: 'text' } },
  },
  checks: { rows: [80, 200], has: ['10112|00'] },
  sample: {
    file: '26LOCCO.csv',
    rows: 2,
    has: [{ contractor: '01182', locality: '18', state: 'CALIFORNIA', counties: 'LOS ANGELES/ORANGE' }],
  },
});
