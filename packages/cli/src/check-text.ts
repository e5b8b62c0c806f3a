import { type Engine, type Failure, type History, isFailure, type Report, writeReport } from '@cleanclaim/core';
import { type Day } from '@cleanclaim/core/day';
import type { FileClaim } from './claim-file.ts';
import { EXIT } from './output.ts';

export interface Unreadable {
  readonly line: number;
  readonly input: string;
  readonly error: Failure;
}

export type Checked = Report | Unreadable;

/** A claim of a file to its report, or to the failure that stands in its place. */
export function checkRead({ read, text, number }: FileClaim, engine: Engine, received: Day, history?: History): Checked {
  if (isFailure(read)) return { line: number, input: text, error: read };
  return engine.check(read.claim, history ? { received, unknown: read.unknown, history } : { received, unknown: read.unknown });
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

/** The line of ndjson for one checked claim. */
export function writeLine(checked: Checked): string {
  return isUnreadable(checked) ? JSON.stringify(checked) : writeReport(checked);
}
