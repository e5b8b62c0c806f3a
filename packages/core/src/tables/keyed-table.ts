import type { Day } from '../day.ts';
import { CleanclaimError } from '../errors.ts';
import type { Pack, PackEdition } from '../pack/format.ts';

/** A row of a table by its place; -1 is none. */
export type TableRow = number;

/** What the pack's header says of a column. Decimals are whole numbers of 10^-scale; days are whole numbers YYYYMMDD, 0 for none. */
export interface ColumnFacts {
  readonly kind: 'text' | 'decimal' | 'day';
  readonly scale?: number;
  readonly section: 'u8' | 'u16' | 'u32' | 'i32';
}

interface OpenColumn {
  readonly facts: ColumnFacts;
  readonly view: ArrayLike<number>;
}

/** Questions after which preparing for many pays for itself. */
const FEW = 32;

/** The whole number that stands for "no value" in a decimal column. */
export const NO_DECIMAL = -0x80000000;
/** Between the parts of a key that is made of several columns. */
export const KEY_SEPARATOR = '|';

/**
 * A published table as a pack: rows sorted by an ASCII key, several rows a key allowed, columns of texts, exact
 * decimals and days. Sections are read when first asked.
 */
export class KeyedTable {
  readonly edition: PackEdition;
  readonly size: number;
  readonly columns: Readonly<Record<string, ColumnFacts>>;
  readonly #pack: Pack;
  readonly #start: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #texts = new Map<number, string>();
  readonly #columns = new Map<string, OpenColumn>();
  #searches = 0;
  #reads = 0;
  #keys: string | undefined;
  #first: Map<string, TableRow> | undefined;

  constructor(pack: Pack) {
    const [edition] = pack.header.editions;
    if (!edition) throw new CleanclaimError('pack/damaged', `The data file of ${pack.header.id} names no edition.`);
    this.edition = edition;
    this.#pack = pack;
    this.columns = pack.header.facts['columns'] as Readonly<Record<string, ColumnFacts>>;
    this.#start = pack.section('key.start', 'u32');
    this.#bytes = pack.section('key.bytes', 'u8');
    this.size = this.#start.length - 1;
  }

  key(row: TableRow): string {
    const from = this.#start[row] ?? 0;
    const to = this.#start[row + 1] ?? 0;
    // Reading many keys, one text of all of them is cut faster than bytes are decoded one by one.
    if (this.#keys === undefined && ++this.#reads <= FEW) return ascii(this.#bytes, from, to);
    return (this.#keys ??= ascii(this.#bytes, 0, this.#bytes.length)).slice(from, to);
  }

  keyLength(row: TableRow): number {
    return (this.#start[row + 1] ?? 0) - (this.#start[row] ?? 0);
  }

  keyBeginsWith(row: TableRow, letter: string): boolean {
    return this.#bytes[this.#start[row] ?? 0] === letter.charCodeAt(0);
  }

  /** Digest that names the table's whole content. */
  get digest(): string {
    return this.#pack.digest;
  }

  /** First row of a key; -1 when the table has no such key. */
  find(key: string): TableRow {
    // After a few searches a map of all keys pays for itself; a single question does without.
    if (this.#first || ++this.#searches > FEW) return (this.#first ??= this.#mapKeys()).get(key) ?? -1;
    const row = this.#lowerBound(key);
    return row < this.size && this.key(row) === key ? row : -1;
  }

  /** The rows whose keys begin with `prefix`, as first and after the last. */
  beginningWith(prefix: string): [first: TableRow, after: TableRow] {
    return [this.#lowerBound(prefix), this.#lowerBound(`${prefix}\x7f`)];
  }

  /** All rows of a key, in the order of the file. */
  *rowsOf(key: string): Generator<TableRow> {
    let row = this.find(key);
    if (row < 0) return;
    for (; row < this.size && this.key(row) === key; row++) yield row;
  }

  /** The text of a column; empty where the file has none. */
  text(column: string, row: TableRow): string {
    const id = this.#column(column, 'text').view[row] ?? 0;
    let text = this.#texts.get(id);
    if (text === undefined) {
      const start = this.#pack.section('text.start', 'u32');
      text = new TextDecoder().decode(this.#pack.section('text.bytes', 'u8').subarray(start[id], start[id + 1]));
      this.#texts.set(id, text);
    }
    return text;
  }

  /** Whole number of 10^-`scale(column)`; null where the file has no value. */
  decimal(column: string, row: TableRow): number | null {
    const value = this.#column(column, 'decimal').view[row] ?? NO_DECIMAL;
    return value === NO_DECIMAL ? null : value;
  }

  scale(column: string): number {
    return this.#column(column, 'decimal').facts.scale ?? 0;
  }

  day(column: string, row: TableRow): Day | null {
    const value = this.#column(column, 'day').view[row] ?? 0;
    if (value === 0) return null;
    const text = String(value);
    return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` as Day;
  }

  /** By row 1 where its columns `from` and `to` hold the day. */
  inForce(on: Day): Uint8Array {
    const from = this.#column('from', 'day').view;
    const to = this.#column('to', 'day').view;
    const asked = Number(on.replaceAll('-', ''));
    return Uint8Array.from({ length: this.size }, (_, row) =>
      Number((from[row] ?? 0) <= asked && ((to[row] ?? 0) === 0 || asked <= (to[row] ?? 0))),
    );
  }

  /** The row as printed: for comparing editions and for showing. */
  record(row: TableRow): Record<string, string> {
    const record: Record<string, string> = {};
    for (const [column, { kind, scale = 0 }] of Object.entries(this.columns)) {
      if (kind === 'text') record[column] = this.text(column, row);
      else if (kind === 'day') record[column] = this.day(column, row) ?? '';
      else record[column] = writeDecimal(this.decimal(column, row), scale);
    }
    return record;
  }

  #lowerBound(key: string): TableRow {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.key(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #column(column: string, kind: ColumnFacts['kind']): OpenColumn {
    let open = this.#columns.get(column);
    if (!open) {
      const facts = this.columns[column];
      if (!facts) throw this.#lacks(column, kind);
      this.#columns.set(column, (open = { facts, view: this.#pack.section(`column.${column}`, facts.section) }));
    }
    if (open.facts.kind !== kind) throw this.#lacks(column, kind);
    return open;
  }

  #lacks(column: string, kind: string): CleanclaimError {
    return new CleanclaimError('pack/damaged', `The table ${this.#pack.header.id} has no column ${column} of kind ${kind}.`);
  }

  #mapKeys(): Map<string, TableRow> {
    const first = new Map<string, TableRow>();
    const all = (this.#keys ??= ascii(this.#bytes, 0, this.#bytes.length));
    for (let row = this.size - 1; row >= 0; row--) first.set(all.slice(this.#start[row], this.#start[row + 1]), row);
    return first;
  }
}

const decoder = new TextDecoder('latin1');

/** Keys are ASCII, so bytes and characters are the same. */
function ascii(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to));
}

/** `12345` at scale 2 is `123.45`; no value is empty. */
export function writeDecimal(value: number | null, scale: number): string {
  if (value === null) return '';
  if (scale === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(scale + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
