import type { AlphabeticIndex } from '../alphabetic-index/alphabetic-index.ts';
import { NO_TITLE } from '../icd10cm/rows.ts';
import type { Icd10cmTable } from '../icd10cm/table.ts';
import type { DocumentTexts } from './document-texts.ts';
import { type IndexReader, NO_TERM, SEVERAL } from './index-reader.ts';
import { documentTokens } from './tokenise.ts';

/** Titles and terms of ICD-10-CM, and paths of the Alphabetic Index where that is searched beside them. */
export class Icd10cmTexts implements DocumentTexts {
  readonly #table: Icd10cmTable;
  readonly #index: IndexReader;
  readonly #alphabetic: AlphabeticIndex | undefined;
  readonly #ofWord: (readonly number[] | undefined)[] = [];
  readonly #ofIndexWord: (readonly number[] | undefined)[] = [];

  constructor(table: Icd10cmTable, index: IndexReader, alphabetic: AlphabeticIndex | undefined) {
    this.#table = table;
    this.#index = index;
    this.#alphabetic = alphabetic;
  }

  /** The text of a document; a path for an entry of the Alphabetic Index. */
  text(document: number): string {
    const path = this.#path(document);
    return path.length > 0 ? path.map((term) => this.#alphabetic?.title(term)).join(', ') : this.#table.texts.text(this.#textId(document));
  }

  terms(document: number): number[] {
    const terms: number[] = [];
    const index = this.#alphabetic;
    const path = this.#path(document);
    if (index && path.length > 0) for (const term of path) this.#addIndexTerms(terms, index, term);
    else this.#addTitleTerms(terms, this.#textId(document));
    return terms;
  }

  #textId(document: number): number {
    const { pack } = this.#table;
    const note = this.#index.note[document] ?? 0;
    if (note > 0) return pack.section('note.text', 'u32')[note - 1] ?? 0;
    return pack.section('code.title', 'u32')[this.#index.row[document] ?? 0] ?? NO_TITLE;
  }

  #path(document: number): readonly number[] {
    const term = this.#index.indexTerm[document] ?? 0;
    return term > 0 ? (this.#alphabetic?.path(term - 1) ?? []) : [];
  }

  /** Words of the classification's own texts: the pack holds the term of nearly each. */
  #addTitleTerms(terms: number[], id: number): void {
    const { texts } = this.#table;
    for (const word of texts.run(id)) {
      const only = this.#index.wordTerm[word] ?? NO_TERM;
      if (only === SEVERAL) for (const term of (this.#ofWord[word] ??= this.#termsOf(texts.word(word)))) terms.push(term);
      else if (only !== NO_TERM) terms.push(only);
    }
  }

  #addIndexTerms(terms: number[], index: AlphabeticIndex, entry: number): void {
    for (const word of index.texts.run(index.titleText[entry] ?? 0)) {
      for (const term of (this.#ofIndexWord[word] ??= this.#termsOf(index.texts.word(word)))) terms.push(term);
    }
  }

  #termsOf(word: string): readonly number[] {
    return documentTokens(word)
      .map((token) => this.#index.terms.find(token.term))
      .filter((term) => term >= 0);
  }
}
