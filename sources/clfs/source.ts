import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { amount, anyDay, PROCEDURE, procedureCode } from '../support/cells.ts';
import { fullYear, NO_PERIOD, quarterEdition } from '../support/editions.ts';

const TITLE = 'Clinical laboratory fee schedule';

/**
 * What Medicare pays for laboratory tests. No file could be had here: columns are those that several programs which read
 * the files of 2026 name; the rows of the sample are made up.
 */
export const clfs: TableSource = tableSource({
  id: 'clfs',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/fee-schedules/clinical-laboratory-fee-schedule-clfs/files',
  licence: 'bring-your-own',
  terms: 'US government work; the codes and words in it are CPT, © American Medical Association: you accept its terms on the page',
  cadence: 'quarterly',
  files: [/^(?:PUF_)?CLFS[ _]?(?:CY)?20\d{2}[ _]?Q[1-4].*\.(?:csv|xlsx|txt)$/i, /^\d{2}CLABQ[1-4].*\.(?:csv|xlsx|txt)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv', 'xlsx', 'tab'],
      columns: {
        year: ['year'],
        code: ['hcpcs'],
        modifier: ['mod'],
        effective: ['eff date'],
        indicator: ['indicator'],
        rate: ['rate'],
        short: ['shortdesc'],
      },
      optional: ['short'],
    },
  ],
  edition({ name, head }) {
    const found =
      /^(\d{2})CLABQ([1-4])/i.exec(name) ??
      /(?:CY)?(\d{4}|\d{2})[ _]?Q([1-4])/i.exec(name) ??
      /(20\d{2}).{0,20}?Q(?:uarter )?([1-4])/i.exec(head);
    return found ? quarterEdition(TITLE, fullYear(found[1] ?? ''), Number(found[2])) : NO_PERIOD;
  },
  row({ code: printed, modifier, effective, indicator, rate, short }) {
    if (printed === '') return undefined;
    const code = procedureCode(printed);
    // A footnote below the table has no rate.
    if (!PROCEDURE.test(code) && rate === '') return undefined;
    if (!PROCEDURE.test(code)) return new RowProblem('code', `"${code.slice(0, 20)}" is no procedure code`);
    const price = amount(rate);
    if (price === undefined) return new RowProblem('rate', 'it is no amount');
    const from = anyDay(effective);
    if (from === undefined) return new RowProblem('effective', 'it is not a day');
    return { code, modifier, from, indicator, rate: price, short };
  },
  store: {
    kind: 'table',
    key: ['code', 'modifier'],
    columns: { from: { kind: 'day' }, indicator: { kind: 'text' }, rate: { kind: 'decimal', scale: 4 }, short: { kind: 'text' } },
  },
  checks: { rows: [1_000, 5_000] },
  sample: {
    file: 'PUF_CLFS_CY2026_Q2V1.csv',
    rows: 2,
    has: [{ code: 'G0027', modifier: 'QW', from: '2026-01-01', indicator: 'N', rate: '6.5100' }],
  },
});
