import { stem } from '../search/stem.ts';
import type { AlphabeticIndex, PartOfIndex, TermNumber } from './alphabetic-index.ts';
import { termWords, typedWord } from './term-words.ts';

export interface FoundTerms {
  /** Best first. */
  readonly terms: readonly TermNumber[];
  /** Words typed that these terms do not have. */
  readonly missing: readonly string[];
}

export interface FindOptions {
  /** Words that say the same as one: renal for kidney. */
  readonly alike?: (word: string) => readonly string[];
  /** Only terms of this part. */
  readonly part?: PartOfIndex | undefined;
}

/** The most words that are looked for at once. */
export const MOST_INDEX_WORDS = 24;

/** Fewer letters begin too many words. */
const LEAST_BEGINNING = 3;

/** From the strictest way of looking to the widest. */
const WAYS = [
  ['main terms', false],
  ['anywhere', false],
  ['main terms', true],
  ['anywhere', true],
] as const;

interface Wanted {
  readonly typed: string;
  readonly word: string;
  readonly stem: string;
  /** Stems that say the same: kidney, renal. */
  readonly alike: readonly string[];
}

interface Match {
  readonly term: TermNumber;
  readonly found: number;
  /** Words of the path that were not asked for. */
  readonly beyond: number;
  /** Words found as they were typed, letter for letter. */
  readonly literal: number;
}

/**
 * Finds terms by their words in any order: "kidney failure" as well as "Failure, kidney". Commas make a path: the words
 * before the first must be the main term's. A word may be written another way (plural, British). Where no main term with
 * one of the words has all of them under it (or a word that says the same: `alike`), subterms are looked for anywhere, then words that only begin as typed are
 * taken; where even so none has all, the terms that have most.
 */
export function findTerms(index: AlphabeticIndex, text: string, { alike = () => [], part }: FindOptions = {}): FoundTerms {
  const parts = text.split(',').map((part) => termWords(part));
  const wanted = parts.flat().map((typed): Wanted => {
    const read = typedWord(typed);
    return { typed, ...read, alike: alike(read.word).map((each) => stem(each)) };
  });
  if (wanted.length === 0 || wanted.length > MOST_INDEX_WORDS) return { terms: [], missing: [] };
  const leading = parts.length > 1 ? (parts[0]?.length ?? 0) : 0;
  const all = 2 ** wanted.length - 1;
  let best: Match[] = [];
  for (const [scope, beginning] of WAYS) {
    if (scope === 'anywhere' && leading > 0) continue;
    const matches = new Finder(index, wanted, beginning).matches(leading, scope === 'anywhere', part);
    const whole = matches.filter((match) => match.found === all);
    if (whole.length > 0) return { terms: ordered(whole), missing: [] };
    // What is looked for more widely is only guessed at where the words themselves lead nowhere.
    if (best.length === 0) best = matches;
  }
  const most = Math.max(0, ...best.map((match) => countBits(match.found)));
  const nearest = best.filter((match) => countBits(match.found) === most);
  const found = nearest.reduce((set, match) => set | match.found, 0);
  return { terms: ordered(nearest), missing: wanted.filter((_, at) => !((found >>> at) & 1)).map((each) => each.typed) };
}

function ordered(matches: readonly Match[]): TermNumber[] {
  return [...matches]
    .sort((one, other) => one.beyond - other.beyond || countBits(other.literal) - countBits(one.literal) || one.term - other.term)
    .map((match) => match.term);
}

function countBits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

type Found = Omit<Match, 'term'>;

const NOTHING_YET: Found = { found: 0, beyond: 0, literal: 0 };

class Finder {
  readonly #index: AlphabeticIndex;
  readonly #wanted: readonly Wanted[];
  readonly #beginning: boolean;
  /** By word of the pack's dictionary: the wanted words it satisfies, and how many words it is. */
  readonly #known = new Map<number, { readonly bits: number; readonly literal: number; readonly words: number }>();

  constructor(index: AlphabeticIndex, wanted: readonly Wanted[], beginning: boolean) {
    this.#index = index;
    this.#wanted = wanted;
    this.#beginning = beginning;
  }

  /** The terms that have a word more than those above them. `leading` words must stand in the main term. */
  matches(leading: number, anywhere: boolean, part: PartOfIndex | undefined): Match[] {
    const matches: Match[] = [];
    const must = 2 ** leading - 1;
    for (const main of anywhere ? this.#mainTermsAbove() : this.#mainTerms(leading)) {
      if (part && (main < part.first || main >= part.after)) continue;
      if ((this.#words(main).bits & must) === must) this.#visit(main, NOTHING_YET, matches);
    }
    return matches;
  }

  #mainTerms(leading: number): Set<TermNumber> {
    const wanted = leading > 0 ? this.#wanted.slice(0, 1) : this.#wanted;
    const terms = wanted.flatMap((each) => this.#termsWith(each));
    return new Set(terms.flatMap((run) => [...run].filter((term) => this.#index.level[term] === 0)));
  }

  /** The main terms above a use of the rarest word: where all words are found, that one is among them. */
  #mainTermsAbove(): Set<TermNumber> {
    const uses = this.#wanted.map((each) => this.#termsWith(each)).filter((runs) => runs.some((run) => run.length > 0));
    const count = (runs: readonly Uint32Array[]): number => runs.reduce((sum, run) => sum + run.length, 0);
    const [rarest = []] = uses.sort((one, other) => count(one) - count(other));
    return new Set(rarest.flatMap((run) => Array.from(run, (term) => this.#index.mainTerm(term))));
  }

  #termsWith({ word, stem: stemmed, alike }: Wanted): Uint32Array[] {
    const exact = [stemmed, ...alike].map((each) => this.#index.termsWith(each, false));
    return this.#beginning && word.length >= LEAST_BEGINNING ? [...exact, this.#index.termsWith(word, true)] : exact;
  }

  #visit(term: TermNumber, above: Found, matches: Match[]): void {
    const own = this.#words(term);
    const found = above.found | own.bits;
    const here = { found, beyond: above.beyond + own.beyond, literal: above.literal | own.literal };
    if (found !== above.found) matches.push({ term, ...here });
    if (found === 2 ** this.#wanted.length - 1) return;
    for (let below = term + 1; below < (this.#index.after[term] ?? 0); below = this.#index.after[below] ?? below + 1) {
      this.#visit(below, here, matches);
    }
  }

  #words(term: TermNumber): { bits: number; literal: number; beyond: number } {
    const { texts, titleText, modifierText } = this.#index;
    let bits = 0;
    let literal = 0;
    let beyond = 0;
    for (const word of texts.run(titleText[term] ?? 0)) {
      const known = this.#wordBits(word);
      bits |= known.bits;
      literal |= known.literal;
      if (known.bits === 0) beyond += known.words;
    }
    for (const word of texts.run(modifierText[term] ?? 0)) bits |= this.#wordBits(word).bits;
    return { bits, literal, beyond };
  }

  #wordBits(number: number): { bits: number; literal: number; words: number } {
    let known = this.#known.get(number);
    if (!known) {
      const words = termWords(this.#index.texts.word(number));
      let bits = 0;
      let literal = 0;
      for (const word of words) {
        const stemmed = stem(word);
        this.#wanted.forEach((wanted, at) => {
          const begins = this.#beginning && wanted.word.length >= LEAST_BEGINNING && word.startsWith(wanted.word);
          if (wanted.stem === stemmed || wanted.alike.includes(stemmed) || begins) bits |= 1 << at;
          if (wanted.word === word) literal |= 1 << at;
        });
      }
      this.#known.set(number, (known = { bits, literal, words: words.length }));
    }
    return known;
  }
}
