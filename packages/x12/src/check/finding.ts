import type { Severity } from '@cleanclaim/core';
import type { AckCodes } from './ack-codes.ts';
import type { RuleId } from './rules.ts';

/** Where in the file a finding is. Numbers count from 1; null where a level does not apply. */
export interface X12Place {
  /** Byte offset of the segment (from 0). */
  readonly byte: number;
  /** Segment of the file. */
  readonly segmentNumber: number;
  /** Segment of the transaction, ST being 1: what an IK3 names. */
  readonly inTransaction: number | null;
  readonly interchange: number | null;
  readonly group: number | null;
  readonly transaction: number | null;
  readonly loop: string | null;
  readonly segment: string;
  readonly element: number | null;
  readonly component: number | null;
}

export interface X12Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** WEDI SNIP type, 1 to 7. */
  readonly snip: number;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  readonly where: X12Place;
  readonly codes: AckCodes;
  /** The text found, where one is at fault, at most 80 characters. */
  readonly value?: string;
}

export interface TransactionSummary {
  readonly set: string;
  readonly control: string;
  readonly version: string;
  /** The guide it was checked against; null when there is no map for it. */
  readonly guide: string | null;
  readonly segments: number;
  readonly errors: number;
  readonly warnings: number;
  /** Claims (837, 277CA) or claim payments (835) in it. */
  readonly claims: number;
}

export interface GroupSummary {
  readonly code: string;
  readonly sender: string;
  readonly receiver: string;
  readonly control: string;
  readonly version: string;
  /** GE01 as sent, empty when the trailer is missing. */
  readonly declared: string;
  /** Sets met; `transactions` holds the first of them where a file has very many. */
  readonly sets: number;
  readonly transactions: TransactionSummary[];
}

export interface InterchangeSummary {
  readonly senderQualifier: string;
  readonly sender: string;
  readonly receiverQualifier: string;
  readonly receiver: string;
  readonly date: string;
  readonly time: string;
  readonly version: string;
  readonly control: string;
  readonly wantsAcknowledgment: boolean;
  readonly usage: string;
  /** Groups met; `groups` holds the first of them where a file has very many. */
  readonly groupCount: number;
  readonly groups: GroupSummary[];
}

export interface NotChecked {
  readonly rule: string;
  readonly reason: string;
  readonly install: string;
}

/** What checking a file answers. `clean` means that every check that applies was made and none found anything. */
export interface X12Report {
  readonly status: 'clean' | 'findings' | 'incomplete';
  readonly bytes: number;
  readonly segments: number;
  readonly errors: number;
  readonly warnings: number;
  /** The first interchanges, groups and sets where a file has very many. */
  readonly interchanges: readonly InterchangeSummary[];
  readonly interchangeCount: number;
  readonly findings: readonly X12Finding[];
  /** Findings beyond the limit, counted but not kept. */
  readonly leftOut: number;
  readonly notChecked: readonly NotChecked[];
}
