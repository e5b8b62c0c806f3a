import { classKey, type Knowledge, LONGEST_TERM, looseKey, type Meaning, writtenKey } from './knowledge.ts';
import type { QueryWord } from './query.ts';
import { stem } from './stem.ts';

/** A run of query words that the knowledge reads as something else. */
export interface Reading {
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly Meaning[];
}

const MOST_MEANINGS = 3;

/** All readings of runs of words, longest first. */
export function readings(words: readonly QueryWord[], knowledge: Knowledge): Reading[] {
  const found: Reading[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + LONGEST_TERM); to > from; to--) {
      // What is denied keeps its denial.
      if (words[from]?.denied) break;
      const run = words.slice(from, to).map((each) => each.word);
      const meanings = inContext(knowledge.meanings(writtenKey(run)), words, from, to);
      const first = words[from];
      const last = words[to - 1];
      if (meanings.length === 0 && !first?.stop && !last?.stop) {
        const key = looseKey(run);
        if (key !== undefined) meanings.push(...inContext(knowledge.meanings(key), words, from, to));
      }
      if (meanings.length > 0) found.push({ from, to, meanings: meanings.slice(0, MOST_MEANINGS) });
    }
  }
  return found.sort((one, other) => other.to - other.from - (one.to - one.from) || one.from - other.from);
}

/** Readings that do not overlap, the longest (or, turned round, the shortest) taken first. */
export function segment(found: readonly Reading[]): Reading[] {
  const taken: Reading[] = [];
  for (const reading of found) {
    if (taken.every((other) => reading.to <= other.from || reading.from >= other.to)) taken.push(reading);
  }
  return taken.sort((one, other) => one.from - other.from);
}

/** Meanings whose context stands elsewhere in the query come first; those whose context is missing fall away when there are others. */
function inContext(meanings: readonly Meaning[], words: readonly QueryWord[], from: number, to: number): Meaning[] {
  if (meanings.length === 0) return [];
  const around = new Set<string>();
  if (meanings.some((meaning) => meaning.context.length > 0)) {
    words.forEach((each, at) => {
      if (at < from || at >= to) around.add(stem(each.word));
    });
  }
  const fits = meanings.filter((meaning) => meaning.context.some((word) => around.has(stem(word))));
  const always = meanings.filter((meaning) => meaning.context.length === 0);
  if (fits.length > 0 || always.length > 0) return [...fits, ...always];
  // Any meaning is better than none for letters that mean nothing else.
  return words.slice(from, to).some((word) => word.stop || word.options.length > 0) ? [] : [...meanings];
}

/** The other words of a word's class (kidney, renal). */
export function classOf(knowledge: Knowledge | undefined, word: string): string[] {
  return knowledge ? knowledge.meanings(classKey(word)).map((each) => each.meaning) : [];
}
