import { tableSource, type TableSource } from '../source.ts';
import { fiscalYearEdition, NO_PERIOD } from '../support/editions.ts';

type Entry = 'main' | 'level' | 'title' | 'codes' | 'see' | 'use';

/** The index of ICD-10-PCS: main terms with their subterms, in the order of the book, and the tables or codes they lead to. */
export const icd10pcsIndex: TableSource = tableSource<Entry>({
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly, with a release in April',
  id: 'icd10pcs-index',
  title: 'ICD-10-PCS index',
  files: [/^icd10pcs_index_20\d{2}.*\.xml$/i],
  layouts: [{ kind: 'xml', root: 'ICD10PCS.index', reader: indexReader }],
  edition({ name, head }) {
    const stated = /<version>(20\d{2})<\/version>/.exec(head)?.[1];
    const named = /index_(20\d{2})/i.exec(name)?.[1];
    const year = stated ?? named;
    if (year === undefined) return NO_PERIOD;
    if (named !== undefined && named !== year) return `its name says ${named} and its version ${year}.`;
    return fiscalYearEdition('ICD-10-PCS index', Number(year));
  },
  row: (cells) => ({ ...cells }),
  store: {
    kind: 'table',
    key: ['main'],
    columns: {
      level: { kind: 'decimal', scale: 0 },
      title: { kind: 'text' },
      codes: { kind: 'text' },
      see: { kind: 'text' },
      use: { kind: 'text' },
    },
  },
  checks: { rows: [15_000, 60_000] },
  sample: {
    file: 'icd10pcs_index_2025.xml',
    rows: 4,
    has: [
      { main: 'Abdominohysterectomy', level: '0', codes: '0UT9', see: 'Resection, Uterus' },
      { main: 'Abortion', level: '1', title: 'Laminaria', codes: '10A07ZW' },
    ],
  },
});

/** A term is handed out with its main term, so that its own line stands before those under it. */
function indexReader() {
  let entries: Record<Entry, string>[] = [];
  const open: Record<Entry, string>[] = [];
  let main = '';
  let text = '';
  const add = (field: 'see' | 'use' | 'codes', said: string): void => {
    const entry = open.at(-1);
    if (entry && said !== '') entry[field] = entry[field] === '' ? said : `${entry[field]}${field === 'codes' ? ' ' : '\n'}${said}`;
  };
  return {
    open(tag: string, attributes: Readonly<Record<string, string>>) {
      // The codes of a reference stand within its words.
      if ((tag === 'codes' || tag === 'code' || tag === 'tab') && text.trim() !== '') add('see', text.trim());
      text = '';
      if (tag !== 'mainTerm' && tag !== 'term') return;
      const level = tag === 'mainTerm' ? '0' : (attributes['level'] ?? '1');
      const entry = { main: '', level, title: '', codes: '', see: '', use: '' };
      open.push(entry);
      entries.push(entry);
    },
    text(part: string) {
      text += part;
    },
    close(tag: string, emit: (cells: Record<Entry, string>) => void) {
      const said = text.trim();
      text = '';
      const entry = open.at(-1);
      if (tag === 'title' && entry) entry.title = said;
      else if (tag === 'see' || tag === 'use') add(tag, said);
      else if (tag === 'codes' || tag === 'code' || tag === 'tab') add('codes', said);
      else if (tag === 'term') open.pop();
      else if (tag === 'mainTerm') {
        main = open.pop()?.title ?? '';
        for (const each of entries) emit({ ...each, main });
        entries = [];
      }
    },
  };
}
