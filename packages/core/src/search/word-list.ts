const decoder = new TextDecoder();

/** Sorted ASCII strings in one byte array; found by binary search without making strings. */
export class WordList {
  readonly #start: Uint32Array;
  readonly #bytes: Uint8Array;

  constructor(start: Uint32Array, bytes: Uint8Array) {
    this.#start = start;
    this.#bytes = bytes;
  }

  /** Of ASCII strings that stand in order. */
  static of(words: readonly string[]): WordList {
    const start = new Uint32Array(words.length + 1);
    words.forEach((word, at) => (start[at + 1] = (start[at] ?? 0) + word.length));
    return new WordList(start, new TextEncoder().encode(words.join('')));
  }

  get size(): number {
    return this.#start.length - 1;
  }

  at(index: number): string {
    return decoder.decode(this.#bytes.subarray(this.#start[index], this.#start[index + 1]));
  }

  /** All strings in order. */
  all(): string[] {
    const text = decoder.decode(this.#bytes);
    return Array.from({ length: this.size }, (_, index) => text.slice(this.#start[index], this.#start[index + 1]));
  }

  length(index: number): number {
    return (this.#start[index + 1] ?? 0) - (this.#start[index] ?? 0);
  }

  /** The character code at a place of a string. */
  unit(index: number, place: number): number {
    return this.#bytes[(this.#start[index] ?? 0) + place] ?? 0;
  }

  /** The place of a string, or -1. */
  find(word: string): number {
    const at = this.lowerBound(word);
    return at < this.size && this.#compare(at, word) === 0 ? at : -1;
  }

  /** The run of strings that begin with `prefix`. */
  beginningWith(prefix: string): [first: number, after: number] {
    return [this.lowerBound(prefix), this.lowerBound(`${prefix}\x7f`)];
  }

  lowerBound(word: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(middle, word) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(index: number, word: string): number {
    const start = this.#start[index] ?? 0;
    const length = this.length(index);
    for (let place = 0; place < length && place < word.length; place++) {
      const difference = (this.#bytes[start + place] ?? 0) - word.charCodeAt(place);
      if (difference !== 0) return difference;
    }
    return length - word.length;
  }
}
