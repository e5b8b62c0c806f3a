import type { Sections } from '../write-pack.ts';

/** Sorted ASCII strings as core's WordList reads them. */
export function wordListSections(name: string, words: readonly string[]): Sections {
  const encoder = new TextEncoder();
  const encoded = words.map((word) => encoder.encode(word));
  const start = new Uint32Array(words.length + 1);
  encoded.forEach((bytes, at) => (start[at + 1] = (start[at] ?? 0) + bytes.length));
  return { [`${name}.start`]: ['u32', start], [`${name}.bytes`]: ['u8', Uint8Array.from(Buffer.concat(encoded))] };
}
