import { type Delimiters, isBreak, readHeader } from './delimiters.ts';
import { READER_LIMITS } from './limits.ts';
import { SEGMENT_FLAG, Segment } from './segment.ts';

export type ReaderProblemCode =
  | 'empty-file'
  | 'not-x12'
  | 'utf-16'
  | 'header-broken'
  | 'header-cut'
  | 'header-widths'
  | 'delimiters-clash'
  | 'bytes-between'
  | 'segment-too-long'
  | 'too-many-elements'
  | 'unterminated';

export interface ReaderProblem {
  readonly code: ReaderProblemCode;
  /** Byte offset in the file. */
  readonly offset: number;
  /** Number of the segment it belongs to, or of the one before it. */
  readonly segment: number;
}

/** Who listens to the reader. `segment` is given one view that moves; `problem` may come before, between and after segments. */
export interface ReaderListener {
  /** A new interchange begins; its ISA follows as a segment. */
  interchange(delimiters: Delimiters, offset: number): void;
  segment(segment: Segment): void;
  problem(problem: ReaderProblem): void;
  /** The file is over; `rest` is the white space after the last segment. */
  end(rest: string): void;
}

/** Bytes looked at in one go: their text stays in the processor's cache. */
const WINDOW = 16_384;
const ISA = [73, 83, 65];
/** Bytes of an ISA with its terminator. */
const ISA_BYTES = 106;
const PLAIN = 0;
const SEPARATOR = 1;
const TERMINATOR = 2;

/**
 * Cuts X12 into segments: bytes are pushed in as they come, segments are handed out as they end. Delimiters come from
 * each ISA. Memory is one segment beyond the chunk at hand; time is linear in the bytes, whatever they are.
 */
export class X12Reader {
  readonly #listener: ReaderListener;
  readonly #segment = new Segment();
  readonly #classes = new Uint8Array(256);
  /** Between interchanges, inside one, or in a segment beyond the limit that is being skipped. */
  #state: 'seek' | 'inside' | 'skip' = 'seek';
  #delimiters: Delimiters | undefined;
  /** File offset of the first byte of the chunk at hand. */
  #base = 0;
  #number = 0;
  #lead = '';
  /** A segment whose end has not come yet. */
  #pending = new Uint8Array(1_024);
  #pendingLength = 0;
  #pendingOffset = 0;
  #any = false;
  #junk = false;
  /** The ISA whose delimiters were just read comes next. */
  #expectIsa = false;
  #ended = false;

  constructor(listener: ReaderListener) {
    this.#listener = listener;
  }

  /** Takes the next bytes of the file. They may be reused by the caller once this returns. */
  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += WINDOW) {
      const window = bytes.subarray(at, Math.min(at + WINDOW, bytes.length));
      this.#read(window, this.#base);
      this.#base += window.length;
    }
  }

  /** Says that the file ends here. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    while (this.#state === 'seek' && this.#pendingLength > 0) this.#tryHeader(true);
    if (this.#pendingLength > 0) {
      this.#problem('unterminated', this.#pendingOffset);
      this.#scan(this.#takePending(), 0, this.#pendingOffset, true);
    } else if (this.#state === 'skip') this.#problem('unterminated', this.#base);
    if (!this.#any && !this.#junk) this.#problem('empty-file', 0);
    this.#listener.end(this.#lead);
  }

  #read(bytes: Uint8Array, base: number): void {
    let at = 0;
    while (at < bytes.length) {
      if (this.#state === 'seek') at = this.#seek(bytes, at, base);
      else if (this.#state === 'skip') at = this.#skip(bytes, at);
      else if (this.#pendingLength > 0) at = this.#complete(bytes, at);
      else at = this.#scan(bytes, at, base, false);
    }
  }

  /** Looks for the next ISA; white space between interchanges is nothing, anything else is said once. */
  #seek(bytes: Uint8Array, from: number, base: number): number {
    let at = from;
    if (this.#pendingLength === 0) {
      while (!this.#junk && at < bytes.length && isPadding(bytes[at] ?? 0)) this.#addLead(bytes[at++] ?? 0);
      this.#pendingOffset = base + at;
    }
    const taken = Math.min(bytes.length - at, READER_LIMITS.headerBytes - this.#pendingLength);
    this.#keep(bytes, at, at + taken);
    this.#tryHeader(false);
    return at + taken;
  }

  /** Reads the header at the head of the pending bytes, dropping what cannot be one; leaves them when more are needed. */
  #tryHeader(last: boolean): void {
    while (this.#pendingLength > 0) {
      const held = this.#pending;
      const length = this.#pendingLength;
      if (!this.#junk && held[0] === 0xef && length < 3 && !last) return;
      if (!this.#junk && (this.#passMark() || this.#passPadding())) continue;
      if (this.#beginsIsa(0)) {
        const header = readHeader(held, 0, length, last || length >= READER_LIMITS.headerBytes);
        if (header.kind === 'more') return;
        if (header.kind === 'found') {
          this.#begin(header.delimiters);
          if (!header.fixed) this.#problem('header-widths', this.#pendingOffset);
          if (header.problem) this.#problem(header.problem, this.#pendingOffset);
          // The pending bytes go beyond the ISA: they are read as any others.
          this.#read(this.#takePending(), this.#pendingOffset);
          return;
        }
        if (length > ISA.length) this.#problem(last && length < ISA_BYTES ? 'header-cut' : 'header-broken', this.#pendingOffset);
      }
      this.#dropJunk();
    }
  }

  /** A UTF-8 byte-order mark is white space. True when one was passed. */
  #passMark(): boolean {
    const held = this.#pending;
    if (this.#pendingLength < 3 || held[0] !== 0xef || held[1] !== 0xbb || held[2] !== 0xbf) return false;
    for (const byte of [0xef, 0xbb, 0xbf]) this.#addLead(byte);
    this.#drop(3);
    return true;
  }

  #passPadding(): boolean {
    let count = 0;
    while (count < this.#pendingLength && isPadding(this.#pending[count] ?? 0)) this.#addLead(this.#pending[count++] ?? 0);
    if (count > 0) this.#drop(count);
    return count > 0;
  }

  /** Lets go of the first pending byte and whatever follows that cannot begin an ISA. */
  #dropJunk(): void {
    const held = this.#pending;
    if (!this.#junk) {
      const utf16 = (held[0] === 0xff && held[1] === 0xfe) || (held[0] === 0xfe && held[1] === 0xff);
      if (this.#any) this.#problem('bytes-between', this.#pendingOffset);
      else this.#problem(utf16 ? 'utf-16' : 'not-x12', this.#pendingOffset);
      this.#junk = true;
    }
    let next = 1;
    while (next < this.#pendingLength && !this.#beginsIsa(next)) next++;
    this.#drop(next);
  }

  /** True when an ISA may begin there, as far as the pending bytes go. */
  #beginsIsa(from: number): boolean {
    const held = this.#pending;
    if (held[from] !== ISA[0]) return false;
    for (let at = 1; at < ISA.length && from + at < this.#pendingLength; at++) if (held[from + at] !== ISA[at]) return false;
    return true;
  }

  #drop(count: number): void {
    this.#pending.copyWithin(0, count, this.#pendingLength);
    this.#pendingLength -= count;
    this.#pendingOffset += count;
  }

  #takePending(): Uint8Array {
    const taken = this.#pending.slice(0, this.#pendingLength);
    this.#pendingLength = 0;
    return taken;
  }

  #addLead(byte: number): void {
    if (this.#lead.length < READER_LIMITS.leadBytes) this.#lead += String.fromCharCode(byte);
  }

  #begin(delimiters: Delimiters): void {
    this.#delimiters = delimiters;
    this.#state = 'inside';
    this.#any = true;
    this.#junk = false;
    const classes = this.#classes;
    classes.fill(PLAIN);
    classes.fill(SEGMENT_FLAG.control, 0, 32);
    classes[127] = SEGMENT_FLAG.control;
    classes.fill(SEGMENT_FLAG.notAscii, 128, 256);
    classes[10] = SEGMENT_FLAG.lineBreak;
    classes[13] = SEGMENT_FLAG.lineBreak;
    if (delimiters.repetition > 0) classes[delimiters.repetition] = SEGMENT_FLAG.repetition;
    classes[delimiters.component] = SEGMENT_FLAG.component;
    classes[delimiters.element] = SEPARATOR;
    classes[delimiters.terminator] = TERMINATOR;
    this.#segment.delimiters = delimiters;
    this.#expectIsa = true;
    this.#listener.interchange(delimiters, this.#pendingOffset);
  }

  /** Adds to the pending segment up to its terminator, then reads it. */
  #complete(bytes: Uint8Array, from: number): number {
    const found = bytes.indexOf(this.#delimiters?.terminator ?? 0, from);
    const end = found < 0 ? bytes.length : found + 1;
    this.#keep(bytes, from, end);
    if (this.#pendingLength > READER_LIMITS.segmentBytes) {
      this.#tooLong(this.#pendingOffset);
      this.#pendingLength = 0;
      if (found < 0) this.#state = 'skip';
    } else if (found >= 0) this.#read(this.#takePending(), this.#pendingOffset);
    return end;
  }

  #tooLong(offset: number): void {
    this.#number++;
    this.#problem('segment-too-long', offset);
  }

  #skip(bytes: Uint8Array, from: number): number {
    const found = bytes.indexOf(this.#delimiters?.terminator ?? 0, from);
    if (found < 0) return bytes.length;
    this.#state = 'inside';
    return found + 1;
  }

  /** Reads segments from `from`; what is left at the end is kept as pending. `whole` says that the bytes end with the segment. */
  #scan(bytes: Uint8Array, from: number, base: number, whole: boolean): number {
    const segment = this.#segment;
    const { marks } = segment;
    const classes = this.#classes;
    const limit = READER_LIMITS.elements;
    const end = bytes.length;
    let at = from;
    segment.window(bytes);
    while (at < end) {
      const first = bytes[at] ?? 0;
      if (first <= 32 && isPadding(first) && (classes[first] !== TERMINATOR || isBreak(first)) && classes[first] !== SEPARATOR) {
        this.#addLead(first);
        at++;
        continue;
      }
      const start = at;
      marks[0] = start;
      let count = 0;
      let flags = 0;
      let crowded = false;
      let kind = PLAIN;
      for (; at < end; at++) {
        kind = classes[bytes[at] ?? 0] ?? PLAIN;
        if (kind === PLAIN) continue;
        if (kind === SEPARATOR) {
          if (count < limit) marks[++count] = at + 1;
          else crowded = true;
        } else if (kind === TERMINATOR) break;
        else flags |= kind;
      }
      if (at >= end && !whole) {
        this.#pendingOffset = base + start;
        this.#pendingLength = 0;
        this.#keep(bytes, start, end);
        return end;
      }
      marks[count + 1] = at + 1;
      at++;
      segment.count = count;
      segment.flags = flags;
      segment.offset = base + start;
      segment.lead = this.#lead;
      segment.number = ++this.#number;
      this.#lead = '';
      segment.moved();
      if (crowded) this.#problem('too-many-elements', base + start);
      if (segment.id === 'ISA') {
        // A new ISA where none was due: the trailer of the interchange before is missing, and delimiters may differ.
        if (!this.#expectIsa) {
          this.#number--;
          this.#lead = segment.lead;
          this.#state = 'seek';
          return start;
        }
        this.#expectIsa = false;
      }
      this.#listener.segment(segment);
      if (segment.id === 'IEA') {
        this.#state = 'seek';
        return at;
      }
    }
    return at;
  }

  #keep(bytes: Uint8Array, from: number, to: number): void {
    // Beyond the limit nothing more is needed than to know that it was passed.
    const room = READER_LIMITS.segmentBytes + 1 - this.#pendingLength;
    const taken = Math.min(to - from, Math.max(room, 0));
    const needed = this.#pendingLength + taken;
    if (needed > this.#pending.length) {
      const larger = new Uint8Array(Math.max(needed, this.#pending.length * 2));
      larger.set(this.#pending.subarray(0, this.#pendingLength));
      this.#pending = larger;
    }
    this.#pending.set(bytes.subarray(from, from + taken), this.#pendingLength);
    this.#pendingLength = needed;
  }

  #problem(code: ReaderProblemCode, offset: number): void {
    this.#listener.problem({ code, offset, segment: this.#number });
  }
}

/** White space and the padding that mainframes add: tab, line feed, return, space, NUL, Ctrl-Z. */
function isPadding(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === 32 || byte === 9 || byte === 0 || byte === 26;
}
