import type { IndexReader } from './index-reader.ts';
import { NO_TERM } from './index-reader.ts';
import { type Knowledge, writtenWords } from './knowledge.ts';
import { numbersIn, withoutThousandsCommas } from './ranges.ts';
import { unclipped } from './shorthand.ts';
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
  /** Number of the clause it stands in; commas and brackets end one. */
  readonly clause: number;
  /** The number it is written in: 22.5 for both words of "22.5". */
  readonly number?: number | undefined;
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
export function readQuery(
  query: string,
  index: IndexReader,
  knowledge: Knowledge | undefined,
  /** True for a word that is right as it is, though these texts do not have it: it is not mended into one they have. */
  isRight: (word: string) => boolean = () => false,
): QueryWord[] {
  const words: QueryWord[] = [];
  const open = /[a-z0-9]$/i.test(query);
  const written = withoutThousandsCommas(query).split(CLAUSE_END);
  const clauses = written.map((clause) => splitJoined(writtenWords(clause), index, knowledge));
  let corrected = 0;
  clauses.forEach((clause, number) => {
    // What is denied ends with its clause: "without infection, left foot" has a left foot.
    let denying = 0;
    const numbers = numbersOfWords(clause, written[number] ?? '');
    clause.forEach((typed, at) => {
      const word = numeral(typed, clause[at - 1] ?? '');
      const stop = STOP_WORDS.has(word);
      if (DENYING.has(word)) denying = 4;
      else if (ENDS_DENIAL.has(word)) denying = 0;
      else if (!stop && denying > 0) denying--;
      if (stop || DENYING.has(word)) words.push({ typed, word, stop: true, denied: false, clause: number, options: NONE });
      else if (denying > 0) {
        words.push({ typed, word, stop, denied: true, clause: number, options: exactOption(index, `!${stem(word)}`, word, 1) });
      } else {
        const last = open && number === clauses.length - 1 && at === clause.length - 1;
        const reads = knowledge?.knows(word) ?? false;
        const isWritten = (index.surfaceTerm[index.surfaces.find(word)] ?? NO_TERM) !== NO_TERM || hasOtherEnding(index, word);
        if (isWritten || /^\d+$/.test(word)) {
          const options = exactOption(index, stem(word), word, 1);
          words.push({ typed, word, stop, denied: false, clause: number, number: numbers[at], options });
        } else if (reads) words.push({ typed, word, stop, denied: false, clause: number, options: NONE });
        else if (isSurface(index, word) && !isRight(word)) {
          // A word of longer terms of the knowledge lists may still be another form of one in the classification.
          words.push({ typed, word, stop, denied: false, clause: number, options: likeWords(index, word, last).options });
        } else if (!isRight(word) && corrected++ < MOST_CORRECTED)
          words.push({ ...likely(index, word, last), typed, stop, denied: false, clause: number });
        else words.push({ typed, word, stop, denied: false, clause: number, options: NONE });
      }
    });
  });
  return words;
}

/** By word of a clause the number it belongs to, where it is written in digits. */
function numbersOfWords(words: readonly string[], clause: string): (number | undefined)[] {
  const of = numbersIn(clause).flatMap(({ value, digits }) => digits.map((text) => ({ value, text })));
  let next = 0;
  return words.map((word) => (/^\d+$/.test(word) && of[next]?.text === word ? of[next++]?.value : undefined));
}

const CLAUSE_END = /[,;()[\]]/;
const DENYING: ReadonlySet<string> = new Set(['without', 'no', 'not', 'w/o', 'denies']);
const ENDS_DENIAL: ReadonlySet<string> = new Set(['with', 'but', 'and', 'w/']);

/** A word no text has: the beginning of a word, or a misspelling. */
function likely(index: IndexReader, word: string, last: boolean): { word: string; options: readonly WordOption[] } {
  const { options, meant } = likeWords(index, word, last);
  return { word: meant, options };
}

function likeWords(index: IndexReader, word: string, last: boolean): { options: readonly WordOption[]; meant: string } {
  const begun = word.length >= (last ? 3 : 4) ? termsBeginning(index, word) : [];
  const prefixed: readonly WordOption[] =
    begun.length > 0 ? [{ terms: begun, weight: last ? 0.9 : 0.85, how: 'prefix', word: `${word}…` }] : NONE;
  if (last && prefixed.length > 0) return { options: prefixed, meant: word };
  if (last && word.length >= 3) {
    // The beginning of a word that only the knowledge lists have.
    const [first, after] = index.surfaces.beginningWith(word);
    if (first < after && index.surfaces.at(first) !== word) return { options: NONE, meant: index.surfaces.at(first) };
  }
  const found = corrections(index, word, 4).filter((each) => index.surfaces.at(each.surface) !== word);
  const best = found[0];
  const sameStem = exactOption(index, stem(word), word, 0.85);
  if (!best || best.distance > 1) {
    const whole = prefixed.length > 0 ? undefined : unclipped(index, word);
    if (whole) return { options: [{ ...whole, weight: 0.85, how: 'spelling' }], meant: whole.word };
  }
  if (!best) {
    const other = sameStem.length > 0 ? sameStem : prefixed;
    return { options: other.length > 0 ? other : sameBeginning(index, word), meant: word };
  }
  const near = best.distance === 1 || (sameStem.length === 0 && prefixed.length === 0);
  const corrected = found
    .filter((each) => each.score <= best.score + 0.6 && (index.surfaceTerm[each.surface] ?? NO_TERM) !== NO_TERM)
    .map((each): WordOption => {
      const terms = [index.surfaceTerm[each.surface] ?? NO_TERM];
      // The likelier of two corrections counts more.
      const weight = 0.96 - 0.06 * each.distance - 0.1 * (each.score - best.score);
      return { terms, weight, how: 'spelling', word: index.surfaces.at(each.surface) };
    });
  const options = near ? [...corrected, ...sameStem, ...prefixed] : [...sameStem, ...prefixed, ...corrected];
  return { options, meant: near ? index.surfaces.at(best.surface) : word };
}

/** Nothing is near: words that begin alike (ketonemia, ketosis) are better than no answer. */
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
