import type { LineView } from '../claim/view.ts';
import { type Step, step } from './answer.ts';
import type { Exact } from './exact.ts';
import type { PatientShare } from './shares.ts';

/** What a line comes to by a schedule that has one figure for a unit. */
export interface ScheduleFee {
  readonly amount: Exact;
  readonly steps: readonly Step[];
  readonly share: PatientShare;
}

/** A figure times the units of the line. */
export function perUnit(line: LineView, fee: Exact, what: string, edition: string, share: PatientShare): ScheduleFee {
  const units = line.line.units ?? 1;
  const amount = fee.times(units);
  const steps = [step(what, fee, edition), ...(units === 1 ? [] : [step(`× ${units} units`, amount)])];
  return { amount, steps, share };
}
