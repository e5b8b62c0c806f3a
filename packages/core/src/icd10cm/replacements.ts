import type { Icd10cmEdition, Row } from './edition.ts';
import type { Icd10cmTable } from './table.ts';

/**
 * The codes of `after` that took the place of a code of `before`, as the tables themselves show it: the new codes
 * under it; else the new codes beside it, under the nearest level that stayed. The official conversion tables say
 * more; until one is installed this is evidence, not a mapping.
 */
export function replacements(table: Icd10cmTable, row: Row, before: Icd10cmEdition, after: Icd10cmEdition): Row[] {
  const under = newCodes(table, row, before, after);
  if (under.length > 0) return under;
  for (let level = before.parent(row); level >= 0; level = before.parent(level)) {
    const beside = newCodes(table, level, before, after);
    if (beside.length > 0) return beside;
  }
  return [];
}

/** Billable codes under a level in the later edition that the earlier one did not have as billable. */
function newCodes(table: Icd10cmTable, level: Row, before: Icd10cmEdition, after: Icd10cmEdition): Row[] {
  const rows: Row[] = [];
  for (let row = level; row < table.after(level); row++) if (after.billable(row) && !before.billable(row)) rows.push(row);
  return rows;
}
