import { type GuideId, guide } from '../map/guides.ts';
import type { SegmentSpec } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import type { AckCodes } from './ack-codes.ts';
import { checkElements } from './elements.ts';
import { Findings, shown } from './report.ts';
import type { RuleId } from './rules.ts';

/** Groups of HIPAA transactions (GS01). */
export const HIPAA_GROUPS: ReadonlySet<string> = new Set(['BE', 'FA', 'HB', 'HC', 'HI', 'HN', 'HP', 'HR', 'HS', 'RA']);
/** HIPAA transactions (ST01). */
export const HIPAA_SETS: ReadonlySet<string> = new Set(['270', '271', '276', '277', '278', '820', '834', '835', '837', '999']);

/** What a group says of the sets in it: GS01 and GS08. */
interface GroupHeader {
  readonly code: string;
  readonly version: string;
}

const specs = new Map<string, SegmentSpec>();

/** The map's segment of an envelope: ISA, GS, GE, IEA or TA1. */
export function envelopeSpec(id: string): SegmentSpec {
  const known = specs.get(id);
  if (known) return known;
  const { root } = guide('TA1');
  const own =
    root.children.find((child) => child.segment.id === id) ??
    root.children.find((child) => child.loop)?.loop?.children.find((child) => child.segment.id === id);
  if (!own) throw new Error(`the envelope has no segment ${id}`);
  specs.set(id, own.segment);
  return own.segment;
}

/** Checks ISA or GS by its map, under the rule and acknowledgment codes of the envelope; without `lists`, by form alone. */
export function checkHeader(
  findings: Findings,
  segment: Segment,
  { rule, codes, lists }: { readonly rule: RuleId; readonly codes: (element: number) => AckCodes; readonly lists: boolean },
): void {
  const own = new Findings(40);
  own.look(segment);
  checkElements(segment, envelopeSpec(segment.id), own, 'sure');
  for (const { rule: found, message, where, value } of own.kept) {
    const { element } = where;
    // ISA11 and ISA16 are delimiters, which the reader has judged; outside HIPAA the code lists are others.
    if (segment.id === 'ISA' && (element === 11 || element === 16)) continue;
    if (found === 'x12/element-code' && !lists) continue;
    findings.add(rule, {
      message,
      ...(element === null ? {} : { element, codes: codes(element) }),
      ...(value === undefined ? {} : { value }),
      ...(lists ? {} : { severity: 'warning' }),
    });
  }
}

/** A set against the group that carries it. */
export function checkSetInGroup(findings: Findings, id: GuideId, stated: string, group: GroupHeader | undefined): void {
  const known = guide(id);
  if (group && group.code !== known.group) {
    findings.add('x12/set-group', {
      message: `A ${known.set} belongs in a group ${known.group}, not ${shown(group.code)}.`,
      element: 1,
    });
  }
  if (stated !== '' && group && group.version !== stated) {
    findings.add('x12/set-version', { message: `ST03 is ${shown(stated)}, GS08 is ${shown(group.version)}.`, element: 3 });
  }
}

/** A set without a map: its own name and number are still checked. */
export function checkSetForm(findings: Findings, segment: Segment, version: string): void {
  if (!/^\d{3}$/.test(segment.element(1))) {
    findings.add('x12/set-element', {
      message: `ST01 is ${shown(segment.element(1))}, not a transaction set number.`,
      element: 1,
      codes: { ik502: '6' },
    });
  }
  if (segment.lengthOf(2) < 4 || segment.lengthOf(2) > 9) {
    findings.add('x12/set-element', { message: 'ST02 is a control number of 4 to 9 characters.', element: 2 });
  }
  if (HIPAA_SETS.has(segment.element(1)) && version.startsWith('005010X') && !/^005010X\d{3}(?:[AE]\d)?$/.test(version)) {
    findings.add('x12/set-version', { message: `${shown(version)} names no implementation guide.`, element: 3 });
  }
}

/** Holds the count of a trailer (SE01, GE01, IEA01) against what was counted. */
export function checkCount(
  findings: Findings,
  trailer: Segment,
  rule: RuleId,
  { of, counted, what }: { readonly of: string; readonly counted: number; readonly what: string },
): void {
  const value = trailer.element(1);
  if (value === '' || Number(value) !== counted)
    findings.add(rule, { message: `${trailer.id}01 is ${shown(value)}; the ${of} has ${counted} ${what}.`, element: 1, value });
}

/** Holds the control number of a trailer (SE02, GE02, IEA02) against that of its header, in element `header`. */
export function checkControl(findings: Findings, trailer: Segment, rule: RuleId, header: string, control: string): void {
  const value = trailer.element(2);
  if (value !== control)
    findings.add(rule, { message: `${trailer.id}02 is ${shown(value)}, ${header} is ${shown(control)}.`, element: 2, value });
}
