import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { amount, PROCEDURE, procedureCode } from '../support/cells.ts';
import { monthNumber, NO_PERIOD, quarterEdition, quarterOf } from '../support/editions.ts';
import { quarterlyRelease, rvuRelease } from '../support/rvu-release.ts';

const TITLE = 'OPPS payment caps on imaging';

/** The most that Medicare pays for an imaging service in a locality. The official names carry no year: the archive's date gives it. */
export const mpfsOppsCap: TableSource = tableSource({
  id: 'mpfs-oppscap',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files',
  licence: 'bring-your-own',
  terms: 'CPT codes © American Medical Association; download it yourself after accepting the terms on the page of CMS',
  cadence: 'quarterly',
  files: [/^OPPSCAP.*\.(?:txt|csv|xlsx)$/i, /^oppscap_rvu\d{2}[a-d]r?_?.*\.csv$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv', 'xlsx', 'tab'],
      columns: {
        code: ['hcpcs'],
        modifier: ['mod'],
        status: ['procstat'],
        contractor: ['carrier'],
        locality: ['locality'],
        facility: ['facility price'],
        nonFacility: [/^non facil\w* price$/],
      },
    },
    {
      kind: 'fixed',
      shape: /^[0-9A-Z]{5}[ 0-9A-Z]{2} ?[A-Z] \d{5} {2}\d{2} +[\d.]+ +[\d.]+/,
      fields: {
        code: [1, 5],
        modifier: [6, 7],
        status: [9, 9],
        contractor: [11, 15],
        locality: [18, 19],
        facility: [20, 28],
        nonFacility: [29, 39],
      },
    },
  ],
  edition({ name, path, modified }) {
    // The archive is called rvu25d.zip; it says what the file's own name does not.
    const release = rvuRelease(name, path);
    if (release) return quarterlyRelease(TITLE, release);
    const month = monthNumber(/OPPSCAP_?([A-Z]{3})/i.exec(name)?.[1] ?? '');
    const year = /20\d{2}/.exec(name)?.[0];
    if (month === 0) return NO_PERIOD;
    if (year !== undefined) return quarterEdition(TITLE, Number(year), quarterOf(month));
    if (modified === null)
      return 'its name gives only the month. Add the archive it came in (rvuYYx.zip), or put the year into its name, as in OPPSCAP_Oct_2025.csv.';
    // Files are made in the months before they take effect: January's in the year before.
    const made = Number(modified.slice(0, 4));
    const next = Number(modified.slice(5, 7)) > month;
    return quarterEdition(TITLE, next ? made + 1 : made, quarterOf(month));
  },
  row({ code: printed, modifier, status, contractor, locality, facility, nonFacility }) {
    if (printed === '') return undefined;
    const code = procedureCode(printed);
    if (!PROCEDURE.test(code)) return new RowProblem('code', `"${code.slice(0, 20)}" is no procedure code`);
    if (!/^\d{4,5}$/.test(contractor)) return new RowProblem('contractor', `"${contractor.slice(0, 20)}" is no contractor`);
    if (!/^\d{1,2}$/.test(locality)) return new RowProblem('locality', `"${locality.slice(0, 20)}" is no locality`);
    const inside = amount(facility);
    const outside = amount(nonFacility);
    if (inside === undefined) return new RowProblem('facility', `"${facility.slice(0, 20)}" is no price`);
    if (outside === undefined) return new RowProblem('nonFacility', `"${nonFacility.slice(0, 20)}" is no price`);
    return {
      code,
      modifier,
      status,
      contractor: contractor.padStart(5, '0'),
      locality: locality.padStart(2, '0'),
      facility: inside,
      nonFacility: outside,
    };
  },
  store: {
    kind: 'table',
    key: ['code', 'modifier', 'contractor', 'locality'],
    columns: { status: { kind: 'text' }, facility: { kind: 'decimal', scale: 2 }, nonFacility: { kind: 'decimal', scale: 2 } },
  },
  checks: { rows: [5_000, 60_000] },
  sample: {
    file: 'OPPSCAP_Oct_2026.csv',
    rows: 2,
    has: [{ code: 'Z0001', modifier: 'TC', contractor: '01112', locality: '05', facility: '150.69' }],
  },
});
