import { withDot, withoutDot } from '../icd10cm/code-key.ts';
import type { KeyedTable } from './keyed-table.ts';

/** A code and the codes used for the same before it existed. */
export interface Conversion {
  readonly code: string;
  /** First day of the new code. */
  readonly from: string;
  readonly previous: readonly string[];
  /** The previous codes were reported together; else one of them was chosen. */
  readonly together: boolean;
}

/** The official conversion table of ICD-10-CM, asked from either side. Codes are written with their dot. */
export class ConversionTable {
  readonly edition: string;
  readonly #table: KeyedTable;
  #byPrevious: Map<string, Conversion[]> | undefined;

  constructor(table: KeyedTable) {
    this.#table = table;
    this.edition = table.edition.id;
  }

  /** What was reported before a code existed; several where it was introduced more than once. */
  before(code: string): Conversion[] {
    return Array.from(this.#table.rowsOf(withoutDot(code)), (row) => this.#read(row));
  }

  /** The codes that took over from a code, whenever they began. */
  after(code: string): readonly Conversion[] {
    this.#byPrevious ??= this.#invert();
    return this.#byPrevious.get(withDot(withoutDot(code))) ?? [];
  }

  #read(row: number): Conversion {
    return {
      code: withDot(this.#table.key(row)),
      from: this.#table.day('from', row) ?? '',
      previous: this.#table.text('previous', row).split(' ').filter(Boolean).map(withDot),
      together: this.#table.text('together', row) === '1',
    };
  }

  #invert(): Map<string, Conversion[]> {
    const inverted = new Map<string, Conversion[]>();
    for (let row = 0; row < this.#table.size; row++) {
      const conversion = this.#read(row);
      for (const code of conversion.previous) {
        const list = inverted.get(code);
        if (list) list.push(conversion);
        else inverted.set(code, [conversion]);
      }
    }
    return inverted;
  }
}
