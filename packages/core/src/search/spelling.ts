import type { WordList } from './word-list.ts';

/** The words that a misspelt one is held against. */
export interface Surfaces {
  readonly surfaces: WordList;
  /** How often each occurs: the binary logarithm. */
  readonly surfaceCount: ArrayLike<number>;
  /** The letters of each as a bit set. */
  readonly signature: Uint32Array;
}

/** The letters of a word as a bit set; digits share one bit. */
export function letterSet(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    set |= unit >= 97 && unit <= 122 ? 1 << (unit - 97) : 1 << 26;
  }
  return set >>> 0;
}

export interface Correction {
  /** Number of the surface form. */
  readonly surface: number;
  readonly distance: number;
  readonly score: number;
}

/** Words of three letters or fewer are not corrected: too many are alike. */
export function allowedDistance(length: number): number {
  return length < 4 ? 0 : length < 6 ? 1 : length < 13 ? 2 : 3;
}

/**
 * The surface forms most like a word that is not known, best first. The letter sets rule out nearly all before
 * distances are counted: one edit changes a set by two letters at most.
 */
export function corrections(index: Surfaces, word: string, most: number): Correction[] {
  const allowed = allowedDistance(word.length);
  if (allowed === 0 || word.length > 40 || /[0-9]/.test(word)) return [];
  const letters = letterSet(word);
  const { signature, surfaces, surfaceCount } = index;
  const found: Correction[] = [];
  for (let surface = 0; surface < signature.length; surface++) {
    const difference = letters ^ (signature[surface] ?? 0);
    // Counting bits only where few differ keeps this loop short.
    if (difference !== 0 && bits(difference) > 2 * allowed) continue;
    const length = surfaces.length(surface);
    if (length < 4 || Math.abs(length - word.length) > allowed) continue;
    const distance = editDistance(index, surface, word, allowed);
    if (distance > allowed) continue;
    const first = surfaces.unit(surface, 0) === word.charCodeAt(0) ? 0 : 0.7;
    // People get the first letter right: two edits and another beginning is another word.
    if (first > 0 && distance > 1) continue;
    const last = surfaces.unit(surface, length - 1) === word.charCodeAt(word.length - 1) ? 0 : 0.1;
    found.push({ surface, distance, score: distance + first + last - 0.08 * (surfaceCount[surface] ?? 0) });
  }
  return found.sort((one, other) => one.score - other.score || one.surface - other.surface).slice(0, most);
}

function bits(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const rows = [new Uint8Array(48), new Uint8Array(48), new Uint8Array(48)];

/** Edits (a swap of neighbours is one) between a surface form and a word; more than `allowed` is not counted further. */
function editDistance(index: Surfaces, surface: number, word: string, allowed: number): number {
  const { surfaces } = index;
  const length = surfaces.length(surface);
  if (length > 44) return allowed + 1;
  let [two, one, now] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let at = 0; at <= word.length; at++) one[at] = at;
  for (let row = 1; row <= length; row++) {
    const unit = surfaces.unit(surface, row - 1);
    const before = row > 1 ? surfaces.unit(surface, row - 2) : 0;
    now[0] = row;
    let least = row;
    for (let at = 1; at <= word.length; at++) {
      const own = word.charCodeAt(at - 1);
      let cost = Math.min((one[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (one[at - 1] ?? 0) + (unit === own ? 0 : 1));
      if (row > 1 && at > 1 && unit === word.charCodeAt(at - 2) && before === own) cost = Math.min(cost, (two[at - 2] ?? 0) + 1);
      now[at] = cost;
      if (cost < least) least = cost;
    }
    if (least > allowed) return least;
    [two, one, now] = [one, now, two];
  }
  return one[word.length] ?? allowed + 1;
}
