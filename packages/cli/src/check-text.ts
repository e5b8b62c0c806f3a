import { type Engine, type Failure, isFailure, parseClaim, type ReadClaim, type Report, writeReport } from '@cleanclaim/core';
import { type FhirOrigins, isFhirFailure, placedInFhir } from '@cleanclaim/fhir';
import { type Day } from '@cleanclaim/core/day';
import { entriesOf } from './claim-entries.ts';
import { EXIT } from './output.ts';

export interface Unreadable {
  readonly line: number;
  readonly input: string;
  readonly error: Failure;
}

export type Checked = Report | Unreadable;

/** One line of ndjson to its report, or to the failure that stands in its place; a FHIR Bundle may hold several claims. */
export function checkLine(text: string, line: number, engine: Engine, received: Day): readonly Checked[] {
  const read = parseClaim(text);
  if (!isFailure(read) || !isFhirFailure(read)) return [checkRead(read, text, line, engine, received)];
  return entriesOf(text).map((entry) => checkRead(entry.read, entry.text, line, engine, received, entry.fhir));
}

/** `fhir` says where the claim's parts stood when it came as FHIR. */
export function checkRead(
  read: ReadClaim | Failure,
  text: string,
  line: number,
  engine: Engine,
  received: Day,
  fhir?: FhirOrigins,
): Checked {
  if (isFailure(read)) return { line, input: text, error: read };
  const report = engine.check(read.claim, { received, unknown: read.unknown });
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

/** The line of ndjson for one checked claim. */
export function writeLine(checked: Checked): string {
  return isUnreadable(checked) ? JSON.stringify(checked) : writeReport(checked);
}
