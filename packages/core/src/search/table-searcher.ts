import type { Day } from '../day.ts';
import type { Pack } from '../pack/format.ts';
import type { KeyedTable, TableRow } from '../tables/keyed-table.ts';
import { CloserLook } from './closer-look.ts';
import { Gathering } from './gather.ts';
import { IndexReader, NO_TERM } from './index-reader.ts';
import type { Knowledge } from './knowledge.ts';
import { type QueryWord, readQuery } from './query.ts';
import { bestPossible } from './scale.ts';
import { type Scored, score } from './score.ts';
import { SEARCH_LIMITS } from './searcher.ts';
import { TableTexts } from './table-texts.ts';
import { type Variant, makeVariants, type Variants } from './variants.ts';
import { reasons, type Why } from './why.ts';

/** What the search index of an installed table says of itself, in its header. */
export interface TableSearchFacts {
  /** Digest of the table it was made from. */
  readonly of: string;
  readonly format: number;
  /** The searched columns; a document's `note` is the place of its column here. */
  readonly texts: readonly string[];
}

/** Raised whenever words are cut, stemmed or laid out in another way: an index of another number is not read. */
export const TABLE_SEARCH_FORMAT = 1;

export interface TableSearchOptions {
  readonly on: Day;
  readonly limit: number;
  /** What a row is worth, from 0 (not to be shown) to 1. */
  worth(row: TableRow): number;
  /** Words that other tables have: they are not mended into words of this one. */
  isRight?(word: string): boolean;
}

/** A row that answers. */
export interface TableHit {
  readonly row: TableRow;
  readonly key: string;
  /** 0 to 1, as of ICD-10-CM. */
  readonly score: number;
  readonly why: readonly Why[];
}

const KEPT = 60;
/** What a text is worth more that begins with a word of the query. */
const BEGINS = 1.1;
/** The beginning of a code is at least so long. */
const SHORTEST_BEGINNING = 3;
const CODE_LIKE = /^[0-9A-Z][0-9A-Z./&]{1,15}$/;

/** Searches one installed table by words or by code. Make one and keep it: it owns working memory. */
export class TableSearcher {
  readonly table: KeyedTable;
  readonly #index: IndexReader;
  readonly #knowledge: Knowledge | undefined;
  readonly #gathering: Gathering;
  readonly #texts: TableTexts;
  readonly #look: CloserLook;
  #day: Day | undefined;
  #inForce: Uint8Array | undefined;

  constructor(table: KeyedTable, pack: Pack, knowledge: Knowledge | undefined) {
    this.table = table;
    this.#index = new IndexReader(pack);
    this.#knowledge = knowledge;
    this.#gathering = new Gathering(this.#index);
    this.#texts = new TableTexts(table, this.#index, (pack.header.facts as unknown as TableSearchFacts).texts);
    this.#look = new CloserLook(this.#index, this.#texts);
  }

  /** Rows whose key is `key` (the code as its table writes it), then those that begin with it. */
  byCode(key: string, { on, limit, worth }: TableSearchOptions): TableHit[] {
    if (!CODE_LIKE.test(key)) return [];
    const [first, last] = this.table.beginningWith(key);
    // Without a digit, or shorter, it is a code only as a whole: words begin codes by chance.
    const beginning = key.length >= SHORTEST_BEGINNING && /[0-9]/.test(key);
    const after = beginning || first === last ? last : this.table.key(first) === key ? first + 1 : first;
    const hits: TableHit[] = [];
    for (let row = first; row < after && hits.length < limit; row++) {
      const own = this.table.key(row);
      if (own !== hits.at(-1)?.key && this.#isInForce(row, on) && worth(row) > 0)
        hits.push({ row, key: own, score: 1, why: [{ kind: 'code', matched: own }] });
    }
    return hits;
  }

  byWords(query: string, { on, limit, worth, isRight }: TableSearchOptions): TableHit[] {
    const words = readQuery(query, this.#index, this.#knowledge, isRight);
    if (words.length === 0 || words.length > SEARCH_LIMITS.words) return [];
    const variants = makeVariants(words, this.#index, this.#knowledge);
    if (variants.variants.length === 0) return [];
    const rows = this.#index.row;
    const groups = this.#gathering.gather(variants);
    const worthOf = (document: number): number => {
      const row = rows[document] ?? 0;
      return this.#isInForce(row, on) ? worth(row) : 0;
    };
    const scored = score(this.#index, variants, this.#gathering, groups, worthOf, Math.max(KEPT, 3 * limit));
    this.#gathering.clear();
    for (const each of scored) {
      const variant = variants.variants[each.variant] as Variant;
      each.score *= this.#look.factor(each, variants) * (this.#beginsWith(each.document, variant, variants) ? BEGINS : 1);
    }
    return this.#byKey(scored, words, variants, limit);
  }

  /** True for a word that stands in the texts, or that people use for one that does. */
  knows(word: string): boolean {
    return (this.#index.surfaceTerm[this.#index.surfaces.find(word)] ?? NO_TERM) !== NO_TERM || (this.#knowledge?.knows(word) ?? false);
  }

  /** A descriptor names the thing first and tells of it after ("Walker, folding, wheeled"). */
  #beginsWith(document: number, variant: Variant, { elements }: Variants): boolean {
    const first = this.#texts.terms(document)[0] ?? -1;
    return variant.slots.some(({ options }) => options.some(({ element }) => elements[element]?.terms.includes(first)));
  }

  /** A code may have several rows and texts: the best of them answers. */
  #byKey(scored: Scored[], words: readonly QueryWord[], variants: Variants, limit: number): TableHit[] {
    scored.sort((one, other) => other.score - one.score || one.document - other.document);
    const most = BEGINS * bestPossible(variants, 0);
    const seen = new Set<string>();
    const hits: TableHit[] = [];
    for (const each of scored) {
      if (hits.length === limit) break;
      const row = this.#index.row[each.document] ?? 0;
      const key = this.table.key(row);
      if (seen.has(key)) continue;
      seen.add(key);
      const why = reasons({ words, variants, scored: each, kind: 'title', text: this.#texts.text(each.document) });
      hits.push({ row, key, score: Math.min(1, each.score / most), why });
    }
    return hits;
  }

  #isInForce(row: TableRow, on: Day): boolean {
    if (!('from' in this.table.columns) || !('to' in this.table.columns)) return true;
    // Days are read as numbers once a day that is asked for, not once a row that is scored.
    if (this.#day !== on || !this.#inForce) {
      this.#inForce = this.table.inForce(on);
      this.#day = on;
    }
    return this.#inForce[row] === 1;
  }
}
