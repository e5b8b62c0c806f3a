import { type Data, type Day, isDay } from '@cleanclaim/core';
import type { ObserverContext } from './observer.ts';
import type { X12Place } from './finding.ts';
import { shown } from './report.ts';

/** A diagnosis as HI gives it, with where it stands: all of one HI share the place of the segment. */
export interface ClaimDiagnosis {
  readonly code: string;
  readonly at: X12Place;
  readonly element: number;
}

type Verdict = 'right' | 'unknown' | 'not-in-force' | 'not-billable' | 'no-data';

/** Verdicts kept: files repeat their codes and days. */
const KEPT = 20_000;

/** Judges ICD-10-CM codes by the day of the claim, through the same tables as `check`. */
export class DiagnosisCheck {
  readonly #context: ObserverContext;
  readonly #data: Data | undefined;
  /** Verdicts by code, of the day they are for. */
  readonly #known = new Map<Day, Map<string, Verdict>>();
  #verdicts = 0;

  constructor(context: ObserverContext) {
    this.#context = context;
    this.#data = context.data;
  }

  check(diagnoses: readonly ClaimDiagnosis[], on: Day | undefined): void {
    for (const diagnosis of diagnoses) {
      const verdict = on === undefined ? 'no-data' : this.#judge(diagnosis.code, on);
      if (verdict === 'right') continue;
      if (verdict === 'no-data') this.#notChecked(on);
      else this.#report(diagnosis, verdict, on ?? '');
    }
  }

  #judge(code: string, on: Day): Verdict {
    let ofDay = this.#known.get(on);
    const known = ofDay?.get(code);
    if (known) return known;
    const verdict = this.#look(code, on);
    if (++this.#verdicts > KEPT) {
      this.#known.clear();
      this.#verdicts = 1;
      ofDay = undefined;
    }
    if (!ofDay) this.#known.set(on, (ofDay = new Map()));
    ofDay.set(code, verdict);
    return verdict;
  }

  #look(code: string, on: Day): Verdict {
    const icd = this.#data?.icd10cm(on);
    if (!icd) return 'no-data';
    const row = code.length <= 8 ? icd.row(code) : -1;
    if (row < 0) return icd.mayBeSuperseded(on) ? 'no-data' : 'unknown';
    if (!icd.inForce(row)) return icd.mayBeSuperseded(on) ? 'no-data' : 'not-in-force';
    return icd.billable(row) ? 'right' : 'not-billable';
  }

  #report({ code, at, element }: ClaimDiagnosis, verdict: 'unknown' | 'not-in-force' | 'not-billable', on: string): void {
    const words = {
      unknown: 'is no ICD-10-CM code',
      'not-in-force': `is not in force on ${on}`,
      'not-billable': `is not complete on ${on}: it needs more characters`,
    };
    this.#context.findings.add(`x12/diagnosis-${verdict}`, {
      message: `${shown(code)} ${words[verdict]}.`,
      at,
      element,
      component: 2,
      value: code,
    });
  }

  #notChecked(on: Day | undefined): void {
    this.#context.note({
      rule: 'x12/diagnosis-unknown',
      reason:
        on === undefined ? 'A claim has no date of service to judge its diagnoses by.' : `No installed ICD-10-CM edition covers ${on}.`,
      install: 'cleanclaim data add FILE (the official order file of that fiscal year)',
    });
  }
}

/** Days already read: files repeat them. */
const days = new Map<string, Day | undefined>();

/** CCYYMMDD as a day; undefined when it is none. */
export function dayOf(text: string): Day | undefined {
  const date = text.length > 8 ? text.slice(0, 8) : text;
  const known = days.get(date);
  if (known !== undefined) return known;
  const written = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
  const found = /^\d{8}$/.test(date) && isDay(written) ? written : undefined;
  if (days.size >= KEPT) days.clear();
  days.set(date, found);
  return found;
}
