import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { fiscalYearEdition, NO_PERIOD, updateMonth } from '../support/editions.ts';

const TITLE = 'ICD-10-PCS procedure codes';

/** Procedures on hospital inpatient claims: the order file with long titles. Headers are tables of three characters. */
export const icd10pcs: TableSource = tableSource({
  id: 'icd10pcs',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly, with a release in April',
  addresses: ['https://www.cms.gov/files/zip/{FY}-icd-10-pcs-order-file-long-and-abbreviated-titles.zip'],
  files: [/^icd10pcs_order_20\d{2}.*\.txt$/i],
  layouts: [
    {
      kind: 'fixed',
      shape: /^\d{5} (?:[0-9A-HJ-NP-Z]{3}    |[0-9A-HJ-NP-Z]{7}) [01] \S/,
      fields: { order: [1, 5], code: [7, 13], billable: [15, 15], short: [17, 76], long: [78, 400] },
    },
  ],
  edition({ name, path }) {
    const year = Number(/order_(20\d{2})/i.exec(name)?.[1] ?? 0);
    if (year === 0) return NO_PERIOD;
    const edition = fiscalYearEdition(TITLE, year);
    if (updateMonth(name, path, year) !== 4) return edition;
    return { ...edition, id: `${edition.id}-april`, title: `${edition.title}, April update`, from: `${year}-04-01` };
  },
  row({ code, billable, long }) {
    if (long === '') return new RowProblem('long', 'the long title is missing');
    return { code, billable, title: long };
  },
  store: { kind: 'table', key: ['code'], columns: { billable: { kind: 'text' }, title: { kind: 'text' } } },
  search: { texts: ['title'] },
  checks: { rows: [70_000, 110_000], has: ['001', '0016070'] },
  sample: {
    file: 'icd10pcs_order_2026.txt',
    rows: 12,
    has: [
      { code: '001', billable: '0', title: 'Central Nervous System and Cranial Nerves, Bypass' },
      { code: '0016070', billable: '1' },
    ],
  },
});
