import type { KeyedTable } from './keyed-table.ts';

/** Characters of an ICD-10-PCS code; each is a value of its own axis. */
export const PCS_AXES = 7;
/** Characters that name a table: section, body system, operation. */
export const PCS_TABLE_LENGTH = 3;

export interface PcsValue {
  readonly value: string;
  readonly label: string;
}

/** One row of a printed table: by axis (0 is the first character) the values that go together. */
export interface PcsRow {
  readonly table: string;
  readonly axes: readonly (readonly PcsValue[])[];
  /** What each axis is called in this section, in order. */
  readonly names: readonly string[];
  /** What the operation is, in the words of the tables; empty where they say none. */
  readonly definition: string;
}

/** A choice of characters, `undefined` where none is made yet. */
export type PcsChoice = readonly (string | undefined)[];

const COLUMNS = ['section', 'system', 'operation', 'part', 'approach', 'device', 'qualifier'] as const;
/** What the axes are called in the section of most codes; for tables that were added without names. */
const USUAL_NAMES = ['Section', 'Body System', 'Operation', 'Body Part', 'Approach', 'Device', 'Qualifier'];

/** The tables of ICD-10-PCS: a code is valid when one row holds all its values. */
export class PcsTables {
  readonly edition: string;
  readonly rows: readonly PcsRow[];
  readonly #byTable = new Map<string, PcsRow[]>();

  constructor(table: KeyedTable) {
    this.edition = table.edition.id;
    const textIn = (column: string, row: number): string => (column in table.columns ? table.text(column, row) : '');
    this.rows = Array.from({ length: table.size }, (_, row) => ({
      table: table.key(row),
      axes: COLUMNS.map((column) => valuesIn(table.text(column, row))),
      names: textIn('axes', row) === '' ? USUAL_NAMES : textIn('axes', row).split('\n'),
      definition: textIn('definition', row),
    }));
    for (const row of this.rows) {
      const list = this.#byTable.get(row.table);
      if (list) list.push(row);
      else this.#byTable.set(row.table, [row]);
    }
  }

  /** The rows that hold every character chosen. */
  rowsWith(choice: PcsChoice): readonly PcsRow[] {
    const [section, system, operation] = choice;
    const rows = section && system && operation ? (this.#byTable.get(section + system + operation) ?? []) : this.rows;
    return rows.filter((row) => holds(row, choice));
  }

  /** The values of an axis that remain possible with the characters chosen on the others, in order. */
  possible(axis: number, choice: PcsChoice): PcsValue[] {
    const values = new Map<string, PcsValue>();
    const others = choice.map((value, at) => (at === axis ? undefined : value));
    for (const row of this.rowsWith(others)) for (const each of row.axes[axis] ?? []) values.set(each.value, each);
    return [...values.values()].sort((one, other) => (one.value < other.value ? -1 : 1));
  }

  /** The first axis whose character goes with none of those before it; -1 when all go together. */
  firstWrong(choice: PcsChoice): number {
    for (let axis = 0; axis < PCS_AXES; axis++) {
      if (choice[axis] !== undefined && this.rowsWith(choice.slice(0, axis + 1)).length === 0) return axis;
    }
    return this.rowsWith(choice).length === 0 ? choice.findLastIndex((value) => value !== undefined) : -1;
  }
}

function holds({ axes }: PcsRow, choice: PcsChoice): boolean {
  return choice.every((value, axis) => value === undefined || (axes[axis]?.some((each) => each.value === value) ?? false));
}

/** `0 Open`, one a line. */
function valuesIn(text: string): PcsValue[] {
  return text === '' ? [] : text.split('\n').map((line) => ({ value: line.slice(0, 1), label: line.slice(2) }));
}
