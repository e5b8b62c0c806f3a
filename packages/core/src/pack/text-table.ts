import type { Pack } from './format.ts';

/**
 * Texts stored as runs of word numbers: the words of all titles and notes stand once in a dictionary, a text is a
 * list of 16-bit word numbers, joined by one space when read. A third of the size of plain text, and search reads
 * the same numbers.
 */
export class TextTable {
  readonly #start: Uint32Array;
  readonly #run: Uint16Array;
  readonly #wordStart: Uint32Array;
  readonly #wordBytes: Uint8Array;
  readonly #words: (string | undefined)[];
  readonly #decoder = new TextDecoder();

  constructor(pack: Pack) {
    this.#start = pack.section('text.start', 'u32');
    this.#run = pack.section('text.run', 'u16');
    this.#wordStart = pack.section('word.start', 'u32');
    this.#wordBytes = pack.section('word.bytes', 'u8');
    this.#words = new Array<string | undefined>(this.#wordStart.length - 1);
  }

  get size(): number {
    return this.#start.length - 1;
  }

  get wordCount(): number {
    return this.#words.length;
  }

  word(number: number): string {
    let word = this.#words[number];
    if (word === undefined) {
      word = this.#decoder.decode(this.#wordBytes.subarray(this.#wordStart[number], this.#wordStart[number + 1]));
      this.#words[number] = word;
    }
    return word;
  }

  /** The word numbers of a text. */
  run(id: number): Uint16Array {
    return this.#run.subarray(this.#start[id], this.#start[id + 1]);
  }

  text(id: number): string {
    const end = this.#start[id + 1] ?? 0;
    let position = this.#start[id] ?? 0;
    if (position >= end) return '';
    let text = this.word(this.#run[position++] ?? 0);
    while (position < end) text += ` ${this.word(this.#run[position++] ?? 0)}`;
    return text;
  }
}
