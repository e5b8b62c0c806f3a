import { withDot } from '../icd10cm/code-key.ts';
import type { CodeKind, SystemId } from '../identify/system.ts';
import type { KeyedTable, TableRow } from '../tables/keyed-table.ts';

/** Where codes of a system are kept once their files are installed, and how the tables write them. */
export interface Shelf {
  /** The source whose table answers look-ups. */
  readonly source: string;
  /** Sources with more wordings of the same codes, searched beside it. */
  readonly wordings?: readonly string[];
  key(code: string): string;
  /** A key as the system writes its codes. */
  code(key: string): string;
  display(table: KeyedTable, row: TableRow): string;
  /** False for a heading that may not stand on a claim. */
  complete(table: KeyedTable, row: TableRow): boolean;
  /** False for a row that is no code: a chapter, a block. All rows are codes when left out. */
  isCode?(table: KeyedTable, row: TableRow): boolean;
}

const always = (): boolean => true;
const plain = (code: string): string => code.replace('.', '');
const same = (code: string): string => code;
const title = (table: KeyedTable, row: TableRow): string => table.text('title', row);
const long = (table: KeyedTable, row: TableRow): string => table.text('long', row) || table.text('short', row);

const isCategory = (table: KeyedTable, row: TableRow): boolean => table.text('kind', row) === 'category';

/** ICD-9-CM diagnoses: the dot stands after three characters, after four in external causes. */
const icd9Diagnosis = (key: string): string => dotted(key, key.startsWith('E') ? 4 : 3);

function dotted(key: string, after: number): string {
  return key.length > after ? `${key.slice(0, after)}.${key.slice(after)}` : key;
}

/** Characters of a complete ICD-10-PCS code; its tables have three. */
const PCS_LENGTH = 7;

const HCPCS: Shelf = { source: 'hcpcs', key: plain, code: same, display: long, complete: always };

/** Systems that the user installs. A system kept in two tables has two shelves. */
export const SHELVES = {
  cpt: {
    source: 'cpt-long',
    wordings: ['cpt-medium', 'cpt-short', 'cpt-consumer', 'cpt-clinician'],
    key: plain,
    code: same,
    display: title,
    complete: always,
  },
  hcpcs: HCPCS,
  'hcpcs-modifier': HCPCS,
  icd10pcs: {
    source: 'icd10pcs',
    key: plain,
    code: same,
    display: title,
    // The file marks the same rows; asked for each row that a search scores, the length is told faster.
    complete: (table, row) => table.keyLength(row) === PCS_LENGTH,
  },
  taxonomy: { source: 'nucc-taxonomy', key: plain, code: same, display: (table, row) => table.text('display', row), complete: always },
  icd9cm: { source: 'icd9cm-diagnoses', key: plain, code: icd9Diagnosis, display: title, complete: always },
  icd10: { source: 'icd10-who', key: plain, code: withDot, display: title, complete: always, isCode: isCategory },
  'ms-drg': { source: 'ms-drg', key: same, code: same, display: title, complete: always },
  icd11: { source: 'icd11-mms', key: same, code: same, display: title, complete: always, isCode: isCategory },
} as const satisfies Partial<Record<SystemId, Shelf>>;

/** ICD-9-CM procedures, which claims named by the same system's name. */
export const ICD9_PROCEDURES: Shelf = {
  source: 'icd9cm-procedures',
  key: plain,
  code: (key) => dotted(key, 2),
  display: title,
  complete: always,
};

/** Where a code of a system is kept, by what it says: ICD-9-CM has a table of diagnoses and one of procedures. */
export function shelfOf(system: SystemId, kind: CodeKind): Shelf | undefined {
  if (system === 'icd9cm' && kind === 'procedure') return ICD9_PROCEDURES;
  return (SHELVES as Partial<Record<SystemId, Shelf>>)[system];
}
