import type { AlphabeticIndex } from '../alphabetic-index/alphabetic-index.ts';
import { carryForward } from '../alphabetic-index/carry-forward.ts';
import type { Icd10cmTable } from '../icd10cm/table.ts';
import type { SectionType, SectionView } from '../pack/format.ts';
import { NO_TERM, PLACE, type SectionSource, SEVERAL } from './index-reader.ts';
import { letterSet } from './spelling.ts';
import { WordList } from './word-list.ts';

/** How much a term says: rare ones more. The builder of the packs weighs by the same formula. */
export function termWeight(documents: number, having: number): number {
  return Math.log(1 + documents / (having + 1));
}

/** True when an installed index pack holds documents for search. */
export function hasSearchDocuments({ pack }: AlphabeticIndex): boolean {
  return pack.has('search.document.term');
}

/**
 * The search index of the classification's own texts and the entries of the Alphabetic Index as one: documents of the
 * second follow those of the first, terms are numbered anew, and weights count both. Made in memory when search is first
 * asked, because either pack may be replaced without the other.
 */
export function joinIndexes(table: Icd10cmTable, index: AlphabeticIndex): SectionSource {
  const first = readPart(table.pack);
  const second = readPart(index.pack);
  const words = mergeWords(first.terms, second.terms);
  const postings = mergePostings(first, second, words);
  const made: Record<string, SectionView> = {
    ...wordSections('search.term', words.list),
    'search.term.weight': new Uint32Array(postings.weight.buffer),
    'search.posting.start': postings.start,
    'search.posting.bytes': postings.bytes,
    'search.document.row': concat(Uint32Array, table.pack.section('search.document.row', 'u32'), rowsOf(table, index)),
    'search.document.note': concat(Uint16Array, table.pack.section('search.document.note', 'u16'), new Uint16Array(second.documents)),
    'search.document.term': concat(
      Uint32Array,
      new Uint32Array(first.documents),
      index.pack.section('search.document.term', 'u32').map((term) => term + 1),
    ),
    'search.document.own': new Uint32Array(postings.own.buffer),
    'search.extension': table.pack
      .section('search.extension', 'u16')
      .map((term) => words.ofFirst[term] ?? NO_TERM)
      .sort(),
    'search.word.term': table.pack
      .section('search.word.term', 'u16')
      .map((term) => (term === NO_TERM || term === SEVERAL ? term : (words.ofFirst[term] ?? NO_TERM))),
    'search.leaf': table.pack.section('search.leaf', 'u16'),
    ...mergeSurfaces(table, index, words),
  };
  return {
    has: (name) => name in made,
    section: <Type extends SectionType>(name: string) => made[name] as ReturnType<typeof table.pack.section<Type>>,
  };
}

interface Part {
  readonly terms: readonly string[];
  readonly start: Uint32Array;
  readonly bytes: Uint8Array;
  readonly documents: number;
}

interface MergedWords {
  readonly list: readonly string[];
  readonly ofFirst: Int32Array;
  readonly ofSecond: Int32Array;
}

interface Postings {
  readonly start: Uint32Array;
  readonly bytes: Uint8Array;
  readonly weight: Float32Array;
  /** By document: the sum of the weights of its own words that a query ought to say. */
  readonly own: Float32Array;
}

function readPart(pack: SectionSource): Part {
  return {
    terms: readWords(pack, 'search.term'),
    start: pack.section('search.posting.start', 'u32'),
    bytes: pack.section('search.posting.bytes', 'u8'),
    documents: pack.section('search.document.row', 'u32').length,
  };
}

function readWords(pack: SectionSource, name: string): string[] {
  return new WordList(pack.section(`${name}.start`, 'u32'), pack.section(`${name}.bytes`, 'u8')).all();
}

function mergeWords(first: readonly string[], second: readonly string[]): MergedWords {
  const list: string[] = [];
  const ofFirst = new Int32Array(first.length);
  const ofSecond = new Int32Array(second.length);
  for (let one = 0, other = 0; one < first.length || other < second.length; ) {
    const here = first[one];
    const there = second[other];
    const next = here === undefined || (there !== undefined && there < here) ? there : here;
    if (here === next) ofFirst[one++] = list.length;
    if (there === next) ofSecond[other++] = list.length;
    list.push(next ?? '');
  }
  return { list, ofFirst, ofSecond };
}

/**
 * Both lists of each term one after the other; the first posting of the second is a distance from the last of the first.
 * One pass over two million postings at the start of a search: plain loops, nothing made on the way.
 */
function mergePostings(first: Part, second: Part, words: MergedWords): Postings {
  const size = words.list.length;
  const documents = first.documents + second.documents;
  const count = new Uint32Array(size);
  for (const [part, numbers] of [[first, words.ofFirst] as const, [second, words.ofSecond] as const]) countPostings(part, numbers, count);
  const weight = Float32Array.from(count, (having) => termWeight(documents, having));
  const own = new Float32Array(documents);
  // A distance grows by the documents of the first part at most: four bytes more a term.
  const bytes = new Uint8Array(first.bytes.length + second.bytes.length + 4 * size);
  const start = new Uint32Array(size + 1);
  let end = 0;
  for (let term = 0, one = 0, other = 0; term < size; term++) {
    const says = weight[term] ?? 0;
    let last = -1;
    for (const part of [first, second]) {
      const number = part === first ? one : other;
      if ((part === first ? words.ofFirst : words.ofSecond)[number] !== term) continue;
      if (part === first) one++;
      else other++;
      const to = part.start[number + 1] ?? 0;
      let document = part === first ? -1 : first.documents - 1;
      for (let at = part.start[number] ?? 0; at < to; ) {
        let value = 0;
        let shift = 0;
        let byte = 128;
        while (byte >= 128) {
          byte = part.bytes[at++] ?? 0;
          value |= (byte & 127) << shift;
          shift += 7;
        }
        document += (value >>> 2) + 1;
        const place = value & 3;
        if (place === PLACE.own) own[document] = (own[document] ?? 0) + says;
        value = ((document - last - 1) << 2) | place;
        last = document;
        while (value >= 128) {
          bytes[end++] = (value & 127) | 128;
          value >>>= 7;
        }
        bytes[end++] = value;
      }
    }
    start[term + 1] = end;
  }
  return { start, bytes: bytes.subarray(0, end), weight, own };
}

/** A posting ends with a byte below 128. */
function countPostings({ start, bytes }: Part, numbers: Int32Array, count: Uint32Array): void {
  for (let own = 0; own < numbers.length; own++) {
    const to = start[own + 1] ?? 0;
    let postings = 0;
    for (let at = start[own] ?? 0; at < to; at++) if ((bytes[at] ?? 0) < 128) postings++;
    const term = numbers[own] ?? 0;
    count[term] = (count[term] ?? 0) + postings;
  }
}

/** The row of each document of the index; codes that are no longer there lead to what came first in their place. */
function rowsOf(table: Icd10cmTable, index: AlphabeticIndex): Uint32Array {
  const newest = table.list.at(-1);
  const edition = newest && table.edition(newest);
  const rows = Array.from(index.pack.section('code.key', 'f64'), (key) => {
    const row = table.rowOfKey(key);
    if (!edition || (row >= 0 && edition.inForce(row))) return Math.max(0, row);
    return carryForward(index, key, table, edition).rows[0] ?? Math.max(0, row);
  });
  return index.pack.section('search.document.row', 'u32').map((code) => rows[code] ?? 0);
}

function mergeSurfaces(table: Icd10cmTable, index: AlphabeticIndex, terms: MergedWords): Record<string, SectionView> {
  const words = mergeWords(readWords(table.pack, 'search.surface'), readWords(index.pack, 'search.surface'));
  const term = new Uint16Array(words.list.length).fill(NO_TERM);
  const count = new Uint8Array(words.list.length);
  const add = (pack: SectionSource, numbers: Int32Array, termNumbers: Int32Array): void => {
    const ownTerm = pack.section('search.surface.term', 'u16');
    const ownCount = pack.section('search.surface.count', 'u8');
    numbers.forEach((number, own) => {
      if (ownTerm[own] !== NO_TERM) term[number] = termNumbers[ownTerm[own] ?? 0] ?? NO_TERM;
      // Counts are logarithms: as often again is one more.
      const before = count[number] ?? 0;
      const here = ownCount[own] ?? 0;
      count[number] = Math.max(before, here) + Number(before === here && before > 0);
    });
  };
  add(table.pack, words.ofFirst, terms.ofFirst);
  add(index.pack, words.ofSecond, terms.ofSecond);
  return {
    ...wordSections('search.surface', words.list),
    'search.surface.term': term,
    'search.surface.count': count,
    'search.surface.signature': Uint32Array.from(words.list, letterSet),
  };
}

function wordSections(name: string, words: readonly string[]): Record<string, SectionView> {
  const start = new Uint32Array(words.length + 1);
  words.forEach((word, at) => (start[at + 1] = (start[at] ?? 0) + word.length));
  return { [`${name}.start`]: start, [`${name}.bytes`]: new TextEncoder().encode(words.join('')) };
}

function concat<View extends Uint32Array | Uint16Array>(View: new (size: number) => View, one: View, other: View): View {
  const both = new View(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
