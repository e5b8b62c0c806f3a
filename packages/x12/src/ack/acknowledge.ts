import type { GroupSummary, InterchangeSummary, TransactionSummary, X12Finding, X12Report } from '../check/finding.ts';
import { addAnswerHeader, type Moment, SegmentText } from './segment-text.ts';

export interface AckOptions {
  readonly moment: Moment;
  /** Control number of the first interchange written; the next ones count up. */
  readonly control: number;
}

/** At most so many error codes in an IK5, AK9. */
const MAX_CODES = 5;
/** SNIP types whose errors refuse a set; errors of higher types are told, and the set is taken with them. */
const REFUSING_SNIP = 2;

/** Groups a 999 may answer (005010X231A1, AK101); an acknowledgment is not acknowledged. */
const ANSWERED_GROUPS: ReadonlySet<string> = new Set(['BE', 'HB', 'HC', 'HI', 'HN', 'HP', 'HR', 'HS', 'RA']);

/**
 * Answers a checked file: for each interchange a TA1 where one is asked for or something is wrong with its envelope, and
 * a 999 for each group (any set that has a map, an 835 too; a 999 is never answered with a 999). Returns X12 text, empty
 * when nothing is to be answered.
 */
export function acknowledge(report: X12Report, options: AckOptions): string {
  let control = options.control;
  let text = '';
  const findings = groupBy(report.findings, ({ where }) => where.interchange);
  report.interchanges.forEach((interchange, at) => {
    const answer = answerInterchange(interchange, findings.get(at + 1) ?? [], options.moment, control, report.leftOut > 0);
    if (answer === '') return;
    text += answer;
    control++;
  });
  return text;
}

function answerInterchange(
  interchange: InterchangeSummary,
  findings: readonly X12Finding[],
  moment: Moment,
  control: number,
  partial: boolean,
): string {
  const out = new SegmentText();
  const notes = findings.filter((finding) => finding.codes.ta1 !== undefined && finding.severity === 'error');
  const groups = interchange.groups.filter((group) => ANSWERED_GROUPS.has(group.code));
  const withTa1 = interchange.wantsAcknowledgment || notes.length > 0;
  if (!withTa1 && groups.length === 0) return '';
  addAnswerHeader(out, interchange, moment, control);
  if (withTa1) {
    // What the interchange says of itself is repeated where it can be.
    const date = isDay6(interchange.date) ? interchange.date : moment.date.slice(2);
    const time = /^(?:[01]\d|2[0-3])[0-5]\d$/.test(interchange.time) ? interchange.time : moment.time;
    const control9 = /^\d{1,9}$/.test(interchange.control) ? interchange.control.padStart(9, '0') : '000000000';
    out.add('TA1', control9, date, time, notes.length > 0 ? 'R' : 'A', notes[0]?.codes.ta1 ?? '000');
  }
  // A refused interchange is not looked into.
  const answered = notes.length > 0 ? [] : groups;
  const first = answered[0];
  if (first) {
    const byGroup = groupBy(findings, ({ where }) => where.group);
    out.add('GS', 'FA', first.receiver.slice(0, 15), first.sender.slice(0, 15), moment.date, moment.time, '1', 'X', '005010X231A1');
    answered.forEach((group, at) => answerGroup(out, group, at + 1, byGroup.get(interchange.groups.indexOf(group) + 1) ?? [], partial));
    out.add('GE', String(answered.length), '1');
  }
  out.add('IEA', first ? '1' : '0', String(control).padStart(9, '0'));
  return out.toString();
}

function answerGroup(out: SegmentText, group: GroupSummary, number: number, findings: readonly X12Finding[], partial: boolean): void {
  const control = String(number).padStart(4, '0');
  out.startSet();
  out.add('ST', '999', control, '005010X231A1');
  out.add('AK1', group.code, group.control.slice(0, 9), group.version.slice(0, 12));
  let accepted = 0;
  let withErrors = 0;
  const bySet = groupBy(
    findings.filter((finding) => finding.severity === 'error'),
    ({ where }) => where.transaction,
  );
  group.transactions.forEach((transaction, at) => {
    const result = answerSet(out, transaction, bySet.get(at + 1) ?? [], group.version, partial);
    if (result !== 'R') accepted++;
    if (result === 'E') withErrors++;
  });
  const codes = codesOf(bySet.get(null) ?? [], 'ak905');
  const received = group.transactions.length;
  let result = accepted === received ? (withErrors > 0 ? 'E' : 'A') : accepted > 0 ? 'P' : 'R';
  if (codes.length > 0) result = 'R';
  const declared = /^\d{1,6}$/.test(group.declared) ? group.declared : String(received);
  out.add('AK9', result, declared, String(received), String(result === 'R' ? 0 : accepted), ...codes);
  out.add('SE', String(out.inSet + 1), control);
}

type SetResult = 'A' | 'E' | 'R';

function answerSet(
  out: SegmentText,
  transaction: TransactionSummary,
  findings: readonly X12Finding[],
  groupVersion: string,
  partial: boolean,
): SetResult {
  out.add(
    'AK2',
    transaction.set.slice(0, 3),
    transaction.control.slice(0, 9),
    transaction.version === '' ? groupVersion : transaction.version,
  );
  for (const segment of bySegment(findings)) answerSegment(out, segment);
  const refused = findings.some((finding) => finding.snip <= REFUSING_SNIP) || (partial && transaction.errors > findings.length);
  const result = refused ? 'R' : findings.length > 0 ? 'E' : 'A';
  const codes = codesOf(findings, 'ik502');
  if (findings.some((finding) => finding.codes.ik304 !== undefined)) codes.push('5');
  out.add('IK5', result, ...codes.slice(0, MAX_CODES));
  return result;
}

/** Findings of one segment and one IK304 code stand under one IK3. */
function bySegment(findings: readonly X12Finding[]): X12Finding[][] {
  const groups = new Map<string, X12Finding[]>();
  for (const finding of findings) {
    const { ik304 } = finding.codes;
    if (ik304 === undefined) continue;
    const { where } = finding;
    const key = `${where.inTransaction} ${where.segment} ${ik304 === '8' ? where.loop : `${where.loop} ${ik304} ${groups.size}`}`;
    const same = groups.get(key);
    if (same) same.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].toSorted((one, other) => (one[0]?.where.inTransaction ?? 0) - (other[0]?.where.inTransaction ?? 0));
}

function answerSegment(out: SegmentText, findings: readonly X12Finding[]): void {
  const [first] = findings;
  if (!first) return;
  const id = /^[A-Z][A-Z0-9]{1,2}$/.test(first.where.segment) ? first.where.segment : 'ZZZ';
  // IK303 holds four characters; the loop is named as far as they go.
  out.add('IK3', id, String(first.where.inTransaction ?? 1), loopName(first.where.loop), first.codes.ik304 ?? '8');
  for (const { where, codes, value } of findings) {
    if (codes.ik403 === undefined || where.element === null) continue;
    const place = where.component === null ? [String(where.element)] : [String(where.element), String(where.component)];
    const bad = value === undefined ? '' : value.replace(/[^\u0020-\u007e]/g, '?').trim();
    out.add('IK4', place, codes.dataElement ?? '', codes.ik403, bad);
  }
}

function isDay6(text: string): boolean {
  return /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text);
}

function loopName(loop: string | null): string {
  return loop === null || loop === 'ST' ? '' : loop.slice(0, 4);
}

function codesOf(findings: readonly X12Finding[], key: 'ak905' | 'ik502'): string[] {
  const codes = new Set<string>();
  for (const finding of findings) {
    const code = finding.codes[key];
    if (code !== undefined) codes.add(code);
  }
  return [...codes].slice(0, MAX_CODES);
}

function groupBy(findings: readonly X12Finding[], key: (finding: X12Finding) => number | null): Map<number | null, X12Finding[]> {
  const groups = new Map<number | null, X12Finding[]>();
  for (const finding of findings) {
    const same = groups.get(key(finding));
    if (same) same.push(finding);
    else groups.set(key(finding), [finding]);
  }
  return groups;
}
