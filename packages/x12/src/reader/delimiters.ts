/** The marks an interchange uses, as its ISA declares them: byte values, since the file's encoding is not known yet. */
export interface Delimiters {
  readonly element: number;
  readonly component: number;
  /** Zero when ISA11 declares none (versions before 00402 send `U` there). */
  readonly repetition: number;
  readonly terminator: number;
}

/** What reading an ISA gave: its delimiters, or why there are none; `more` when bytes are missing to tell. */
export type Header =
  | { readonly kind: 'found'; readonly delimiters: Delimiters; readonly fixed: boolean; readonly problem: 'delimiters-clash' | undefined }
  | { readonly kind: 'more' }
  | { readonly kind: 'broken' };

/** Offsets of the element separators in the fixed 106 bytes of an ISA (X12.5). */
const FIXED = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];
const COMPONENT_AT = 104;
const TERMINATOR_AT = 105;
const LINE_FEED = 10;
const RETURN = 13;

/**
 * Finds the delimiters of the ISA that begins at `start`. A file folded at a fixed column has line breaks inside the
 * ISA; they are passed over. An ISA that is not padded to its fixed widths is read by counting separators.
 */
export function readHeader(bytes: Uint8Array, start: number, end: number, last: boolean): Header {
  const element = bytes[start + 3];
  if (element === undefined || start + 3 >= end) return last ? { kind: 'broken' } : { kind: 'more' };
  if (isWordByte(element) || isBreak(element) || element === 32) return { kind: 'broken' };
  if (start + TERMINATOR_AT < end && isFixed(bytes, start, element) && !isBreak(bytes[start + COMPONENT_AT] ?? 0)) {
    return found(element, bytes[start + 82] ?? 0, bytes[start + COMPONENT_AT] ?? 0, bytes[start + TERMINATOR_AT] ?? 0, true);
  }
  return unfold(bytes, start, end, element, last) ?? countSeparators(bytes, start, end, element, last);
}

function isFixed(bytes: Uint8Array, start: number, element: number): boolean {
  for (const offset of FIXED) if (bytes[start + offset] !== element) return false;
  return true;
}

function hasBreak(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isBreak(bytes[at] ?? 0)) return true;
  return false;
}

/** The ISA with line breaks inside taken out; undefined when there are none, or it is not of its fixed form even so. */
function unfold(bytes: Uint8Array, start: number, end: number, element: number, last: boolean): Header | undefined {
  if (!hasBreak(bytes, start, Math.min(end, start + TERMINATOR_AT))) return undefined;
  const unfolded: number[] = [];
  let at = start;
  while (at < end && unfolded.length < TERMINATOR_AT) {
    const byte = bytes[at++] ?? 0;
    if (!isBreak(byte)) unfolded.push(byte);
  }
  if (FIXED.some((offset) => offset < unfolded.length && unfolded[offset] !== element)) return undefined;
  if (unfolded.length < TERMINATOR_AT) return last ? undefined : { kind: 'more' };
  // Breaks fold this file, so none of them is its terminator.
  while (at < end && isBreak(bytes[at] ?? 0)) at++;
  if (at >= end) return last ? { kind: 'broken' } : { kind: 'more' };
  return found(element, unfolded[82] ?? 0, unfolded[COMPONENT_AT] ?? 0, bytes[at] ?? 0, false);
}

function countSeparators(bytes: Uint8Array, start: number, end: number, element: number, last: boolean): Header {
  let seen = 0;
  let repetition = 0;
  for (let at = start + 3; at < end; at++) {
    if (bytes[at] !== element) continue;
    seen++;
    if (seen === 11) repetition = bytes[at + 1] ?? 0;
    if (seen < 16) continue;
    if (at + 2 >= end) return last ? { kind: 'broken' } : { kind: 'more' };
    return found(element, repetition, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, false);
  }
  return last ? { kind: 'broken' } : { kind: 'more' };
}

function found(element: number, repetition: number, component: number, terminator: number, fixed: boolean): Header {
  if (isWordByte(terminator) || terminator === 32 || terminator === element) return { kind: 'broken' };
  const declared = isWordByte(repetition) || repetition === 32 || isBreak(repetition) ? 0 : repetition;
  const marks = [element, component, terminator, ...(declared === 0 ? [] : [declared])];
  const clash = new Set(marks).size < marks.length || isWordByte(component);
  return {
    kind: 'found',
    delimiters: { element, component, repetition: declared === element || declared === terminator ? 0 : declared, terminator },
    fixed,
    problem: clash ? 'delimiters-clash' : undefined,
  };
}

export function isBreak(byte: number): boolean {
  return byte === LINE_FEED || byte === RETURN;
}

function isWordByte(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}
