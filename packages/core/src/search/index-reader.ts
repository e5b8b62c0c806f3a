import type { Pack } from '../pack/format.ts';
import { WordList } from './word-list.ts';

/** Number of a term of the index that is not there. */
export const NO_TERM = 0xffff;
/** Stands for a word that is written as one and read as several. */
export const SEVERAL = 0xfffe;

/** Where a document has a term: among its own words, in a part that a query need not say, or only in a title above it. */
export const PLACE = { own: 0, exempt: 1, inherited: 2 } as const;

/** Where an index's sections come from: a pack, or several joined in memory. */
export type SectionSource = Pick<Pack, 'section' | 'has'>;

/** Marks by document: bits of the elements it has anywhere, in its own text, among the words that count. */
export interface Marks {
  readonly all: Int32Array;
  readonly text: Int32Array;
  readonly counted: Int32Array;
  readonly touched: Uint32Array;
}

/**
 * The search index of a pack. One document is one string of the classification: a title or an inclusion term of one
 * row. Sections are typed-array views, read when first asked.
 */
export class IndexReader {
  readonly terms: WordList;
  /** How much a term says: high for rare ones. */
  readonly weight: Float32Array;
  /** Row of each document, in order of rows; a row's title comes before its inclusion terms. */
  readonly row: Uint32Array;
  /** 0 for a title, else the number of the note plus one. */
  readonly note: Uint16Array;
  /** 0 for a text of the classification, else the number of the Alphabetic Index's term plus one; empty without that index. */
  readonly indexTerm: Uint32Array;
  /** Sum of the weights of a document's own words that a query ought to say. */
  readonly own: Float32Array;
  readonly surfaces: WordList;
  /** Term of each surface form; NO_TERM for words that only the knowledge has. */
  readonly surfaceTerm: Uint16Array;
  /** How often a surface form occurs: the binary logarithm. */
  readonly surfaceCount: Uint8Array;
  /** Letters of each surface form as a bit set, for the spelling search. */
  readonly signature: Uint32Array;
  /** From each row the distance to the row that stands for it when the row itself is not billable; of ICD-10-CM only, as the next two. */
  readonly leaf: Uint16Array;
  /** Terms that 7th characters mean ("subsequent", "open", "right"), in order. */
  readonly extension: Uint16Array;
  /** The term of each word of the text table; NO_TERM where it has none, SEVERAL where it has more than one. */
  readonly wordTerm: Uint16Array;
  readonly #start: Uint32Array;
  readonly #posting: Uint8Array;

  constructor(pack: SectionSource) {
    this.terms = new WordList(pack.section('search.term.start', 'u32'), pack.section('search.term.bytes', 'u8'));
    this.weight = floats(pack.section('search.term.weight', 'u32'));
    this.row = pack.section('search.document.row', 'u32');
    this.note = pack.section('search.document.note', 'u16');
    this.indexTerm = pack.has('search.document.term') ? pack.section('search.document.term', 'u32') : new Uint32Array(0);
    this.own = floats(pack.section('search.document.own', 'u32'));
    this.surfaces = new WordList(pack.section('search.surface.start', 'u32'), pack.section('search.surface.bytes', 'u8'));
    this.surfaceTerm = pack.section('search.surface.term', 'u16');
    this.surfaceCount = pack.section('search.surface.count', 'u8');
    this.signature = pack.section('search.surface.signature', 'u32');
    const optional = (name: string): Uint16Array => (pack.has(name) ? pack.section(name, 'u16') : new Uint16Array(0));
    this.leaf = optional('search.leaf');
    this.wordTerm = optional('search.word.term');
    this.extension = optional('search.extension');
    this.#start = pack.section('search.posting.start', 'u32');
    this.#posting = pack.section('search.posting.bytes', 'u8');
  }

  static isIn(pack: Pack): boolean {
    return pack.has('search.term.start');
  }

  /** Length in bytes of a term's postings: what reading them costs. */
  cost(term: number): number {
    return (this.#start[term + 1] ?? 0) - (this.#start[term] ?? 0);
  }

  /**
   * Marks a term's documents with `bit`. Documents touched for the first time are appended to `touched` from `count`
   * on, unless `onlyTouched`. Returns the new count.
   */
  mark(term: number, bit: number, { all, text, counted, touched }: Marks, count: number, onlyTouched: boolean): number {
    const bytes = this.#posting;
    const end = this.#start[term + 1] ?? 0;
    let at = this.#start[term] ?? 0;
    let document = -1;
    let after = count;
    while (at < end) {
      let value = bytes[at++] ?? 0;
      if (value >= 128) {
        value &= 127;
        let shift = 7;
        let byte = 128;
        while (byte >= 128) {
          byte = bytes[at++] ?? 0;
          value |= (byte & 127) << shift;
          shift += 7;
        }
      }
      document += (value >>> 2) + 1;
      const before = all[document] ?? 0;
      if (before === 0) {
        if (onlyTouched) continue;
        touched[after++] = document;
      }
      all[document] = before | bit;
      const place = value & 3;
      if (place === PLACE.inherited) continue;
      text[document] = (text[document] ?? 0) | bit;
      if (place === PLACE.own) counted[document] = (counted[document] ?? 0) | bit;
    }
    return after;
  }
}

/** Sections know no 32-bit floats; their bits are stored as whole numbers. */
function floats(bits: Uint32Array): Float32Array {
  return new Float32Array(bits.buffer, bits.byteOffset, bits.length);
}
