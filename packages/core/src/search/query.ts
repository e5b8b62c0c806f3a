import type { IndexReader } from './index-reader.ts';
import { NO_TERM } from './index-reader.ts';
import { type Knowledge, writtenWords } from './knowledge.ts';
import { corrections } from './spelling.ts';
import { inflections, stem } from './stem.ts';
import { numeral, STOP_WORDS } from './tokenise.ts';

/** A word of the query with the terms of the index it may be. */
export interface QueryWord {
  /** As typed. */
  readonly typed: string;
  /** As understood: the spelling corrected. */
  readonly word: string;
  readonly stop: boolean;
  /** Said to be absent: "without fever". */
  readonly denied: boolean;
  readonly options: readonly WordOption[];
}

export interface WordOption {
  readonly terms: readonly number[];
  readonly weight: number;
  readonly how: 'exact' | 'prefix' | 'spelling';
  /** The word meant, when it is not the one typed. */
  readonly word: string;
}

const NONE: readonly WordOption[] = [];
const MOST_CORRECTED = 8;
const MOST_PREFIXED = 24;

/** Reads the words of a query; the last one may be the beginning of a word. */
export function readQuery(query: string, index: IndexReader, knowledge: Knowledge | undefined): QueryWord[] {
  const typed = splitJoined(writtenWords(query), index, knowledge);
  const open = /[a-z0-9]$/i.test(query);
  const words: QueryWord[] = [];
  let denying = 0;
  let corrected = 0;
  typed.forEach((written, at) => {
    const word = numeral(written, typed[at - 1] ?? '');
    if (word === 'without' || word === 'no' || word === 'not' || word === 'w/o' || word === 'denies') {
      denying = 3;
      words.push({ typed: written, word, stop: true, denied: false, options: NONE });
      return;
    }
    if (word === 'with' || word === 'but' || word === 'and') denying = 0;
    const stop = STOP_WORDS.has(word);
    const denied = !stop && denying > 0;
    if (denied) denying--;
    if (stop) words.push({ typed: written, word, stop, denied, options: NONE });
    else if (denied) words.push({ typed: written, word, stop, denied, options: exactOption(index, `!${stem(word)}`, word, 1) });
    else {
      const isKnown = isSurface(index, word) || (knowledge?.knows(word) ?? false) || /^\d+$/.test(word);
      if (!isKnown && corrected++ >= MOST_CORRECTED) return;
      words.push(
        isKnown
          ? knownWord(index, written, word, open && at === typed.length - 1)
          : unknownWord(index, written, word, open && at === typed.length - 1),
      );
    }
  });
  return words;
}

function knownWord(index: IndexReader, typed: string, word: string, last: boolean): QueryWord {
  const options = exactOption(index, stem(word), word, 1);
  // A word that only the knowledge lists have may still be another form of one in the classification.
  return { typed, word, stop: false, denied: false, options: options.length > 0 ? options : likeWords(index, word, last).options };
}

/** A word no text has: an ending not seen before, the beginning of a word, or a misspelling. */
function unknownWord(index: IndexReader, typed: string, word: string, last: boolean): QueryWord {
  if (hasOtherEnding(index, word)) return knownWord(index, typed, word, last);
  const { options, meant } = likeWords(index, word, last);
  return { typed, word: meant, stop: false, denied: false, options };
}

function likeWords(index: IndexReader, word: string, last: boolean): { options: readonly WordOption[]; meant: string } {
  if (last && word.length >= 3) {
    const terms = termsBeginning(index, word);
    if (terms.length > 0) return { options: [{ terms, weight: 0.9, how: 'prefix', word: `${word}…` }], meant: word };
    // The beginning of a word of the knowledge lists.
    const [first, after] = index.surfaces.beginningWith(word);

    if (first < after && index.surfaces.at(first) !== word) return { options: NONE, meant: index.surfaces.at(first) };
  }
  const found = corrections(index, word, 4).filter((each) => index.surfaces.at(each.surface) !== word);
  const best = found[0];
  const sameStem = exactOption(index, stem(word), word, 0.85);
  if (!best) return { options: sameStem.length > 0 ? sameStem : sameBeginning(index, word), meant: word };
  const meant = best.distance > 1 && sameStem.length > 0 ? word : index.surfaces.at(best.surface);
  const corrected = found
    .filter((each) => each.score <= best.score + 0.6 && (index.surfaceTerm[each.surface] ?? NO_TERM) !== NO_TERM)
    .map((each): WordOption => {
      const terms = [index.surfaceTerm[each.surface] ?? NO_TERM];
      return { terms, weight: 0.96 - 0.06 * each.distance, how: 'spelling', word: index.surfaces.at(each.surface) };
    });
  return { options: best.distance > 1 ? [...sameStem, ...corrected] : [...corrected, ...sameStem], meant };
}

/** Nothing is near: words that begin alike, such as alkalemia and alkalosis, are better than no answer. */
function sameBeginning(index: IndexReader, word: string): readonly WordOption[] {
  for (let length = word.length - 1; length >= 5 && 2 * length >= word.length; length--) {
    const terms = termsBeginning(index, word.slice(0, length));
    if (terms.length > 0) return [{ terms, weight: 0.6, how: 'spelling', word: `${word.slice(0, length)}…` }];
  }
  return NONE;
}

function termsBeginning(index: IndexReader, prefix: string): number[] {
  const [first, after] = index.surfaces.beginningWith(prefix);
  const terms = new Set<number>();
  for (let surface = first; surface < after && terms.size < MOST_PREFIXED; surface++) {
    const term = index.surfaceTerm[surface] ?? NO_TERM;
    if (term !== NO_TERM) terms.add(term);
  }
  return [...terms];
}

function exactOption(index: IndexReader, term: string, word: string, weight: number): readonly WordOption[] {
  const at = index.terms.find(term);
  return at < 0 ? NONE : [{ terms: [at], weight, how: 'exact', word }];
}

function isSurface(index: IndexReader, word: string): boolean {
  return index.surfaces.find(word) >= 0;
}

/** True when the text has the word with another ending of number or tense. */
function hasOtherEnding(index: IndexReader, word: string): boolean {
  return (
    word.length > 3 &&
    inflections(word).some((form) => form !== word && (index.surfaceTerm[index.surfaces.find(form)] ?? NO_TERM) !== NO_TERM)
  );
}

/** Takes apart what was written without a space (`ckd3`, `kneepain`) and joins what was written with one (`head ache`). */
function splitJoined(words: readonly string[], index: IndexReader, knowledge: Knowledge | undefined): string[] {
  const isKnown = (word: string): boolean => isSurface(index, word) || STOP_WORDS.has(word) || (knowledge?.knows(word) ?? false);
  const parts: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    if (next !== undefined && word.length + next.length > 5 && word.length > 1 && !isKnown(`${word} ${next}`)) {
      const joined = word + next;
      if ((!isKnown(word) || !isKnown(next) || word === 'non' || word === 'post') && isSurface(index, joined)) {
        parts.push(joined);
        at++;
        continue;
      }
    }
    if (isKnown(word) || word.length > 40) parts.push(word);
    else if (/[a-z]/.test(word) && /[0-9]/.test(word)) parts.push(...(word.match(/[a-z]+|[0-9]+/g) ?? [word]));
    else parts.push(...(splitCompound(word, isKnown) ?? [word]));
  }
  return parts;
}

function splitCompound(word: string, isKnown: (word: string) => boolean): [string, string] | undefined {
  for (let at = word.length - 4; at >= 4; at--) {
    const first = word.slice(0, at);
    const second = word.slice(at);
    if (isKnown(first) && isKnown(second)) return [first, second];
  }
  return undefined;
}
