import type { Day } from '../day.ts';
import { withoutDot } from '../icd10cm/code-key.ts';
import type { PackEdition } from '../pack/format.ts';
import type { KeyedTable } from './keyed-table.ts';

/** Attributes of a code from one day to another, both included; null is open. */
export interface MceInterval {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly flags: ReadonlySet<string>;
}

/** Attributes by which the Medicare Code Editor edits a code, dated: what a code was is asked of the day of discharge. */
export class McePart {
  readonly edition: Pick<PackEdition, 'id' | 'from' | 'to'>;
  readonly #intervalsOf: (code: string) => readonly MceInterval[];
  /** Codes the table has, as they were written: bounded by the table, for a code it lacks is not kept. */
  readonly #known = new Map<string, readonly MceInterval[]>();

  constructor(edition: Pick<PackEdition, 'id' | 'from' | 'to'>, intervalsOf: (code: string) => readonly MceInterval[]) {
    this.edition = edition;
    this.#intervalsOf = intervalsOf;
  }

  /** The attributes of a code, with or without dot, on a day; undefined when the code is not valid that day. */
  flags(code: string, on: Day): ReadonlySet<string> | undefined {
    let intervals = this.#known.get(code);
    if (!intervals) {
      intervals = this.#intervalsOf(withoutDot(code));
      if (intervals.length > 0) this.#known.set(code, intervals);
    }
    for (const { from, to, flags } of intervals) {
      if ((from === null || from <= on) && (to === null || to >= on)) return flags;
    }
    return undefined;
  }
}

/** The part an installed table holds. */
export function mcePart(table: KeyedTable): McePart {
  const sets = new Map<string, ReadonlySet<string>>();
  const setOf = (text: string): ReadonlySet<string> => {
    let set = sets.get(text);
    if (!set) sets.set(text, (set = new Set(text === '' ? [] : text.split('|'))));
    return set;
  };
  return new McePart(table.edition, (code) =>
    Array.from(table.rowsOf(code), (row) => ({
      from: table.day('from', row),
      to: table.day('to', row),
      flags: setOf(table.text('flags', row)),
    })),
  );
}
