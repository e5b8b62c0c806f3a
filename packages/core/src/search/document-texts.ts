/** The texts behind the documents of a search index: for showing what matched, and for what only a text as a whole tells. */
export interface DocumentTexts {
  text(document: number): string;
  /** The terms of a text in the order they stand; terms the index does not know are left out. */
  terms(document: number): readonly number[];
}
