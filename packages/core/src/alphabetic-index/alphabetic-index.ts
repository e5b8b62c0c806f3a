import { codeKey, keyAfter, keyCharacters, withoutDot } from '../icd10cm/code-key.ts';
import { lowerBound } from '../lower-bound.ts';
import type { Pack } from '../pack/format.ts';
import { TextTable } from '../pack/text-table.ts';
import { WordList } from '../search/word-list.ts';
import { splitModifiers } from './term-words.ts';

/** A term by its place in reading order. */
export type TermNumber = number;

export const INDEX_PARTS = ['main', 'neoplasm', 'drugs', 'externalCauses'] as const;

/** One published file of the index: terms `first … after - 1`. */
export interface PartOfIndex {
  readonly name: (typeof INDEX_PARTS)[number];
  /** The fiscal year the file states. */
  readonly version: string;
  readonly edition: string;
  readonly first: TermNumber;
  readonly after: TermNumber;
  /** Titles of a table's columns by number, the first being that of the terms; empty for the parts that are lists. */
  readonly columns: readonly string[];
}

/** `column` of an entry: the code itself, the manifestation in brackets, or a table's column 2–7. */
export const ENTRY = { code: 0, manifestation: 1 } as const;

export interface IndexEntry {
  readonly column: number;
  /** Key of the code as printed. */
  readonly key: number;
  /** Printed with a dash, or as a category to look in. */
  readonly more: boolean;
}

export interface TermReference {
  readonly kind: 'see' | 'seeAlso';
  readonly text: string;
  /** The term it names, or the nearest one above it; -1 when there is none. */
  readonly target: TermNumber;
  /** True when the term itself was found. */
  readonly exact: boolean;
  /** Column of the Table of Neoplasms that is meant ("benign"); 0 elsewhere. */
  readonly column: number;
}

/** The ICD-10-CM Alphabetic Index of a pack: terms in reading order, everything under a term being the run after it. */
export class AlphabeticIndex {
  readonly pack: Pack;
  readonly parts: readonly PartOfIndex[];
  readonly texts: TextTable;
  /** 0 for a main term. */
  readonly level: Uint8Array;
  readonly parent: Int32Array;
  /** Term after the last one under each. */
  readonly after: Uint32Array;
  readonly titleText: Uint32Array;
  readonly modifierText: Uint32Array;
  readonly #codes: Float64Array;
  readonly #words: WordList;

  constructor(pack: Pack) {
    this.pack = pack;
    this.parts = pack.header.facts['parts'] as readonly PartOfIndex[];
    this.texts = new TextTable(pack);
    this.level = pack.section('term.level', 'u8');
    this.parent = pack.section('term.parent', 'i32');
    this.after = pack.section('term.after', 'u32');
    this.titleText = pack.section('term.title', 'u32');
    this.modifierText = pack.section('term.modifiers', 'u32');
    this.#codes = pack.section('code.key', 'f64');
    this.#words = new WordList(pack.section('term.word.start', 'u32'), pack.section('term.word.bytes', 'u8'));
  }

  get size(): number {
    return this.level.length;
  }

  partOf(term: TermNumber): PartOfIndex | undefined {
    return this.parts.find((part) => term >= part.first && term < part.after);
  }

  title(term: TermNumber): string {
    return this.texts.text(this.titleText[term] ?? 0);
  }

  /** Words that may stand with the term or not without changing its code. */
  modifiers(term: TermNumber): string[] {
    return splitModifiers(this.texts.text(this.modifierText[term] ?? 0));
  }

  /** From the main term down to the term itself. */
  path(term: TermNumber): TermNumber[] {
    const path: TermNumber[] = [];
    for (let at = term; at >= 0; at = this.parent[at] ?? -1) path.push(at);
    return path.reverse();
  }

  entries(term: TermNumber): IndexEntry[] {
    const start = this.pack.section('entry.start', 'u32');
    const columns = this.pack.section('entry.column', 'u8');
    const codes = this.pack.section('entry.code', 'u16');
    const more = this.pack.section('entry.more', 'u8');
    const entries: IndexEntry[] = [];
    for (let at = start[term] ?? 0; at < (start[term + 1] ?? 0); at++) {
      entries.push({ column: columns[at] ?? 0, key: this.#codes[codes[at] ?? 0] ?? 0, more: more[at] === 1 });
    }
    return entries;
  }

  references(term: TermNumber): TermReference[] {
    const start = this.pack.section('reference.start', 'u32');
    const kinds = this.pack.section('reference.kind', 'u8');
    const texts = this.pack.section('reference.text', 'u32');
    const targets = this.pack.section('reference.target', 'i32');
    const exact = this.pack.section('reference.exact', 'u8');
    const columns = this.pack.section('reference.column', 'u8');
    const references: TermReference[] = [];
    for (let at = start[term] ?? 0; at < (start[term + 1] ?? 0); at++) {
      references.push({
        kind: kinds[at] === 0 ? 'see' : 'seeAlso',
        text: this.texts.text(texts[at] ?? 0),
        target: targets[at] ?? -1,
        exact: exact[at] === 1,
        column: columns[at] ?? 0,
      });
    }
    return references;
  }

  /** The terms that lead to a code or to anything under it, in reading order. */
  termsOf(code: string): TermNumber[] {
    const characters = withoutDot(code);
    const key = codeKey(characters);
    return key < 0 ? [] : this.#uses(lowerBound(this.#codes, key), lowerBound(this.#codes, keyAfter(characters)));
  }

  /** The terms that lead to the code of a key and no other. */
  termsOfKey(key: number): TermNumber[] {
    const at = lowerBound(this.#codes, key);
    return this.#codes[at] === key ? this.#uses(at, at + 1) : [];
  }

  #uses(first: number, after: number): TermNumber[] {
    const start = this.pack.section('code.use.start', 'u32');
    const uses = this.pack.section('code.use.term', 'u32');
    return [...new Set<TermNumber>(uses.subarray(start[first], start[after]))].sort((one, other) => one - other);
  }

  /**
   * The codes that the official conversion tables say came in place of a code; empty when they do not name it. They list
   * complete codes only: where the index prints a shorter one, what came in place of those under it, cut to its length.
   */
  successors(key: number): readonly number[] {
    const from = this.pack.section('conversion.from', 'f64');
    const start = this.pack.section('conversion.start', 'u32');
    const characters = keyCharacters(key);
    const first = lowerBound(from, key);
    const after = lowerBound(from, keyAfter(characters));
    const to = this.pack.section('conversion.to', 'f64').subarray(start[first], start[after]);
    if (from[first] === key) return [...to.subarray(0, (start[first + 1] ?? 0) - (start[first] ?? 0))];
    return [...new Set(Array.from(to, (each) => codeKey(keyCharacters(each).slice(0, characters.length))))];
  }

  /** The codes that a code came in place of, as `successors` reads the conversion tables. */
  predecessors(key: number): readonly number[] {
    const from = this.pack.section('conversion.from', 'f64');
    const start = this.pack.section('conversion.start', 'u32');
    const to = this.pack.section('conversion.to', 'f64');
    const characters = keyCharacters(key);
    const after = keyAfter(characters);
    const older = new Set<number>();
    from.forEach((each, at) => {
      const leads = to.subarray(start[at], start[at + 1]).some((code) => code >= key && code < after);
      if (leads) older.add(codeKey(keyCharacters(each).slice(0, characters.length)));
    });
    return [...older];
  }

  /** Terms of any level with a word or stem; with any word that begins so when `beginning`. A term may come twice. */
  termsWith(word: string, beginning: boolean): Uint32Array {
    const start = this.pack.section('term.word.use.start', 'u32');
    const exact = this.#words.find(word);
    const [first, after] = beginning ? this.#words.beginningWith(word) : [exact, exact + 1];
    return first < 0 ? new Uint32Array(0) : this.pack.section('term.word.use.term', 'u32').subarray(start[first], start[after]);
  }

  /** The main term that a term stands under. */
  mainTerm(term: TermNumber): TermNumber {
    let at = term;
    for (let above = this.parent[at] ?? -1; above >= 0; above = this.parent[at] ?? -1) at = above;
    return at;
  }
}
