import type { Data } from '@cleanclaim/core';
import type { Companion } from '../companion/model.ts';
import { guideFor } from '../map/guides.ts';
import type { Open } from '../open.ts';
import { SEGMENT_FLAG, type Segment } from '../reader/segment.ts';
import { checkElements } from './elements.ts';
import {
  checkControl,
  checkCount,
  checkHeader,
  checkSetForm,
  checkSetInGroup,
  envelopeSpec,
  HIPAA_GROUPS,
  HIPAA_SETS,
} from './envelope-checks.ts';
import type { GroupSummary, InterchangeSummary, NotChecked } from './finding.ts';
import type { Follower } from './follower.ts';
import { PROBLEM_MESSAGES } from './reader-problems.ts';
import { type Findings, shown } from './report.ts';
import { TransactionCheck } from './transaction.ts';

export interface EnvelopeOptions {
  readonly data?: Data;
  readonly companions?: readonly Companion[];
  readonly follow?: Follower;
}

/** Control numbers remembered to find repeated ones. */
const MAX_REMEMBERED = 100_000;
/** Reasons why something was not checked that are kept. */
const MAX_NOT_CHECKED = 100;

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
 * The envelopes of a file: interchanges, the groups in them, the sets in those. Checks headers against trailers and
 * keeps a summary of each; what stands inside a set is checked by its TransactionCheck.
 */
export class Envelopes {
  readonly interchanges: InterchangeSummary[] = [];
  interchangeCount = 0;
  /** The set that is open. */
  transaction: TransactionCheck | undefined;
  readonly #findings: Findings;
  readonly #options: EnvelopeOptions;
  readonly #notChecked = new Map<string, NotChecked>();
  readonly #seen = { interchanges: new Set<string>(), groups: new Set<string>(), sets: new Set<string>() };
  #interchange: Open<InterchangeSummary> | undefined;
  #group: Open<GroupSummary> | undefined;
  /** Summaries that may still be kept. */
  #room: number;
  #oddWidths = false;
  /** The interchange holds a TA1. */
  #answers = false;

  constructor(findings: Findings, maxSummaries: number, options: EnvelopeOptions) {
    this.#findings = findings;
    this.#room = maxSummaries;
    this.#options = options;
  }

  get notChecked(): readonly NotChecked[] {
    return [...this.#notChecked.values()];
  }

  /** The ISA that comes next is not of its fixed form: how grave that is depends on what it says. */
  seeOddWidths(): void {
    this.#oddWidths = true;
  }

  /** A segment of an envelope, or one that stands outside all sets. */
  segment(segment: Segment): void {
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
        checkElements(segment, envelopeSpec('TA1'), this.#findings, 'sure');
        return;
      case '':
        this.#findings.add('x12/empty-segment', { message: 'A segment is empty.' });
        return;
      default:
        this.#findings.add('x12/stray-segment', { message: `${shown(segment.id)} stands outside a transaction set.` });
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
    this.#findings.interchange = ++this.interchangeCount;
    this.#seen.groups.clear();
    this.#answers = false;
    this.#checkWidths(segment, summary.version);
    // Qualifiers and versions outside HIPAA follow other lists; their envelope is checked by form alone.
    checkHeader(this.#findings, segment, {
      rule: 'x12/isa-element',
      codes: (element) => ({ ta1: ISA_NOTES[element] ?? '024' }),
      lists: summary.version === '00501',
    });
    if (summary.control !== '' && remember(this.#seen.interchanges, `${summary.sender} ${summary.control}`)) {
      this.#findings.add('x12/interchange-repeated', {
        message: `Interchange ${shown(summary.control)} stands more than once in the file.`,
        element: 13,
      });
    }
  }

  /** Outside HIPAA an ISA that was still read is let pass with a warning; one that was folded has its own. */
  #checkWidths(segment: Segment, version: string): void {
    if (this.#oddWidths && (segment.flags & SEGMENT_FLAG.lineBreak) === 0) {
      this.#findings.add('x12/header-widths', {
        message: PROBLEM_MESSAGES['header-widths'],
        ...(version === '00501' ? {} : { severity: 'warning' }),
      });
    }
    this.#oddWidths = false;
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
    this.#findings.group = interchange ? ++interchange.groupCount : 1;
    this.#seen.sets.clear();
    checkHeader(this.#findings, segment, {
      rule: 'x12/gs-element',
      codes: () => ({ ak905: '6' }),
      lists: HIPAA_GROUPS.has(summary.code),
    });
    if (remember(this.#seen.groups, summary.control)) {
      this.#findings.add('x12/group-repeated', {
        message: `Group ${shown(summary.control)} stands more than once in the interchange.`,
        element: 6,
      });
    }
  }

  #st(segment: Segment): void {
    this.#endTransaction();
    if (!this.#group) this.#stray(segment);
    const findings = this.#findings;
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
    this.transaction = transaction;
    this.#options.follow?.transaction?.(transaction);
    if (known) checkSetInGroup(findings, known, stated, this.#group);
    else {
      checkSetForm(findings, segment, version);
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

  #se(segment: Segment): void {
    const transaction = this.transaction;
    if (!transaction) return this.#stray(segment);
    const findings = this.#findings;
    transaction.segment(segment);
    this.#options.follow?.transactionEnd?.(transaction);
    findings.loop = null;
    checkCount(findings, segment, 'x12/segment-count', { of: 'set', counted: transaction.segments, what: 'segments' });
    checkControl(findings, segment, 'x12/set-control', 'ST02', transaction.control);
    transaction.finish();
    this.#closeTransaction(transaction);
  }

  #closeTransaction(transaction: TransactionCheck): void {
    const group = this.#group;
    if (group) {
      group.sets++;
      if (this.#room-- > 0) group.transactions.push(transaction.summary());
    }
    this.transaction = undefined;
    this.#findings.transaction = null;
    this.#findings.inTransaction = null;
    this.#findings.loop = null;
  }

  #ge(segment: Segment): void {
    this.#endTransaction();
    const group = this.#group;
    if (!group) return this.#stray(segment);
    const findings = this.#findings;
    checkElements(segment, envelopeSpec('GE'), findings, 'sure');
    this.#group = undefined;
    group.declared = segment.element(1);
    checkCount(findings, segment, 'x12/set-count', { of: 'group', counted: group.sets, what: 'sets' });
    if (group.sets === 0) findings.add('x12/nothing-inside', { message: `Group ${shown(group.control)} holds no transaction set.` });
    checkControl(findings, segment, 'x12/group-control', 'GS06', group.control);
    findings.group = null;
  }

  #iea(segment: Segment): void {
    this.#endGroup();
    const interchange = this.#interchange;
    if (!interchange) return this.#stray(segment);
    const findings = this.#findings;
    checkElements(segment, envelopeSpec('IEA'), findings, 'sure');
    this.#interchange = undefined;
    checkCount(findings, segment, 'x12/group-count', { of: 'interchange', counted: interchange.groupCount, what: 'groups' });
    if (interchange.groupCount === 0 && !this.#answers)
      findings.add('x12/nothing-inside', { message: `Interchange ${shown(interchange.control)} holds no group and no TA1.` });
    checkControl(findings, segment, 'x12/interchange-control', 'ISA13', interchange.control);
    findings.interchange = null;
  }

  /** What ends without its trailer was cut off. */
  #endTransaction(): void {
    const transaction = this.transaction;
    if (!transaction) return;
    this.#findings.add('x12/set-trailer-missing', { message: `Transaction ${shown(transaction.control)} has no SE.` });
    transaction.abandon();
    this.#closeTransaction(transaction);
  }

  #endGroup(): void {
    this.#endTransaction();
    if (!this.#group) return;
    this.#findings.add('x12/group-trailer-missing', { message: `Group ${shown(this.#group.control)} has no GE.` });
    this.#group = undefined;
    this.#findings.group = null;
  }

  /** Ends what is still open; what has no trailer was cut off. */
  end(): void {
    this.#endGroup();
    if (!this.#interchange) return;
    this.#findings.add('x12/interchange-trailer-missing', { message: `Interchange ${shown(this.#interchange.control)} has no IEA.` });
    this.#interchange = undefined;
    this.#findings.interchange = null;
  }

  #stray(segment: Segment): void {
    this.#findings.add('x12/stray-segment', { message: `${segment.id} stands outside the envelope it belongs to.` });
  }

  #note(entry: NotChecked): void {
    if (this.#notChecked.size < MAX_NOT_CHECKED) this.#notChecked.set(`${entry.rule} ${entry.reason}`, entry);
  }
}

/** Adds a value to a bounded set; true when it was there. */
function remember(set: Set<string>, value: string): boolean {
  if (set.has(value)) return true;
  if (set.size < MAX_REMEMBERED) set.add(value);
  return false;
}
