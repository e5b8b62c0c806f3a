import type { Delimiters } from './delimiters.ts';
import { intern } from '../text/intern.ts';
import { READER_LIMITS } from './limits.ts';

/** What a segment's bytes hold: the first three make reading it the careful way necessary. */
export const SEGMENT_FLAG = { lineBreak: 4, notAscii: 8, control: 16, repetition: 64, component: 128 } as const;
const CAREFUL = SEGMENT_FLAG.lineBreak | SEGMENT_FLAG.notAscii | SEGMENT_FLAG.control;

/** So many, and the slot so made, that of the ids of all guides hardly two share one. */
const SLOTS = 2_048;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** One character a byte whatever the byte: offsets in the text are offsets in the bytes. */
const oneByteEach = new TextDecoder('latin1');

/**
 * One segment as the reader sees it: a view that is moved from segment to segment, so keep what you need, not the
 * view. Elements are made to strings only when asked for.
 */
export class Segment {
  /** 1-based place in the file, counting every segment from the first ISA. */
  number = 0;
  /** Byte offset of the segment's first byte in the file. */
  offset = 0;
  /** Elements after the id; trailing empty ones count. */
  count = 0;
  flags = 0;
  /** Those of the interchange it stands in. */
  delimiters: Delimiters = { element: 42, component: 58, repetition: 94, terminator: 126 };
  /** White space that stood before it, usually the line break after the terminator before. */
  lead = '';

  /** Where each element begins, in `bytes`; index 0 is the id, and one more entry marks the end. */
  readonly marks = new Uint32Array(READER_LIMITS.elements + 2);
  bytes: Uint8Array = new Uint8Array(0);
  #text: string | undefined;
  #id: string | undefined;
  /** Ids met, each in the slot of its bytes; another id of the same slot takes it over. */
  readonly #ids: (string | undefined)[] = Array.from({ length: SLOTS });
  readonly #keys = new Uint32Array(SLOTS);

  /** Called by the reader when another stretch of bytes begins. */
  window(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.#text = undefined;
  }

  /** Called by the reader when the marks of the next segment are in place. */
  moved(): void {
    this.#id = undefined;
  }

  /** The segment's id, `NM1`. Empty for an empty segment. */
  get id(): string {
    return (this.#id ??= this.#readId());
  }

  /** Element `n` (1-based) as text; empty when absent. UTF-8 where its bytes are UTF-8, Latin-1 otherwise; line breaks inside are dropped. */
  element(n: number): string {
    if (n > this.count) return '';
    const start = this.marks[n] ?? 0;
    const end = (this.marks[n + 1] ?? 0) - 1;
    if (end <= start) return '';
    return this.careful ? this.#careful(start, end) : this.#slice(start, end);
  }

  /** True when it holds line breaks, control characters or bytes beyond ASCII. */
  get careful(): boolean {
    return (this.flags & CAREFUL) !== 0;
  }

  /** True when element `n` is exactly this text of ASCII: asked of codes, without making a text of the element. */
  is(n: number, text: string): boolean {
    if (this.careful) return this.element(n) === text;
    if (this.lengthOf(n) !== text.length) return false;
    const start = this.marks[n] ?? 0;
    for (let at = 0; at < text.length; at++) if (this.bytes[start + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** Component `c` (1-based) of element `n`; the whole element is its first component when nothing divides it. */
  component(n: number, c: number): string {
    if ((this.flags & SEGMENT_FLAG.component) === 0) return c === 1 ? this.element(n) : '';
    if (this.careful) return this.element(n).split(String.fromCharCode(this.delimiters.component))[c - 1] ?? '';
    const start = this.startOf(n, c);
    return start < 0 ? '' : this.#slice(start, this.endOf(n, c, start));
  }

  /** Where component `c` of element `n` begins in `bytes`, the element itself for 0; -1 when there is none. */
  startOf(n: number, c: number): number {
    if (n > this.count) return -1;
    let start = this.marks[n] ?? 0;
    if (c < 2) return start;
    if ((this.flags & SEGMENT_FLAG.component) === 0) return -1;
    const { bytes } = this;
    const separator = this.delimiters.component;
    const end = (this.marks[n + 1] ?? 0) - 1;
    for (let skip = c; skip > 1; skip--) {
      while (start < end && bytes[start] !== separator) start++;
      if (start >= end) return -1;
      start++;
    }
    return start;
  }

  /** Where what begins at `start` ends. */
  endOf(n: number, c: number, start: number): number {
    const end = (this.marks[n + 1] ?? 0) - 1;
    if (c === 0 || (this.flags & SEGMENT_FLAG.component) === 0) return end;
    const { bytes } = this;
    const separator = this.delimiters.component;
    let to = start;
    while (to < end && bytes[to] !== separator) to++;
    return to;
  }

  /** All components of element `n`; one empty text for an absent element. */
  components(n: number): string[] {
    if ((this.flags & SEGMENT_FLAG.component) === 0) return [this.element(n)];
    if (this.careful) return this.element(n).split(String.fromCharCode(this.delimiters.component));
    if (n > this.count) return [''];
    const parts: string[] = [];
    const end = (this.marks[n + 1] ?? 0) - 1;
    for (let start = this.marks[n] ?? 0; start <= end; ) {
      const to = this.endOf(n, 1, start);
      parts.push(this.#slice(start, to));
      start = to + 1;
    }
    return parts;
  }

  /** Bytes of element `n`, 0 when absent or empty. */
  lengthOf(n: number): number {
    return n > this.count ? 0 : (this.marks[n + 1] ?? 0) - 1 - (this.marks[n] ?? 0);
  }

  /** The segment's own bytes, without its terminator. Valid until the reader goes on. */
  raw(): Uint8Array {
    return this.bytes.subarray(this.marks[0], (this.marks[this.count + 1] ?? 1) - 1);
  }

  get byteLength(): number {
    return (this.marks[this.count + 1] ?? 1) - 1 - (this.marks[0] ?? 0);
  }

  #slice(start: number, end: number): string {
    return (this.#text ??= oneByteEach.decode(this.bytes)).slice(start, end);
  }

  #readId(): string {
    const start = this.marks[0] ?? 0;
    const end = (this.marks[1] ?? 0) - 1;
    const length = end - start;
    if (length < 1 || length > 3 || this.careful) return this.#careful(start, end);
    const { bytes } = this;
    const key =
      ((bytes[start] ?? 0) << 16) | ((length > 1 ? (bytes[start + 1] ?? 0) : 0) << 8) | (length > 2 ? (bytes[start + 2] ?? 0) : 0);
    const slot = (key ^ (key >>> 4) ^ (key >>> 13)) % SLOTS;
    const known = this.#ids[slot];
    if (known !== undefined && this.#keys[slot] === key) return known;
    const id = intern(oneByteEach.decode(bytes.subarray(start, end)));
    this.#ids[slot] = id;
    this.#keys[slot] = key;
    return id;
  }

  #careful(start: number, end: number): string {
    if (end <= start) return '';
    const text = decodeBytes(this.bytes.subarray(start, end));
    return (this.flags & SEGMENT_FLAG.lineBreak) === 0 ? text : text.replace(/[\r\n]/g, '');
  }
}

/** UTF-8 when the bytes are UTF-8, else one character a byte. */
export function decodeBytes(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return latin1(bytes);
  }
}

/** ISO 8859-1 proper: each byte is the character of that number (the `latin1` of TextDecoder is Windows-1252). */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}
