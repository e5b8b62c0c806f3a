import type { InterchangeSummary } from '../check/finding.ts';

/** Marks of what we write: the usual ones. */
export const MARKS = { element: '*', component: ':', repetition: '^', segment: '~' } as const;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const ELEMENT = MARKS.element.charCodeAt(0);
const COMPONENT = MARKS.component.charCodeAt(0);
const SPACE = 32;
const UNSAFE = /[*:^~\u0000-\u001f\u007f]/g;

/** The byte to write for each ASCII character: marks and control characters inside data become spaces. */
const WRITTEN = Uint8Array.from({ length: 128 }, (_, unit) => (String.fromCharCode(unit).search(UNSAFE) < 0 ? unit : SPACE));

/**
 * Gathers segments as bytes; trailing empty elements are dropped, and marks inside data become spaces. Each character is
 * judged as it is written, so a file of any size is gone through once and no text of it is made on the way.
 */
export class SegmentText {
  #bytes = new Uint8Array(4_096);
  #length = 0;
  #segments = 0;
  #since = 0;

  /** Adds a segment. A list of texts is a composite. */
  add(id: string, ...elements: readonly (string | readonly string[])[]): void {
    this.#value(id);
    // Marks of empty parts wait until a filled one follows, so none trail.
    let waiting = 0;
    for (const part of elements) {
      waiting++;
      if (typeof part === 'string' ? part === '' : isEmpty(part)) continue;
      this.#marks(ELEMENT, waiting);
      waiting = 0;
      if (typeof part === 'string') this.#value(part);
      else this.#composite(part);
    }
    this.#end();
  }

  /** Adds a segment whose elements may be marks themselves. */
  addAsIs(elements: readonly string[]): void {
    const written = encoder.encode(elements.join(MARKS.element));
    this.#reserve(written.length);
    this.#bytes.set(written, this.#length);
    this.#length += written.length;
    this.#end();
  }

  /** Begins counting segments for an SE. */
  startSet(): void {
    this.#since = this.#segments;
  }

  /** Segments since `startSet`. */
  get inSet(): number {
    return this.#segments - this.#since;
  }

  /** Hands out what was gathered, once it is as much as `least` bytes, and begins anew. The bytes are the taker's until the next segment. */
  drain(take: (bytes: Uint8Array) => void, least = 1): void {
    if (this.#length < least) return;
    const length = this.#length;
    this.#length = 0;
    take(this.#bytes.subarray(0, length));
  }

  toString(): string {
    return decoder.decode(this.#bytes.subarray(0, this.#length));
  }

  #composite(parts: readonly string[]): void {
    let waiting = 0;
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] ?? '';
      if (at > 0) waiting++;
      if (part === '') continue;
      this.#marks(COMPONENT, waiting);
      waiting = 0;
      this.#value(part);
    }
  }

  #marks(mark: number, count: number): void {
    this.#reserve(count);
    for (let each = 0; each < count; each++) this.#bytes[this.#length++] = mark;
  }

  #value(text: string): void {
    // A character takes three bytes at most (one of four bytes is two units of text).
    this.#reserve(text.length * 3);
    const bytes = this.#bytes;
    let to = this.#length;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 127) {
        this.#length += encoder.encodeInto(text.replace(UNSAFE, ' '), bytes.subarray(this.#length)).written;
        return;
      }
      bytes[to++] = WRITTEN[unit] ?? SPACE;
    }
    this.#length = to;
  }

  #end(): void {
    this.#reserve(2);
    this.#bytes[this.#length++] = MARKS.segment.charCodeAt(0);
    this.#bytes[this.#length++] = 10;
    this.#segments++;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

function isEmpty(parts: readonly string[]): boolean {
  for (const part of parts) if (part !== '') return false;
  return true;
}

/** The moment an answer is written, in the forms X12 asks for. */
export interface Moment {
  /** CCYYMMDD. */
  readonly date: string;
  /** HHMM. */
  readonly time: string;
}

/** A moment written as ISO 8601, `2026-04-02T08:30…`, in the forms X12 asks for. */
export function momentOf(iso: string): Moment {
  return { date: iso.slice(0, 10).replaceAll('-', ''), time: iso.slice(11, 16).replace(':', '') };
}

export interface Party {
  readonly qualifier: string;
  readonly id: string;
}

/** Writes the ISA: fixed widths, and the marks it declares. */
export function addHeader(out: SegmentText, from: Party, to: Party, moment: Moment, control: number, usage: string): void {
  const fixed = (text: string, width: number): string => text.replace(UNSAFE, ' ').padEnd(width).slice(0, width);
  out.addAsIs([
    'ISA',
    '00',
    ' '.repeat(10),
    '00',
    ' '.repeat(10),
    fixed(from.qualifier, 2),
    fixed(from.id, 15),
    fixed(to.qualifier, 2),
    fixed(to.id, 15),
    moment.date.slice(2),
    moment.time,
    MARKS.repetition,
    '00501',
    String(control).padStart(9, '0'),
    '0',
    usage === 'T' ? 'T' : 'P',
    MARKS.component,
  ]);
}

/** The ISA of an answer: sender and receiver of the interchange change places. */
export function addAnswerHeader(out: SegmentText, answered: InterchangeSummary, moment: Moment, control: number): void {
  addHeader(
    out,
    { qualifier: answered.receiverQualifier, id: answered.receiver },
    { qualifier: answered.senderQualifier, id: answered.sender },
    moment,
    control,
    answered.usage,
  );
}
