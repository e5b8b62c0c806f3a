import type { Data } from '@cleanclaim/core';
import type { Companion } from '../companion/model.ts';
import type { Delimiters } from '../reader/delimiters.ts';
import { type ReaderListener, type ReaderProblem, X12Reader } from '../reader/reader.ts';
import { SEGMENT_FLAG, type Segment } from '../reader/segment.ts';
import { Envelopes } from './envelopes.ts';
import type { InterchangeSummary, X12Report } from './finding.ts';
import type { Follower } from './follower.ts';
import { PROBLEM_MESSAGES, PROBLEM_RULES } from './reader-problems.ts';
import { Findings } from './report.ts';

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

const DEFAULT_MAX_FINDINGS = 10_000;
const DEFAULT_MAX_SUMMARIES = 20_000;

/** Segments of the envelopes; an empty one has no name and belongs to none. */
const ENVELOPE: ReadonlySet<string> = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA', 'TA1', '']);

/**
 * Checks X12 as it streams by: push bytes, then ask for the report. Memory does not grow with the file, but for the
 * findings kept and one summary a transaction.
 */
export class X12Checker implements ReaderListener {
  readonly findings: Findings;
  readonly #reader = new X12Reader(this);
  readonly #envelopes: Envelopes;
  readonly #follow: Follower | undefined;
  #bytes = 0;
  #segments = 0;
  #folded = false;
  /** The file begins with something else than an ISA; what to say of it depends on whether an ISA comes. */
  #strange: ReaderProblem | undefined;
  #ended = false;

  constructor(options: CheckOptions = {}) {
    this.#follow = options.follow;
    this.findings = new Findings(options.maxFindings ?? DEFAULT_MAX_FINDINGS);
    this.#envelopes = new Envelopes(this.findings, options.maxSummaries ?? DEFAULT_MAX_SUMMARIES, options);
  }

  get interchanges(): readonly InterchangeSummary[] {
    return this.#envelopes.interchanges;
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
    const { interchanges, interchangeCount, notChecked } = this.#envelopes;
    const status = findings.errors + findings.warnings > 0 ? 'findings' : notChecked.length > 0 ? 'incomplete' : 'clean';
    return {
      status,
      bytes: this.#bytes,
      segments: this.#segments,
      errors: findings.errors,
      warnings: findings.warnings,
      interchanges,
      interchangeCount,
      findings: findings.kept,
      leftOut: findings.leftOut,
      notChecked,
    };
  }

  interchange(delimiters: Delimiters): void {
    this.#envelopes.end();
    this.#sayStrange(true);
    this.#folded = false;
    this.#follow?.delimiters?.(delimiters);
  }

  problem(problem: ReaderProblem): void {
    const { code, offset, segment } = problem;
    this.#follow?.problem?.(code);
    if (code === 'not-x12') {
      this.#strange = problem;
      return;
    }
    if (code === 'header-widths') {
      this.#envelopes.seeOddWidths();
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
    const { transaction } = this.#envelopes;
    if (transaction) findings.inTransaction = transaction.segments + 1;
    if (transaction && !ENVELOPE.has(segment.id)) transaction.segment(segment);
    else this.#envelopes.segment(segment);
    this.#follow?.segment?.(segment, this.#envelopes.transaction);
  }

  end(rest: string): void {
    this.#envelopes.end();
    this.#sayStrange(false);
    this.#follow?.end?.(rest);
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
}

/** Checks a file held in memory. */
export function checkX12(bytes: Uint8Array, options: CheckOptions = {}): X12Report {
  const checker = new X12Checker(options);
  checker.push(bytes);
  return checker.report();
}
