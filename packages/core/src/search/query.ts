import type { IndexReader } from './index-reader.ts';
import { NO_TERM } from './index-reader.ts';
import { type Knowledge, writtenWords } from './knowledge.ts';
import { corrections } from './spelling.ts';
import { stem } from './stem.ts';
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
      words.push(isKnown ? knownWord(index, written, word) : unknownWord(index, written, word, open && at === typed.length - 1));
    }
  });
  return words;
}

function knownWord(index: IndexReader, typed: string, word: string): QueryWord {
  return { typed, word, stop: false, denied: false, options: exactOption(index, stem(word), word, 1) };
}

/** A word no text has: an ending not seen before, the beginning of a word, or a misspelling. */
function unknownWord(index: IndexReader, typed: string, word: string, last: boolean): QueryWord {
  if (hasOtherEnding(index, word)) return knownWord(index, typed, word);
  const options: WordOption[] = [];
  let meant = word;
  if (last && word.length >= 3) {
    const [first, after] = index.surfaces.beginningWith(word);
    const terms = new Set<number>();
    for (let surface = first; surface < after && terms.size < MOST_PREFIXED; surface++) {
      const term = index.surfaceTerm[surface] ?? NO_TERM;
      if (term !== NO_TERM) terms.add(term);
    }
    if (terms.size > 0) options.push({ terms: [...terms], weight: 0.9, how: 'prefix', word: `${word}…` });
    else if (after > first) meant = index.surfaces.at(first);
  }
  if (options.length === 0 && meant === word) {
    const found = corrections(index, word, 3);
    const best = found[0];
    if (best) meant = index.surfaces.at(best.surface);
    for (const correction of found) {
      if (best && correction.score > best.score + 0.6) break;
      const term = index.surfaceTerm[correction.surface] ?? NO_TERM;
      const right = index.surfaces.at(correction.surface);
      if (term !== NO_TERM) options.push({ terms: [term], weight: 0.96 - 0.06 * correction.distance, how: 'spelling', word: right });
    }
    if (options.length === 0) options.push(...exactOption(index, stem(word), word, 0.8));
  }
  return { typed, word: meant, stop: false, denied: false, options };
}

function exactOption(index: IndexReader, term: string, word: string, weight: number): readonly WordOption[] {
  const at = index.terms.find(term);
  return at < 0 ? NONE : [{ terms: [at], weight, how: 'exact', word }];
}

function isSurface(index: IndexReader, word: string): boolean {
  return index.surfaces.find(word) >= 0;
}

const ENDINGS = ['', 's', 'e', 'es', 'ed', 'ing', 'y', 'ies', 'al', 'ly'];

/** True when the text has the word with another ending of number or tense. */
function hasOtherEnding(index: IndexReader, word: string): boolean {
  const base = word.replace(/(?:ies|es|s|ed|ing|ly|e|y)$/, '');
  if (base.length < 3) return false;
  return ENDINGS.some((ending) => isSurface(index, base + ending)) || (base.at(-1) === base.at(-2) && isSurface(index, base.slice(0, -1)));
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
