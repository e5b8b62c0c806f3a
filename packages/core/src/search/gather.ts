import type { IndexReader, Marks } from './index-reader.ts';
import type { Element, Variant, Variants } from './variants.ts';

/** Documents that hold the same elements of the query. */
export interface Group {
  readonly mask: number;
  /** First document; the others follow through `next`. */
  head: number;
  /** The best any of its documents can score. */
  bound: number;
}

/** Reading more bytes of postings than this only adds to documents that a rarer word found. */
const WEAK = 5_000;
const SLOTS = 1 << 14;

/** Working memory of one searcher: marks by document, cleared after each query by the list of those touched. */
export class Gathering {
  readonly #index: IndexReader;
  readonly #marks: Marks;
  readonly #table = new Int32Array(SLOTS);
  readonly #tableGroup = new Int32Array(SLOTS);
  #count = 0;
  /** By document: the elements in its own text. */
  readonly text: Int32Array;
  /** By document: the elements among the words that a query ought to say. */
  readonly counted: Int32Array;
  /** By document: the next one of its group, or -1. */
  readonly next: Int32Array;

  constructor(index: IndexReader) {
    this.#index = index;
    const size = index.row.length;
    this.text = new Int32Array(size);
    this.counted = new Int32Array(size);
    this.next = new Int32Array(size);
    this.#marks = { all: new Int32Array(size), text: this.text, counted: this.counted, touched: new Uint32Array(size) };
  }

  /** Reads the postings of all elements once and groups the documents by what they hold. */
  gather({ variants, elements }: Variants): Group[] {
    const cost = elements.map((element) => element.terms.reduce((sum, term) => sum + this.#index.cost(term), 0));
    const strong = cost.map((each) => each <= WEAK);
    for (const variant of variants) strong[cheapest(variant, cost)] = true;
    const order = elements
      .map((_, at) => at)
      .sort((one, other) => Number(strong[other]) - Number(strong[one]) || (cost[one] ?? 0) - (cost[other] ?? 0));
    let count = 0;
    for (const at of order) {
      const element = elements[at] as Element;
      for (const term of element.terms) {
        count = this.#index.mark(term, 1 << at, this.#marks, count, !strong[at]);
      }
    }
    this.#count = count;
    return this.#group();
  }

  clear(): void {
    const { all, touched } = this.#marks;
    for (let at = 0; at < this.#count; at++) {
      const document = touched[at] ?? 0;
      all[document] = 0;
      this.text[document] = 0;
      this.counted[document] = 0;
    }
    this.#count = 0;
  }

  #group(): Group[] {
    const groups: Group[] = [];
    const { all, touched } = this.#marks;
    const table = this.#table.fill(0);
    for (let at = 0; at < this.#count; at++) {
      const document = touched[at] ?? 0;
      const mask = all[document] ?? 0;
      let slot = (Math.imul(mask, 0x9e3779b1) >>> 18) & (SLOTS - 1);
      while (table[slot] !== 0 && table[slot] !== mask) slot = (slot + 1) & (SLOTS - 1);
      if (table[slot] === 0) {
        if (groups.length > SLOTS >> 1) continue;
        table[slot] = mask;
        this.#tableGroup[slot] = groups.length;
        groups.push({ mask, head: document, bound: 0 });
        this.next[document] = -1;
      } else {
        const group = groups[this.#tableGroup[slot] ?? 0] as Group;
        this.next[document] = group.head;
        group.head = document;
      }
    }
    return groups;
  }
}

function cheapest(variant: Variant, cost: readonly number[]): number {
  let best = -1;
  for (const slot of variant.slots) {
    for (const { element } of slot.options) if (best < 0 || (cost[element] ?? 0) < (cost[best] ?? 0)) best = element;
  }
  return best;
}
