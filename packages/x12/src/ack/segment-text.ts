/** Marks of what we write: the usual ones. */
export const MARKS = { element: '*', component: ':', repetition: '^', segment: '~' } as const;

/** Gathers segments as text; trailing empty elements are dropped, and marks inside data become spaces. */
export class SegmentText {
  #text = '';
  #segments = 0;
  #since = 0;

  /** Adds a segment. A list of texts is a composite. */
  add(id: string, ...elements: readonly (string | readonly string[])[]): void {
    this.#text += `${join(id, elements, MARKS.element)}${MARKS.segment}\n`;
    this.#segments++;
  }

  /** Adds a segment whose elements may be marks themselves. */
  addAsIs(elements: readonly string[]): void {
    this.#text += `${elements.join(MARKS.element)}${MARKS.segment}\n`;
    this.#segments++;
  }

  /** Begins counting segments for an SE. */
  startSet(): void {
    this.#since = this.#segments;
  }

  /** Segments since `startSet`. */
  get inSet(): number {
    return this.#segments - this.#since;
  }

  toString(): string {
    return this.#text;
  }
}

/** `first` and the parts after it. Marks of empty parts wait until a filled one follows, so none trail. */
function join(first: string, parts: readonly (string | readonly string[])[], mark: string): string {
  let text = first;
  let waiting = '';
  for (const part of parts) {
    waiting += mark;
    const value = typeof part === 'string' ? clean(part) : composite(part);
    if (value === '') continue;
    text += waiting + value;
    waiting = '';
  }
  return text;
}

function composite([first = '', ...rest]: readonly string[]): string {
  return join(clean(first), rest, MARKS.component);
}

const UNSAFE = /[*:^~\u0000-\u001f\u007f]/g;

/** Nearly every text is safe, which a walk over its few characters tells faster than an expression. */
function clean(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 32 || unit === 42 || unit === 58 || unit === 94 || unit === 126 || unit === 127) return text.replace(UNSAFE, ' ');
  }
  return text;
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
  const fixed = (text: string, width: number): string => clean(text).padEnd(width).slice(0, width);
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
