import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';

/** A result as far as pairing needs it: the words of the query that its own text holds. */
export interface Pairable {
  readonly row: Row;
  readonly words: readonly string[];
}

export interface Pair {
  readonly first: Row;
  readonly second: Row;
  /** Notes that tie the two, in the order first's, second's; at least one. */
  readonly notes: readonly number[];
}

/**
 * Two results that the tabular notes tie in an order ("use additional code", "code first"), when each answers words
 * of the query that the other does not: "htn ckd 3" is hypertensive kidney disease, then its stage. The best ranked
 * such pair; undefined when there is none.
 */
export function pairAmong(edition: Icd10cmEdition, results: readonly Pairable[]): Pair | undefined {
  for (let sum = 1; sum < 2 * results.length - 2; sum++) {
    for (let at = 0; at < sum / 2; at++) {
      const one = results[at];
      const other = results[sum - at];
      if (!one || !other || !differ(one.words, other.words)) continue;
      const pair = tie(edition, one.row, other.row) ?? tie(edition, other.row, one.row);
      if (pair) return pair;
    }
  }
  return undefined;
}

function differ(one: readonly string[], other: readonly string[]): boolean {
  return one.some((word) => !other.includes(word)) && other.some((word) => !one.includes(word));
}

function tie(edition: Icd10cmEdition, first: Row, second: Row): Pair | undefined {
  const notes = notesThatTie(edition, first, second);
  return notes.length > 0 ? { first, second, notes } : undefined;
}

/** The tabular notes by which one code is coded before another; empty when there are none. */
export function notesThatTie(edition: Icd10cmEdition, first: Row, second: Row): number[] {
  return [edition.names(first, 'useAdditionalCode', second), edition.names(second, 'codeFirst', first)].filter((id) => id >= 0);
}
