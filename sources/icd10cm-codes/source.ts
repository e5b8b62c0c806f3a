import { type FoundEdition, RowProblem, type TableRecord, tableSource, type TableSource } from '../source.ts';
import { NO_PERIOD, updateMonth } from '../support/editions.ts';
import { LATER_CODES, MID_YEAR_CHANGES } from './mid-year.ts';

/**
 * The ICD-10-CM order file of one year: every code, header or not, with its long title. Editions older than the bundled
 * ones come from here; they are joined with the bundled pack and bring no notes.
 */
export const icd10cmCodes: TableSource = tableSource({
  id: 'icd10cm-codes',
  title: 'ICD-10-CM codes of one year (order file)',
  publisher: 'National Center for Health Statistics (CDC) and Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly, with a release in April',
  addresses: [
    'https://www.cms.gov/files/zip/{FY}-code-descriptions-tabular-order.zip',
    'https://www.cms.gov/files/zip/april-1-{FY}-code-descriptions-tabular-order.zip',
  ],
  files: [/^icd10cm[-_]order[-_ ](?!addenda).*20\d{2}.*\.txt$/i],
  layouts: [
    {
      kind: 'fixed',
      shape: /^\d{5} [A-Z][0-9A-Z]{2,6} {1,5}[01] /,
      fields: { order: [1, 5], code: [7, 13], billable: [15, 15], short: [17, 76], long: [78, 500] },
    },
  ],
  edition({ name, path }) {
    const year = Number(/20\d{2}/.exec(name)?.[0] ?? 0);
    if (year === 0) return NO_PERIOD;
    const month = updateMonth(name, path, year);
    // The number is the fiscal year's; a month names an update within it.
    return month === 0 ? editionFrom(`${year - 1}-10-01`) : editionFrom(`${year}-${String(month).padStart(2, '0')}-01`);
  },
  row({ code, billable, long, short }) {
    const title = long === '' ? short : long;
    if (title === '') return new RowProblem('long', 'the title is missing');
    return { code, billable, title };
  },
  /** A file published after a change in mid-year gives two editions: with the change, and without it. */
  split(edition, records) {
    const codes = new Set(records.map((record) => record['code']));
    const later = LATER_CODES.find(
      (each) => fiscalYear(each.from) === fiscalYear(edition.from) && each.rows.every(({ code }) => !codes.has(code)),
    );
    if (later) {
      return [
        { edition: { ...edition, to: dayBefore(later.from) }, records },
        { edition: { ...editionFrom(later.from), facts: { derived: later.says } }, records: [...records, ...later.rows] },
      ];
    }
    const change = MID_YEAR_CHANGES.find(
      (each) => fiscalYear(each.from) === fiscalYear(edition.from) && each.added.some((code) => codes.has(code)),
    );
    if (!change) return undefined;
    const added = new Set(change.added);
    const was = new Map<string, TableRecord>(change.was.map((row) => [row.code, { ...row }]));
    const before = records.flatMap((record) => {
      const code = record['code'] ?? '';
      const old = was.get(code);
      was.delete(code);
      return added.has(code) ? [] : [old ?? record];
    });
    const start = editionFrom(`${fiscalYear(edition.from) - 1}-10-01`);
    const first = { ...start, to: dayBefore(change.from), facts: { derived: change.says } };
    return [
      { edition: first, records: [...before, ...was.values()] },
      { edition: editionFrom(change.from), records },
    ];
  },
  store: { kind: 'table', key: ['code'], columns: { billable: { kind: 'text' }, title: { kind: 'text' } } },
  checks: { rows: [85_000, 130_000], has: ['A000', 'E119', 'Z9989'] },
  sample: {
    file: 'icd10cm_order_2021.txt',
    rows: 12,
    has: [
      { code: 'A00', billable: '0', title: 'Cholera' },
      { code: 'A000', billable: '1' },
    ],
  },
});

function fiscalYear(from: string): number {
  return Number(from.slice(0, 4)) + (from.slice(5) >= '10-01' ? 1 : 0);
}

function editionFrom(from: string): FoundEdition {
  const year = fiscalYear(from);
  const month = { '10': '', '01': ', January update', '04': ', April update' }[from.slice(5, 7)] ?? '';
  return { id: from.slice(0, 7), title: `ICD-10-CM FY${year}${month}`, from, to: `${year}-09-30` };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
