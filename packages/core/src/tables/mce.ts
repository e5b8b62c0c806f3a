import type { Day } from '../day.ts';
import type { KeyedTable } from './keyed-table.ts';

const NONE: ReadonlySet<string> = new Set();

/** Attributes by which the Medicare Code Editor edits a code, dated: what a code was is asked of the day of discharge. */
export class McePart {
  readonly edition: string;
  readonly #table: KeyedTable;
  readonly #sets = new Map<string, ReadonlySet<string>>();

  constructor(table: KeyedTable) {
    this.#table = table;
    this.edition = table.edition.id;
  }

  /** The attributes of a code (no dot) on a day; undefined when the code is not valid that day. */
  flags(code: string, on: Day): ReadonlySet<string> | undefined {
    for (const row of this.#table.rowsOf(code)) {
      const from = this.#table.day('from', row);
      const to = this.#table.day('to', row);
      if ((from !== null && from > on) || (to !== null && to < on)) continue;
      return this.#set(this.#table.text('flags', row));
    }
    return undefined;
  }

  #set(text: string): ReadonlySet<string> {
    if (text === '') return NONE;
    let set = this.#sets.get(text);
    if (!set) this.#sets.set(text, (set = new Set(text.split(/[\s;|,]+/))));
    return set;
  }
}
