import type { Sections } from './write-pack.ts';

/** Gathers texts into word runs (see core's TextTable). Equal texts share an id. Word numbers follow frequency, then spelling. */
export class TextBuilder {
  readonly #ids = new Map<string, number>();

  /** Id of a text, its white space folded to single spaces. */
  add(text: string): number {
    const folded = text.trim().replace(/\s+/g, ' ');
    let id = this.#ids.get(folded);
    if (id === undefined) this.#ids.set(folded, (id = this.#ids.size));
    return id;
  }

  sections(): Sections {
    const texts = [...this.#ids.keys()].map((text) => (text === '' ? [] : text.split(' ')));
    const counts = new Map<string, number>();
    for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const words = [...counts.keys()].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0) || (one < other ? -1 : 1));
    if (words.length > 65_536) throw new Error(`${words.length} different words do not fit 16-bit word numbers`);
    const number = new Map(words.map((word, at) => [word, at]));
    const start = new Uint32Array(texts.length + 1);
    texts.forEach((each, at) => (start[at + 1] = (start[at] ?? 0) + each.length));
    const encoder = new TextEncoder();
    const encoded = words.map((word) => encoder.encode(word));
    const wordStart = new Uint32Array(words.length + 1);
    encoded.forEach((bytes, at) => (wordStart[at + 1] = (wordStart[at] ?? 0) + bytes.length));
    return {
      'text.start': ['u32', start],
      'text.run': ['u16', Uint16Array.from(texts.flatMap((each) => each.map((word) => number.get(word) ?? 0)))],
      'word.start': ['u32', wordStart],
      'word.bytes': ['u8', Uint8Array.from(Buffer.concat(encoded))],
    };
  }
}
