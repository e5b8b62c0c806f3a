import { type Data, type Day, isDay } from '@cleanclaim/core';
import type { ObserverContext } from './observer.ts';
import type { X12Place } from './finding.ts';
import { shown } from './report.ts';

/** A diagnosis as HI gives it, with where it stands. */
export interface ClaimDiagnosis {
  readonly code: string;
  readonly at: X12Place;
}

type Verdict = 'right' | 'unknown' | 'not-in-force' | 'not-billable' | 'no-data';

/** Verdicts kept: files repeat their codes and days. */
const KEPT = 20_000;

/** Judges ICD-10-CM codes by the day of the claim, through the same tables as `check`. */
export class DiagnosisCheck {
  readonly #context: ObserverContext;
  readonly #data: Data | undefined;
  readonly #known = new Map<string, Verdict>();

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
    const key = on + code;
    const known = this.#known.get(key);
    if (known) return known;
    const verdict = this.#look(code, on);
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(key, verdict);
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

  #report({ code, at }: ClaimDiagnosis, verdict: 'unknown' | 'not-in-force' | 'not-billable', on: string): void {
    const words = {
      unknown: 'is no ICD-10-CM code',
      'not-in-force': `is not in force on ${on}`,
      'not-billable': `is not complete on ${on}: it needs more characters`,
    };
    this.#context.findings.add(`x12/diagnosis-${verdict}`, { message: `${shown(code)} ${words[verdict]}.`, at, value: code });
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

/** CCYYMMDD as a day; undefined when it is none. */
export function dayOf(text: string): Day | undefined {
  const written = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  return /^\d{8}/.test(text) && isDay(written) ? written : undefined;
}
