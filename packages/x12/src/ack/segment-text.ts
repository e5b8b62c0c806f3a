/** Marks of what we write: the usual ones. */
export const MARKS = { element: '*', component: ':', repetition: '^', segment: '~' } as const;

/** Gathers segments as text; trailing empty elements are dropped, and marks inside data become spaces. */
export class SegmentText {
  readonly #lines: string[] = [];
  #since = 0;

  /** Adds a segment. A list of texts is a composite. */
  add(id: string, ...elements: readonly (string | readonly string[])[]): void {
    const texts = elements.map((element) =>
      typeof element === 'string' ? clean(element) : trimEnd(element.map(clean)).join(MARKS.component),
    );
    this.#lines.push([id, ...trimEnd(texts)].join(MARKS.element));
  }

  /** Begins counting segments for an SE. */
  startSet(): void {
    this.#since = this.#lines.length;
  }

  /** Segments since `startSet`. */
  get inSet(): number {
    return this.#lines.length - this.#since;
  }

  toString(): string {
    return this.#lines.map((line) => `${line}${MARKS.segment}\n`).join('');
  }
}

function clean(text: string): string {
  return text.replace(/[*:^~\u0000-\u001f\u007f]/g, ' ');
}

function trimEnd(texts: readonly string[]): readonly string[] {
  let end = texts.length;
  while (end > 0 && texts[end - 1] === '') end--;
  return texts.slice(0, end);
}

/** The moment an answer is written, in the forms X12 asks for. */
export interface Moment {
  /** CCYYMMDD. */
  readonly date: string;
  /** HHMM. */
  readonly time: string;
}

export interface Party {
  readonly qualifier: string;
  readonly id: string;
}

/** Writes the ISA of an answer. */
export function addHeader(out: SegmentText, from: Party, to: Party, moment: Moment, control: number, usage: string): void {
  out.add(
    'ISA',
    '00',
    ' '.repeat(10),
    '00',
    ' '.repeat(10),
    from.qualifier.padEnd(2).slice(0, 2),
    from.id.padEnd(15).slice(0, 15),
    to.qualifier.padEnd(2).slice(0, 2),
    to.id.padEnd(15).slice(0, 15),
    moment.date.slice(2),
    moment.time,
    'REPETITION',
    '00501',
    String(control).padStart(9, '0'),
    '0',
    usage === 'T' ? 'T' : 'P',
    'COMPONENT',
  );
}

/** Puts the two delimiters that the ISA declares in their places. */
export function withDelimiters(text: string): string {
  return text.replaceAll('*REPETITION*', `*${MARKS.repetition}*`).replaceAll('*COMPONENT~', `*${MARKS.component}~`);
}
