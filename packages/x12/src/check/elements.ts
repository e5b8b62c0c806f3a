import { ELEMENT_LABELS } from '../maps/labels.ts';
import type { ElementSpec, Relation, SegmentSpec } from '../map/model.ts';
import { SEGMENT_FLAG, type Segment } from '../reader/segment.ts';
import { fitsFormat, isRealDay, isRealTime } from './dates.ts';
import { type Findings, placeName, shown } from './report.ts';
import type { RuleId } from './rules.ts';
import { isMandatory, isNoCode } from './standard.ts';

/** How strictly a segment is judged: guides whose facts are less sure report most things as warnings, or all but what stands in elements. */
export type Trust = 'sure' | 'elements' | 'unsure';

/** Checks the elements of a segment against its place in the guide: presence, use, type, length, codes, repetitions, relations. */
export function checkElements(segment: Segment, spec: SegmentSpec, findings: Findings, trust: Trust): void {
  const { elements } = spec;
  const { bytes, marks } = segment;
  const last = Math.min(segment.count, elements.length);
  // Most segments hold neither components nor repetitions nor strange characters: their elements are their bytes.
  const plain = segment.flags === 0;
  let present = 0;
  let from = marks[1] ?? 0;
  for (let n = 1; n <= last; n++) {
    const start = from;
    from = marks[n + 1] ?? 0;
    if (from - 1 <= start) continue;
    present |= 1 << n;
    const element = elements[n - 1] as ElementSpec;
    if (plain && element.codes && element.usage !== 'N' && !element.components) {
      if (element.codes.has(bytes, start, from - 1)) continue;
    }
    if (element.usage === 'N') add(findings, 'x12/element-not-used', segment, n, 0, element, 'is filled, but not used here', trust);
    else checkElement(segment, n, element, findings, trust);
  }
  if (segment.count > elements.length) checkExtra(segment, spec, findings);
  const missing = spec.requiredMask & ~present;
  if (missing !== 0) reportMissing(segment, spec, missing, findings, trust);
  for (const relation of spec.relations) if (!holds(relation, present)) reportRelation(segment, relation, present, findings, trust);
  if (segment.careful) checkCharacters(segment, findings);
}

function checkElement(segment: Segment, n: number, spec: ElementSpec, findings: Findings, trust: Trust): void {
  const { flags } = segment;
  if (segment.careful || (flags & SEGMENT_FLAG.repetition) !== 0) {
    checkParts(segment, n, spec, findings, trust);
    return;
  }
  const { bytes } = segment;
  const start = segment.marks[n] ?? 0;
  const end = (segment.marks[n + 1] ?? 0) - 1;
  const separator = (flags & SEGMENT_FLAG.component) === 0 ? 0 : segment.delimiters.component;
  if (spec.components) {
    checkComponents(segment, n, spec.components, bytes, start, end, separator, findings, trust);
    return;
  }
  if (separator !== 0) checkSimple(segment, n, spec, bytes, start, end, separator, findings);
  checkValue(segment, n, 0, spec, bytes, start, end, spec.formatAt === 0 ? '' : formatOf(segment, spec), findings, trust);
}

/** A simple element may hold no component separator. */
function checkSimple(
  segment: Segment,
  n: number,
  spec: ElementSpec,
  bytes: Uint8Array,
  start: number,
  end: number,
  separator: number,
  findings: Findings,
): void {
  for (let at = start; at < end; at++) {
    if (bytes[at] !== separator) continue;
    add(findings, 'x12/component-count', segment, n, 2, spec, 'has components, but is a simple element', 'sure');
    return;
  }
}

/** The format code that stands beside a period. */
function formatOf(segment: Segment, spec: ElementSpec): string {
  return spec.formatAt === 0 ? '' : segment.element(spec.formatAt);
}

/** The slow way: repetitions and components are parted, odd characters taken out. */
function checkParts(segment: Segment, n: number, spec: ElementSpec, findings: Findings, trust: Trust): void {
  const { bytes, start, end } = plainBytes(segment, n);
  const { repetition, component } = segment.delimiters;
  let times = 0;
  for (let from = start; from <= end; ) {
    const next = repetition > 0 ? bytes.subarray(from, end).indexOf(repetition) : -1;
    const to = next < 0 ? end : from + next;
    times++;
    if (spec.components) checkComponents(segment, n, spec.components, bytes, from, to, component, findings, trust);
    else {
      checkSimple(segment, n, spec, bytes, from, to, component, findings);
      checkValue(segment, n, 0, spec, bytes, from, to, formatOf(segment, spec), findings, trust);
    }
    from = to + 1;
  }
  if (spec.repeats > 0 && times > spec.repeats) {
    add(findings, 'x12/element-repeats', segment, n, 0, spec, `is given ${times} times; the guide takes ${spec.repeats}`, trust);
  }
}

/** The element's bytes, one a character; characters beyond Latin-1 stand as a question mark, so that lengths are right. */
function plainBytes(segment: Segment, n: number): { bytes: Uint8Array; start: number; end: number } {
  if (!segment.careful) return { bytes: segment.bytes, start: segment.marks[n] ?? 0, end: (segment.marks[n + 1] ?? 0) - 1 };
  const bytes = Uint8Array.from(segment.element(n), (character) => {
    const point = character.codePointAt(0) ?? 0;
    return point < 256 ? point : 63;
  });
  return { bytes, start: 0, end: bytes.length };
}

/** Where components begin; one more entry marks the end. More than any composite has are not looked at. */
const bounds = new Uint32Array(256);

function checkComponents(
  segment: Segment,
  n: number,
  specs: readonly ElementSpec[],
  bytes: Uint8Array,
  start: number,
  end: number,
  separator: number,
  findings: Findings,
  trust: Trust,
): void {
  let count = 1;
  bounds[0] = start;
  if (separator > 0) {
    for (let at = start; at < end && count < bounds.length - 2; at++) if (bytes[at] === separator) bounds[count++] = at + 1;
  }
  bounds[count] = end + 1;
  for (let c = 1; c <= Math.max(count, specs.length); c++) {
    const spec = specs[c - 1];
    const from = c <= count ? (bounds[c - 1] ?? end) : end;
    const to = c <= count ? (bounds[c] ?? 0) - 1 : end;
    const filled = to > from;
    if (!spec) {
      if (filled) {
        findings.add('x12/component-count', {
          message: `${placeName(segment.id, n)} has more components than the ${specs.length} of the guide.`,
          element: n,
          component: c,
        });
        return;
      }
    } else if (!filled) {
      if (spec.usage === 'R') add(findings, 'x12/element-missing', segment, n, c, spec, 'is missing', trust);
    } else if (spec.usage === 'N') add(findings, 'x12/element-not-used', segment, n, c, spec, 'is filled, but not used here', trust);
    else {
      const format =
        spec.formatAt === 0 || spec.formatAt > count ? '' : textOf(bytes, bounds[spec.formatAt - 1] ?? 0, (bounds[spec.formatAt] ?? 1) - 1);
      checkValue(segment, n, c, spec, bytes, from, to, format, findings, trust);
    }
  }
}

function checkValue(
  segment: Segment,
  n: number,
  c: number,
  spec: ElementSpec,
  bytes: Uint8Array,
  start: number,
  end: number,
  format: string,
  findings: Findings,
  trust: Trust,
): void {
  const length = spec.type === 'AN' || spec.type === 'ID' ? end - start : significant(bytes, start, end);
  if (spec.codes) {
    if (spec.codes.has(bytes, start, end)) return;
    const some = spec.codes.values.length > LONG_LIST ? `one of ${spec.codes.values.length} codes` : spec.codes.values.join(', ');
    const value = textOf(bytes, start, end);
    // The longest lists are the ones that grow between editions of a guide whose facts are less sure.
    add(
      findings,
      'x12/element-code',
      segment,
      n,
      c,
      spec,
      `is ${shown(value)}; the guide takes ${some}`,
      trust === 'unsure' && spec.codes.values.length > 1 && segment.id !== 'HL' && !isNoCode(spec, length) ? 'unsure' : 'sure',
      value,
    );
    if (length > spec.max && spec.max > 0) long(segment, n, c, spec, length, value, findings);
    return;
  }
  if (length > spec.max && spec.max > 0) {
    long(segment, n, c, spec, length, textOf(bytes, start, end), findings);
    return;
  }
  switch (spec.type) {
    case 'R':
    case 'N0':
    case 'N2':
      if (!isNumber(bytes, start, end, spec.type === 'R')) {
        add(
          findings,
          'x12/element-number',
          segment,
          n,
          c,
          spec,
          `is ${shown(textOf(bytes, start, end))}, not a number`,
          'sure',
          textOf(bytes, start, end),
        );
      } else if (length < spec.min) short(segment, n, c, spec, length, findings);
      return;
    case 'DT':
      if (!isRealDay(bytes, start, end) || (spec.min === spec.max && length !== spec.max)) {
        add(
          findings,
          'x12/element-date',
          segment,
          n,
          c,
          spec,
          `is ${shown(textOf(bytes, start, end))}, not a day`,
          'sure',
          textOf(bytes, start, end),
        );
      }
      return;
    case 'TM':
      if (!isRealTime(bytes, start, end)) {
        add(
          findings,
          'x12/element-time',
          segment,
          n,
          c,
          spec,
          `is ${shown(textOf(bytes, start, end))}, not a time`,
          'sure',
          textOf(bytes, start, end),
        );
      }
      return;
    default:
      if (length < spec.min) short(segment, n, c, spec, length, findings);
      else if (format !== '' && !fitsFormat(format, bytes, start, end)) {
        add(
          findings,
          'x12/element-date',
          segment,
          n,
          c,
          spec,
          `is ${shown(textOf(bytes, start, end))}, which is not of the form ${format}`,
          'sure',
          textOf(bytes, start, end),
        );
      }
  }
}

function long(segment: Segment, n: number, c: number, spec: ElementSpec, length: number, value: string, findings: Findings): void {
  add(findings, 'x12/element-long', segment, n, c, spec, `has ${length} characters; at most ${spec.max} are allowed`, 'sure', value);
}

function short(segment: Segment, n: number, c: number, spec: ElementSpec, length: number, findings: Findings): void {
  add(
    findings,
    'x12/element-short',
    segment,
    n,
    c,
    spec,
    `has ${length} character${length === 1 ? '' : 's'}; at least ${spec.min} are needed`,
    'sure',
  );
}

/** Characters of a number that count: not the sign, not the point. */
function significant(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at] !== 45 && bytes[at] !== 46) count++;
  return count;
}

function isNumber(bytes: Uint8Array, start: number, end: number, decimals: boolean): boolean {
  let some = false;
  let points = 0;
  for (let at = bytes[start] === 45 ? start + 1 : start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 48 && byte <= 57) some = true;
    else if (byte !== 46 || !decimals || ++points > 1) return false;
  }
  return some;
}

function checkExtra(segment: Segment, spec: SegmentSpec, findings: Findings): void {
  for (let n = spec.elements.length + 1; n <= segment.count; n++) {
    if (segment.lengthOf(n) <= 0) continue;
    findings.add('x12/element-count', {
      message: `${segment.id} has ${segment.count} elements; the guide has ${spec.elements.length}.`,
      element: n,
    });
    return;
  }
}

function reportMissing(segment: Segment, spec: SegmentSpec, missing: number, findings: Findings, trust: Trust): void {
  for (let n = 1; n <= spec.elements.length; n++) {
    const element = spec.elements[n - 1];
    if (!element || (missing & (1 << n)) === 0) continue;
    add(findings, 'x12/element-missing', segment, n, 0, element, 'is missing', isMandatory(segment.id, n) ? 'sure' : trust);
  }
}

function holds({ kind, mask, elements }: Relation, present: number): boolean {
  const filled = present & mask;
  const first = 1 << (elements[0] ?? 0);
  switch (kind) {
    case 'P':
      return filled === 0 || filled === mask;
    case 'R':
      return filled !== 0;
    case 'E':
      return (filled & (filled - 1)) === 0;
    case 'C':
      return (filled & first) === 0 || filled === mask;
    case 'L':
      return (filled & first) === 0 || filled !== first;
  }
}

const RELATION_WORDS = {
  P: 'are filled together or not at all',
  R: 'need at least one filled',
  E: 'exclude each other',
  C: 'belong together: the first needs the others',
  L: 'belong together: the first needs one of the others',
} as const;

function reportRelation(segment: Segment, { kind, elements }: Relation, present: number, findings: Findings, trust: Trust): void {
  const places = elements.map((n) => placeName(segment.id, n)).join(', ');
  const element = elements.find((n) => (present & (1 << n)) === (kind === 'E' ? 1 << n : 0)) ?? elements[0] ?? 1;
  findings.add(kind === 'E' ? 'x12/element-exclusive' : 'x12/element-relation', {
    message: `${places} ${RELATION_WORDS[kind]}.`,
    element,
    ...(trust === 'unsure' ? { severity: 'warning' } : {}),
  });
}

function checkCharacters(segment: Segment, findings: Findings): void {
  const which = (test: (text: string) => boolean): number => {
    for (let n = 1; n <= segment.count; n++) if (test(segment.element(n))) return n;
    return 0;
  };
  if ((segment.flags & SEGMENT_FLAG.control) !== 0) {
    const element = which((text) => /[\u0000-\u001f\u007f]/.test(text));
    findings.add('x12/character', { message: `${placeName(segment.id, element)} holds a control character.`, element });
  }
  if ((segment.flags & SEGMENT_FLAG.notAscii) !== 0) {
    const element = which((text) => /[\u0080-\uffff]/.test(text));
    findings.add('x12/not-ascii', { message: `${placeName(segment.id, element)} holds characters beyond ASCII.`, element });
  }
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 100)));
}

/** Our name for an element, `NM109 (id)`. */
function label(segment: Segment, n: number, c: number, spec: ElementSpec): string {
  const words = ELEMENT_LABELS[spec.dataElement];
  return `${placeName(segment.id, n, c)}${words ? ` (${words})` : ''}`;
}

function add(
  findings: Findings,
  rule: RuleId,
  segment: Segment,
  n: number,
  c: number,
  spec: ElementSpec,
  what: string,
  trust: Trust,
  value?: string,
): void {
  // Long lists grow between editions, and were not read in a guide that is not sure.
  const longList = rule === 'x12/element-code' && (spec.codes?.values.length ?? 0) > LONG_LIST;
  findings.add(rule, {
    message: `${label(segment, n, c, spec)} ${what}.`,
    element: n,
    ...(c > 0 ? { component: c } : {}),
    ...(trust === 'unsure' && (!SURE_SEGMENTS.has(segment.id) || longList) ? { severity: 'warning' } : {}),
    ...(/^\d/.test(spec.dataElement) ? { codes: { dataElement: spec.dataElement } } : {}),
    ...(value === undefined ? {} : { value }),
  });
}

const LONG_LIST = 12;

/** Segments whose facts are sound in every guide: envelope, beginning, hierarchy, names, and what each is about. */
export const SURE_SEGMENTS: ReadonlySet<string> = new Set('ST BHT BGN BPR HL N1 NM1 TRN UM INS SBR CLM LX SE'.split(' '));
