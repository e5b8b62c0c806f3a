import { ageInYears, type ClaimView, type Day, daysBetween, isDay } from '@cleanclaim/core';

/** Completed years: at admission for a stay, as the Medicare Code Editor counts it, else on the day of service. */
export function ageAtStart(claim: ClaimView): number | undefined {
  const { admission } = claim.claim;
  if (claim.inpatient && claim.birth && admission !== undefined && isDay(admission)) return ageInYears(claim.birth, admission);
  return claim.age;
}

/** Nights from admission to discharge, or to the last day billed so far; undefined without both days. */
export function lengthOfStay({ claim, on }: ClaimView): number | undefined {
  return on && isDay(claim.admission) ? daysBetween(claim.admission, on) : undefined;
}

/** The patient is still in the house on the last day of the bill. */
export const STILL_HERE = '30';

/** The two digits of where the patient went; empty where the claim does not say. */
export function dischargeStatusOf({ claim }: ClaimView): string {
  const written = claim.dischargeStatus?.trim() ?? '';
  return written === '' ? '' : written.padStart(2, '0');
}

/** The days a stay bills: the first, the last, and how many of them are counted. */
export interface BilledStay {
  readonly from: Day;
  readonly to: Day;
  /** Days from the admission on, where services before it are billed with the stay; the day of discharge is not counted. */
  readonly days: number;
  /** The same from the first day of the statement. */
  readonly statementDays: number;
}

/** The days of a stay as its statement gives them, or its admission and discharge; undefined where they cannot be told. */
export function billedStay(view: ClaimView): BilledStay | undefined {
  if (!view.inpatient) return undefined;
  const { statement, admission, discharge } = view.claim;
  const from = isDay(statement?.from) ? statement.from : isDay(admission) ? admission : undefined;
  const to = isDay(statement?.to) ? statement.to : isDay(discharge) ? discharge : undefined;
  if (from === undefined || to === undefined || to < from) return undefined;
  const counted = (begin: Day): number => {
    const nights = daysBetween(begin, to);
    return dischargeStatusOf(view) === STILL_HERE ? nights + 1 : Math.max(nights, 1);
  };
  const begin = isDay(admission) && admission > from && admission <= to ? admission : from;
  return { from: begin, to, days: counted(begin), statementDays: counted(from) };
}

/** Accommodation: revenue codes 010x to 021x. */
export function isRoom(revenue: string | undefined): boolean {
  return revenue !== undefined && revenue >= '0100' && revenue <= '0219' && revenue.length === 4;
}

/** Facility and kind of care of a type of bill, without the leading 0: `11` of `0111`; empty where it is not one. */
export function careOf({ claim, type }: ClaimView): string {
  const bill = type === 'institutional' ? (claim.billType?.trim() ?? '') : '';
  return /^0?\d{2}.$/.test(bill) ? bill.slice(-3, -1) : '';
}
