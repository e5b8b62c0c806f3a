import type { Data } from '@cleanclaim/core';
import type { Companion } from '../companion/model.ts';
import { type GuideId, guide, guideFor } from '../map/guides.ts';
import type { SegmentSpec } from '../map/model.ts';
import type { Delimiters } from '../reader/delimiters.ts';
import { type ReaderListener, type ReaderProblem, X12Reader } from '../reader/reader.ts';
import { SEGMENT_FLAG, type Segment } from '../reader/segment.ts';
import { checkElements } from './elements.ts';
import type { Follower } from './follower.ts';
import type { GroupSummary, InterchangeSummary, NotChecked, X12Finding, X12Report } from './finding.ts';
import { Findings, shown } from './report.ts';
import type { RuleId } from './rules.ts';
import { TransactionCheck } from './transaction.ts';

export interface CheckOptions {
  /** Published code lists; without them diagnosis codes and places of service are reported as not checked. */
  readonly data?: Data;
  /** Findings kept; the rest is counted. */
  readonly maxFindings?: number;
  /** Interchanges, groups and sets summarized; the rest is counted. Acknowledgments need them all. */
  readonly maxSummaries?: number;
  /** What payers ask for beyond the guides. */
  readonly companions?: readonly Companion[];
  /** Told of every segment with its transaction, for those who make something else of the same walk. */
  readonly follow?: Follower;
}

/** While it is counted a summary is still open. */
type Open<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const DEFAULT_MAX_FINDINGS = 10_000;
const DEFAULT_MAX_SUMMARIES = 20_000;
/** Control numbers remembered to find repeated ones. */
const MAX_REMEMBERED = 100_000;

/** ISA elements → TA1 note for a wrong one (X12 data element I18). */
const ISA_NOTES: Readonly<Record<number, string>> = {
  1: '010',
  2: '011',
  3: '012',
  4: '013',
  5: '005',
  6: '006',
  7: '007',
  8: '008',
  9: '014',
  10: '015',
  11: '026',
  12: '017',
  13: '018',
  14: '019',
  15: '020',
  16: '027',
};

/**
 * Checks X12 as it streams by: push bytes, then ask for the report. Memory does not grow with the file, but for the
 * findings kept and one summary a transaction.
 */
export class X12Checker implements ReaderListener {
  readonly findings: Findings;
  readonly interchanges: InterchangeSummary[] = [];
  readonly #reader = new X12Reader(this);
  readonly #options: CheckOptions;
  readonly #notChecked = new Map<string, NotChecked>();
  readonly #seen = { interchanges: new Set<string>(), groups: new Set<string>(), sets: new Set<string>() };
  #bytes = 0;
  #segments = 0;
  #interchange: Open<InterchangeSummary> | undefined;
  #interchangeCount = 0;
  #group: Open<GroupSummary> | undefined;
  /** Summaries that may still be kept. */
  #room: number;
  #transaction: TransactionCheck | undefined;
  #folded = false;
  #widths = false;
  /** The interchange holds a TA1. */
  #answers = false;
  /** The file begins with something else than an ISA; what to say of it depends on whether an ISA comes. */
  #strange: ReaderProblem | undefined;
  #ended = false;

  constructor(options: CheckOptions = {}) {
    this.#options = options;
    this.#room = options.maxSummaries ?? DEFAULT_MAX_SUMMARIES;
    this.findings = new Findings(options.maxFindings ?? DEFAULT_MAX_FINDINGS);
  }

  push(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    this.#reader.push(bytes);
  }

  /** Ends the file and gives the report. */
  report(): X12Report {
    if (!this.#ended) {
      this.#ended = true;
      this.#reader.end();
    }
    const { findings } = this;
    const notChecked = [...this.#notChecked.values()];
    const status = findings.errors + findings.warnings > 0 ? 'findings' : notChecked.length > 0 ? 'incomplete' : 'clean';
    return {
      status,
      bytes: this.#bytes,
      segments: this.#segments,
      errors: findings.errors,
      warnings: findings.warnings,
      interchanges: this.interchanges,
      interchangeCount: this.#interchangeCount,
      findings: findings.kept,
      leftOut: findings.leftOut,
      notChecked,
    };
  }

  interchange(delimiters: Delimiters): void {
    this.#endInterchange();
    this.#sayStrange(true);
    this.#folded = false;
    this.#options.follow?.delimiters?.(delimiters);
  }

  problem(problem: ReaderProblem): void {
    const { code, offset, segment } = problem;
    this.#options.follow?.problem?.(code);
    if (code === 'not-x12') {
      this.#strange = problem;
      return;
    }
    if (code === 'header-widths') {
      // How grave it is depends on what the ISA says, which comes next.
      this.#widths = true;
      return;
    }
    const { findings } = this;
    if (findings.full) {
      findings.errors++;
      findings.leftOut++;
      return;
    }
    findings.add(PROBLEM_RULES[code], {
      message: PROBLEM_MESSAGES[code],
      at: {
        ...findings.place(),
        byte: offset,
        segmentNumber: segment,
        segment: code === 'header-broken' || code === 'header-cut' ? 'ISA' : '',
      },
    });
  }

  segment(segment: Segment): void {
    this.#segments = segment.number;
    const { findings } = this;
    findings.look(segment);
    if ((segment.flags & SEGMENT_FLAG.lineBreak) !== 0 && !this.#folded) {
      this.#folded = true;
      findings.add('x12/line-break-inside', { message: 'Segments hold line breaks.' });
    }
    if (this.#transaction) {
      findings.inTransaction = this.#transaction.segments + 1;
      if (!ENVELOPE.has(segment.id)) {
        this.#transaction.segment(segment);
        this.#options.follow?.segment?.(segment, this.#transaction);
        return;
      }
    }
    this.#envelope(segment);
    this.#options.follow?.segment?.(segment, this.#transaction);
  }

  end(rest: string): void {
    this.#endInterchange();
    this.#sayStrange(false);
    this.#options.follow?.end?.(rest);
  }

  /** Whether an ISA came after what the file begins with, or never. */
  #sayStrange(before: boolean): void {
    const strange = this.#strange;
    if (!strange) return;
    this.#strange = undefined;
    const { offset, segment } = strange;
    this.findings.add('x12/not-x12', {
      ...(before
        ? { message: PROBLEM_MESSAGES['not-x12'] }
        : {
            message: 'The file holds no ISA segment that can be read: it is no X12 file, or it is packed or cut off.',
            fix: 'Give the file as it was sent or received: plain text that begins with ISA.',
          }),
      at: { ...this.findings.place(), byte: offset, segmentNumber: segment, segment: '' },
    });
  }

  #envelope(segment: Segment): void {
    switch (segment.id) {
      case 'ISA':
        return this.#isa(segment);
      case 'GS':
        return this.#gs(segment);
      case 'ST':
        return this.#st(segment);
      case 'SE':
        return this.#se(segment);
      case 'GE':
        return this.#ge(segment);
      case 'IEA':
        return this.#iea(segment);
      case 'TA1':
        this.#answers = true;
        checkElements(segment, envelopeSpec('TA1'), this.findings, 'sure');
        return;
      case '':
        this.findings.add('x12/empty-segment', { message: 'A segment is empty.' });
        return;
      default:
        this.findings.add('x12/stray-segment', { message: `${shown(segment.id)} stands outside a transaction set.` });
    }
  }

  #isa(segment: Segment): void {
    const text = (n: number): string => segment.element(n).trim();
    const summary = {
      senderQualifier: segment.element(5),
      sender: text(6),
      receiverQualifier: segment.element(7),
      receiver: text(8),
      date: text(9),
      time: text(10),
      version: text(12),
      control: text(13),
      wantsAcknowledgment: text(14) === '1',
      usage: text(15),
      groupCount: 0,
      groups: [],
    };
    this.#interchange = summary;
    if (this.#room-- > 0) this.interchanges.push(summary);
    this.findings.interchange = ++this.#interchangeCount;
    this.#seen.groups.clear();
    this.#answers = false;
    this.#checkWidths(segment, summary.version);
    // Qualifiers and versions outside HIPAA follow other lists; their envelope is checked by form alone.
    this.#checkEnvelope(segment, 'x12/isa-element', (n) => ({ ta1: ISA_NOTES[n] ?? '024' }), summary.version === '00501');
    if (summary.control !== '' && remember(this.#seen.interchanges, `${summary.sender} ${summary.control}`)) {
      this.findings.add('x12/interchange-repeated', {
        message: `Interchange ${shown(summary.control)} stands more than once in the file.`,
        element: 13,
      });
    }
  }

  /** Outside HIPAA an ISA that was still read is let pass with a warning; one that was folded has its own. */
  #checkWidths(segment: Segment, version: string): void {
    if (this.#widths && (segment.flags & SEGMENT_FLAG.lineBreak) === 0) {
      this.findings.add('x12/header-widths', {
        message: PROBLEM_MESSAGES['header-widths'],
        ...(version === '00501' ? {} : { severity: 'warning' }),
      });
    }
    this.#widths = false;
  }

  #gs(segment: Segment): void {
    this.#endGroup();
    if (!this.#interchange) this.#stray(segment);
    const summary: Open<GroupSummary> = {
      code: segment.element(1),
      sender: segment.element(2),
      receiver: segment.element(3),
      control: segment.element(6),
      version: segment.element(8),
      declared: '',
      sets: 0,
      transactions: [],
    };
    this.#group = summary;
    const interchange = this.#interchange;
    if (interchange && this.#room-- > 0) interchange.groups.push(summary);
    this.findings.group = interchange ? ++interchange.groupCount : 1;
    this.#seen.sets.clear();
    this.#checkEnvelope(segment, 'x12/gs-element', () => ({ ak905: '6' }), HIPAA_GROUPS.has(summary.code));
    if (remember(this.#seen.groups, summary.control)) {
      this.findings.add('x12/group-repeated', {
        message: `Group ${shown(summary.control)} stands more than once in the interchange.`,
        element: 6,
      });
    }
  }

  #st(segment: Segment): void {
    this.#endTransaction();
    if (!this.#group) this.#stray(segment);
    const { findings } = this;
    const set = segment.element(1);
    const control = segment.element(2);
    const stated = segment.element(3);
    const version = stated === '' ? (this.#group?.version ?? '') : stated;
    const known = guideFor(set, version);
    findings.transaction = (this.#group?.sets ?? 0) + 1;
    findings.inTransaction = 1;
    const { data, companions = [] } = this.#options;
    const context = { findings, data, companions, note: (entry: NotChecked) => this.#note(entry) };
    const transaction = new TransactionCheck(set, control, version, known, context);
    this.#transaction = transaction;
    this.#options.follow?.transaction?.(transaction);
    if (known) this.#checkSet(known, stated);
    else {
      this.#checkSetForm(segment, version);
      this.#note({
        rule: 'x12/guide',
        reason: `There is no map for ${set} ${version === '' ? 'without a version' : version}: only its envelope was checked.${HIPAA_SETS.has(set) && version.startsWith('004010') ? ' HIPAA left version 4010 on 2012-01-01 (45 CFR 162.1102).' : ''}`,
        install: 'No map can be installed yet; the guides read are listed in docs/x12.md.',
      });
    }
    if (remember(this.#seen.sets, control)) {
      findings.add('x12/set-repeated', { message: `Transaction ${shown(control)} stands more than once in the group.`, element: 2 });
    }
    transaction.begin(segment);
  }

  #checkSet(id: GuideId, stated: string): void {
    const { findings } = this;
    const known = guide(id);
    if (this.#group && this.#group.code !== known.group) {
      findings.add('x12/set-group', {
        message: `A ${known.set} belongs in a group ${known.group}, not ${shown(this.#group.code)}.`,
        element: 1,
      });
    }
    if (stated !== '' && this.#group && this.#group.version !== stated) {
      findings.add('x12/set-version', { message: `ST03 is ${shown(stated)}, GS08 is ${shown(this.#group.version)}.`, element: 3 });
    }
  }

  /** A set without a map: its own name and number are still checked. */
  #checkSetForm(segment: Segment, version: string): void {
    const { findings } = this;
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

  #se(segment: Segment): void {
    const transaction = this.#transaction;
    if (!transaction) return this.#stray(segment);
    const { findings } = this;
    transaction.segment(segment);
    this.#options.follow?.transactionEnd?.(transaction);
    findings.loop = null;
    if (segment.element(1) === '' || Number(segment.element(1)) !== transaction.segments) {
      findings.add('x12/segment-count', {
        message: `SE01 is ${shown(segment.element(1))}; the set has ${transaction.segments} segments.`,
        element: 1,
        value: segment.element(1),
      });
    }
    if (segment.element(2) !== transaction.control) {
      findings.add('x12/set-control', {
        message: `SE02 is ${shown(segment.element(2))}, ST02 is ${shown(transaction.control)}.`,
        element: 2,
        value: segment.element(2),
      });
    }
    transaction.finish();
    this.#closeTransaction(transaction);
  }

  #closeTransaction(transaction: TransactionCheck): void {
    const group = this.#group;
    if (group) {
      group.sets++;
      if (this.#room-- > 0) group.transactions.push(transaction.summary());
    }
    this.#transaction = undefined;
    this.findings.transaction = null;
    this.findings.inTransaction = null;
    this.findings.loop = null;
  }

  #ge(segment: Segment): void {
    this.#endTransaction();
    const group = this.#group;
    if (!group) return this.#stray(segment);
    const { findings } = this;
    checkElements(segment, envelopeSpec('GE'), findings, 'sure');
    this.#group = undefined;
    group.declared = segment.element(1);
    if (segment.element(1) === '' || Number(segment.element(1)) !== group.sets) {
      findings.add('x12/set-count', {
        message: `GE01 is ${shown(segment.element(1))}; the group has ${group.sets} sets.`,
        element: 1,
        value: segment.element(1),
      });
    }
    if (group.sets === 0) findings.add('x12/nothing-inside', { message: `Group ${shown(group.control)} holds no transaction set.` });
    if (segment.element(2) !== group.control) {
      findings.add('x12/group-control', {
        message: `GE02 is ${shown(segment.element(2))}, GS06 is ${shown(group.control)}.`,
        element: 2,
        value: segment.element(2),
      });
    }
    findings.group = null;
  }

  #iea(segment: Segment): void {
    this.#endGroup();
    const interchange = this.#interchange;
    if (!interchange) return this.#stray(segment);
    const { findings } = this;
    checkElements(segment, envelopeSpec('IEA'), findings, 'sure');
    this.#interchange = undefined;
    if (segment.element(1) === '' || Number(segment.element(1)) !== interchange.groupCount) {
      findings.add('x12/group-count', {
        message: `IEA01 is ${shown(segment.element(1))}; the interchange has ${interchange.groupCount} groups.`,
        element: 1,
        value: segment.element(1),
      });
    }
    if (interchange.groupCount === 0 && !this.#answers)
      findings.add('x12/nothing-inside', { message: `Interchange ${shown(interchange.control)} holds no group and no TA1.` });
    if (segment.element(2) !== interchange.control) {
      findings.add('x12/interchange-control', {
        message: `IEA02 is ${shown(segment.element(2))}, ISA13 is ${shown(interchange.control)}.`,
        element: 2,
        value: segment.element(2),
      });
    }
    findings.interchange = null;
  }

  /** What ends without its trailer was cut off. */
  #endTransaction(): void {
    const transaction = this.#transaction;
    if (!transaction) return;
    this.findings.add('x12/set-trailer-missing', { message: `Transaction ${shown(transaction.control)} has no SE.` });
    transaction.abandon();
    this.#closeTransaction(transaction);
  }

  #endGroup(): void {
    this.#endTransaction();
    if (!this.#group) return;
    this.findings.add('x12/group-trailer-missing', { message: `Group ${shown(this.#group.control)} has no GE.` });
    this.#group = undefined;
    this.findings.group = null;
  }

  #endInterchange(): void {
    this.#endGroup();
    if (!this.#interchange) return;
    this.findings.add('x12/interchange-trailer-missing', { message: `Interchange ${shown(this.#interchange.control)} has no IEA.` });
    this.#interchange = undefined;
    this.findings.interchange = null;
  }

  #stray(segment: Segment): void {
    this.findings.add('x12/stray-segment', { message: `${segment.id} stands outside the envelope it belongs to.` });
  }

  /** Checks a header by its map, under the rule and note of the envelope. */
  #checkEnvelope(segment: Segment, rule: RuleId, codes: (n: number) => X12Finding['codes'], lists: boolean): void {
    const own = new Findings(40);
    own.look(segment);
    checkElements(segment, envelopeSpec(segment.id), own, 'sure');
    for (const { rule: found, message, where, value } of own.kept) {
      const { element } = where;
      // ISA11 and ISA16 are delimiters, which the reader has judged; outside HIPAA the code lists are others.
      if (segment.id === 'ISA' && (element === 11 || element === 16)) continue;
      if (found === 'x12/element-code' && !lists) continue;
      this.findings.add(rule, {
        message,
        ...(element === null ? {} : { element, codes: codes(element) }),
        ...(value === undefined ? {} : { value }),
        ...(lists ? {} : { severity: 'warning' }),
      });
    }
  }

  #note(entry: NotChecked): void {
    if (this.#notChecked.size < 100) this.#notChecked.set(`${entry.rule} ${entry.reason}`, entry);
  }
}

const ENVELOPE: ReadonlySet<string> = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA', 'TA1', '']);
const HIPAA_GROUPS: ReadonlySet<string> = new Set(['BE', 'FA', 'HB', 'HC', 'HI', 'HN', 'HP', 'HR', 'HS', 'RA']);
const HIPAA_SETS: ReadonlySet<string> = new Set(['270', '271', '276', '277', '278', '820', '834', '835', '837', '999']);

const specs = new Map<string, SegmentSpec>();

function envelopeSpec(id: string): SegmentSpec {
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

/** Adds a value to a bounded set; true when it was there. */
function remember(set: Set<string>, value: string): boolean {
  if (set.has(value)) return true;
  if (set.size < MAX_REMEMBERED) set.add(value);
  return false;
}

const PROBLEM_RULES = {
  'empty-file': 'x12/empty-file',
  'not-x12': 'x12/not-x12',
  'utf-16': 'x12/utf-16',
  'header-broken': 'x12/header-broken',
  'header-cut': 'x12/unterminated',
  'header-widths': 'x12/header-widths',
  'delimiters-clash': 'x12/delimiters',
  'bytes-between': 'x12/bytes-between',
  'segment-too-long': 'x12/segment-too-long',
  'too-many-elements': 'x12/too-many-elements',
  unterminated: 'x12/unterminated',
} as const satisfies Record<ReaderProblem['code'], RuleId>;

const PROBLEM_MESSAGES: Readonly<Record<ReaderProblem['code'], string>> = {
  'empty-file': 'The file is empty.',
  'not-x12': 'Something that is no X12 stands before the first ISA segment; it was passed over.',
  'utf-16': 'The file is UTF-16 text.',
  'header-broken': 'An ISA begins here, but it is not whole.',
  'header-cut': 'The file ends inside its ISA.',
  'header-widths': 'The ISA is not of its fixed form; it was read by counting separators.',
  'delimiters-clash': 'Two delimiters of the ISA are the same, or one is a letter or digit.',
  'bytes-between': 'Something that is no X12 stands after the interchange.',
  'segment-too-long': 'A segment is longer than 1 MB; it was passed over.',
  'too-many-elements': 'A segment has more than 1,000 elements; the rest of it was passed over.',
  unterminated: 'The file ends inside a segment.',
};

/** Checks a file held in memory. */
export function checkX12(bytes: Uint8Array, options: CheckOptions = {}): X12Report {
  const checker = new X12Checker(options);
  checker.push(bytes);
  return checker.report();
}
