import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { amount, PROCEDURE } from '../support/cells.ts';
import { monthNumber, NO_PERIOD, quarterEdition, quarterOf } from '../support/editions.ts';

const TITLE = 'Hospital outpatient prospective payment: addendum B';

/** A month by its name before or after a year of four digits, not far apart. */
const MONTH_AND_YEAR = /(January|April|July|October)\D{0,20}(20\d{2})|(20\d{2})\D{0,20}(January|April|July|October)/i;

/**
 * Which payment status and group Medicare gives each code on a hospital outpatient bill. No file could be had here: headings are
 * those that several programs which read the files of 2020 to 2026 name; the rows of the sample are made up.
 */
export const oppsAddendumB: TableSource = tableSource({
  id: 'opps-addendum-b',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/prospective-payment-systems/hospital-outpatient-pps/quarterly-addenda-updates',
  licence: 'bring-your-own',
  terms: 'US government work; the codes and words in it are CPT, © American Medical Association: you accept its terms on the page',
  cadence: 'quarterly',
  files: [/Addendum[ _-]B\b.*\.(?:csv|txt|xlsx)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv', 'tab', 'xlsx'],
      columns: {
        code: ['hcpcs code'],
        short: ['short descriptor'],
        status: ['si', 'status indicator'],
        group: ['apc'],
        weight: ['relative weight'],
        rate: ['payment rate'],
        copayment: ['national unadjusted copayment'],
        leastCopayment: ['minimum unadjusted copayment'],
      },
      optional: ['weight', 'copayment', 'leastCopayment'],
    },
  ],
  edition({ name, head }) {
    const stated = MONTH_AND_YEAR.exec(head) ?? MONTH_AND_YEAR.exec(name);
    // The file of the final rule names its year alone: it is the one of January.
    const year = stated ? undefined : /\bCY ?(20\d{2})/i.exec(`${head} ${name}`)?.[1];
    if (year !== undefined) return quarterEdition(TITLE, Number(year), 1);
    const month = monthNumber(stated?.[1] ?? stated?.[4] ?? '');
    return month === 0 ? NO_PERIOD : quarterEdition(TITLE, Number(stated?.[2] ?? stated?.[3]), quarterOf(month));
  },
  row({ code, short, status, group, weight, rate, copayment, leastCopayment }) {
    if (code === '') return undefined;
    if (!PROCEDURE.test(code)) return new RowProblem('code', `"${code.slice(0, 20)}" is no procedure code`);
    if (!/^[A-Z]\d?$/.test(status)) return new RowProblem('status', `"${status.slice(0, 20)}" is no status indicator`);
    const [exactWeight, exactRate, copay, least] = [weight, rate, copayment, leastCopayment].map(amountOrNone);
    if (exactRate === undefined) return new RowProblem('rate', 'it is no amount');
    if (exactWeight === undefined || copay === undefined || least === undefined) return new RowProblem('weight', 'it is no amount');
    return { code, short, status, group, weight: exactWeight, rate: exactRate, copayment: copay, leastCopayment: least };
  },
  store: {
    kind: 'table',
    key: ['code'],
    columns: {
      short: { kind: 'text' },
      status: { kind: 'text' },
      group: { kind: 'text' },
      weight: { kind: 'decimal', scale: 4 },
      rate: { kind: 'decimal', scale: 2 },
      copayment: { kind: 'decimal', scale: 2 },
      leastCopayment: { kind: 'decimal', scale: 2 },
    },
  },
  checks: { rows: [10_000, 30_000] },
  sample: {
    file: '2026 July Web Addendum B.06.15.26.csv',
    rows: 3,
    has: [
      { code: 'G0463', status: 'J2', group: '5012', rate: '120.50' },
      { code: 'G0109', status: 'A', group: '' },
    ],
  },
});

/** Empty cells and lone dots stand where a code has no amount of its own. */
function amountOrNone(text: string): string | null | undefined {
  return text === '' || text === '.' || text === '-' ? null : amount(text);
}
