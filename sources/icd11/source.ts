import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { monthNumber, NO_PERIOD } from '../support/editions.ts';

const WHO = {
  publisher: 'World Health Organization',
  page: 'https://icd.who.int/browse/latest-release/mms/en',
  licence: 'bring-your-own',
  terms: '© World Health Organization, CC BY-ND 3.0 IGO: unchanged copies only',
  cadence: 'yearly',
} as const;

/** The release a file states in its last heading: `Version:2024 Jan 21 - 22:30 UTC` or `2024-Jan-21`. */
function release(head: string): { readonly id: string; readonly from: string } | undefined {
  const stated = /(20\d{2})[ -]([A-Z][a-z]{2})[ -](\d{1,2})/.exec(head.split('\n')[0] ?? '');
  const month = monthNumber(stated?.[2] ?? '');
  if (!stated || month === 0) return undefined;
  const text = `${stated[1]}-${String(month).padStart(2, '0')}`;
  return { id: text, from: `${text}-01` };
}

/** ICD-11 for Mortality and Morbidity Statistics: chapters, blocks and categories. */
export const icd11Mms: TableSource = tableSource({
  ...WHO,
  id: 'icd11-mms',
  title: 'ICD-11 for Mortality and Morbidity Statistics',
  files: [/^(?:SimpleTabulation|LinearizationMiniOutput)-?(?:ICD-11-)?-?MMS-en.*\.(?:txt|xlsx)$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['tab', 'xlsx'],
      columns: {
        uri: [/^linearization (?:release )?uri$/],
        code: ['code'],
        block: ['blockid'],
        title: ['title'],
        kind: ['classkind'],
        residual: ['isresidual'],
        chapter: ['chapterno'],
        leaf: ['isleaf'],
      },
    },
  ],
  edition({ head }) {
    const found = release(head);
    return found ? { id: found.id, title: `ICD-11 MMS ${found.id}`, from: found.from, to: null } : NO_PERIOD;
  },
  row({ uri, code, block, title, kind, residual, chapter, leaf }) {
    if (uri === '' && title === '') return undefined;
    const entity = uri.replace(/^https?:\/\/id\.who\.int\/icd\/release\/11\//, '');
    // Blocks of the supplementary section have no id: their address is one.
    const id = kind === 'chapter' ? `chapter ${chapter}` : code || block || entity;
    if (id === '') return new RowProblem('code', 'neither a code nor a block nor an address');
    return {
      id,
      uri: entity,
      kind,
      // Dashes before a title show its depth.
      title: title.replace(/^(?:- )+/, ''),
      depth: String((/^(?:- )+/.exec(title)?.[0].length ?? 0) / 2),
      chapter,
      residual: residual.toLowerCase() === 'true' ? '1' : '',
      leaf: leaf.toLowerCase() === 'true' ? '1' : '',
    };
  },
  store: {
    kind: 'table',
    key: ['id'],
    columns: {
      title: { kind: 'text' },
      kind: { kind: 'text' },
      chapter: { kind: 'text' },
      depth: { kind: 'decimal', scale: 0 },
      residual: { kind: 'text' },
      leaf: { kind: 'text' },
      uri: { kind: 'text' },
    },
  },
  search: { texts: ['title'], only: { column: 'kind', is: 'category' } },
  checks: { rows: [30_000, 60_000] },
  sample: { file: 'SimpleTabulation-ICD-11-MMS-en.txt', rows: 3, has: [{ id: '0A00', title: 'Made-up category', depth: '2', leaf: '1' }] },
});

function map(
  id: string,
  title: string,
  file: RegExp,
  from: 'icd10' | 'icd11',
  rows: readonly [number, number],
  sample: TableSource['sample'],
) {
  return tableSource({
    ...WHO,
    id,
    title,
    files: [file],
    layouts: [
      {
        kind: 'columns',
        formats: ['tab', 'xlsx'],
        columns: {
          code10: ['icd10code'],
          title10: ['icd10title'],
          code11: ['icd11code'],
          title11: ['icd11title'],
          kind10: ['10classkind'],
        },
        optional: ['kind10'],
      },
    ],
    edition({ head }) {
      const found = release(head);
      return found ? { id: found.id, title: `${title}, ICD-11 ${found.id}`, from: found.from, to: null } : NO_PERIOD;
    },
    row({ code10, title10, code11, title11 }) {
      const [code, target, label] = from === 'icd10' ? [code10, code11, title11] : [code11, code10, title10];
      // Blocks of ICD-11 have no code and cannot be asked for; blocks as a target keep their title.
      return code === '' ? undefined : { code, target, title: label };
    },
    store: { kind: 'table', key: ['code'], columns: { target: { kind: 'text' }, title: { kind: 'text' } } },
    checks: { rows },
    sample,
  });
}

export const icd10ToIcd11: TableSource = map(
  'icd10-to-icd11',
  'ICD-10 to ICD-11, one category each',
  /^10To11MapToOneCategory.*\.(?:txt|xlsx)$/i,
  'icd10',
  [10_000, 20_000],
  { file: '10To11MapToOneCategory.txt', rows: 1, has: [{ code: 'Z99', target: '0A00' }] },
);
export const icd10ToIcd11All: TableSource = map(
  'icd10-to-icd11-all',
  'ICD-10 to ICD-11, all categories',
  /^10To11MapToMultipleCategories.*\.(?:txt|xlsx)$/i,
  'icd10',
  [12_000, 30_000],
  { file: '10To11MapToMultipleCategories.txt', rows: 2, has: [{ code: 'Z99', target: '0A01&XN0' }] },
);
export const icd11ToIcd10: TableSource = map(
  'icd11-to-icd10',
  'ICD-11 to ICD-10',
  /^11To10MapToOneCategory.*\.(?:txt|xlsx)$/i,
  'icd11',
  [12_000, 40_000],
  { file: '11To10MapToOneCategory.txt', rows: 1, has: [{ code: '0A00', target: 'Z99', title: 'Made-up' }] },
);
