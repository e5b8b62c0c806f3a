/** Length of a procedure code, CPT and HCPCS alike. */
export const PROCEDURE_LENGTH = 5;

const DIGIT = new Int8Array(128).fill(-1);
for (let n = 0; n < 10; n++) DIGIT[48 + n] = n;
for (let n = 0; n < 26; n++) DIGIT[65 + n] = 10 + n;

/** A procedure code as a number in base 36, below 2^26; -1 for a text of another form. */
export function procedureKey(code: string): number {
  if (code.length !== PROCEDURE_LENGTH) return -1;
  let key = 0;
  for (let at = 0; at < PROCEDURE_LENGTH; at++) {
    const unit = code.charCodeAt(at);
    const digit = unit < 128 ? (DIGIT[unit] ?? -1) : -1;
    if (digit < 0) return -1;
    key = key * 36 + digit;
  }
  return key;
}

/** Finds the place of a code in a list: an open hash table of numbers, several times faster than a Map of texts. */
export class CodeIndex {
  readonly #keys: Int32Array;
  readonly #places: Uint16Array;
  readonly #shift: number;
  readonly #mask: number;

  /** `codes` are all codes one after another, at most 65,536 of them. */
  constructor(codes: string) {
    const count = codes.length / PROCEDURE_LENGTH;
    const bits = Math.max(4, Math.ceil(Math.log2(count * 3 + 1)));
    this.#shift = 32 - bits;
    this.#mask = (1 << bits) - 1;
    this.#keys = new Int32Array(1 << bits).fill(-1);
    this.#places = new Uint16Array(1 << bits);
    for (let place = 0; place < count; place++) {
      const key = procedureKey(codes.slice(place * PROCEDURE_LENGTH, (place + 1) * PROCEDURE_LENGTH));
      let slot = Math.imul(key, 0x9e3779b1) >>> this.#shift;
      while (this.#keys[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = key;
      this.#places[slot] = place;
    }
  }

  /** The place of a code; -1 when the list does not have it. */
  find(code: string): number {
    const key = procedureKey(code);
    if (key < 0) return -1;
    let slot = Math.imul(key, 0x9e3779b1) >>> this.#shift;
    for (;;) {
      const found = this.#keys[slot];
      if (found === key) return this.#places[slot] ?? -1;
      if (found === -1) return -1;
      slot = (slot + 1) & this.#mask;
    }
  }
}
