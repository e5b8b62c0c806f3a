/** Codes of up to four characters as one number each, so that a value is looked up without making a string of it. */
export class CodeList {
  readonly values: readonly string[];
  readonly #packed = new Set<number>();
  readonly #long = new Set<string>();
  /** The one code of a list of one, which most qualifiers have: compared without a look-up. -1 for any other list. */
  readonly #only: number;

  constructor(values: readonly string[]) {
    this.values = values;
    for (const value of values) {
      if (value.length > 4) this.#long.add(value);
      else this.#packed.add(pack(value));
    }
    const [first = ''] = values;
    this.#only = values.length === 1 && first.length <= 4 ? pack(first) : -1;
  }

  has(bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    if (length <= 4) return this.hasPacked(packed(bytes, start, end));
    if (this.#long.size === 0 || length > 64) return false;
    return this.#long.has(String.fromCharCode(...bytes.subarray(start, end)));
  }

  /** A value of up to four characters, as `packed` gives it. */
  hasPacked(key: number): boolean {
    return this.#only >= 0 ? key === this.#only : this.#packed.has(key);
  }

  hasText(value: string): boolean {
    return this.values.includes(value);
  }
}

/** Up to four bytes as one number. */
export function packed(bytes: Uint8Array, start: number, end: number): number {
  let key = 0;
  for (let at = start; at < end; at++) key = (key << 8) | (bytes[at] ?? 0);
  return key;
}

function pack(value: string): number {
  let key = 0;
  for (let at = 0; at < value.length; at++) key = (key << 8) | value.charCodeAt(at);
  return key;
}
