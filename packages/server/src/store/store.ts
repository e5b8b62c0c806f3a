import type { Claim, Report } from '@cleanclaim/core';
import type { Role } from '../role.ts';

/** Where a claim stands in the office. */
export const STATES = ['draft', 'ready', 'sent', 'rejected', 'paid', 'denied'] as const;
export type State = (typeof STATES)[number];

export interface ClaimSummary {
  readonly id: string;
  readonly version: number;
  readonly number: string | null;
  readonly state: State;
  readonly payer: string | null;
  readonly serviceOn: string | null;
  readonly total: string | null;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly changedBy: string;
}

export interface KeptClaim extends ClaimSummary {
  readonly claim: Claim;
}

export interface Run {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  /** Program and editions the report rests on. */
  readonly data: string;
  readonly report: Report;
}

/** The clean-claim rate of a month (HFMA MAP Key CL-1), by the first check of each claim kept. */
export interface MonthRate {
  /** YYYY-MM. */
  readonly month: string;
  readonly claims: number;
  readonly passed: number;
  /** Of those passed, how many had checks that could not run. */
  readonly incomplete: number;
}

export interface ClaimFilter {
  readonly state?: State;
  readonly payer?: string;
  /** First and last date of service. */
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

export interface AuditEntry {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  /** `claim.save`, `claim.read`, `claim.erase`, `run.keep`, `backup.make`, … */
  readonly action: string;
  readonly subject: string | null;
  readonly previous: string;
  readonly hash: string;
}

export type ChainCheck =
  | { readonly holds: true; readonly entries: number; readonly end: string }
  | { readonly holds: false; readonly brokenAt: number };

/**
 * What an office keeps: claims with their reports, who saw or changed what, and who may. Every call that touches a claim
 * writes the audit in the same transaction (lists and counts show no patient and are not written). `who` is the name of the token, or of the person at the machine.
 */
export interface Store {
  /** Keeps a new claim. */
  add(claim: Claim, who: string): Promise<KeptClaim>;
  /** Changes a claim and its state. Throws `store/changed` when `version` is not the kept one, `store/not-found`. */
  change(id: string, version: number, to: { readonly claim?: Claim; readonly state?: State }, who: string): Promise<KeptClaim>;
  /** Throws `store/not-found`. */
  read(id: string, who: string): Promise<KeptClaim>;
  /** Newest change first. */
  list(filter: ClaimFilter): Promise<{ readonly claims: readonly ClaimSummary[]; readonly next: string | null }>;
  /**
   * Kept claims of the patients of these claims, oldest service first, in one query: what rules look back on. Rejected
   * ones, which the payer never took in, are left out. A claim is found by its member id, or where it has none by birth date, sex and name.
   */
  history(claims: readonly Claim[], who: string): Promise<readonly KeptClaim[]>;
  /** Keeps a report on a claim, under the id `run` where one is given: a report of that id that is there already stays as it is. Throws `store/not-found`. */
  keepRun(id: string, report: Report, data: string, who: string, run?: string): Promise<void>;
  runs(id: string, who: string): Promise<readonly Run[]>;
  /** By month of the first check, newest first: how many claims, and how many of them had no error or warning then. */
  rates(): Promise<readonly MonthRate[]>;
  /** How many claims stand in each state. */
  counts(): Promise<Readonly<Record<State, number>>>;
  /** Removes a claim and its reports for good; the audit keeps that it was there. Throws `store/not-found`. */
  erase(id: string, who: string): Promise<void>;
  /** Removes paid and denied claims whose last change is before a day (retention). Gives how many. */
  eraseClosedBefore(day: string, who: string): Promise<number>;
  /** Seals every claim and report anew under the newest key, so that older ones can be given up. Gives how many claims. */
  reseal(who: string): Promise<number>;
  audit(after: number, limit: number): Promise<readonly AuditEntry[]>;
  /** Walks the whole chain. */
  checkAudit(): Promise<ChainCheck>;
  addToken(name: string, role: Role, token: string, who: string): Promise<void>;
  removeToken(name: string, who: string): Promise<boolean>;
  tokens(): Promise<readonly { readonly name: string; readonly role: Role; readonly sha256: string }[]>;
  /** Every row as lines of JSON, from one moment; sealed texts stay sealed. */
  backup(who: string): AsyncIterable<string>;
  /** Reads a backup into an empty store. Throws `store/not-empty` or `store/damaged`, and then nothing was kept. */
  restore(lines: AsyncIterable<string> | Iterable<string>, who: string): Promise<number>;
  close(): Promise<void>;
}
