import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { NO_PERIOD } from '../support/editions.ts';

const TITLE = 'Health care provider taxonomy';

/** Codes that say what kind of provider someone is. The January release is in force from April, the July release from October. */
export const nuccTaxonomy: TableSource = tableSource({
  id: 'nucc-taxonomy',
  title: TITLE,
  publisher: 'National Uniform Claim Committee',
  page: 'https://www.nucc.org/index.php/code-sets-mainmenu-41/provider-taxonomy-mainmenu-40/csv-mainmenu-57',
  licence: 'bring-your-own',
  terms: '© American Medical Association for the National Uniform Claim Committee; free to use, not to sell on',
  cadence: 'twice a year',
  addresses: ['https://www.nucc.org/images/stories/CSV/nucc_taxonomy_{YY}{0 or 1}.csv'],
  files: [/^nucc_taxonomy_\d{3}.*\.csv$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv'],
      columns: {
        code: ['code'],
        grouping: ['grouping', 'type'],
        classification: ['classification'],
        specialization: ['specialization'],
        display: ['display name'],
        section: ['section'],
      },
      optional: ['display', 'section'],
    },
  ],
  edition({ name }) {
    const version = /taxonomy_(\d{2})([01])/i.exec(name);
    if (!version) return NO_PERIOD;
    const year = 2000 + Number(version[1]);
    const title = `${TITLE} ${version[1]}.${version[2]}`;
    return version[2] === '0'
      ? { id: `${version[1]}.0`, title, from: `${year}-04-01`, to: `${year}-09-30`, published: `${year}-01-01` }
      : { id: `${version[1]}.1`, title, from: `${year}-10-01`, to: `${year + 1}-03-31`, published: `${year}-07-01` };
  },
  row({ code, grouping, classification, specialization, display, section }) {
    if (code === '') return undefined;
    if (!/^[0-9A-Z]{9}X$/.test(code)) return new RowProblem('code', `"${code.slice(0, 20)}" is no taxonomy code`);
    return { code, grouping, classification, specialization, display, section };
  },
  store: {
    kind: 'table',
    key: ['code'],
    columns: {
      grouping: { kind: 'text' },
      classification: { kind: 'text' },
      specialization: { kind: 'text' },
      display: { kind: 'text' },
      section: { kind: 'text' },
    },
  },
  checks: { rows: [700, 2_000] },
  sample: {
    file: 'nucc_taxonomy_261.csv',
    rows: 2,
    has: [{ code: '00Z000000X', grouping: 'Made-up providers', display: 'Made-up physician' }],
  },
});
