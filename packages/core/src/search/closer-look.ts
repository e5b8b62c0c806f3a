import type { AlphabeticIndex } from '../alphabetic-index/alphabetic-index.ts';
import { type IndexReader, NO_TERM, SEVERAL } from './index-reader.ts';
import type { Icd10cmTable } from '../icd10cm/table.ts';
import { NO_TITLE } from '../icd10cm/table.ts';
import { documentTokens } from './tokenise.ts';
import { stem } from './stem.ts';
import type { Variant, Variants } from './variants.ts';

const OPPOSITES: readonly (readonly string[])[] = [
  ['right', 'left', 'bilateral'],
  ['acute', 'chronic'],
  ['primary', 'secondary'],
  ['open', 'closed'],
  ['male', 'female'],
  ['upper', 'lower'],
  ['benign', 'malignant'],
  ['systolic', 'diastolic'],
  ['internal', 'external'],
  ['displaced', 'nondisplaced'],
  ['congenital', 'acquired'],
  ['anterior', 'posterior'],
  ['proximal', 'distal'],
  ['medial', 'lateral'],
  ['1', '2', '3', '4', '5'],
  ['child', 'adult'],
  ['intentional', 'accidental', 'assault', 'undetermined'],
];
const DISAGREE = 0.75;
const ADJACENT = 0.15;

/** What can only be seen in a document's own text: words that stand together, and words that say the opposite. */
export class CloserLook {
  readonly #table: Icd10cmTable;
  readonly #index: IndexReader;
  readonly #alphabetic: AlphabeticIndex | undefined;
  readonly #ofWord: (readonly number[] | undefined)[] = [];
  readonly #ofIndexWord: (readonly number[] | undefined)[] = [];
  readonly #group = new Map<number, number>();

  constructor(table: Icd10cmTable, index: IndexReader, alphabetic: AlphabeticIndex | undefined) {
    this.#table = table;
    this.#alphabetic = alphabetic;
    this.#index = index;
    OPPOSITES.forEach((words, group) => {
      for (const word of words) this.#group.set(index.terms.find(stem(word)), group);
    });
  }

  /** The text of a document; a path for an entry of the Alphabetic Index. */
  text(document: number): string {
    const path = this.#path(document);
    return path.length > 0 ? path.map((term) => this.#alphabetic?.title(term)).join(', ') : this.#table.texts.text(this.#textId(document));
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

  /** The factor by which a document's score changes. */
  factor(document: number, variant: Variant, { elements }: Variants, mask: number): number {
    const terms = this.#terms(document);
    const wanted = new Map<number, number>();
    variant.slots.forEach((slot, place) => {
      for (const option of slot.options) for (const term of elements[option.element]?.terms ?? []) wanted.set(term, place);
    });
    let pairs = 0;
    let opposed = false;
    let before = -2;
    for (const term of terms) {
      const place = wanted.get(term) ?? -2;
      if (place >= 0 && place === before + 1) pairs++;
      before = place;
      if (place < 0 && !opposed) {
        const group = this.#group.get(term);
        if (group !== undefined && this.#asks(variant, elements, group, mask, terms)) opposed = true;
      }
    }
    const most = Math.max(1, variant.slots.length - 1);
    return (1 + (ADJACENT * Math.min(pairs, most)) / most) * (opposed ? DISAGREE : 1);
  }

  /** True when the query names a word of an opposite's group and the document does not have it. */
  #asks(variant: Variant, elements: Variants['elements'], group: number, _mask: number, terms: readonly number[]): boolean {
    return variant.slots.some((slot) => {
      const term = elements[slot.options[0]?.element ?? -1]?.terms[0] ?? -1;
      return this.#group.get(term) === group && !terms.includes(term);
    });
  }

  #terms(document: number): number[] {
    const terms: number[] = [];
    const index = this.#alphabetic;
    const path = this.#path(document);
    if (index && path.length > 0) for (const term of path) this.#addIndexTerms(terms, index, term);
    else this.#addTitleTerms(terms, this.#textId(document));
    return terms;
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
