import { codeKey, withoutDot } from '../icd10cm/code-key.ts';
import type { AlphabeticIndex, TermNumber } from './alphabetic-index.ts';

/**
 * The terms that lead to a code: those that print it or a code under it, those that print a code it came in place of,
 * then those that print a level above it and leave the last characters to the tabular list. Each once, nearest first.
 */
export function leadingTo(index: AlphabeticIndex, code: string): TermNumber[] {
  const characters = withoutDot(code);
  const key = codeKey(characters);
  if (key < 0) return [];
  const terms = new Set(index.termsOf(characters));
  for (const older of olderCodes(index, key)) for (const term of index.termsOfKey(older)) terms.add(term);
  for (let length = characters.length - 1; length >= 3; length--) {
    const above = codeKey(characters.slice(0, length));
    for (const each of [above, ...olderCodes(index, above)]) for (const term of index.termsOfKey(each)) terms.add(term);
  }
  return [...terms];
}

function olderCodes(index: AlphabeticIndex, key: number): Set<number> {
  const older = new Set<number>();
  const open = [key];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const each of index.predecessors(next)) {
      if (each === key || older.has(each)) continue;
      older.add(each);
      open.push(each);
    }
  }
  return older;
}
