import type { Day } from '../day.ts';
import type { KeyedTable, TableRow } from './keyed-table.ts';

/** A HCPCS Level II code or modifier as one release lists it. */
export interface Hcpcs {
  readonly code: string;
  readonly display: string;
  readonly short: string;
  /** Medicare coverage: C contractor judgement, D special instructions, I not payable, M not covered, S not covered by statute. */
  readonly coverage: string;
  /** Type of service of the first listed kind. */
  readonly typeOfService: string;
  readonly betos: string;
  readonly from: Day | null;
  readonly to: Day | null;
}

const MODIFIER_LENGTH = 2;

/** HCPCS Level II of one release: 5-character codes and 2-character modifiers. */
export class HcpcsTable {
  readonly edition: string;
  readonly table: KeyedTable;
  readonly #known = new Map<string, Hcpcs>();
  #hasModifiers: boolean | undefined;

  constructor(table: KeyedTable) {
    this.table = table;
    this.edition = table.edition.id;
  }

  /** A code (5 characters) or a modifier (2), in force or not; undefined when the release does not list it. */
  find(code: string): Hcpcs | undefined {
    const known = this.#known.get(code);
    if (known) return known;
    const row = this.table.find(code);
    if (row < 0) return undefined;
    const found = this.#read(code, row);
    // No more can be kept than the release lists.
    this.#known.set(code, found);
    return found;
  }

  /** False for a list of the release's codes alone, which tells nothing of modifiers. */
  get hasModifiers(): boolean {
    return (this.#hasModifiers ??= Array.from({ length: this.table.size }, (_, row) => this.table.keyLength(row)).includes(
      MODIFIER_LENGTH,
    ));
  }

  inForce(code: string, on: Day): boolean {
    const found = this.find(code);
    return found !== undefined && (found.from === null || found.from <= on) && (found.to === null || on <= found.to);
  }

  #read(code: string, row: TableRow): Hcpcs {
    const { table } = this;
    return {
      code,
      display: table.text('long', row),
      short: table.text('short', row),
      coverage: table.text('coverage', row),
      typeOfService: table.text('service', row),
      betos: table.text('betos', row),
      from: table.day('from', row),
      to: table.day('to', row),
    };
  }
}
