import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { anyDay, PROCEDURE, procedureCode } from '../support/cells.ts';
import { NO_PERIOD, quarterEdition, quarterEnd, quarterStart } from '../support/editions.ts';

/** Files of one release: CMS splits each table by column-1 code. */
const FILES_OF_A_RELEASE = 4;

const MEDICARE =
  'https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-procedure-procedure-ptp-edits';
const MEDICAID = 'https://www.cms.gov/medicare/coding-billing/ncci-medicaid/medicaid-ncci-edit-files';

interface Ptp {
  readonly setting: string;
  readonly title: string;
  readonly page?: string;
  readonly files: readonly RegExp[];
  /** Fewest rows of a whole file. */
  readonly fewest?: number;
  readonly sample: TableSource['sample'];
}

function ptp({ setting, title, page = MEDICARE, files, fewest = 100_000, sample }: Ptp): TableSource {
  return tableSource({
    id: `ncci-ptp-${setting}`,
    title,
    publisher: 'Centers for Medicare & Medicaid Services',
    page,
    licence: 'bring-your-own',
    terms: 'CPT codes © American Medical Association; download it yourself after accepting the terms on the page of CMS',
    cadence: 'quarterly',
    files,
    layouts: [
      {
        kind: 'columns',
        formats: ['tab', 'csv', 'xlsx'],
        headerLines: 4,
        columns: {
          column1: ['column 1', 'column1'],
          column2: ['column 2', 'column2'],
          from: [/^effective/],
          to: [/^deletion/],
          indicator: [/^modifier/],
          rationale: [/rationale$/],
        },
        optional: ['from'],
      },
    ],
    edition({ name, head }) {
      const version = /v(\d{2})(\d)r\d+-f(\d)/i.exec(name);
      if (version) {
        // v320 is the first quarter of 2026, v323 the last.
        const year = 1994 + Number(version[1]);
        const quarter = Number(version[2]) + 1;
        const part = Number(version[3]);
        if (quarter > 4) return `its name gives the version v${version[1]}${version[2]}, which is no quarter.`;
        return {
          ...quarterEdition(title, year, quarter),
          id: `${year}q${quarter}-f${part}`,
          from: '1996-01-01',
          to: quarterEnd(year, quarter),
          ownFrom: quarterStart(year, quarter),
          part,
          parts: Math.max(part, FILES_OF_A_RELEASE),
        };
      }
      const quarter = /(20\d{2})_?q([1-4])/i.exec(name);
      if (!quarter) return NO_PERIOD;
      // A conversion without effective dates says nothing about days outside its own quarter.
      const dated = /effective/i.test(head);
      const own = quarterEdition(title, Number(quarter[1]), Number(quarter[2]));
      return dated ? { ...own, ownFrom: own.from, from: '1996-01-01' } : { ...own, title: `${own.title} (without effective dates)` };
    },
    row({ column1: comprehensive, column2: component, from, to, indicator, rationale }) {
      if (comprehensive === '') return undefined;
      const column1 = procedureCode(comprehensive);
      const column2 = procedureCode(component);
      if (!PROCEDURE.test(column1)) return new RowProblem('column1', `"${column1.slice(0, 20)}" is no procedure code`);
      if (!PROCEDURE.test(column2)) return new RowProblem('column2', `"${column2.slice(0, 20)}" is no procedure code`);
      const first = anyDay(from);
      const last = anyDay(to);
      if (first === undefined) return new RowProblem('from', `"${from.slice(0, 20)}" is no date`);
      if (last === undefined) return new RowProblem('to', `"${to.slice(0, 20)}" is no date`);
      if (indicator !== '0' && indicator !== '1' && indicator !== '9')
        return new RowProblem('indicator', `"${indicator.slice(0, 20)}" is neither 0, 1 nor 9`);
      return { column1, column2, from: first, to: last, indicator, rationale };
    },
    store: { kind: 'pairs' },
    checks: { rows: [fewest, 5_000_000] },
    sample,
  });
}

/** NCCI edits for practitioners and ambulatory surgical centres: held against professional claims. */
export const ncciPtpPractitioner: TableSource = ptp({
  setting: 'practitioner',
  title: 'NCCI procedure-to-procedure edits, practitioner',
  files: [/^ccipra-v\d{3}r\d+-f\d.*\.(?:txt|xlsx|csv)$/i, /^ptp_practitioner_20\d{2}q[1-4].*\.csv$/i],
  sample: {
    file: 'ccipra-v323r0-f1.txt',
    rows: 12,
    has: [
      { column1: 'G0008', column2: 'G0009', from: '2018-07-01', to: '2026-06-30', indicator: '1' },
      { column1: 'G0008', column2: 'G0009', from: '2026-10-01', to: null, indicator: '0' },
    ],
  },
});

/** NCCI edits for hospital outpatient services: held against institutional claims. */
export const ncciPtpOutpatient: TableSource = ptp({
  setting: 'outpatient',
  title: 'NCCI procedure-to-procedure edits, outpatient hospital',
  files: [/^ccioph-v\d{3}r\d+-f\d.*\.(?:txt|xlsx|csv)$/i, /^ptp_outpatient_20\d{2}q[1-4].*\.csv$/i],
  sample: {
    file: 'ccioph-v323r0-f1.txt',
    rows: 2,
    has: [{ column1: 'G0008', column2: 'G0009', from: '2020-01-01', to: null, indicator: '1' }],
  },
});

/**
 * Medicaid's own pairs. Of the files only their names and kinds were seen, in the Medicaid NCCI Edit Design Manual of 2012
 * to 2016 (`MCD-PTP-PRA-v2016q2-…`; PRA practitioner, OPH outpatient hospital, DME supplier; an empty deletion date means in
 * force). The columns are taken to be those of the Medicare files; a file with others is refused, not half read.
 */
function medicaid(setting: string, title: string, short: string): TableSource {
  return ptp({
    setting: `medicaid-${setting}`,
    title: `Medicaid NCCI procedure-to-procedure edits, ${title}`,
    page: MEDICAID,
    files: [new RegExp(`^MCD[-_]PTP[-_]${short}[-_]v?20\\d{2}_?q[1-4].*\\.(?:txt|xlsx|csv)$`, 'i')],
    fewest: 1_000,
    sample: {
      file: `MCD-PTP-${short}-v2026q4.txt`,
      rows: 2,
      has: [{ column1: 'G0008', column2: 'G0009', from: '2020-01-01', to: null, indicator: '1' }],
    },
  });
}

export const ncciPtpMedicaidPractitioner: TableSource = medicaid('practitioner', 'practitioner', 'PRA');
export const ncciPtpMedicaidOutpatient: TableSource = medicaid('outpatient', 'outpatient hospital', 'OPH');
export const ncciPtpMedicaidDme: TableSource = medicaid('dme', 'suppliers of medical equipment', 'DME');
