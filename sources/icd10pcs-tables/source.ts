import { tableSource, type TableSource } from '../source.ts';
import { fiscalYearEdition, NO_PERIOD } from '../support/editions.ts';

const TITLE = 'ICD-10-PCS tables';
type Field = 'table' | 'section' | 'system' | 'operation' | 'part' | 'approach' | 'device' | 'qualifier' | 'axes' | 'definition';
/** By axis. */
const FIELDS: readonly Field[] = ['section', 'system', 'operation', 'part', 'approach', 'device', 'qualifier'];

/** The tables of ICD-10-PCS, one row of a table a record: which values go together in positions 4 to 7, each as `code label`. */
export const icd10pcsTables: TableSource = tableSource<Field>({
  id: 'icd10pcs-tables',
  title: TITLE,
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  licence: 'public',
  terms: 'US government work, public domain in the United States',
  cadence: 'yearly, with a release in April',
  files: [/^icd10pcs_tables_20\d{2}.*\.xml$/i],
  layouts: [{ kind: 'xml', root: 'ICD10PCS.tabular', reader }],
  edition({ name, head }) {
    const stated = /<version>(20\d{2})<\/version>/.exec(head)?.[1];
    const named = /tables_(20\d{2})/i.exec(name)?.[1];
    const year = stated ?? named;
    if (year === undefined) return NO_PERIOD;
    if (named !== undefined && named !== year) return `its name says ${named} and its version ${year}.`;
    return fiscalYearEdition(TITLE, Number(year));
  },
  row: (cells) => ({ ...cells }),
  store: {
    kind: 'table',
    key: ['table'],
    // `axes`: what the axes are called, one a line; `definition`: what the operation is.
    columns: Object.fromEntries([...FIELDS, 'axes', 'definition'].map((field) => [field, { kind: 'text' as const }])),
  },
  checks: { rows: [2_000, 10_000] },
  sample: {
    file: 'icd10pcs_tables_2025.xml',
    rows: 2,
    has: [
      {
        table: '001',
        operation: '1 Bypass',
        definition: 'Altering the route of passage of the contents of a tubular body part',
        part: '6 Cerebral Ventricle',
        qualifier: 'B Cerebral Cisterns',
      },
    ],
  },
});

/** Values of an axis, one a line. */
function reader() {
  let position = 0;
  let label: string | undefined;
  let inside: 'label' | 'title' | 'definition' | undefined;
  let text = '';
  let definition = '';
  const names: string[] = [];
  const axes: string[][] = Array.from({ length: 8 }, () => []);
  return {
    open(tag: string, attributes: Readonly<Record<string, string>>) {
      if (tag === 'axis') {
        position = Number(attributes['pos'] ?? 0);
        if (position >= 1 && position <= 7) axes[position] = [];
        // Not every operation has a definition: that of the table before must not stay.
        if (position === 3) definition = '';
      } else if (tag === 'label' || (position > 0 && (tag === 'title' || tag === 'definition'))) {
        if (tag === 'label') label = attributes['code'];
        inside = tag;
        text = '';
      }
    },
    text(part: string) {
      if (inside) text += part;
    },
    close(tag: string, emit: (cells: Record<Field, string>) => void) {
      if (tag === inside) {
        if (tag === 'label') axes[position]?.push(`${label} ${text.trim()}`);
        else if (tag === 'title') names[position] = text.trim();
        else if (position === 3) definition = text.trim();
        inside = undefined;
      } else if (tag === 'axis') position = 0;
      else if (tag === 'pcsRow') {
        const values = FIELDS.map((field, at) => [field, (axes[at + 1] ?? []).join('\n')] as const);
        const table = [1, 2, 3].map((at) => axes[at]?.[0]?.[0] ?? '').join('');
        const called = Array.from({ length: 7 }, (_, at) => names[at + 1] ?? '').join('\n');
        emit({ ...(Object.fromEntries(values) as Record<Field, string>), table, axes: called, definition });
      }
    },
  };
}
