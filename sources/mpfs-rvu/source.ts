import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { amount, PROCEDURE, procedureCode } from '../support/cells.ts';
import { fullYear, monthNumber, NO_PERIOD, quarterOf } from '../support/editions.ts';
import { quarterlyRelease, rvuRelease } from '../support/rvu-release.ts';

const TITLE = 'Physician fee schedule relative value file';

const AMOUNTS = [
  'work',
  'nonFacilityPe',
  'facilityPe',
  'malpractice',
  'preoperative',
  'intraoperative',
  'postoperative',
  'conversionFactor',
  'oppsNonFacilityPe',
  'oppsFacilityPe',
  'oppsMalpractice',
] as const;

/**
 * Relative values and payment indicators of the Medicare physician fee schedule, one row a code and modifier. The
 * column of descriptions (CPT, © AMA) is not read. From 2026 on two files a release: with and without the conversion
 * factor of qualifying APM participants.
 */
export const mpfsRvu: TableSource = tableSource({
  id: 'mpfs-rvu',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files',
  licence: 'bring-your-own',
  terms: 'CPT codes © American Medical Association; download it yourself after accepting the terms on the page of CMS',
  cadence: 'quarterly',
  files: [/^PPRRVU\d{2,4}.*\.(?:txt|csv|xlsx)$/i, /^pprrvu_rvu\d{2}[a-d]r?.*\.csv$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv', 'xlsx', 'tab'],
      headerLines: 5,
      columns: {
        code: ['hcpcs'],
        modifier: ['mod'],
        status: ['status code'],
        work: ['work rvu'],
        nonFacilityPe: ['non fac pe rvu'],
        nonFacilityNa: ['non fac na indicator', 'non fac indicator'],
        facilityPe: ['facility pe rvu'],
        facilityNa: ['facility na indicator', 'facility indicator'],
        malpractice: ['mp rvu'],
        pctc: ['pctc ind'],
        global: ['glob days'],
        preoperative: ['pre op'],
        intraoperative: ['intra op'],
        postoperative: ['post op'],
        multiple: ['mult proc'],
        bilateral: ['bilat surg'],
        assistant: ['asst surg'],
        coSurgeon: ['co surg'],
        team: ['team surg'],
        endoscopicBase: ['endo base'],
        conversionFactor: ['conv factor'],
        supervision: ['physician supervision of diagnostic procedures'],
        imagingFamily: ['diagnostic imaging family indicator'],
        oppsNonFacilityPe: ['non facility pe used for opps payment amount'],
        oppsFacilityPe: ['facility pe used for opps payment amount'],
        oppsMalpractice: ['mp used for opps payment amount'],
      },
    },
    {
      kind: 'fixed',
      shape: /^[0-9A-Z]{5}(?:  |26|TC|53).{50}[A-Z].{42,}/,
      skip: /^HDR|^TRL/,
      fields: {
        code: [1, 5],
        modifier: [6, 7],
        status: [58, 58],
        work: [60, 65],
        nonFacilityPe: [67, 72],
        nonFacilityNa: [73, 74],
        facilityPe: [76, 81],
        facilityNa: [82, 83],
        malpractice: [85, 89],
        pctc: [103, 103],
        global: [104, 106],
        preoperative: [107, 109],
        intraoperative: [110, 112],
        postoperative: [113, 115],
        multiple: [116, 116],
        bilateral: [117, 117],
        assistant: [118, 118],
        coSurgeon: [119, 119],
        team: [120, 120],
        endoscopicBase: [128, 132],
        conversionFactor: [133, 140],
        supervision: [142, 143],
        imagingFamily: [146, 147],
        oppsNonFacilityPe: [152, 157],
        oppsFacilityPe: [159, 164],
        oppsMalpractice: [166, 171],
      },
    },
  ],
  edition({ name, path, head }) {
    const stated = /(20\d{2}) National Physician Fee Schedule Relative Value File (January|April|July|October)/.exec(head);
    const named = /^PPRRVU(\d{4}|\d{2})_([A-Z]{3})/i.exec(name);
    const lettered = rvuRelease(name);
    const month = monthNumber(named?.[2] ?? '');
    const fromHead = stated ? { year: Number(stated[1]), quarter: quarterOf(monthNumber(stated[2] ?? '')) } : undefined;
    const fromName = named && month > 0 ? { year: fullYear(named[1] ?? ''), quarter: quarterOf(month) } : lettered;
    const found = fromHead ?? fromName;
    if (!found) return NO_PERIOD;
    if (fromName && (fromName.year !== found.year || fromName.quarter !== found.quarter))
      return `its name says ${fromName.year} quarter ${fromName.quarter} and its first line ${found.year} quarter ${found.quarter}.`;
    // Both the first release of a year and its correction call themselves January's: the archive's name tells them apart.
    const revised = (lettered ?? rvuRelease(path))?.revised ?? false;
    const edition = quarterlyRelease(TITLE, { ...found, revised });
    const apm = /non-?_?QPP/i.test(name) ? false : /QPP/i.test(name) ? true : undefined;
    const suffix = apm === undefined ? '' : apm ? '-qpp' : '-nonqpp';
    return { ...edition, id: `${edition.id}${suffix}`, ...(apm === undefined ? {} : { facts: { apm } }) };
  },
  row(cells) {
    if (cells.code === '') return undefined;
    const code = procedureCode(cells.code);
    if (!PROCEDURE.test(code)) return new RowProblem('code', `"${cells.code.slice(0, 20)}" is no procedure code`);
    const record: Record<string, string> = { ...cells, code };
    for (const field of AMOUNTS) {
      const value = cells[field] === '' ? '0' : amount(cells[field]);
      if (value === undefined) return new RowProblem(field, `"${cells[field].slice(0, 20)}" is no number`);
      record[field] = value;
    }
    return record;
  },
  store: {
    kind: 'table',
    key: ['code', 'modifier'],
    columns: {
      status: { kind: 'text' },
      work: { kind: 'decimal', scale: 2 },
      nonFacilityPe: { kind: 'decimal', scale: 2 },
      nonFacilityNa: { kind: 'text' },
      facilityPe: { kind: 'decimal', scale: 2 },
      facilityNa: { kind: 'text' },
      malpractice: { kind: 'decimal', scale: 2 },
      pctc: { kind: 'text' },
      global: { kind: 'text' },
      preoperative: { kind: 'decimal', scale: 2 },
      intraoperative: { kind: 'decimal', scale: 2 },
      postoperative: { kind: 'decimal', scale: 2 },
      multiple: { kind: 'text' },
      bilateral: { kind: 'text' },
      assistant: { kind: 'text' },
      coSurgeon: { kind: 'text' },
      team: { kind: 'text' },
      endoscopicBase: { kind: 'text' },
      conversionFactor: { kind: 'decimal', scale: 4 },
      supervision: { kind: 'text' },
      imagingFamily: { kind: 'text' },
      oppsNonFacilityPe: { kind: 'decimal', scale: 2 },
      oppsFacilityPe: { kind: 'decimal', scale: 2 },
      oppsMalpractice: { kind: 'decimal', scale: 2 },
    },
  },
  checks: { rows: [15_000, 30_000], has: ['G0168|', 'G0108|'] },
  sample: {
    file: 'PPRRVU2026_Oct_nonQPP.csv',
    rows: 3,
    has: [{ code: 'G0168', modifier: '', status: 'A', work: '0.31', conversionFactor: '33.4009', global: '000' }],
  },
});
