import type { Pack } from '../pack/format.ts';
import { documentTokens, STOP_WORDS, type Token, wordsOf } from './tokenise.ts';
import { fold } from './fold.ts';
import { singular, stem } from './stem.ts';
import { WordList } from './word-list.ts';

/** What a term may stand for. */
export interface Meaning {
  readonly meaning: string;
  /** Words of which one must stand elsewhere in the query; empty when the meaning always holds. */
  readonly context: readonly string[];
}

const tokensByMeaning = new WeakMap<Meaning, readonly Token[]>();

/** The words of a meaning as tokens, made once. */
export function meaningTokens(meaning: Meaning): readonly Token[] {
  let tokens = tokensByMeaning.get(meaning);
  if (!tokens) tokensByMeaning.set(meaning, (tokens = documentTokens(meaning.meaning)));
  return tokens;
}

/** Longest term in words. */
export const LONGEST_TERM = 8;

/**
 * Abbreviations, lay words and synonyms with what they stand for in the classification's own words. A key is a term as
 * written, or (after a `~`) its stems in order of the alphabet, so that word order and endings do not matter.
 */
export class Knowledge {
  readonly #keys: WordList;
  readonly #firstEntry: Uint32Array;
  /** Pairs: numbers of the meaning and of the context. */
  readonly #entries: Uint16Array;
  readonly #texts: WordList;
  readonly #made = new Map<number, Meaning[]>();
  #words: Set<string> | undefined;

  constructor(pack: Pack) {
    this.#keys = new WordList(pack.section('knowledge.key.start', 'u32'), pack.section('knowledge.key.bytes', 'u8'));
    this.#firstEntry = pack.section('knowledge.key.entry', 'u32');
    this.#entries = pack.section('knowledge.entry', 'u16');
    this.#texts = new WordList(pack.section('knowledge.text.start', 'u32'), pack.section('knowledge.text.bytes', 'u8'));
  }

  static isIn(pack: Pack): boolean {
    return pack.has('knowledge.key.start');
  }

  /** The meanings under a key, in the order of the lists. */
  meanings(key: string): readonly Meaning[] {
    const at = this.#keys.find(key);
    if (at < 0) return [];
    let made = this.#made.get(at);
    if (!made) {
      made = [];
      for (let entry = this.#firstEntry[at] ?? 0; entry < (this.#firstEntry[at + 1] ?? 0); entry++) {
        const context = this.#texts.at(this.#entries[2 * entry + 1] ?? 0);
        made.push({ meaning: this.#texts.at(this.#entries[2 * entry] ?? 0), context: context === '' ? [] : context.split(',') });
      }
      this.#made.set(at, made);
    }
    return made;
  }

  /** True for a word of any term as written. The words are gathered when first asked. */
  uses(word: string): boolean {
    this.#words ??= new Set(
      this.#keys
        .all()
        .filter((key) => !/^[~=]/.test(key))
        .flatMap((key) => key.split(' ')),
    );
    return this.#words.has(word);
  }

  /** True when a term as written begins with this word: such words are not misspellings. */
  knows(word: string): boolean {
    return this.#keys.find(word) >= 0;
  }
}

/** Pieces of a query or term: words, and shorthand with its stroke (`h/o`, `w/`, `b/l`). */
export function writtenWords(text: string): string[] {
  const words: string[] = [];
  for (const piece of fold(text).split(/[^a-z0-9/'&+-]+/)) {
    if (SHORTHAND.test(piece)) words.push(piece);
    else if (piece.startsWith('w/') && piece.length > 2) words.push('w/', ...wordsOf(piece.slice(2)));
    else words.push(...wordsOf(piece));
  }
  return words;
}
const SHORTHAND = /^(?:[a-z]\/[a-z]?|[a-z]{1,2}\/[a-z]{1,2})$/;

/** The key of a term as written. */
export function writtenKey(words: readonly string[]): string {
  return words.join(' ');
}

/** The key of a term by its stems; undefined when nothing but stop words is in it. */
export function looseKey(words: readonly string[]): string | undefined {
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  // A word alone may change its number only: "elbowed" is not said by "elbow".
  if (telling.length === 1) return `~${singular(telling[0] ?? '')}`;
  return telling.length === 0 ? undefined : `~${telling.map(stem).sort().join(' ')}`;
}

/** The key of a word class such as kidney, renal. */
export function classKey(term: string): string {
  return `=${term}`;
}
