import { CleanclaimError } from '@cleanclaim/core';
import { READER_LIMITS } from '../reader/limits.ts';
import type { X12Leaf, X12Marks, X12Value } from './model.ts';

const utf8 = new TextEncoder();
/** Loops nest a dozen deep at most. */
const MAX_DEPTH = 64;
const USUAL: X12Marks = { element: '*', component: ':', repetition: '^', segment: '~' };

/** Writes JSON of the shape of `x12ToJson` back to X12, calling `put` with the bytes as they come. Throws CleanclaimError with the path of what is not of that shape. */
export function jsonToX12(json: unknown, put: (bytes: Uint8Array) => void): void {
  const file = record(json, TOP);
  if (file['x12'] !== 1) throw new CleanclaimError('input/invalid', 'This is not X12 as JSON: "x12": 1 is missing.', '/x12');
  const out = new Pieces(put);
  writeContent(file, TOP, { marks: USUAL, lead: '', first: false }, out, 0);
  const rest = file['rest'];
  if (rest !== undefined) out.oneByteEach(text(rest, TOP, '/rest'));
  out.flush();
}

/** Where something stands in the JSON; written out only when it is at fault, as a file has millions of places. */
interface Path {
  readonly above: Path | undefined;
  readonly key: string | number;
}

const TOP: Path = { above: undefined, key: '' };

function pathOf({ above, key }: Path): string {
  return above ? `${pathOf(above)}/content/${key}` : '';
}

/** Gathers text so that bytes are made of many segments at once. */
class Pieces {
  readonly #put: (bytes: Uint8Array) => void;
  #text = '';

  constructor(put: (bytes: Uint8Array) => void) {
    this.#put = put;
  }

  /** Text that is written as UTF-8. */
  utf8(text: string): void {
    this.#text += text;
    if (this.#text.length >= PIECE) this.flush();
  }

  /** Text whose characters are a byte each: the same thing while they are ASCII. */
  oneByteEach(text: string): void {
    if (BEYOND_ASCII.test(text)) {
      this.flush();
      this.#put(Uint8Array.from(text, (character) => character.charCodeAt(0) & 255));
    } else this.utf8(text);
  }

  flush(): void {
    if (this.#text !== '') this.#put(utf8.encode(this.#text));
    this.#text = '';
  }
}

const PIECE = 65_536;
const BEYOND_ASCII = /[\u0080-\uffff]/;

interface Around {
  readonly marks: X12Marks;
  readonly lead: string;
  /** The next segment is the first of its interchange. */
  first: boolean;
}

function writeContent(fields: Fields, path: Path, around: Around, out: Pieces, depth: number): void {
  const content = list(fields['content'], path, '/content');
  for (let at = 0; at < content.length; at++) writeNode(content[at], { above: path, key: at }, around, out, depth);
}

function writeNode(node: unknown, path: Path, around: Around, out: Pieces, depth: number): void {
  if (depth > MAX_DEPTH) throw new CleanclaimError('input/too-deep', 'The JSON nests more loops than any guide.', pathOf(path));
  const fields = record(node, path);
  if ('segment' in fields) {
    writeLeaf(fields, path, around, out);
    return;
  }
  const inside =
    'interchange' in fields
      ? {
          marks: readMarks(fields['delimiters'], path),
          lead: fields['lead'] === undefined ? '' : text(fields['lead'], path, '/lead'),
          first: true,
        }
      : around;
  writeContent(fields, path, inside, out, depth + 1);
}

function writeLeaf(fields: Fields, path: Path, around: Around, out: Pieces): void {
  const lead = fields['lead'] === undefined ? (around.first ? '' : around.lead) : text(fields['lead'], path, '/lead');
  around.first = false;
  if (lead !== '') out.oneByteEach(lead);
  const raw = fields['raw'];
  if (raw === undefined) {
    const elements = list(fields['elements'], path, '/elements');
    if (elements.length > READER_LIMITS.elements)
      throw new CleanclaimError('input/too-long', `A segment has at most ${READER_LIMITS.elements} elements.`, pathOf(path));
    let written = text(fields['segment'], path, '/segment');
    for (let at = 0; at < elements.length; at++) {
      const value = elements[at];
      written += around.marks.element;
      written += typeof value === 'string' ? value : renderValue(readValue(value, path, at), around.marks);
    }
    out.utf8(written);
  } else out.oneByteEach(text(raw, path, '/raw'));
  if (fields['cut'] !== true) out.oneByteEach(around.marks.segment);
}

/** The bytes of a segment, without its terminator. */
export function renderSegment({ segment, elements }: Pick<X12Leaf, 'segment' | 'elements'>, marks: X12Marks): Uint8Array {
  return utf8.encode([segment, ...elements.map((value) => renderValue(value, marks))].join(marks.element));
}

function renderValue(value: X12Value, marks: X12Marks): string {
  if (typeof value === 'string') return value;
  if ('repeat' in value)
    return value.repeat.map((each) => (typeof each === 'string' ? each : each.join(marks.component))).join(marks.repetition ?? '');
  return value.join(marks.component);
}

function readMarks(value: unknown, path: Path): X12Marks {
  if (value === undefined) return USUAL;
  const fields = record(value, path, '/delimiters');
  const mark = (name: string): string => {
    const one = text(fields[name], path, `/delimiters/${name}`);
    if (one.length !== 1) throw new CleanclaimError('input/invalid', 'A delimiter is one character.', `${pathOf(path)}/delimiters/${name}`);
    return one;
  };
  return {
    element: mark('element'),
    component: mark('component'),
    repetition: fields['repetition'] === null ? null : mark('repetition'),
    segment: mark('segment'),
  };
}

/** A composite, or repetitions of one or of a text. */
function readValue(value: unknown, path: Path, at: number): X12Value {
  if (Array.isArray(value)) return value.map((each, c) => text(each, path, `/elements/${at}/${c}`));
  const repeat = list(record(value, path, `/elements/${at}`)['repeat'], path, `/elements/${at}/repeat`);
  return {
    repeat: repeat.map((each, time) =>
      Array.isArray(each)
        ? each.map((part, c) => text(part, path, `/elements/${at}/repeat/${time}/${c}`))
        : text(each, path, `/elements/${at}/repeat/${time}`),
    ),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function record(value: unknown, path: Path, below = ''): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CleanclaimError('input/invalid', 'An object is expected here.', pathOf(path) + below);
  return value as Fields;
}

function list(value: unknown, path: Path, below: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new CleanclaimError('input/invalid', 'A list is expected here.', pathOf(path) + below);
  return value;
}

function text(value: unknown, path: Path, below: string): string {
  if (typeof value !== 'string') throw new CleanclaimError('input/invalid', 'Text is expected here.', pathOf(path) + below);
  return value;
}
