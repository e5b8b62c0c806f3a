import { type Day, dayNumber } from '../day.ts';
import { PAIR_EPOCH, type PairEdit, type PairTable } from './pair-table.ts';
import type { KeyedTable } from './keyed-table.ts';

/** A code as a table of pairs knows it: looked up once, it serves for every pair it may be part of. */
export interface PtpCode {
  /** Its place in each file of the edition; -1 where no pair of the file has it. */
  readonly places: readonly number[];
  /** False when no pair has it in column 1: then none need be looked for. */
  readonly column1: boolean;
}

/** NCCI procedure-to-procedure edits of one edition, all its files together. */
export class PtpTable {
  readonly edition: string;
  readonly #parts: readonly PairTable[];
  readonly #known = new Map<string, PtpCode>();
  #day: Day | undefined;
  #number = 0;

  constructor(parts: readonly PairTable[]) {
    this.#parts = parts;
    this.edition = parts[0]?.edition.id ?? '';
  }

  /** False when no pair has this code in column 1. */
  hasColumn1(code: string): boolean {
    return this.code(code).column1;
  }

  code(code: string): PtpCode {
    const known = this.#known.get(code);
    if (known) return known;
    const places = this.#parts.map((part) => part.place(code));
    const found = { places, column1: this.#parts.some((part, at) => part.hasColumn1(places[at] ?? -1)) };
    if (this.#known.size < MOST_KEPT) this.#known.set(code, found);
    return found;
  }

  /** The edit on an ordered pair in force on a day; undefined when the edition has none. */
  edit(column1: string, column2: string, on: Day): PairEdit | undefined {
    return this.editOf(this.code(column1), this.code(column2), on);
  }

  /** The same for codes that were looked up. */
  editOf({ places: column1 }: PtpCode, { places: column2 }: PtpCode, on: Day): PairEdit | undefined {
    if (on !== this.#day) {
      this.#day = on;
      this.#number = dayNumber(on) - PAIR_EPOCH;
    }
    for (let at = 0; at < this.#parts.length; at++) {
      const part = this.#parts[at];
      const row = part?.rowAt(column1[at] ?? -1, column2[at] ?? -1, this.#number) ?? -1;
      if (row >= 0) return part?.edit(row);
    }
    return undefined;
  }
}

/** How a claim's units are counted against an MUE value: a line, a day by policy, a day by clinical benchmark. */
export type MueIndicator = 1 | 2 | 3;

export interface Mue {
  readonly code: string;
  /** Most units; 0 means no unit is payable. */
  readonly units: number;
  readonly indicator: MueIndicator;
  readonly rationale: string;
}

/** Medically unlikely edits of one quarter and one kind of provider. A code without a row is not checked, never passed. */
export class MueTable {
  readonly edition: string;
  readonly #table: KeyedTable;
  readonly #known = new Map<string, Mue | undefined>();

  constructor(table: KeyedTable) {
    this.#table = table;
    this.edition = table.edition.id;
  }

  find(code: string): Mue | undefined {
    const known = this.#known.get(code);
    if (known !== undefined || this.#known.has(code)) return known;
    const row = this.#table.find(code);
    const found: Mue | undefined =
      row < 0
        ? undefined
        : {
            code,
            units: this.#table.decimal('units', row) ?? 0,
            indicator: (this.#table.decimal('indicator', row) ?? 3) as MueIndicator,
            rationale: this.#table.text('rationale', row),
          };
    if (this.#known.size < MOST_KEPT) this.#known.set(code, found);
    return found;
  }
}

export interface AddOn {
  /** 1 a listed primary is needed; 2 any primary the contractor accepts; 3 the list is not complete. */
  readonly type: 1 | 2 | 3;
  readonly primaries: readonly string[];
}

/** Add-on codes and the primary procedures they may stand with. */
export class AddOnTable {
  readonly edition: string;
  readonly #table: KeyedTable;
  readonly #known = new Map<string, AddOn | undefined>();

  constructor(table: KeyedTable) {
    this.#table = table;
    this.edition = table.edition.id;
  }

  /** What an add-on code needs on a day; undefined when the code is no add-on code on it. */
  find(code: string, on: Day): AddOn | undefined {
    // Most codes are no add-on codes, and nothing is kept of them.
    if (this.#table.find(code) < 0) return undefined;
    const slot = code + on;
    const known = this.#known.get(slot);
    if (known !== undefined || this.#known.has(slot)) return known;
    const found = this.#read(code, on);
    if (this.#known.size < MOST_KEPT) this.#known.set(slot, found);
    return found;
  }

  #read(code: string, on: Day): AddOn | undefined {
    const primaries: string[] = [];
    let type: AddOn['type'] | undefined;
    for (const row of this.#table.rowsOf(code)) {
      const from = this.#table.day('from', row);
      const to = this.#table.day('to', row);
      if ((from !== null && from > on) || (to !== null && to < on)) continue;
      type ??= (this.#table.decimal('type', row) ?? 1) as AddOn['type'];
      primaries.push(this.#table.text('primary', row));
    }
    return type === undefined ? undefined : { type, primaries };
  }
}

/** Codes are the sender's words: what is kept of them must not grow without end. */
const MOST_KEPT = 65_536;
