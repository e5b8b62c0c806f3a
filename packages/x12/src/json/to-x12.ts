import { CleanclaimError } from '@cleanclaim/core';
import { READER_LIMITS } from '../reader/limits.ts';
import type { X12Leaf, X12Marks, X12Value } from './model.ts';

const utf8 = new TextEncoder();
/** Loops nest a dozen deep at most. */
const MAX_DEPTH = 64;
const USUAL: X12Marks = { element: '*', component: ':', repetition: '^', segment: '~' };

/** Writes JSON of the shape of `x12ToJson` back to X12, calling `put` with the bytes as they come. Throws CleanclaimError with the path of what is not of that shape. */
export function jsonToX12(json: unknown, put: (bytes: Uint8Array) => void): void {
  const file = record(json, '');
  if (file['x12'] !== 1) throw new CleanclaimError('input/invalid', 'This is not X12 as JSON: "x12": 1 is missing.', '/x12');
  list(file['content'], '/content').forEach((node, at) =>
    writeNode(node, `/content/${at}`, { marks: USUAL, lead: '', first: false }, put, 0),
  );
  const rest = file['rest'];
  if (rest !== undefined) put(oneByteEach(text(rest, '/rest')));
}

interface Around {
  readonly marks: X12Marks;
  readonly lead: string;
  /** The next segment is the first of its interchange. */
  first: boolean;
}

function writeNode(node: unknown, path: string, around: Around, put: (bytes: Uint8Array) => void, depth: number): void {
  if (depth > MAX_DEPTH) throw new CleanclaimError('input/too-deep', 'The JSON nests more loops than any guide.', path);
  const fields = record(node, path);
  if ('segment' in fields) {
    writeLeaf(fields, path, around, put);
    return;
  }
  const inside =
    'interchange' in fields
      ? {
          marks: readMarks(fields['delimiters'], `${path}/delimiters`),
          lead: fields['lead'] === undefined ? '' : text(fields['lead'], `${path}/lead`),
          first: true,
        }
      : around;
  list(fields['content'], `${path}/content`).forEach((each, at) => writeNode(each, `${path}/content/${at}`, inside, put, depth + 1));
}

function writeLeaf(fields: Readonly<Record<string, unknown>>, path: string, around: Around, put: (bytes: Uint8Array) => void): void {
  const lead = fields['lead'] === undefined ? (around.first ? '' : around.lead) : text(fields['lead'], `${path}/lead`);
  around.first = false;
  if (lead !== '') put(oneByteEach(lead));
  const raw = fields['raw'];
  if (raw === undefined) {
    const elements = list(fields['elements'], `${path}/elements`);
    if (elements.length > READER_LIMITS.elements)
      throw new CleanclaimError('input/too-long', `A segment has at most ${READER_LIMITS.elements} elements.`, path);
    put(
      renderSegment(
        {
          segment: text(fields['segment'], `${path}/segment`),
          elements: elements.map((each, at) => readValue(each, `${path}/elements/${at}`)),
        },
        around.marks,
      ),
    );
  } else put(oneByteEach(text(raw, `${path}/raw`)));
  if (fields['cut'] !== true) put(oneByteEach(around.marks.segment));
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

function readMarks(value: unknown, path: string): X12Marks {
  if (value === undefined) return USUAL;
  const fields = record(value, path);
  const mark = (name: string): string => {
    const one = text(fields[name], `${path}/${name}`);
    if (one.length !== 1) throw new CleanclaimError('input/invalid', 'A delimiter is one character.', `${path}/${name}`);
    return one;
  };
  return {
    element: mark('element'),
    component: mark('component'),
    repetition: fields['repetition'] === null ? null : mark('repetition'),
    segment: mark('segment'),
  };
}

function readValue(value: unknown, path: string): X12Value {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((each, at) => text(each, `${path}/${at}`));
  const repeat = list(record(value, path)['repeat'], `${path}/repeat`);
  return {
    repeat: repeat.map((each, at) =>
      Array.isArray(each) ? each.map((part, c) => text(part, `${path}/repeat/${at}/${c}`)) : text(each, `${path}/repeat/${at}`),
    ),
  };
}

function oneByteEach(characters: string): Uint8Array {
  return Uint8Array.from(characters, (character) => character.charCodeAt(0) & 255);
}

function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CleanclaimError('input/invalid', 'An object is expected here.', path);
  return value as Readonly<Record<string, unknown>>;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new CleanclaimError('input/invalid', 'A list is expected here.', path);
  return value;
}

function text(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new CleanclaimError('input/invalid', 'Text is expected here.', path);
  return value;
}
