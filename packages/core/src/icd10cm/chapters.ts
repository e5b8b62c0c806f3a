import type { Pack } from '../pack/format.ts';
import type { TextTable } from '../pack/text-table.ts';

/** A chapter or a block of the tabular list. */
export interface Block {
  /** `4` or `E08-E13`. */
  readonly id: string;
  readonly title: string;
}

/** The chapters and the blocks within them: runs of code keys, blocks stored outer before inner. */
export class Chapters {
  readonly #pack: Pack;
  readonly #texts: TextTable;

  constructor(pack: Pack, texts: TextTable) {
    this.#pack = pack;
    this.#texts = texts;
  }

  /** How many blocks there are. */
  get blocks(): number {
    return this.#pack.section('block.first', 'f64').length;
  }

  /** Place of the chapter of a key, 0-based; -1 when no chapter holds it. */
  chapterAt(key: number): number {
    const first = this.#pack.section('chapter.first', 'f64');
    const after = this.#pack.section('chapter.after', 'f64');
    return first.findIndex((start, at) => key >= start && key < (after[at] ?? 0));
  }

  chapter(at: number): Block {
    return { id: String(at + 1), title: this.#texts.text(this.#pack.section('chapter.title', 'u32')[at] ?? 0) };
  }

  /** Places of the blocks of a key, from the outermost to the innermost: a scan keeps the order they are stored in. */
  blocksAt(key: number): number[] {
    const first = this.#pack.section('block.first', 'f64');
    const after = this.#pack.section('block.after', 'f64');
    const found: number[] = [];
    for (let at = 0; at < first.length; at++) if (key >= (first[at] ?? 0) && key < (after[at] ?? 0)) found.push(at);
    return found;
  }

  block(at: number): Block {
    return {
      id: this.#texts.text(this.#pack.section('block.id', 'u32')[at] ?? 0),
      title: this.#texts.text(this.#pack.section('block.title', 'u32')[at] ?? 0),
    };
  }

  /** The keys of a block: the first, and the one after the last. */
  keysOfBlock(at: number): [first: number, after: number] {
    return [this.#pack.section('block.first', 'f64')[at] ?? 0, this.#pack.section('block.after', 'f64')[at] ?? 0];
  }

  /** All chapters in order, with the blocks under each. */
  all(): { chapter: Block; blocks: Block[] }[] {
    const first = this.#pack.section('chapter.first', 'f64');
    const last = this.#pack.section('chapter.after', 'f64');
    const starts = this.#pack.section('block.first', 'f64');
    return Array.from(first, (_, at) => ({
      chapter: this.chapter(at),
      blocks: Array.from(starts, (start, block) => ({ start, block }))
        .filter(({ start }) => start >= (first[at] ?? 0) && start < (last[at] ?? 0))
        .map(({ block }) => this.block(block)),
    }));
  }
}
