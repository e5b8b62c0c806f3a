import {
  applySureFixes,
  type CheckOptions,
  type Claim,
  type Engine,
  type Failure,
  type History,
  isFailure,
  readClaim,
  type Report,
  type SureFix,
} from '@cleanclaim/core';
import { placedInFhir } from '@cleanclaim/fhir';
import type { FileClaim } from './claim-file.ts';
import { EXIT } from './output.ts';

export interface Unreadable {
  readonly line: number;
  readonly input: string;
  readonly error: Failure;
}

/** The report on a claim after its certain repairs, with what they changed. */
export interface FixedReport extends Report {
  readonly fixed: { readonly claim: Claim; readonly changes: readonly SureFix[] };
}

/** The report on a claim of a table, with the row of each line. */
export interface RowsReport extends Report {
  readonly rows: readonly number[];
}

export type Checked = Report | FixedReport | RowsReport | Unreadable;

/** The day claims reach the payer, and whether somebody said so. */
export type When = Pick<CheckOptions, 'received' | 'assumed'>;

/** A claim of a file to its report, or to the failure that stands in its place. */
export function checkRead({ read, text, number, fhir }: FileClaim, engine: Engine, when: When, history?: History): Checked {
  if (isFailure(read)) return { line: number, input: text, error: read };
  const report = engine.check(read.claim, { ...when, unknown: read.unknown, ...(history ? { history } : {}) });
  return fhir ? placedInFhir(report, fhir) : report;
}

/** Makes the certain repairs of a claim and reports on what it then is. */
export function fixRead({ read, text, number, fhir }: FileClaim, engine: Engine, when: When, history?: History): Checked {
  if (isFailure(read)) return { line: number, input: text, error: read };
  const { claim, changes, report } = applySureFixes(read.claim, (each) => {
    const again = readClaim(each);
    // What the file said and the claim has no field for is not mended by any repair.
    const unknown = [...(isFailure(again) ? [] : again.unknown), ...read.unknown.filter(({ path }) => !path.startsWith('/'))];
    return engine.check(each, { ...when, unknown, ...(history ? { history } : {}) });
  });
  return { ...(fhir ? placedInFhir(report, fhir) : report), fixed: { claim, changes } };
}

export function isFixed(checked: Checked): checked is FixedReport {
  return 'fixed' in checked;
}

export function isUnreadable(checked: Checked): checked is Unreadable {
  return 'error' in checked;
}

/** Warnings and info never change the exit status; `strict` asks that everything was checked. */
export function exitOf(checked: Checked, strict: boolean): number {
  if (isUnreadable(checked)) return EXIT.usage;
  if (strict && checked.notChecked.length > 0) return EXIT.noData;
  return checked.findings.some((finding) => finding.severity === 'error') ? EXIT.finding : EXIT.fine;
}
