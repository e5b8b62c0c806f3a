import { type Claim, isDay, isFailure, readClaim, type Report } from '@cleanclaim/core';

/** Where a claim stands. The same words as the server's office store. */
export const STATES = ['draft', 'ready', 'sent', 'rejected', 'paid', 'denied'] as const;
export type State = (typeof STATES)[number];

export const isState = (value: unknown): value is State => STATES.some((state) => state === value);

/** What a check said, in short. */
export interface Checked {
  readonly on: string;
  readonly status: Report['status'];
  readonly errors: number;
  readonly warnings: number;
  readonly notChecked: number;
}

export interface Summary {
  readonly id: string;
  /** Counts the changes: one made from an older version is refused. */
  readonly version: number;
  readonly number: string | null;
  readonly state: State;
  readonly payer: string | null;
  readonly serviceOn: string | null;
  readonly total: string | null;
  readonly changedAt: string;
  /** The last check and the first one; null where this list does not hold them. */
  readonly last: Checked | null;
  readonly first: Checked | null;
  /** What a payer's answer calls for. */
  readonly next: string | null;
  /** How many lines the payer denied of a claim it paid otherwise; left out where none. */
  readonly deniedLines?: number;
}

export interface Kept extends Summary {
  readonly claim: Claim;
}

export interface Change {
  readonly claim?: Claim;
  readonly checked?: Checked;
  readonly state?: State;
  readonly next?: string | null;
  readonly deniedLines?: number;
}

/** A list of kept claims: in this browser, or of the office's server. */
export interface Worklist {
  list(): Promise<readonly Summary[]>;
  read(id: string): Promise<Kept>;
  add(claim: Claim, checked: Checked): Promise<Kept>;
  /** Throws WorklistTrouble `changed` when the kept version is another. */
  change(id: string, version: number, change: Change): Promise<Summary>;
  remove(id: string): Promise<void>;
  rates(): Promise<readonly MonthRate[]>;
}

/** Claims first kept in a month, and how many had no error or warning at their first check. */
export interface MonthRate {
  readonly month: string;
  readonly claims: number;
  readonly passed: number;
  /** Of those passed, how many had checks that could not run: they count as passed, and are told. */
  readonly incomplete: number;
}

export class WorklistTrouble extends Error {
  readonly kind: 'changed' | 'gone' | 'full' | 'unavailable' | 'no-token' | 'not-allowed' | 'no-store' | 'unreachable' | 'refused';
  constructor(kind: WorklistTrouble['kind'], says = '') {
    super(says);
    this.kind = kind;
  }
}

export function checkedFrom(report: Report, on: string): Checked {
  const count = (severity: string): number => report.findings.filter((finding) => finding.severity === severity).length;
  return { on, status: report.status, errors: count('error'), warnings: count('warning'), notChecked: report.notChecked.length };
}

/** What of a claim stands in the list beside it. */
export function columnsOf(claim: Claim): Pick<Summary, 'number' | 'payer' | 'serviceOn' | 'total'> {
  const days = [claim.statement?.from, ...claim.lines.map(({ from }) => from)].filter(isDay).toSorted();
  return {
    number: claim.id ?? null,
    payer: claim.payer?.name ?? claim.payer?.id ?? null,
    serviceOn: days[0] ?? null,
    total: claim.total ?? null,
  };
}

export function ratesOf(kept: readonly Pick<Summary, 'first'>[]): MonthRate[] {
  const months = new Map<string, { claims: number; passed: number; incomplete: number }>();
  for (const { first } of kept) {
    if (!first) continue;
    const month = first.on.slice(0, 7);
    const sums = months.get(month) ?? { claims: 0, passed: 0, incomplete: 0 };
    sums.claims++;
    if (first.status !== 'findings') sums.passed++;
    if (first.status === 'incomplete') sums.incomplete++;
    months.set(month, sums);
  }
  return [...months].toSorted(([one], [other]) => (one < other ? 1 : -1)).map(([month, sums]) => ({ month, ...sums }));
}

const FORMAT = 1;
const MOST_IMPORTED = 50_000;

/** The list as a file: everything that is kept, to be opened again elsewhere. */
export function writeFileText(kept: readonly Kept[]): string {
  return JSON.stringify({ cleanclaimWorklist: FORMAT, claims: kept }, null, 1);
}

export type ReadFile =
  | { readonly kept: readonly Kept[] }
  | { readonly wrong: 'not-json' | 'not-a-list' | 'too-many' | 'claim'; readonly at: number };

/** Reads such a file, whole or not at all; `at` is the claim that is wrong, counted from 1. */
export function readFileText(text: string): ReadFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { wrong: 'not-json', at: 0 };
  }
  const { cleanclaimWorklist, claims } = fields(value);
  if (cleanclaimWorklist !== FORMAT || !Array.isArray(claims)) return { wrong: 'not-a-list', at: 0 };
  if (claims.length > MOST_IMPORTED) return { wrong: 'too-many', at: claims.length };
  const kept: Kept[] = [];
  for (const [at, each] of claims.entries()) {
    const read = readKept(each);
    if (!read) return { wrong: 'claim', at: at + 1 };
    kept.push(read);
  }
  return { kept };
}

function readKept(value: unknown): Kept | undefined {
  const { id, version, state, changedAt, claim, next, first, last, deniedLines = 0 } = fields(value);
  const read = readClaim(claim);
  if (isFailure(read) || typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id) || !isState(state)) return undefined;
  if (!Number.isSafeInteger(version) || typeof changedAt !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(changedAt)) return undefined;
  if (next !== null && (typeof next !== 'string' || next.length > 1_000)) return undefined;
  if (!Number.isSafeInteger(deniedLines) || Number(deniedLines) < 0) return undefined;
  const firstRead = readChecked(first);
  const lastRead = readChecked(last);
  if (firstRead === undefined || lastRead === undefined) return undefined;
  return {
    id,
    version: Number(version),
    state,
    changedAt,
    claim: read.claim,
    next,
    first: firstRead,
    last: lastRead,
    deniedLines: Number(deniedLines),
    ...columnsOf(read.claim),
  };
}

function readChecked(value: unknown): Checked | null | undefined {
  if (value === null) return null;
  const { on, status, errors, warnings, notChecked } = fields(value);
  const counts = [errors, warnings, notChecked];
  if (!isDay(on) || (status !== 'clean' && status !== 'findings' && status !== 'incomplete')) return undefined;
  if (!counts.every((count) => Number.isSafeInteger(count) && Number(count) >= 0)) return undefined;
  return { on, status, errors: Number(errors), warnings: Number(warnings), notChecked: Number(notChecked) };
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
