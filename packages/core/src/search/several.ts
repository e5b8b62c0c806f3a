import { meaningTokens } from './knowledge.ts';
import type { QueryWord } from './query.ts';
import { type Reading, segment } from './rewrite.ts';
import { stem } from './stem.ts';

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
  const one = parts.length < 2 || parts.length > MOST_PARTS || parts.some((part) => onlyModifies(words, part, found));
  return one ? [] : parts;
}

/** Words that say how a condition stands to the visit, and are no condition: "h/o colon ca" is one. */
const MODIFYING: ReadonlySet<string> = new Set(
  'history personal family status sequela encounter initial subsequent screening aftercare examination complaint suspected unspecified bilateral right left'
    .split(' ')
    .map(stem),
);

function onlyModifies(words: readonly QueryWord[], { from, to }: Part, found: readonly Reading[]): boolean {
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (!word || word.stop || MODIFYING.has(stem(word.word))) continue;
    const reading = found.find((each) => each.from === at && each.to <= to);
    const meaning = reading?.meanings[0];
    if (!reading || !meaning || !meaningTokens(meaning).every((token) => MODIFYING.has(token.term))) return false;
    at = reading.to - 1;
  }
  return true;
}

/** Two readings side by side are two conditions; one that covers the line may still be made of several ("htn ckd"). */
function byReadings(words: readonly QueryWord[], found: readonly Reading[]): Part[] {
  const at = (segments: readonly Reading[]): Part[] => {
    const starts = new Set(segments.map((reading) => reading.from));
    return cut(words, (word) => starts.has(word));
  };
  const longest = at(segment(found));
  return longest.length > 1 ? longest : at(segment([...found].reverse()));
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
