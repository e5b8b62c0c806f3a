import type { ClaimView, DiagnosisView } from '@cleanclaim/core';

/** True when the code (written with its dot) stands from `first` up to, but not at, `after` in the order of the tabular list. */
export function within(code: string, first: string, after: string): boolean {
  return code >= first && code < after;
}

/** The 7th character of a code, or an empty text when it has none. */
export function seventhCharacter(code: string): string {
  return code.length === 8 ? code.charAt(7) : '';
}

/** A sequela: every 7th character S of the tabular list means one, and nothing else does. */
export function isSequela(code: string): boolean {
  return seventhCharacter(code) === 'S';
}

/** An injury or pathological fracture on its initial course of care: 7th character A, B or C. */
export function isInitialCare(code: string): boolean {
  const seventh = seventhCharacter(code);
  return seventh === 'A' || seventh === 'B' || seventh === 'C';
}

/**
 * The intent of a drug or toxic effect code T36–T65: 1 to 4 poisoning (accident, self-harm, assault, undetermined), 5 adverse
 * effect, 6 underdosing; 0 for any other code. It stands in the sixth place, or in the fifth where the sixth is X.
 */
export function drugIntent(code: string): number {
  if (!within(code, 'T36', 'T66') || code.length < 7) return 0;
  const sixth = code.charAt(6);
  const intent = Number(sixth === 'X' ? code.charAt(5) : sixth);
  return intent >= 1 && intent <= 6 ? intent : 0;
}

/** True when two diagnoses serve different lines only, so that they may come from different encounters gathered on one claim. */
export function serveDifferentLines(one: DiagnosisView, other: DiagnosisView): boolean {
  if (one.lines.length === 0 || other.lines.length === 0) return false;
  return !one.lines.some((line) => other.lines.includes(line));
}

/** True when the claim has services of more than one day, so that its diagnoses may come from several encounters. */
export function hasSeveralDays(claim: ClaimView): boolean {
  const first = claim.lines[0]?.from;
  return claim.lines.some((line) => line.from !== first);
}
