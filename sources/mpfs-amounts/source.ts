import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { amount, PROCEDURE } from '../support/cells.ts';
import { fullYear, NO_PERIOD } from '../support/editions.ts';
import { yearlyRelease } from '../support/rvu-release.ts';

const TITLE = 'Physician fee schedule payment amounts';

/**
 * The fees of the physician fee schedule by locality as CMS works them out: PFALL of a year, and PFREV of a quarter with
 * the fees that changed. Prices are worked out from the relative value file; these amounts confirm them. The layout is that
 * of CMS's description of the file (PF25PC): quoted fields, no headings, closing lines that begin with TRL.
 */
export const mpfsAmounts: TableSource = tableSource({
  id: 'mpfs-amounts',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/national-payment-amount-file',
  licence: 'bring-your-own',
  terms: 'CPT codes © American Medical Association; download it yourself after accepting the terms on the page of CMS',
  cadence: 'yearly, with quarterly revisions',
  files: [/^PF(?:ALL|REV)\d{2}[A-D]?R?.*\.(?:txt|csv)$/i],
  layouts: [
    {
      kind: 'cells',
      formats: ['csv'],
      fields: [
        'year',
        'contractor',
        'locality',
        'code',
        'modifier',
        'nonFacility',
        'facility',
        'filler',
        'pctc',
        'status',
        'multiple',
        'therapyOutside',
        'therapyInside',
        'oppsIndicator',
        'oppsNonFacility',
        'oppsFacility',
      ],
      shape: /^20\d{2}\t\d{5}\t\d{2}\t[0-9A-Z]{5}\t(?:[0-9A-Z]{2}| {0,2})\t[\d.]+\t[\d.]+\t/,
    },
  ],
  edition({ name, head }) {
    const found = /^PF(?:ALL|REV)(\d{2})([A-D]?)(R?)/i.exec(name);
    if (!found) return NO_PERIOD;
    const year = fullYear(found[1] ?? '');
    const stated = Number(/^(20\d{2})/.exec(head)?.[1]);
    if (stated !== year) return `its name says ${year} and its first line ${stated}.`;
    const letter = (found[2] ?? '').toUpperCase();
    return yearlyRelease(TITLE, year, letter === '' ? undefined : { year, quarter: 'ABCD'.indexOf(letter) + 1, revised: found[3] !== '' });
  },
  row({ year, contractor, locality, code, modifier, nonFacility, facility, status }) {
    if (!/^20\d{2}$/.test(year)) return undefined;
    if (!/^\d{5}$/.test(contractor)) return new RowProblem('contractor', `"${contractor.slice(0, 20)}" is no contractor`);
    if (!/^\d{2}$/.test(locality)) return new RowProblem('locality', `"${locality.slice(0, 20)}" is no locality`);
    if (!PROCEDURE.test(code)) return new RowProblem('code', `"${code.slice(0, 20)}" is no procedure code`);
    const [outside, inside] = [amount(nonFacility), amount(facility)];
    if (outside === undefined) return new RowProblem('nonFacility', 'it is no amount');
    if (inside === undefined) return new RowProblem('facility', 'it is no amount');
    return { code, modifier, contractor, locality, status, nonFacility: outside, facility: inside };
  },
  store: {
    kind: 'table',
    key: ['code', 'modifier', 'contractor', 'locality'],
    columns: { status: { kind: 'text' }, nonFacility: { kind: 'decimal', scale: 2 }, facility: { kind: 'decimal', scale: 2 } },
  },
  checks: { rows: [50, 3_000_000] },
  sample: {
    file: 'PFREV26C.txt',
    rows: 2,
    has: [{ code: 'Z0001', modifier: '', contractor: '01112', locality: '05', nonFacility: '1339.81', facility: '1200.00', status: 'A' }],
  },
});
