import { type FoundEdition, tableSource, type TableRecord, type TableSource } from '../source.ts';
import { monthNumber, NO_PERIOD } from '../support/editions.ts';
import { LATER_CODES, MID_YEAR_CHANGES } from '../icd10cm-codes/mid-year.ts';

type Field = 'order' | 'level' | 'depth' | 'name' | 'text' | 'character' | 'element';

/** Elements of the XML with notes, and the kind of note each is. */
const NOTES: Readonly<Record<string, string>> = {
  includes: 'includes',
  inclusionTerm: 'inclusionTerm',
  excludes1: 'excludes1',
  excludes2: 'excludes2',
  codeFirst: 'codeFirst',
  useAdditionalCode: 'useAdditionalCode',
  codeAlso: 'codeAlso',
  notes: 'notes',
  sevenChrNote: 'sevenCharacterNote',
  sevenChrDef: 'sevenCharacter',
};
const LEVELS: ReadonlySet<string> = new Set(['chapter', 'section', 'diag']);

/**
 * The ICD-10-CM tabular list of one release as NCHS publishes it in XML: the notes of the book, and with its 7th-character
 * definitions the codes too. It is joined with the bundled pack, so the rules that rest on notes hold on its days.
 */
export const icd10cmTabular: TableSource = tableSource<Field>({
  id: 'icd10cm-tabular',
  title: 'ICD-10-CM tabular list of one release (XML)',
  publisher: 'National Center for Health Statistics (CDC)',
  page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly, with a release in April',
  addresses: [
    'https://www.cms.gov/files/zip/{FY}-code-tables-tabular-index.zip',
    'https://ftp.cdc.gov/pub/Health_Statistics/NCHS/Publications/ICD10CM/{FY}/icd10cm-table-index-{FY}.zip',
  ],
  files: [/^icd10cm?[-_ ]tabular.*20\d{2}.*\.xml$/i],
  layouts: [{ kind: 'xml', root: 'ICD10CM.tabular', reader }],
  edition({ name, head }) {
    const stated = /<version>(20\d{2})/.exec(head)?.[1];
    const named = /20\d{2}/.exec(name)?.[0];
    const year = named ?? stated;
    if (year === undefined) return NO_PERIOD;
    if (named !== undefined && stated !== undefined && named !== stated) return `its name says ${named} and its version ${stated}.`;
    const month = monthNumber(/(Jan|Apr)/i.exec(name)?.[1] ?? '');
    return editionFrom(month === 0 ? `${Number(year) - 1}-10-01` : `${year}-${String(month).padStart(2, '0')}-01`);
  },
  row: (cells) => ({ ...cells }),
  /** A list printed after a change in mid-year bears the number of its year: its own codes tell that it is the later one. */
  split(edition, records) {
    if (!edition.from.endsWith('-10-01')) return undefined;
    const codes = new Set(records.filter((record) => record['level'] === 'diag').map((record) => record['name']?.replace('.', '')));
    const changes = [
      ...MID_YEAR_CHANGES.map(({ from, added }) => ({ from, codes: added })),
      ...LATER_CODES.map(({ from, rows }) => ({ from, codes: rows.map(({ code }) => code) })),
    ];
    const later = changes
      .filter((each) => each.from > edition.from && each.from <= (edition.to ?? ''))
      .findLast((each) => each.codes.some((code) => codes.has(code)));
    return later ? [{ edition: editionFrom(later.from), records }] : undefined;
  },
  store: {
    kind: 'table',
    key: ['order'],
    columns: {
      level: { kind: 'text' },
      depth: { kind: 'text' },
      name: { kind: 'text' },
      text: { kind: 'text' },
      character: { kind: 'text' },
      element: { kind: 'text' },
    },
  },
  checks: { rows: [55_000, 130_000] },
  sample: {
    file: 'icd10cm_tabular_2021.xml',
    rows: 16,
    has: [
      { order: '000003', level: 'section', depth: '1', name: 'A00-A09', text: 'Intestinal infectious diseases (A00-A09)' } as TableRecord,
      { order: '000014', level: 'note', name: 'sevenCharacter', text: 'initial encounter', character: 'A' } as TableRecord,
    ],
  },
});

/** Rows in the order of the document: levels as they open with their title, and each note under its level. */
function reader() {
  const path: string[] = [];
  let order = 0;
  let depth = 0;
  let element = 0;
  let name = '';
  let kind: string | undefined;
  let character = '';
  let text = '';
  const row = (cells: Omit<Record<Field, string>, 'order'>): Record<Field, string> => ({
    order: String(order++).padStart(6, '0'),
    ...cells,
  });
  return {
    open(tag: string, attributes: Readonly<Record<string, string>>) {
      path.push(tag);
      text = '';
      if (LEVELS.has(tag)) {
        name = attributes['id'] ?? '';
        depth++;
      } else if (tag in NOTES && depth > 0) {
        kind = NOTES[tag];
        element++;
      } else if (tag === 'extension') character = attributes['char'] ?? '';
    },
    text(part: string) {
      text += part;
    },
    close(tag: string, emit: (cells: Record<Field, string>) => void) {
      path.pop();
      const parent = path.at(-1) ?? '';
      const plain = text.trim().replace(/\s+/g, ' ');
      text = '';
      if (LEVELS.has(tag)) depth--;
      else if (tag === 'name' && LEVELS.has(parent)) name = plain;
      else if (tag === 'desc' && LEVELS.has(parent))
        emit(row({ level: parent, depth: String(depth - 1), name, text: plain, character: '', element: '' }));
      else if (tag in NOTES) kind = undefined;
      else if (kind !== undefined && (tag === 'note' || tag === 'extension')) {
        // A <note> among the extensions continues a line; it defines no character.
        if (kind !== 'sevenCharacter' || tag === 'extension')
          emit(row({ level: 'note', depth: String(depth), name: kind, text: plain, character, element: String(element) }));
        character = '';
      }
    },
  };
}

function editionFrom(from: string): FoundEdition {
  const year = Number(from.slice(0, 4)) + (from.slice(5) >= '10-01' ? 1 : 0);
  const month = { '10': '', '01': ', January update', '04': ', April update' }[from.slice(5, 7)] ?? '';
  // Until FY2017 the list also had the later encounters of a head injury that was survived by nobody (order files of the years).
  const exceptions = from >= '2017-10-01' ? [{ matches: '^S06..[78]$', only: 'A', why: 'Only the initial encounter exists.' }] : [];
  return { id: from.slice(0, 7), title: `ICD-10-CM tabular list FY${year}${month}`, from, to: `${year}-09-30`, facts: { exceptions } };
}
