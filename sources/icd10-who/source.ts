import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { NO_PERIOD } from '../support/editions.ts';

/** The international ICD-10, for statistics of deaths and for codes from abroad: chapters, blocks and categories as listed in the browser of WHO. */
export const icd10Who: TableSource = tableSource({
  id: 'icd10-who',
  title: 'ICD-10, international version',
  publisher: 'World Health Organization',
  page: 'https://icd.who.int/browse10',
  licence: 'bring-your-own',
  terms: '© World Health Organization; free redistribution needs a licence of WHO',
  cadence: 'last version 2019',
  files: [/^icd10_who_20\d{2}.*\.txt$/i],
  layouts: [
    {
      kind: 'fixed',
      shape: /^(?:[IVX]+ +|[A-Z]\d{2}-[A-Z]\d{2} +|[A-Z]\d{2}(?:\.[0-9X]{1,2})? +)\S/,
      skip: /^ICD-10 Version/,
      fields: { code: [1, 8], title: [9, 400] },
    },
  ],
  edition({ name, head }) {
    const stated = /ICD-10 Version:(20\d{2})/.exec(head)?.[1];
    const named = /who_(20\d{2})/i.exec(name)?.[1];
    const year = stated ?? named;
    if (year === undefined) return NO_PERIOD;
    if (named !== undefined && named !== year) return `its name says ${named} and its first line ${year}.`;
    return { id: year, title: `ICD-10, version ${year}`, from: `${year}-01-01`, to: null };
  },
  row({ code, title }) {
    if (title === '') return new RowProblem('title', 'the title is missing');
    const kind = code.includes('-') ? 'block' : /^[IVX]+$/.test(code) ? 'chapter' : 'category';
    return { code: kind === 'category' ? code.replace('.', '') : code, kind, title };
  },
  store: { kind: 'table', key: ['code'], columns: { kind: { kind: 'text' }, title: { kind: 'text' } } },
  search: { texts: ['title'], only: { column: 'kind', is: 'category' } },
  checks: { rows: [10_000, 15_000] },
  sample: { file: 'icd10_who_2019.txt', rows: 4, has: [{ code: 'Z999', kind: 'category', title: 'Made-up category, unspecified' }] },
});

/** ICD-10 codes that a US death certificate may carry, with the years in which they came and went. */
export const icd10Nchs: TableSource = tableSource({
  id: 'icd10-nchs',
  title: 'ICD-10 codes valid for US mortality',
  publisher: 'National Center for Health Statistics (CDC)',
  page: 'https://www.cdc.gov/nchs/nvss/mortality_methods.htm',
  licence: 'bring-your-own',
  terms: 'US government work; the codes and titles of ICD-10 are © World Health Organization',
  cadence: 'yearly',
  files: [/^allvalid20\d{2}.*\.(?:csv|xlsx)$/i],
  layouts: [{ kind: 'columns', formats: ['csv', 'xlsx'], columns: { status: ['status'], code: ['code'], title: ['icd title'] } }],
  edition({ name, head }) {
    const year = /VALID ICD-10 CODES, 1999-(20\d{2})/i.exec(head)?.[1] ?? /allvalid(20\d{2})/i.exec(name)?.[1];
    return year === undefined
      ? NO_PERIOD
      : { id: year, title: `ICD-10 codes valid for US mortality, 1999–${year}`, from: '1999-01-01', to: `${year}-12-31` };
  },
  row({ status, code, title }) {
    if (code === '') return undefined;
    // An asterisk marks codes of NCHS that are no part of ICD-10.
    const plain = code.replace(/^\*/, '').replace('.', '');
    if (!/^[A-Z]\d{2,4}$/.test(plain))
      return /^[A-Z]?\d/.test(plain) ? new RowProblem('code', `"${code.slice(0, 20)}" is no code`) : undefined;
    const year = (word: RegExp) => word.exec(status)?.[1] ?? null;
    const from = year(/added in (?:\w+ )?(\d{4})/i);
    const to = year(/deleted in (?:\w+ )?(\d{4})/i);
    return { code: plain, title, status, from: from === null ? null : `${from}-01-01`, to: to === null ? null : `${Number(to) - 1}-12-31` };
  },
  store: {
    kind: 'table',
    key: ['code'],
    columns: { title: { kind: 'text' }, status: { kind: 'text' }, from: { kind: 'day' }, to: { kind: 'day' } },
  },
  checks: { rows: [8_000, 12_000] },
  sample: { file: 'allvalid2023.csv', rows: 2, has: [{ code: 'Z998', from: '2009-01-01', to: null, title: 'Made-up, other' }] },
});
