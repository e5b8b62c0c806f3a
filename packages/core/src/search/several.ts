import type { QueryWord } from './query.ts';
import { type Reading, segment } from './rewrite.ts';

/** A run of query words that may be a condition of its own. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

const MOST_PARTS = 4;
const JOINING: ReadonlySet<string> = new Set(['and', 'plus']);

/**
 * The conditions a line may name: between commas and "and"; failing these, from each reading of the knowledge lists to
 * the next ("htn ckd 3"). Empty when the line can only be one.
 */
export function partsOf(words: readonly QueryWord[], found: readonly Reading[]): Part[] {
  const joined = cut(words, (at) => at > 0 && (words[at]?.clause !== words[at - 1]?.clause || JOINING.has(words[at]?.word ?? '')));
  const parts = joined.length > 1 ? joined : byReadings(words, found);
  return parts.length > 1 && parts.length <= MOST_PARTS ? parts : [];
}

function byReadings(words: readonly QueryWord[], found: readonly Reading[]): Part[] {
  // Short readings first: "htn ckd" is one condition, but its parts are two.
  const starts = new Set(segment([...found].reverse()).map((reading) => reading.from));
  return cut(words, (at) => starts.has(at));
}

function cut(words: readonly QueryWord[], begins: (at: number) => boolean): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (let at = 0; at <= words.length; at++) {
    if (at < words.length && !begins(at)) continue;
    if (words.slice(from, at).some((word) => !word.stop && !word.denied)) parts.push({ from, to: at });
    from = at;
  }
  return parts;
}
