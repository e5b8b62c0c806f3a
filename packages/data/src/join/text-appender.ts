import { type Pack, TextTable } from '@cleanclaim/core';
import type { Sections } from '../build/write-pack.ts';

/** Adds texts to the text table of a pack; the numbers of its own texts and words stay, as its search index needs. */
export class TextAppender {
  readonly #pack: Pack;
  readonly #table: TextTable;
  readonly #words: Map<string, number>;
  readonly #ids = new Map<string, number>();
  readonly #known: number;

  constructor(pack: Pack) {
    this.#pack = pack;
    this.#table = new TextTable(pack);
    this.#known = this.#table.size;
    this.#words = new Map(Array.from({ length: this.#table.wordCount }, (_, number) => [this.#table.word(number), number]));
  }

  /** Id of a text, its white space folded to single spaces. */
  add(text: string): number {
    const folded = text.trim().replace(/\s+/g, ' ');
    let id = this.#ids.get(folded);
    if (id === undefined) {
      this.#ids.set(folded, (id = this.#known + this.#ids.size));
      for (const word of folded.split(' ')) if (!this.#words.has(word)) this.#words.set(word, this.#words.size);
      if (this.#words.size > 65_536) throw new Error(`${this.#words.size} different words do not fit 16-bit word numbers`);
    }
    return id;
  }

  sections(): Sections {
    const added = [...this.#ids.keys()].map((text) => text.split(' '));
    const oldStart = this.#pack.section('text.start', 'u32');
    const oldRun = this.#pack.section('text.run', 'u16');
    const start = new Uint32Array(oldStart.length + added.length);
    start.set(oldStart);
    let end = oldRun.length;
    added.forEach((words, at) => (start[oldStart.length + at] = end += words.length));
    const run = new Uint16Array(end);
    run.set(oldRun);
    let at = oldRun.length;
    for (const words of added) for (const word of words) run[at++] = this.#words.get(word) ?? 0;
    const encoder = new TextEncoder();
    const encoded = [...this.#words.keys()].map((word) => encoder.encode(word));
    const wordStart = new Uint32Array(encoded.length + 1);
    encoded.forEach((bytes, word) => (wordStart[word + 1] = (wordStart[word] ?? 0) + bytes.length));
    return {
      'text.start': ['u32', start],
      'text.run': ['u16', run],
      'word.start': ['u32', wordStart],
      'word.bytes': ['u8', Uint8Array.from(Buffer.concat(encoded))],
    };
  }
}
