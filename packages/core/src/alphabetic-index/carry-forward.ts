import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import { keyCharacters } from '../icd10cm/code-key.ts';
import { replacements } from '../icd10cm/replacements.ts';
import type { Icd10cmTable } from '../icd10cm/table.ts';
import type { AlphabeticIndex } from './alphabetic-index.ts';

/**
 * How an entry's code became a code of the day: `conversion` by the official conversion tables, `table` by what the
 * installed editions show, `level-above` by the longest beginning of the code that is still in force.
 */
export type Carried = 'conversion' | 'table' | 'level-above';

export interface CarriedCode {
  /** Codes in force on the day; empty when nothing is known of what came instead. */
  readonly rows: readonly Row[];
  /** Null when the code as printed is in force. */
  readonly carried: Carried | null;
}

/** Conversions follow each other year by year; a chain longer than this would be a loop. */
const LONGEST_CHAIN = 12;

/** What a printed code of the index, which may be of an older year, stands for in an edition. */
export function carryForward(index: AlphabeticIndex, key: number, table: Icd10cmTable, edition: Icd10cmEdition): CarriedCode {
  const row = table.rowOfKey(key);
  if (row >= 0 && edition.inForce(row)) return { rows: [row], carried: null };
  const converted = successorsInForce(index, key, table, edition);
  if (converted.length > 0) return { rows: converted, carried: 'conversion' };
  const shown = row < 0 ? [] : shownByTable(row, table, edition);
  if (shown.length > 0) return { rows: shown, carried: 'table' };
  const characters = keyCharacters(key);
  for (let length = characters.length - 1; length >= 3; length--) {
    const above = table.row(characters.slice(0, length));
    if (above >= 0 && edition.inForce(above)) return { rows: [above], carried: 'level-above' };
  }
  return { rows: [], carried: null };
}

function successorsInForce(index: AlphabeticIndex, key: number, table: Icd10cmTable, edition: Icd10cmEdition): Row[] {
  const rows = new Set<Row>();
  const seen = new Set([key]);
  let front = [key];
  for (let step = 0; front.length > 0 && step < LONGEST_CHAIN; step++) {
    const next: number[] = [];
    for (const to of front.flatMap((each) => index.successors(each))) {
      if (seen.has(to)) continue;
      seen.add(to);
      const row = table.rowOfKey(to);
      if (row >= 0 && edition.inForce(row)) rows.add(row);
      else next.push(to);
    }
    front = next;
  }
  return [...rows].sort((one, other) => one - other);
}

/** From the newest installed edition that has the code. */
function shownByTable(row: Row, table: Icd10cmTable, edition: Icd10cmEdition): Row[] {
  const own = table.list.map((each) => table.edition(each)).findLast((each) => each.inForce(row));
  return own ? replacements(row, own, edition) : [];
}
