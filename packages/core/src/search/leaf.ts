import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';

const DEFAULTS: readonly RegExp[] = [
  /\bunspecified\b(?! complication)|\bnot specified\b|\bNOS\b/i,
  /\bwithout\b.*\bcomplications?\b|\buncomplicated\b/i,
  /\binitial encounter\b/i,
  /\baccidental\b/i,
  /\bwithout\b|\bnot intractable\b|\bnot having\b/i,
  /\bother\b/i,
];

/**
 * The billable code that stands for a row when nothing more is said: down the tree, at each level the unspecified
 * child, then the one without complication, the initial encounter, the accidental one, then "other", then the first.
 */
export function defaultLeaf(edition: Icd10cmEdition, row: Row): Row {
  let at = row;
  while (!edition.billable(at)) {
    const next = preferred(edition, edition.children(at), edition.display(at) ?? '');
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function preferred(edition: Icd10cmEdition, children: readonly Row[], title: string): Row | undefined {
  let best = children[0];
  let rank = DEFAULTS.length + 1;
  let length = 0;
  for (const child of children) {
    const full = edition.display(child) ?? '';
    const more = beyond(full, title);
    const same = more === '' && full.length >= title.length;
    const found = same ? 0 : DEFAULTS.findIndex((wording) => wording.test(more));
    const own = found >= 0 ? found : full.startsWith('Other ') ? DEFAULTS.length - 1 : DEFAULTS.length;
    // Of two that are as good the one that leaves more open, then the shorter one, says less.
    const said = more.length - OPEN * (full.split(/unspecified/i).length - 1);
    if (own < rank || (own === rank && own === 0 && said < length)) {
      best = child;
      rank = own;
      length = said;
    }
  }
  return best;
}

/** How many letters each "unspecified" outweighs. */
const OPEN = 100;

/** What a title says beyond the one above it, word by word. */
export function beyond(title: string, above: string): string {
  if (title.startsWith(above)) return title.slice(above.length);
  const said = above.toLowerCase().split(/[\s,]+/);
  return title
    .split(/\s+/)
    .filter((word) => {
      const at = said.indexOf(word.toLowerCase().replace(/,$/, ''));
      if (at >= 0) said.splice(at, 1);
      return at < 0;
    })
    .join(' ');
}
