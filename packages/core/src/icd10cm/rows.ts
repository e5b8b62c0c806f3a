import type { Pack, PackEdition } from '../pack/format.ts';
import { TextTable } from '../pack/text-table.ts';
import { type Block, Chapters } from './chapters.ts';
import { codeKey, keyAfter, keyCharacters, withDot } from './code-key.ts';
import { type CodeDays, CodeReleases } from './code-releases.ts';
import { NoteLines } from './note-lines.ts';
import type { Holder } from './notes.ts';

/** A code by its place among all rows; -1 is none. */
export type Row = number;

/** Text id of a title that no file gives. */
export const NO_TITLE = 0xffffffff;
/** Bit that marks a composed title: the parent's, a comma, and the text of the remaining bits. */
export const COMPOSED = 0x80000000;

/**
 * The rows of the ICD-10-CM pack: one a code of any edition, sorted by code. Rows carry bit sets of the editions that
 * have them. Sections are read when first needed, so a look-up touches only what it answers from.
 */
export class Icd10cmRows {
  readonly key: Float64Array;
  /** Bit sets of code releases: bytes while there are at most eight, whole numbers in a joined pack. */
  readonly editions: Uint8Array | Uint32Array;
  readonly billable: Uint8Array | Uint32Array;
  readonly list: readonly PackEdition[];
  readonly #pack: Pack;
  readonly #releases: CodeReleases;
  #parent: Int32Array | undefined;
  #texts: TextTable | undefined;
  #chapters: Chapters | undefined;
  #notes: NoteLines | undefined;
  #revised: Map<Row, { bits: number; text: number }[]> | undefined;
  #kept: Kept | undefined;
  #searches = 0;

  constructor(pack: Pack) {
    this.#pack = pack;
    this.key = pack.section('code.key', 'f64');
    const bits = pack.header.sections['code.editions']?.type === 'u32' ? 'u32' : 'u8';
    this.editions = pack.section('code.editions', bits);
    this.billable = pack.section('code.billable', bits);
    this.list = pack.header.editions;
    this.#releases = new CodeReleases(this.list);
  }

  /** Row of the level above, of any edition; -1 at a category. */
  get parent(): Int32Array {
    return (this.#parent ??= this.#pack.section('code.parent', 'i32'));
  }

  get size(): number {
    return this.key.length;
  }

  get texts(): TextTable {
    return (this.#texts ??= new TextTable(this.#pack));
  }

  get pack(): Pack {
    return this.#pack;
  }

  row(code: string): Row {
    const key = codeKey(code);
    return key < 0 ? -1 : this.rowOfKey(key);
  }

  rowOfKey(key: number): Row {
    const row = this.#lowerBound(key);
    return this.key[row] === key ? row : -1;
  }

  code(row: Row): string {
    const kept = this.#kept?.codes;
    const code = kept?.[row] ?? withDot(keyCharacters(this.key[row] ?? 0));
    if (kept) kept[row] = code;
    return code;
  }

  title(row: Row, bit: number): string | null {
    this.#revised ??= this.#readRevised();
    const revised = this.#revised.size > 0 ? this.#revised.get(row)?.find((each) => each.bits & bit) : undefined;
    if (revised) return this.texts.text(revised.text);
    const ref = this.#pack.section('code.title', 'u32')[row] ?? NO_TITLE;
    if (ref === NO_TITLE) return null;
    const composed = ref >= COMPOSED;
    // A composed title follows its parent's, which another edition may word differently: only plain ones are kept.
    if (composed && this.#revised.has(this.parent[row] ?? -1))
      return `${this.title(this.parent[row] ?? -1, bit)}, ${this.texts.text(ref - COMPOSED)}`;
    const kept = this.#kept?.titles;
    let title = kept?.[row];
    if (title === undefined) {
      title = composed ? `${this.title(this.parent[row] ?? -1, bit)}, ${this.texts.text(ref - COMPOSED)}` : this.texts.text(ref);
      if (kept) kept[row] = title;
    }
    return title;
  }

  /** Row after the last one under `row`. */
  after(row: Row): Row {
    const known = this.#kept?.after[row] ?? 0;
    if (known > 0) return known;
    const end = this.#lowerBound(keyAfter(keyCharacters(this.key[row] ?? 0)));
    if (this.#kept) this.#kept.after[row] = end;
    return end;
  }

  /** The run of rows from the first that is `first` or after it to the last that begins with `last` (characters, no dots). */
  runOf(first: string, last: string): [Row, Row] {
    return [this.#lowerBound(codeKey(first)), this.#lowerBound(keyAfter(last))];
  }

  /** The days of a row as what it is in the release `bit`, complete code or heading: one that became the other has two runs, one of each kind. */
  dates(row: Row, bit: number): CodeDays {
    const billable = this.billable[row] ?? 0;
    return this.#releases.daysAround(billable & bit ? billable : (this.editions[row] ?? 0) & ~billable, bit);
  }

  /** Every run of days on which some installed edition has the row, oldest first. */
  history(row: Row): (CodeDays & { readonly billable: boolean })[] {
    const inForce = this.editions[row] ?? 0;
    const billable = this.billable[row] ?? 0;
    return [
      ...this.#releases.runsOfDays(billable).map((days) => ({ ...days, billable: true })),
      ...this.#releases.runsOfDays(inForce & ~billable).map((days) => ({ ...days, billable: false })),
    ].sort((one, other) => (one.from < other.from ? -1 : 1));
  }

  /** 1–22; 0 when no chapter holds the row. Kept once read: rules ask it of every diagnosis. */
  chapterNumber(row: Row): number {
    const known = this.#kept?.chapters[row] ?? 0;
    if (known > 0) return known;
    const number = this.#levels.chapterAt(this.key[row] ?? 0) + 1;
    if (this.#kept) this.#kept.chapters[row] = number;
    return number;
  }

  chapterOf(row: Row): Block | undefined {
    const at = this.#levels.chapterAt(this.key[row] ?? 0);
    return at < 0 ? undefined : this.#levels.chapter(at);
  }

  /** From the outermost block to the innermost. */
  blocksOf(row: Row): Block[] {
    return this.#levels.blocksAt(this.key[row] ?? 0).map((at) => this.#levels.block(at));
  }

  /** Rows of the innermost block that holds `row`; the row's own run where no block does. */
  blockRun(row: Row): [first: Row, after: Row] {
    const block = this.#levels.blocksAt(this.key[row] ?? 0).at(-1);
    if (block === undefined) return [row, this.after(row)];
    const [first, after] = this.#levels.keysOfBlock(block);
    return [this.#lowerBound(first), this.#lowerBound(after)];
  }

  /** All chapters in order, with the blocks under each. */
  chapters(): { chapter: Block; blocks: Block[] }[] {
    return this.#levels.all();
  }

  get notes(): NoteLines {
    return (this.#notes ??= new NoteLines(this.#pack, this.texts, (holder) => this.#nameHolder(holder)));
  }

  /** Numbers of what holds the notes that bind a row: chapter, blocks from outer to inner, ancestors from the category down, the row. */
  holdersOf(row: Row, parent: (row: Row) => Row): number[] {
    const key = this.key[row] ?? 0;
    const holders: number[] = [];
    const chapter = this.#levels.chapterAt(key);
    if (chapter >= 0) holders.push(this.size + this.#levels.blocks + chapter);
    for (const block of this.#levels.blocksAt(key)) holders.push(this.size + block);
    const own: number[] = [];
    for (let at = row; at >= 0; at = parent(at)) own.push(at);
    return holders.concat(own.reverse());
  }

  /** Rows are numbered first, then blocks, then chapters. */
  #nameHolder(holder: number): Holder {
    const { blocks } = this.#levels;
    if (holder < this.size) return { level: 'code', id: this.code(holder) };
    if (holder < this.size + blocks) return { level: 'block', id: this.#levels.block(holder - this.size).id };
    return { level: 'chapter', id: String(holder - this.size - blocks + 1) };
  }

  get #levels(): Chapters {
    return (this.#chapters ??= new Chapters(this.#pack, this.texts));
  }

  /**
   * First row whose key is not below `key`. After a few searches a table of starts by category, and memory for what
   * is asked again and again, pay for themselves; a single look-up does without.
   */
  #lowerBound(key: number): Row {
    const keys = this.key;
    let low = 0;
    let high = keys.length;
    if (this.#kept || ++this.#searches > 50) {
      const { buckets } = (this.#kept ??= makeKept(keys));
      const bucket = Math.floor(key / BUCKET);
      low = buckets[bucket] ?? keys.length;
      high = buckets[bucket + 1] ?? keys.length;
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #readRevised(): Map<Row, { bits: number; text: number }[]> {
    const triples = this.#pack.section('code.revised', 'u32');
    const revised = new Map<Row, { bits: number; text: number }[]>();
    for (let at = 0; at < triples.length; at += 3) {
      const row = triples[at] ?? 0;
      const list = revised.get(row) ?? [];
      list.push({ bits: triples[at + 1] ?? 0, text: triples[at + 2] ?? 0 });
      revised.set(row, list);
    }
    return revised;
  }
}

/** What is kept by row once many are asked about. */
interface Kept {
  readonly buckets: Uint32Array;
  /** 0 where not worked out yet. */
  readonly after: Int32Array;
  readonly chapters: Uint8Array;
  readonly titles: (string | null | undefined)[];
  readonly codes: (string | undefined)[];
}

function makeKept(keys: Float64Array): Kept {
  return {
    buckets: bucketsOf(keys),
    after: new Int32Array(keys.length),
    chapters: new Uint8Array(keys.length),
    titles: new Array<string | null | undefined>(keys.length),
    codes: new Array<string | undefined>(keys.length),
  };
}

/** Keys are grouped by everything above the fourth character, so a category's codes share a bucket. */
const BUCKET = 37 ** 4;

function bucketsOf(keys: Float64Array): Uint32Array {
  const buckets = new Uint32Array(37 ** 3 + 1);
  let row = 0;
  for (let bucket = 0; bucket < buckets.length; bucket++) {
    while (row < keys.length && (keys[row] ?? 0) < bucket * BUCKET) row++;
    buckets[bucket] = row;
  }
  return buckets;
}
