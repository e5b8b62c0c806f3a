import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { NO_PERIOD } from '../support/editions.ts';

const TITLE = 'Clinical Classifications Software Refined, diagnoses';

/** Groups of diagnoses for statistics: the default category of inpatient and outpatient data, and all categories of a code. */
export const ccsr: TableSource = tableSource({
  id: 'ccsr-diagnoses',
  title: TITLE,
  publisher: 'Agency for Healthcare Research and Quality (HCUP)',
  page: 'https://hcup-us.ahrq.gov/toolssoftware/ccsr/dxccsr.jsp',
  licence: 'public',
  terms: 'US government work; free to use, HCUP is to be cited',
  cadence: 'yearly',
  addresses: ['https://hcup-us.ahrq.gov/toolssoftware/ccsr/DXCCSR-v{FY}-1.zip'],
  files: [/^DXCCSR[_-]v20\d{2}-\d.*\.csv$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['csv'],
      columns: {
        code: ['icd 10 cm code'],
        inpatient: ['default ccsr category ip'],
        outpatient: ['default ccsr category op'],
        one: ['ccsr category 1'],
        two: ['ccsr category 2'],
        three: ['ccsr category 3'],
        four: ['ccsr category 4'],
        five: ['ccsr category 5'],
        six: ['ccsr category 6'],
      },
      optional: ['two', 'three', 'four', 'five', 'six'],
    },
  ],
  edition({ name }) {
    const version = /v(20\d{2})-(\d)/i.exec(name);
    if (!version) return NO_PERIOD;
    const year = Number(version[1]);
    // Version 2026-1 is for the codes of FY2026.
    return { id: `${year}-${version[2]}`, title: `${TITLE}, v${year}-${version[2]}`, from: `${year - 1}-10-01`, to: `${year}-09-30` };
  },
  row({ code, inpatient, outpatient, one, two, three, four, five, six }) {
    // Values stand in apostrophes.
    const plain = (text: string) => text.replace(/^'|'$/g, '').trim();
    const own = plain(code);
    if (own === '') return undefined;
    if (!/^[A-Z][0-9A-Z]{2,6}$/.test(own)) return new RowProblem('code', `"${own.slice(0, 20)}" is no diagnosis code`);
    const all = [one, two, three, four, five, six].map(plain).filter((text) => text !== '');
    return { code: own, inpatient: plain(inpatient), outpatient: plain(outpatient), all: all.join(' ') };
  },
  store: { kind: 'table', key: ['code'], columns: { inpatient: { kind: 'text' }, outpatient: { kind: 'text' }, all: { kind: 'text' } } },
  checks: { rows: [70_000, 110_000] },
  sample: { file: 'DXCCSR_v2026-1.csv', rows: 2, has: [{ code: 'Z001', inpatient: 'XXX001', outpatient: 'XXX001', all: 'XXX001 XXX002' }] },
});
