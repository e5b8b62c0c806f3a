import { withoutDot } from './code-key.ts';
import type { Icd10cmEdition, Row } from './edition.ts';

/**
 * The codes of another edition that take the place of a code of `own`, as the tables themselves show it: the new codes
 * under it where it lives on as a header; else the nearest level up that is a complete code there, or the codes at that
 * level which `own` does not have, narrowed to those that end the way the code ends (same encounter, same intent).
 * The official conversion tables say more; without them this is evidence, not a mapping.
 */
export function replacements(row: Row, own: Icd10cmEdition, other: Icd10cmEdition): Row[] {
  const under = newUnder(row, own, other);
  if (other.inForce(row) && under.length > 0) return under;
  for (let above = own.parent(row); above >= 0; above = own.parent(above)) {
    if (other.billable(above)) return [above];
    const found = newUnder(above, own, other);
    if (found.length > 0) return closestEndings(withoutDot(own.code(row)), found, other);
  }
  return [];
}

/** Complete codes of `other` under a level that `own` does not have at all. */
function newUnder(level: Row, own: Icd10cmEdition, other: Icd10cmEdition): Row[] {
  const rows: Row[] = [];
  const after = other.after(level);
  for (let row = level + 1; row < after; row++) if (other.billable(row) && !own.inForce(row)) rows.push(row);
  return rows;
}

function closestEndings(characters: string, rows: readonly Row[], edition: Icd10cmEdition): Row[] {
  const shared = rows.map((row) => sharedEnding(characters, withoutDot(edition.code(row))));
  const best = Math.max(...shared);
  return rows.filter((_, at) => shared[at] === best);
}

function sharedEnding(one: string, other: string): number {
  let count = 0;
  if (one.length !== other.length) return count;
  while (count < one.length && one.at(-1 - count) === other.at(-1 - count)) count++;
  return count;
}
