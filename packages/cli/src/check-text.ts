import { type CheckOptions, type Engine, type Failure, type History, isFailure, type Report } from '@cleanclaim/core';
import { placedInFhir } from '@cleanclaim/fhir';
import type { FileClaim } from './claim-file.ts';
import { EXIT } from './output.ts';

export interface Unreadable {
  readonly line: number;
  readonly input: string;
  readonly error: Failure;
}

export type Checked = Report | Unreadable;

/** The day claims reach the payer, and whether somebody said so. */
export type When = Pick<CheckOptions, 'received' | 'assumed'>;

/** A claim of a file to its report, or to the failure that stands in its place. */
export function checkRead({ read, text, number, fhir }: FileClaim, engine: Engine, when: When, history?: History): Checked {
  if (isFailure(read)) return { line: number, input: text, error: read };
  const report = engine.check(read.claim, { ...when, unknown: read.unknown, ...(history ? { history } : {}) });
  return fhir ? placedInFhir(report, fhir) : report;
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
