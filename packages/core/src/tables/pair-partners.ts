/** Bits for each column-1 code: 64 bytes, one line of a processor's cache. */
const BITS = 512;
const WORDS = BITS / 32;

/**
 * Which parts of the list of codes each column-1 code has column-2 codes in, a bit each. Two codes on one claim are seldom a
 * pair, and neighbours in the list are paired alike, so of most it is seen in one step that they are none; a search through
 * a run of pairs costs several times as much.
 */
export class PairPartners {
  readonly #bits: Int32Array;
  readonly #shift: number;

  /** `start`: where the run of each column-1 code begins in `second`, and after the last; `second`: places of column-2 codes. */
  constructor(start: Uint32Array, second: Uint16Array) {
    const codes = start.length - 1;
    this.#shift = Math.max(0, Math.ceil(Math.log2(codes / BITS)));
    this.#bits = new Int32Array(codes * WORDS);
    for (let first = 0; first < codes; first++) {
      const after = start[first + 1] ?? 0;
      for (let row = start[first] ?? 0; row < after; row++) {
        const part = (second[row] ?? 0) >>> this.#shift;
        const word = first * WORDS + (part >>> 5);
        this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (part & 31));
      }
    }
  }

  /** False where the two are surely no pair. */
  mayHave(first: number, second: number): boolean {
    const part = second >>> this.#shift;
    return ((this.#bits[first * WORDS + (part >>> 5)] ?? 0) & (1 << (part & 31))) !== 0;
  }
}
