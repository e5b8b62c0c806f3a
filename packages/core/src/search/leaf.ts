import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';

const DEFAULTS: readonly RegExp[] = [
  /\bunspecified\b|\bnot specified\b|\bNOS\b/i,
  /\bwithout\b.*\bcomplications?\b|\buncomplicated\b|\bwithout mention\b/i,
  /\binitial encounter\b/i,
  /\baccidental\b/i,
  /\bwithout\b|\bnot intractable\b/i,
  /\bother\b/i,
];

/**
 * The billable code that stands for a row when nothing more is said: down the tree, at each level the unspecified
 * child, then the one without complication, the initial encounter, the accidental one, then "other", then the first.
 */
export function defaultLeaf(edition: Icd10cmEdition, row: Row): Row {
  let at = row;
  while (!edition.billable(at)) {
    const children = edition.children(at);
    const next = preferred(edition, children);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function preferred(edition: Icd10cmEdition, children: readonly Row[]): Row | undefined {
  let best = children[0];
  let rank = DEFAULTS.length;
  let words = Number.POSITIVE_INFINITY;
  for (const child of children) {
    const title = edition.display(child) ?? '';
    const index = DEFAULTS.findIndex((wording) => wording.test(title));
    const own = index < 0 ? DEFAULTS.length : index;
    const length = title.split(' ').length;
    if (own < rank || (own === rank && own === 0 && length < words)) {
      best = child;
      rank = own;
      words = length;
    }
  }
  return best;
}
