import type { IndexPart, IndexTerm } from './read-index.ts';

/** A term at its place in reading order. */
export interface PlacedTerm {
  readonly term: IndexTerm;
  readonly level: number;
  /** Place of the term above; -1 for a main term. */
  readonly parent: number;
  /** Place after the last term under it. */
  after: number;
}

export interface PlacedPart {
  readonly part: IndexPart;
  readonly first: number;
  readonly after: number;
}

/** All parts as one list of terms, each followed by what stands under it. */
export function inReadingOrder(parts: readonly IndexPart[]): { terms: readonly PlacedTerm[]; parts: readonly PlacedPart[] } {
  const terms: PlacedTerm[] = [];
  const place = (term: IndexTerm, level: number, parent: number): void => {
    const at = terms.length;
    const placed: PlacedTerm = { term, level, parent, after: at + 1 };
    terms.push(placed);
    for (const below of term.under) place(below, level + 1, at);
    placed.after = terms.length;
  };
  const placed = parts.map((part): PlacedPart => {
    const first = terms.length;
    for (const term of part.terms) place(term, 0, -1);
    return { part, first, after: terms.length };
  });
  return { terms, parts: placed };
}

/** Places of the terms right under a term. */
export function childrenOf(terms: readonly PlacedTerm[], at: number): number[] {
  const children: number[] = [];
  const end = terms[at]?.after ?? 0;
  for (let below = at + 1; below < end; below = terms[below]?.after ?? end) children.push(below);
  return children;
}
