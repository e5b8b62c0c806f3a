import { codeKey } from '@cleanclaim/core';

/** Old code to the codes that came in its place, as keys. */
export type Conversions = ReadonlyMap<number, ReadonlySet<number>>;

const CODE = /\b[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?\b/g;
const RANGE = /\d\s*-\s*[A-Z]\d/;

/**
 * Reads rows of the official ICD-10-CM conversion table: a new code, the year it took effect, what was coded before.
 * A line whose former assignment is a range names no single code and is passed over. Throws when no line is a conversion.
 */
export function readConversions(rows: Iterable<readonly string[]>): Conversions {
  const conversions = new Map<number, Set<number>>();
  for (const [current = '', year = '', previous = ''] of rows) {
    const to = codeKey(current.trim());
    if (to < 0 || !/^\d{4}$/.test(year.trim()) || RANGE.test(previous)) continue;
    for (const [code] of previous.matchAll(CODE)) {
      const from = codeKey(code);
      if (from < 0 || from === to) continue;
      const known = conversions.get(from);
      if (known) known.add(to);
      else conversions.set(from, new Set([to]));
    }
  }
  if (conversions.size === 0) throw new Error('this is not a conversion table of ICD-10-CM');
  return conversions;
}
