import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { NO_PERIOD } from '../support/editions.ts';

/**
 * The code addenda of one year: what is added, deleted and worded anew. They stand in for the order file of a year that nobody
 * installed yet. Those of years before 2027 come with their order files.
 */
export const icd10cmAddenda: TableSource = tableSource({
  id: 'icd10cm-addenda',
  title: 'ICD-10-CM code addenda of one year',
  publisher: 'National Center for Health Statistics (CDC) and Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly, with a release in April',
  addresses: ['https://www.cms.gov/files/zip/{FY}-icd-10-addendum.zip'],
  files: [/^icd10cm[-_]codes[-_ ]addenda[-_ ](?:April[-_ 0-9]*)?20(?:2[7-9]|[3-9]\d)\.txt$/i],
  layouts: [
    {
      kind: 'fixed',
      shape: /^(?:Add|Delete|Revise from|Revise to):\s/,
      skip: /^(?:Codes|\s+\d+ (?:codes|additions|deletions|revisions))\b/,
      fields: { action: [1, 12], code: [14, 20], title: [22, 400] },
    },
  ],
  edition({ name }) {
    const year = Number(/20\d{2}/.exec(name)?.[0] ?? 0);
    if (year === 0) return NO_PERIOD;
    const april = /April/i.test(name);
    const from = april ? `${year}-04-01` : `${year - 1}-10-01`;
    return { id: from.slice(0, 7), title: `ICD-10-CM code addenda FY${year}${april ? ', April update' : ''}`, from, to: `${year}-09-30` };
  },
  row({ action, code, title }) {
    if (!/^[A-Z][0-9A-Z]{2,6}$/.test(code)) return new RowProblem('code', `"${code.slice(0, 20)}" is no ICD-10-CM code`);
    if (title === '') return new RowProblem('title', 'the title is missing');
    const word = { 'Add:': 'add', 'Delete:': 'delete', 'Revise to:': 'revise' }[action];
    // "Revise from" repeats the wording that the line after it replaces.
    return word === undefined ? undefined : { code, action: word, title };
  },
  store: { kind: 'table', key: ['code', 'action'], columns: { title: { kind: 'text' } } },
  checks: { rows: [1, 5_000] },
  sample: {
    file: 'icd10cm_codes_addenda_2027.txt',
    rows: 4,
    has: [
      { code: 'A0001', action: 'add', title: 'Made-up cholera' },
      { code: 'L02232', action: 'revise', title: 'Carbuncle of back, worded anew' },
    ],
  },
});
