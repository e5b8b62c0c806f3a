import { addDays, type Day, daysBetween, isDay } from '@cleanclaim/core';
import type { NextStep } from './reasons.ts';

/** Time limits of a plan, in days; a field that is not known is left out. */
export interface TimeLimits {
  /** From the day of the payment to the day an appeal must arrive. */
  readonly appealDays?: number;
  /** From the first day of service to the day a claim, or its correction, must arrive. */
  readonly filingDays?: number;
  /** Where that is written. */
  readonly source: string;
}

export interface Deadline {
  readonly on: Day;
  /** Negative when it has passed. */
  readonly daysLeft: number;
  readonly source: string;
}

/** SBR09 and CLP06 of Original Medicare, part A and part B. */
const ORIGINAL_MEDICARE: ReadonlySet<string> = new Set(['MA', 'MB']);
/** 120 days from receipt, presumed on the fifth day after the notice: 42 CFR 405.942(a). */
const REDETERMINATION_DAYS = 125;

export function isOriginalMedicare(filing: string): boolean {
  return ORIGINAL_MEDICARE.has(filing);
}

/** The last day for a step; null where plan or day is not known: nothing is guessed. */
export function deadlineOf(
  step: NextStep,
  facts: { readonly filing: string; readonly paidOn: string | null; readonly from: string | null },
  today: Day,
  limits: TimeLimits | undefined,
): Deadline | null {
  const paidOn = isDay(facts.paidOn) ? facts.paidOn : undefined;
  const from = isDay(facts.from) ? facts.from : undefined;
  if (step === 'appeal' && paidOn) {
    if (limits?.appealDays !== undefined) return until(addDays(paidOn, limits.appealDays), today, limits.source);
    if (!limits && isOriginalMedicare(facts.filing)) return until(addDays(paidOn, REDETERMINATION_DAYS), today, '42 CFR 405.942(a)');
  }
  if (step === 'fix-and-resend' && from) {
    if (limits?.filingDays !== undefined) return until(addDays(from, limits.filingDays), today, limits.source);
    if (!limits && isOriginalMedicare(facts.filing)) return until(yearAfter(from), today, '42 CFR 424.44(a)');
  }
  return null;
}

function until(on: Day, today: Day, source: string): Deadline {
  return { on, daysLeft: daysBetween(today, on), source };
}

/** The same day a year later; a 29 February ends on the 28th. */
function yearAfter(from: Day): Day {
  const next = `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`;
  return isDay(next) ? next : addDays(from, 365);
}
