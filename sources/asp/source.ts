import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { amount, PROCEDURE, procedureCode } from '../support/cells.ts';
import { monthNumber, NO_PERIOD, quarterEdition, quarterOf } from '../support/editions.ts';

const TITLE = 'Payment limits of Medicare Part B drugs (ASP)';

/**
 * What Medicare pays for a unit of a drug. No file could be had here: columns and captions are those that several programs
 * which read the files of 2024 to 2026 name; the rows of the sample are made up.
 */
export const asp: TableSource = tableSource({
  id: 'asp',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/part-b-drugs/asp-pricing-files',
  licence: 'bring-your-own',
  terms: 'US government work; it holds CPT codes of vaccines, © American Medical Association: you accept its terms on the page',
  cadence: 'quarterly',
  files: [/^(?!.*not[ _-]payable).*(?:ASP[ _-]Pricing|Payment[ _-]Limit)[ _-]File.*\.(?:csv|xlsx)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv', 'xlsx'],
      columns: {
        code: ['hcpcs code'],
        short: ['short description'],
        dosage: ['hcpcs code dosage'],
        limit: ['payment limit'],
        coinsurance: ['co insurance percentage'],
        vaccine: ['vaccine limit'],
        blood: ['blood limit'],
        notes: ['notes'],
      },
      optional: ['coinsurance', 'vaccine', 'blood', 'notes'],
    },
  ],
  edition({ name, head }) {
    const stated = /Effective ([A-Z][a-z]+) \d{1,2}, (20\d{2})/.exec(head) ?? /([A-Z][a-z]{2,8})[ _-](20\d{2})/i.exec(name);
    const month = monthNumber(stated?.[1] ?? '');
    return month === 0 ? NO_PERIOD : quarterEdition(TITLE, Number(stated?.[2]), quarterOf(month));
  },
  row({ code: printed, short, dosage, limit, coinsurance, vaccine, blood, notes }) {
    if (printed === '') return undefined;
    const code = procedureCode(printed);
    // A footnote below the table stands in its first column.
    if (!PROCEDURE.test(code) && dosage === '' && limit === '') return undefined;
    if (!PROCEDURE.test(code)) return new RowProblem('code', `"${code.slice(0, 20)}" is no procedure code`);
    const price = limit === '' ? null : amount(limit);
    if (price === undefined) return new RowProblem('limit', 'it is no amount');
    // Of vaccines and blood clotting factors some files state the limit in a column of its own.
    const own = price ?? amount(vaccine) ?? amount(blood) ?? null;
    const apart = price === null && amount(vaccine) !== undefined;
    return { code, short, dosage, limit: own, coinsurance, notes, vaccine: apart ? '1' : '' };
  },
  store: {
    kind: 'table',
    key: ['code'],
    columns: {
      short: { kind: 'text' },
      dosage: { kind: 'text' },
      limit: { kind: 'decimal', scale: 4 },
      coinsurance: { kind: 'text' },
      notes: { kind: 'text' },
      /** Its limit stands in the column of vaccines: one that costs the patient nothing. */
      vaccine: { kind: 'text' },
    },
  },
  checks: { rows: [400, 5_000] },
  sample: {
    file: 'July 2026 ASP Pricing File.csv',
    rows: 2,
    has: [{ code: 'J0001', dosage: '1 MG', limit: '12.3450' }],
  },
});
