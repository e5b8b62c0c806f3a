import { ageInYears, type ClaimView, daysBetween, isDay } from '@cleanclaim/core';

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
