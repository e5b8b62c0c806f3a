import { hasAllKeys } from './key-trouble.ts';
import { measure } from './measure-json.ts';
import type { Claim } from './model.ts';
import { IS, PlainShape } from './plain-shape.ts';
import { ANY_DEPTH, CLAIM, escapePointer, type ReadClaim, type UnknownField } from './read-claim.ts';

/** Bytes of the claims that are read here; longer ones are rare. */
const SIZE = 64 * 1024;
/** Texts kept: a place is found by a number of so many bits made of the text, and another with the same number takes it. */
const KEPT = 2048;
const KEPT_SHIFT = 32 - 11;
/** Bytes of a text that is kept, its closing quote counted. */
const KEPT_SIZE = 32;
/** V8 keeps a longer part of a text as a reference into the whole, which then lives as long as the part. */
const LONGEST_PART = 12;
/** Where reading stands once it has met what must be looked at more closely. */
const GIVEN_UP = -1;

/**
 * Reads a claim that nothing is wrong with in one pass: JSON, the kinds and sizes of its fields, and that no key is given
 * twice. Whatever else there is, wrong or only unusual, it leaves to the readers that can say what and where.
 */
class PlainReader {
  /** The claim as UTF-8, and a zero after it, at which every search ends. */
  readonly #bytes = new Uint8Array(SIZE + 1);
  readonly #room = this.#bytes.subarray(0, SIZE);
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #kept: (string | undefined)[] = Array.from({ length: KEPT }, () => undefined);
  /** The kept texts' own bytes with the closing quote, KEPT_SIZE for each: comparing them asks nothing of the text. */
  readonly #keptBytes = new Uint8Array(KEPT * KEPT_SIZE);
  readonly #claim = new PlainShape(CLAIM);
  /** Steps from the claim down to the object being read. */
  readonly #steps: (string | number)[] = [];
  #unknown: UnknownField[] = [];
  #text = '';
  #ascii = true;
  #at = 0;
  #end = 0;

  read(text: string): ReadClaim | undefined {
    const { read, written } = this.#encoder.encodeInto(text, this.#room);
    // Half a surrogate pair cannot be written as UTF-8.
    this.#ascii = written === text.length;
    if (read < text.length || !(this.#ascii || isWellFormed(text))) return undefined;
    this.#bytes[written] = 0;
    this.#text = text;
    this.#end = written;
    this.#at = 0;
    this.#steps.length = 0;
    this.#unknown = [];
    this.#space();
    const claim = this.#value(this.#claim);
    if (this.#at !== GIVEN_UP) this.#space();
    this.#text = '';
    return this.#at === written ? { claim: claim as Claim, unknown: this.#unknown } : undefined;
  }

  #giveUp(): void {
    this.#at = GIVEN_UP;
  }

  /** Answers a value only where reading has not given up. */
  #value(shape: PlainShape): unknown {
    switch (shape.is) {
      case IS.text:
        return this.#short(shape);
      case IS.number:
        return this.#number();
      case IS.quantity:
      case IS.pointer:
        return this.#bytes[this.#at] === QUOTE ? this.#short(shape) : this.#number();
      case IS.oneOf: {
        const text = this.#string();
        return shape.words.includes(text) ? text : this.#giveUp();
      }
      case IS.list:
        return this.#list(shape);
      case IS.fields:
        return this.#fields(shape);
      default:
        return this.#any();
    }
  }

  #fields(shape: PlainShape): unknown {
    const object: Record<string, unknown> = {};
    /** A bit for each of the first fields, which are all that most objects have; the others are asked of the object. */
    let seen = 0;
    let before = 0;
    for (let more = this.#opens(OPEN, CLOSE); more; more = this.#goesOn(CLOSE)) {
      const field = this.#field(shape, shape.after[before] as number);
      if (this.#at < 0) return undefined;
      if (field < 0) {
        this.#other(object);
        continue;
      }
      shape.after[before] = field;
      before = field + 1;
      const name = shape.names[field] as string;
      const bit = field < 31 ? 1 << field : 0;
      if (bit === 0 ? Object.hasOwn(object, name) : (seen & bit) !== 0) return this.#giveUp();
      seen |= bit;
      const inside = shape.shapes[field] as PlainShape;
      const deeper = inside.is >= IS.list;
      if (deeper) this.#steps.push(name);
      const value = this.#value(inside);
      if (deeper) this.#steps.pop();
      if (this.#at < 0) return undefined;
      object[name] = value;
    }
    for (const name of shape.needs) if (!Object.hasOwn(object, name)) return this.#giveUp();
    return object;
  }

  #list(shape: PlainShape): unknown {
    const list: unknown[] = [];
    const each = shape.each as PlainShape;
    for (let more = this.#opens(OPEN_LIST, CLOSE_LIST); more; more = this.#goesOn(CLOSE_LIST)) {
      this.#steps.push(list.length);
      const value = this.#value(each);
      this.#steps.pop();
      if (this.#at < 0) return undefined;
      list.push(value);
    }
    return list.length > shape.most ? this.#giveUp() : list;
  }

  /** Passes the opening bracket; false when nothing stands inside. */
  #opens(open: number, close: number): boolean {
    if (this.#bytes[this.#at] !== open) {
      this.#giveUp();
      return false;
    }
    this.#at++;
    this.#space();
    if (this.#bytes[this.#at] !== close) return true;
    this.#at++;
    return false;
  }

  /** Passes the comma after an entry, or the closing bracket. */
  #goesOn(close: number): boolean {
    if (this.#at < 0) return false;
    this.#space();
    const byte = this.#bytes[this.#at];
    this.#at++;
    if (byte === COMMA) {
      this.#space();
      return true;
    }
    if (byte !== close) this.#giveUp();
    return false;
  }

  /** Passes a key and its colon; answers the field's number, -1 where the model has no such field (and the key still stands). `guess` is tried first. */
  #field(shape: PlainShape, guess: number): number {
    const bytes = this.#bytes;
    const start = this.#at;
    const key = shape.keys[guess] as Uint8Array;
    let same = 0;
    while (same < key.length && bytes[start + same] === key[same]) same++;
    if (same === key.length) {
      this.#at = start + same;
      this.#colon();
      return guess;
    }
    const field = shape.numbers.get(this.#string());
    if (this.#at < 0) return -1;
    if (field === undefined) {
      this.#at = start;
      return -1;
    }
    this.#colon();
    return field;
  }

  #colon(): void {
    this.#space();
    if (this.#bytes[this.#at] === COLON) {
      this.#at++;
      this.#space();
    } else this.#giveUp();
  }

  /** A field that the model does not have: kept, and told. */
  #other(object: Record<string, unknown>): void {
    const name = this.#string();
    this.#colon();
    if (this.#at < 0) return;
    // What every object inherits, names that are numbers (which come before all others) and FHIR's mark are not for here.
    if (name in object || /^(?:\d|resourceType$)/.test(name)) return this.#giveUp();
    const value = this.#any();
    if (this.#at < 0) return;
    object[name] = value;
    this.#unknown.push({ path: [...this.#steps, name].map((step) => `/${escapePointer(String(step))}`).join(''), name });
  }

  #short(shape: PlainShape): unknown {
    const text = this.#string();
    return text.length > shape.longest ? this.#giveUp() : text;
  }

  #string(): string {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    if (bytes[start - 1] !== QUOTE) return this.#noString();
    let at = start;
    let hash = 0;
    let byte = bytes[at] as number;
    while (byte !== QUOTE) {
      if (byte < SPACE || byte === BACKSLASH || byte > 127) return this.#written(start);
      hash = ((hash << 3) + byte) | 0;
      byte = bytes[++at] as number;
    }
    this.#at = at + 1;
    if (at - start >= KEPT_SIZE) return this.#part(start, at);
    // The fractional part of the golden ratio spreads what differs in few bits.
    const place = Math.imul(hash, 0x9e3779b1) >>> KEPT_SHIFT;
    const from = place * KEPT_SIZE - start;
    const kept = this.#keptBytes;
    let same = start;
    while (same <= at && bytes[same] === kept[from + same]) same++;
    // Most texts that come once never come again: a text is kept when it is met a second time.
    if (same > at) return this.#kept[place] ?? (this.#kept[place] = this.#part(start, at));
    for (; same <= at; same++) kept[from + same] = bytes[same] as number;
    this.#kept[place] = undefined;
    return this.#part(start, at);
  }

  #noString(): string {
    this.#giveUp();
    return '';
  }

  /** A string with escapes or letters beyond ASCII. */
  #written(start: number): string {
    const bytes = this.#bytes;
    let at = start;
    while (at < this.#end && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
    const text = this.#parsed(start - 1, at + 1);
    return typeof text === 'string' ? text : this.#noString();
  }

  #number(): unknown {
    const bytes = this.#bytes;
    const start = this.#at;
    let at = start;
    let value = 0;
    let byte = bytes[at] as number;
    while (byte >= ZERO && byte <= NINE) {
      value = value * 10 + (byte - ZERO);
      byte = bytes[++at] as number;
    }
    this.#at = at;
    const digits = at - start;
    const whole = byte === COMMA || byte === CLOSE || byte === CLOSE_LIST || byte <= SPACE;
    if (whole && (digits === 1 || (digits > 1 && digits <= 15 && bytes[start] !== ZERO))) return value;
    while (NUMBER.includes(bytes[at] as number)) at++;
    const number = this.#parsed(start, at);
    return typeof number === 'number' ? number : this.#giveUp();
  }

  /** A value of any kind: where it ends is found here, JSON.parse reads it. */
  #any(): unknown {
    const bytes = this.#bytes;
    const start = this.#at;
    let depth = 0;
    let at = start;
    for (; at < this.#end; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        for (at++; at < this.#end && bytes[at] !== QUOTE; at++) if (bytes[at] === BACKSLASH) at++;
      } else if (byte === OPEN || byte === OPEN_LIST) depth++;
      else if (byte === CLOSE || byte === CLOSE_LIST) {
        if (--depth < 0) break;
      } else if (byte === COMMA && depth === 0) break;
    }
    const value = this.#parsed(start, at);
    if (typeof value !== 'object' || value === null || this.#at < 0) return value;
    const size = measure(value);
    return size.depth > ANY_DEPTH || !hasAllKeys(this.#part(start, at), size.keys) ? this.#giveUp() : value;
  }

  /** Goes to `end`; what stands there from `start` on as JSON.parse reads it. */
  #parsed(start: number, end: number): unknown {
    this.#at = end;
    try {
      return JSON.parse(this.#part(start, end));
    } catch {
      return this.#giveUp();
    }
  }

  #part(start: number, end: number): string {
    if (this.#ascii && end - start <= LONGEST_PART) return this.#text.slice(start, end);
    return this.#decoder.decode(this.#bytes.subarray(start, end));
  }

  #space(): void {
    const bytes = this.#bytes;
    for (let byte = bytes[this.#at] as number; byte <= SPACE; byte = bytes[this.#at] as number) {
      if (byte !== SPACE && byte !== TAB && byte !== LINE_FEED && byte !== RETURN) return;
      this.#at++;
    }
  }
}

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN = 123;
const CLOSE = 125;
const NUMBER = new TextEncoder().encode('0123456789+-.eE');

/** False where half a surrogate pair stands alone. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

const READER = new PlainReader();

/** Reads a JSON text with a claim that nothing is wrong with; undefined for any other. */
export function readPlain(text: string): ReadClaim | undefined {
  return READER.read(text);
}
