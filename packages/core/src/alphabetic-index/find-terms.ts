import { stem } from '../search/stem.ts';
import type { AlphabeticIndex, TermNumber } from './alphabetic-index.ts';
import { termWords, typedWord } from './term-words.ts';

export interface FoundTerms {
  /** Best first. */
  readonly terms: readonly TermNumber[];
  /** Words typed that these terms do not have. */
  readonly missing: readonly string[];
}

/** The most words that are looked for at once. */
export const MOST_INDEX_WORDS = 24;

/** From the strictest way of looking to the widest. */
const WAYS = [
  ['main terms', false],
  ['anywhere', false],
  ['main terms', true],
] as const;

interface Wanted {
  readonly typed: string;
  readonly word: string;
  readonly stem: string;
}

interface Match {
  readonly term: TermNumber;
  readonly found: number;
  /** Words of the path that were not asked for. */
  readonly beyond: number;
}

/**
 * Finds terms by their words in any order: "kidney failure" as well as "Failure, kidney". Commas make a path: the words
 * before the first must be the main term's. A word may be written another way (plural, British). Where no main term with
 * one of the words has all of them under it, subterms are looked for anywhere, then words that only begin as typed are
 * taken; where even so none has all, the terms that have most.
 */
export function findTerms(index: AlphabeticIndex, text: string): FoundTerms {
  const parts = text.split(',').map((part) => termWords(part));
  const wanted = parts.flat().map((typed): Wanted => ({ typed, ...typedWord(typed) }));
  if (wanted.length === 0 || wanted.length > MOST_INDEX_WORDS) return { terms: [], missing: [] };
  const leading = parts.length > 1 ? (parts[0]?.length ?? 0) : 0;
  const all = 2 ** wanted.length - 1;
  let best: Match[] = [];
  for (const [scope, beginning] of WAYS) {
    if (scope === 'anywhere' && leading > 0) continue;
    const matches = new Finder(index, wanted, beginning).matches(leading, scope === 'anywhere');
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
  return [...matches].sort((one, other) => one.beyond - other.beyond || one.term - other.term).map((match) => match.term);
}

function countBits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

class Finder {
  readonly #index: AlphabeticIndex;
  readonly #wanted: readonly Wanted[];
  readonly #beginning: boolean;
  /** By word of the pack's dictionary: the wanted words it satisfies, and how many words it is. */
  readonly #known = new Map<number, { readonly bits: number; readonly words: number }>();

  constructor(index: AlphabeticIndex, wanted: readonly Wanted[], beginning: boolean) {
    this.#index = index;
    this.#wanted = wanted;
    this.#beginning = beginning;
  }

  /** The highest term of each branch that has most of the words. `leading` words must stand in the main term. */
  matches(leading: number, anywhere: boolean): Match[] {
    const matches: Match[] = [];
    for (const main of anywhere ? this.#allMainTerms() : this.#mainTerms(leading)) {
      const top = this.#words(main);
      const must = 2 ** leading - 1;
      if ((top.bits & must) === must) this.#visit(main, 0, 0, matches);
    }
    return matches;
  }

  #mainTerms(leading: number): Set<TermNumber> {
    const mains = new Set<TermNumber>();
    for (const { word, stem: stemmed } of leading > 0 ? this.#wanted.slice(0, 1) : this.#wanted) {
      for (const main of this.#index.mainTermsWith(stemmed, false)) mains.add(main);
      if (this.#beginning) for (const main of this.#index.mainTermsWith(word, true)) mains.add(main);
    }
    return mains;
  }

  *#allMainTerms(): Generator<TermNumber> {
    for (let main = 0; main < this.#index.size; main = this.#index.after[main] ?? this.#index.size) yield main;
  }

  #visit(term: TermNumber, above: number, beyondAbove: number, matches: Match[]): void {
    const own = this.#words(term);
    const found = above | own.bits;
    const beyond = beyondAbove + own.beyond;
    const all = 2 ** this.#wanted.length - 1;
    if (found !== above) matches.push({ term, found, beyond });
    if (found === all) return;
    for (let below = term + 1; below < (this.#index.after[term] ?? 0); below = this.#index.after[below] ?? below + 1) {
      this.#visit(below, found, beyond, matches);
    }
  }

  #words(term: TermNumber): { bits: number; beyond: number } {
    const { texts, titleText, modifierText } = this.#index;
    let bits = 0;
    let beyond = 0;
    for (const word of texts.run(titleText[term] ?? 0)) {
      const known = this.#wordBits(word);
      bits |= known.bits;
      if (known.bits === 0) beyond += known.words;
    }
    for (const word of texts.run(modifierText[term] ?? 0)) bits |= this.#wordBits(word).bits;
    return { bits, beyond };
  }

  #wordBits(number: number): { bits: number; words: number } {
    let known = this.#known.get(number);
    if (!known) {
      const words = termWords(this.#index.texts.word(number));
      let bits = 0;
      for (const word of words) {
        const stemmed = stem(word);
        this.#wanted.forEach((wanted, at) => {
          if (wanted.stem === stemmed || (this.#beginning && word.startsWith(wanted.word))) bits |= 1 << at;
        });
      }
      this.#known.set(number, (known = { bits, words: words.length }));
    }
    return known;
  }
}
