import { skeleton } from '../search/shorthand.ts';
import { allowedDistance, corrections, letterSet, type Surfaces } from '../search/spelling.ts';
import { WordList } from '../search/word-list.ts';
import { stem } from '../search/stem.ts';
import type { AlphabeticIndex } from './alphabetic-index.ts';
import { termWords, typedWord } from './term-words.ts';

const SURFACES = new WeakMap<AlphabeticIndex, Surfaces>();
const MOST_MENDED = 6;
const MOST_READINGS = 3;

/**
 * A text with the words in `missing` mended into words of the index, likeliest first; empty when one of them is like
 * none. The order of words, commas and all else stay.
 */
export function mendWords(index: AlphabeticIndex, text: string, missing: readonly string[]): string[] {
  if (missing.length === 0 || missing.length > MOST_MENDED) return [];
  const surfaces = surfacesOf(index);
  let readings = [text];
  for (const word of missing) {
    const plain = typedWord(word).word;
    if (allowedDistance(plain.length) === 0) return [];
    const found = [
      ...unclipped(surfaces, plain),
      ...corrections(surfaces, plain, MOST_READINGS).map(({ surface }) => surfaces.surfaces.at(surface)),
    ];
    readings = found.flatMap((each) => readings.map((reading) => replaceWord(reading, word, each))).slice(0, MOST_READINGS);
    if (readings.length === 0) return [];
  }
  return readings;
}

/** The most frequent word with the consonants of one that has no others: `brst` is breast. */
function unclipped({ surfaces, surfaceCount }: Surfaces, word: string): string[] {
  if (skeleton(word) !== word) return [];
  const [first, after] = surfaces.beginningWith(word.charAt(0));
  let best = -1;
  for (let at = first; at < after; at++)
    if (skeleton(surfaces.at(at)) === word && (best < 0 || (surfaceCount[at] ?? 0) > (surfaceCount[best] ?? 0))) best = at;
  return best < 0 ? [] : [surfaces.at(best)];
}

/** Words of a text are compared folded; what stands between them is kept. */
function replaceWord(text: string, word: string, instead: string): string {
  return text
    .split(/([\s,]+)/)
    .map((piece) => (termWords(piece).includes(word) ? instead : piece))
    .join('');
}

/** The words of all terms; gathered when a word is first misspelt. */
function surfacesOf(index: AlphabeticIndex): Surfaces {
  let surfaces = SURFACES.get(index);
  if (!surfaces) {
    const words = new Set<string>();
    for (let number = 0; number < index.texts.wordCount; number++) {
      for (const word of termWords(index.texts.word(number))) if (/^[a-z]{4,}$/.test(word)) words.add(word);
    }
    const sorted = [...words].sort();
    surfaces = {
      surfaces: WordList.of(sorted),
      surfaceCount: Uint8Array.from(sorted, (word) => Math.floor(Math.log2(1 + index.termsWith(stem(word), false).length))),
      signature: Uint32Array.from(sorted, letterSet),
    };
    SURFACES.set(index, surfaces);
  }
  return surfaces;
}
