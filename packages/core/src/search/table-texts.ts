import type { KeyedTable } from '../tables/keyed-table.ts';
import type { DocumentTexts } from './document-texts.ts';
import type { IndexReader } from './index-reader.ts';
import { documentTokens } from './tokenise.ts';

const KEPT = 4_000;

/** The searched columns of an installed table. */
export class TableTexts implements DocumentTexts {
  readonly #table: KeyedTable;
  readonly #index: IndexReader;
  readonly #columns: readonly string[];
  readonly #terms = new Map<number, readonly number[]>();

  constructor(table: KeyedTable, index: IndexReader, columns: readonly string[]) {
    this.#table = table;
    this.#index = index;
    this.#columns = columns;
  }

  text(document: number): string {
    return this.#table.text(this.#columns[this.#index.note[document] ?? 0] ?? '', this.#index.row[document] ?? 0);
  }

  terms(document: number): readonly number[] {
    let terms = this.#terms.get(document);
    if (!terms) {
      if (this.#terms.size >= KEPT) this.#terms.clear();
      terms = documentTokens(this.text(document))
        .map((token) => this.#index.terms.find(token.term))
        .filter((term) => term >= 0);
      this.#terms.set(document, terms);
    }
    return terms;
  }
}
