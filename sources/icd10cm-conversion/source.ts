import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { serialDay } from '../support/cells.ts';
import { fullYear, NO_PERIOD } from '../support/editions.ts';

const TITLE = 'ICD-10-CM conversion table';
/** One row of the official tables lacks its dot. */
const CODE = /\b[A-Z][0-9A-Z]{2}(?:\.?[0-9A-Z]{1,4})?\b/g;

/** New ICD-10-CM codes since October 2016, each with the code or codes used for the same before. Every table holds all years up to its own. */
export const icd10cmConversion: TableSource = tableSource({
  id: 'icd10cm-conversion',
  title: TITLE,
  publisher: 'National Center for Health Statistics (CDC) and Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly, with a release in April',
  addresses: ['https://www.cms.gov/files/zip/{FY}-conversion-table.zip'],
  files: [/icd-?10-?cm[-_ ]conversion ?-?table.*\.(?:xlsx|csv)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['xlsx', 'csv'],
      columns: {
        code: ['current code assignment'],
        effective: ['effective', 'effective october 1'],
        previous: [/^previous code s? ?assignment$/],
      },
    },
  ],
  edition({ name, head }) {
    const named = /FY-?(20\d{2}|\d{2})/i.exec(name)?.[1];
    const stated = /\bThe FY ?(20\d{2})\b/.exec(head)?.[1];
    const year = named ?? stated;
    if (year === undefined) return NO_PERIOD;
    const april = /0?4-0?1-20\d{2}|jan-?20\d{2}/i.test(name) || /april 1, 20\d{2}/i.test(head.slice(0, 400));
    const fiscal = fullYear(year);
    const month = /jan-?20/i.test(name) ? '01' : '04';
    const own = april ? `${fiscal}-${month}-01` : `${fiscal - 1}-10-01`;
    // It answers what came before a code of any year; a later table says the same and more.
    return { id: own.slice(0, 7), title: `${TITLE}, FY${fiscal}${april ? ' update' : ''}`, from: '2016-10-01', to: null, ownFrom: own };
  },
  row({ code, effective, previous }) {
    if (code === '' || !/^[A-Z][0-9A-Z]{2}/.test(code)) return undefined;
    const [own] = code.match(CODE) ?? [];
    if (own !== code.trim()) return new RowProblem('code', `"${code.slice(0, 20)}" is no ICD-10-CM code`);
    const from = firstDay(effective);
    if (from === undefined) return new RowProblem('effective', `"${effective.slice(0, 20)}" is neither a year nor a date`);
    const before = previous.match(CODE) ?? [];
    const plain = (text: string) => text.replace('.', '');
    // "None" stands where nothing was coded before; several codes were reported together or chosen from.
    return { code: plain(own), from, previous: before.map(plain).join(' '), together: / and /i.test(previous) ? '1' : '' };
  },
  store: { kind: 'table', key: ['code'], columns: { from: { kind: 'day' }, previous: { kind: 'text' }, together: { kind: 'text' } } },
  checks: { rows: [500, 20_000] },
  sample: {
    file: 'ICD-10-CM-Conversion-Table-FY20-Effective-10-1-2019.csv',
    rows: 4,
    has: [
      { code: 'A0471', from: '2017-10-01', previous: 'A047' },
      { code: 'U071', from: '2020-04-01', previous: 'B9729' },
      { code: 'E1111', from: '2017-10-01', previous: 'E1169 R4020', together: '1' },
    ],
  },
});

/** A year means its 1 October; other days stand as a spreadsheet's count of days since 30 December 1899. */
function firstDay(text: string): string | undefined {
  if (/^20\d{2}$/.test(text)) return `${text}-10-01`;
  return serialDay(text);
}
