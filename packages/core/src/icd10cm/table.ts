import type { Day } from '../day.ts';
import { addDays } from '../day.ts';
import type { Pack, PackEdition } from '../pack/format.ts';
import { TextTable } from '../pack/text-table.ts';
import { codeKey, keyAfter, keyCharacters, withDot } from './code-key.ts';
import { type Block, type Compiled, Icd10cmEdition, type Row } from './edition.ts';
import { NOTE_KINDS, type NoteKind, type NoteLine } from './notes.ts';

/** Text id of a title that no file gives. */
export const NO_TITLE = 0xffffffff;
/** Bit that marks a composed title: the parent's, a comma, and the text of the remaining bits. */
export const COMPOSED = 0x80000000;

/** Most codes have none of a kind: they share one. */
const NO_REFERENCES: Compiled = { runs: new Int32Array(0) };

/**
 * The ICD-10-CM pack, all editions: one row a code of any edition, sorted by code. Rows carry bit sets of the
 * editions that have them. Sections are read when first needed, so a look-up touches only what it answers from.
 */
export class Icd10cmTable {
  readonly key: Float64Array;
  /** Bit sets of code releases: bytes while there are at most eight, whole numbers in a joined pack. */
  readonly editions: Uint8Array | Uint32Array;
  readonly billable: Uint8Array | Uint32Array;
  readonly list: readonly PackEdition[];
  readonly #pack: Pack;
  readonly #codeReleases: readonly CodeRelease[];
  readonly #byEdition = new Map<string, Icd10cmEdition>();
  readonly #dates = new Map<number, Map<number, { from: Day; fromKnown: boolean; to: Day | null }>>();
  readonly #notes: (NoteLine | undefined)[] = [];
  #parent: Int32Array | undefined;
  #texts: TextTable | undefined;
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
    this.#codeReleases = codeReleases(this.list);
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

  /** The edition in force on a day, or undefined when no installed edition covers it. */
  on(day: Day): Icd10cmEdition | undefined {
    const edition = this.list.find((each) => each.from <= day && (each.to === null || day <= each.to));
    return edition && this.edition(edition);
  }

  edition(edition: PackEdition): Icd10cmEdition {
    let view = this.#byEdition.get(edition.id);
    if (!view) this.#byEdition.set(edition.id, (view = new Icd10cmEdition(this, edition)));
    return view;
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

  dates(row: Row, bit: number): { from: Day; fromKnown: boolean; to: Day | null } {
    // A code that was complete and became a heading has two runs of days, one of each kind.
    const billable = this.billable[row] ?? 0;
    const bits = billable & bit ? billable : (this.editions[row] ?? 0) & ~billable;
    let byBit = this.#dates.get(bits);
    if (!byBit) this.#dates.set(bits, (byBit = new Map()));
    let dates = byBit.get(bit);
    if (!dates) {
      const runs = this.#runs(bits);
      const index = Math.log2(bit);
      const run = runs.find((each) => index >= each.first && index <= each.last) ?? runs[0];
      dates = run ? this.#datesOf(run) : { from: '0001-01-01' as Day, fromKnown: false, to: null };
      byBit.set(bit, dates);
    }
    return dates;
  }

  history(row: Row): { from: Day; fromKnown: boolean; to: Day | null; billable: boolean }[] {
    const inForce = this.editions[row] ?? 0;
    const billable = this.billable[row] ?? 0;
    return [
      ...this.#runs(billable).map((run) => ({ ...this.#datesOf(run), billable: true })),
      ...this.#runs(inForce & ~billable).map((run) => ({ ...this.#datesOf(run), billable: false })),
    ].sort((one, other) => (one.from < other.from ? -1 : 1));
  }

  /** 1–22; 0 when no chapter holds the row. Kept once read: rules ask it of every diagnosis. */
  chapterNumber(row: Row): number {
    const known = this.#kept?.chapters[row] ?? 0;
    if (known > 0) return known;
    const number = this.#chapterAt(row) + 1;
    if (this.#kept) this.#kept.chapters[row] = number;
    return number;
  }

  chapterOf(row: Row): Block | undefined {
    const at = this.#chapterAt(row);
    return at < 0 ? undefined : { id: String(at + 1), title: this.texts.text(this.#pack.section('chapter.title', 'u32')[at] ?? 0) };
  }

  blocksOf(row: Row): Block[] {
    return this.#blocksAt(row).map((at) => this.#block(at));
  }

  /** Rows of the innermost block that holds `row`; the row's own run where no block does. */
  blockRun(row: Row): [Row, Row] {
    const block = this.#blocksAt(row).at(-1);
    if (block === undefined) return [row, this.after(row)];
    const first = this.#pack.section('block.first', 'f64')[block] ?? 0;
    const after = this.#pack.section('block.after', 'f64')[block] ?? 0;
    return [this.#lowerBound(first), this.#lowerBound(after)];
  }

  /** All chapters in order, with the blocks under each. */
  chapters(): { chapter: Block; blocks: Block[] }[] {
    const chapters = this.#pack.section('chapter.title', 'u32');
    const first = this.#pack.section('chapter.first', 'f64');
    const last = this.#pack.section('chapter.after', 'f64');
    const starts = this.#pack.section('block.first', 'f64');
    return Array.from(chapters, (text, at) => ({
      chapter: { id: String(at + 1), title: this.texts.text(text) },
      blocks: Array.from(starts, (start, block) => ({ start, block }))
        .filter(({ start }) => start >= (first[at] ?? 0) && start < (last[at] ?? 0))
        .map(({ block }) => this.#block(block)),
    }));
  }

  /** Holders whose notes bind a row: chapter, blocks from outer to inner, ancestors from the category down, the row. */
  holdersOf(row: Row, parent: (row: Row) => Row): number[] {
    const holders: number[] = [];
    const chapter = this.#chapterAt(row);
    const blocks = this.#pack.section('block.first', 'f64').length;
    if (chapter >= 0) holders.push(this.size + blocks + chapter);
    for (const block of this.#blocksAt(row)) holders.push(this.size + block);
    const own: number[] = [];
    for (let at = row; at >= 0; at = parent(at)) own.push(at);
    return holders.concat(own.reverse());
  }

  /** Ids of the note lines at a holder that a notes release has. */
  notesAt(holder: number, bit: number): number[] {
    const holders = this.#pack.section('note.holder', 'u32');
    const releases = this.#noteReleases();
    let low = 0;
    let high = holders.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((holders[middle] ?? 0) < holder) low = middle + 1;
      else high = middle;
    }
    const ids: number[] = [];
    for (; holders[low] === holder; low++) if ((releases[low] ?? 0) & bit) ids.push(low);
    return ids;
  }

  /** Bit sets of notes releases: bytes while there are at most eight. */
  #noteReleases(): Uint8Array | Uint32Array {
    return this.#pack.section('note.releases', this.#pack.header.sections['note.releases']?.type === 'u32' ? 'u32' : 'u8');
  }

  noteKind(id: number): NoteKind {
    return NOTE_KINDS[this.#pack.section('note.kind', 'u8')[id] ?? 0] ?? 'notes';
  }

  note(id: number): NoteLine {
    return (this.#notes[id] ??= this.#readNote(id));
  }

  #readNote(id: number): NoteLine {
    const holder = this.#pack.section('note.holder', 'u32')[id] ?? 0;
    const character = this.#pack.section('note.character', 'u8')[id] ?? 0;
    const blocks = this.#pack.section('block.first', 'f64').length;
    return {
      id,
      kind: this.noteKind(id),
      text: this.texts.text(this.#pack.section('note.text', 'u32')[id] ?? 0),
      flags: this.#pack.section('note.flags', 'u8')[id] ?? 0,
      character: character === 0 ? null : String.fromCharCode(character),
      holder:
        holder < this.size
          ? { level: 'code', id: this.code(holder) }
          : holder < this.size + blocks
            ? { level: 'block', id: this.#block(holder - this.size).id }
            : { level: 'chapter', id: String(holder - this.size - blocks + 1) },
    };
  }

  /** What the notes of one kind among `ids` point to. */
  compile(ids: readonly number[], kind: number): Compiled {
    const kinds = this.#pack.section('note.kind', 'u8');
    const starts = this.#pack.section('note.reference', 'u32');
    const runs = this.#pack.section('reference.run', 'u32');
    const triples: number[] = [];
    for (const id of ids) {
      if (kinds[id] !== kind) continue;
      for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at++) triples.push(runs[2 * at] ?? 0, runs[2 * at + 1] ?? 0, id);
    }
    return triples.length === 0 ? NO_REFERENCES : { runs: Int32Array.from(triples) };
  }

  /** Ids of the note lines of a notes release with a reference that takes in `row`, each with the size of its narrowest such run. */
  notesNaming(row: Row, release: number): { id: number; width: number }[] {
    const releases = this.#noteReleases();
    const starts = this.#pack.section('note.reference', 'u32');
    const runs = this.#pack.section('reference.run', 'u32');
    const found: { id: number; width: number }[] = [];
    for (let id = 0; id < releases.length; id++) {
      if (!((releases[id] ?? 0) & (1 << release))) continue;
      let width = Number.POSITIVE_INFINITY;
      for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at++) {
        const first = runs[2 * at] ?? 0;
        const after = runs[2 * at + 1] ?? 0;
        if (row >= first && row < after) width = Math.min(width, after - first);
      }
      if (width < Number.POSITIVE_INFINITY) found.push({ id, width });
    }
    return found;
  }

  #block(at: number): Block {
    return {
      id: this.texts.text(this.#pack.section('block.id', 'u32')[at] ?? 0),
      title: this.texts.text(this.#pack.section('block.title', 'u32')[at] ?? 0),
    };
  }

  #chapterAt(row: Row): number {
    const key = this.key[row] ?? 0;
    const first = this.#pack.section('chapter.first', 'f64');
    const after = this.#pack.section('chapter.after', 'f64');
    return first.findIndex((start, at) => key >= start && key < (after[at] ?? 0));
  }

  /** Blocks are stored outer before inner, so a scan keeps that order. */
  #blocksAt(row: Row): number[] {
    const key = this.key[row] ?? 0;
    const first = this.#pack.section('block.first', 'f64');
    const after = this.#pack.section('block.after', 'f64');
    const found: number[] = [];
    for (let at = 0; at < first.length; at++) if (key >= (first[at] ?? 0) && key < (after[at] ?? 0)) found.push(at);
    return found;
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

  #runs(bits: number): { first: number; last: number }[] {
    const runs: { first: number; last: number }[] = [];
    for (let at = 0; at < this.#codeReleases.length; at++) {
      if (!(bits & (1 << at))) continue;
      const open = runs.at(-1);
      // A code that stood before and after years nobody installed may have been gone between them.
      if (open && open.last === at - 1 && this.#codeReleases[at]?.known) open.last = at;
      else runs.push({ first: at, last: at });
    }
    return runs;
  }

  #datesOf(run: { first: number; last: number }): { from: Day; fromKnown: boolean; to: Day | null } {
    const first = this.#codeReleases[run.first];
    const next = this.#codeReleases[run.last + 1];
    const to = next ? (next.known ? addDays(next.from, -1) : (this.#codeReleases[run.last]?.to ?? null)) : null;
    return { from: first?.from ?? ('0001-01-01' as Day), fromKnown: first?.known ?? false, to };
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

interface CodeRelease {
  readonly from: Day;
  to: Day | null;
  /** True when the release before it is installed and reaches up to it: what is new in it then began with it. */
  readonly known: boolean;
}

/** The releases that changed codes, in order; a later edition with the same code list is the same release. */
function codeReleases(list: readonly PackEdition[]): CodeRelease[] {
  const releases: CodeRelease[] = [];
  for (const edition of list) {
    const at = Number(edition['codes']);
    const release = releases[at];
    if (release) release.to = edition.to as Day | null;
    else {
      const before = releases[at - 1]?.to;
      const from = edition.from as Day;
      releases[at] = { from, to: edition.to as Day | null, known: before != null && addDays(before, 1) === from };
    }
  }
  return releases;
}
