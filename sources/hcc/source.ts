import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { NO_PERIOD, yearEdition } from '../support/editions.ts';

const TITLE = 'Risk adjustment: diagnoses to condition categories';

/** Which hierarchical condition category a diagnosis counts in, by model and payment year. */
export const hcc: TableSource = tableSource({
  id: 'hcc-diagnoses',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/payment/medicare-advantage-rates-statistics/risk-adjustment',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly',
  files: [/^ra_dx_to_cc_20\d{2}.*\.csv$/i],
  layouts: [{ kind: 'columns', formats: ['csv'], columns: { code: ['diagnosis code'], category: ['cc'], model: ['model name'] } }],
  edition({ name }) {
    const year = /_(20\d{2})/.exec(name)?.[1];
    return year === undefined ? NO_PERIOD : yearEdition(TITLE, Number(year));
  },
  row({ code, category, model }) {
    if (code === '') return undefined;
    if (!/^[A-Z][0-9A-Z]{2,6}$/.test(code)) return new RowProblem('code', `"${code.slice(0, 20)}" is no diagnosis code`);
    if (!/^\d+$/.test(category)) return new RowProblem('category', `"${category.slice(0, 20)}" is no category`);
    return { code, model, category };
  },
  store: { kind: 'table', key: ['code'], columns: { model: { kind: 'text' }, category: { kind: 'decimal', scale: 0 } } },
  checks: { rows: [30_000, 100_000], has: ['E119'] },
  sample: { file: 'ra_dx_to_cc_2026.csv', rows: 3, has: [{ code: 'A0104', model: 'CMS-HCC ESRD Model V21', category: '39' }] },
});
