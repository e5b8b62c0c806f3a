import type { ClaimView } from '@cleanclaim/core';

/** True when the claim goes to Medicare, whose coverage and editing policies bind no other payer. */
export function isMedicare({ payer }: ClaimView): boolean {
  return payer === 'medicare';
}

/** The same where a claim that names no kind of payer is taken for Medicare's: edits that began with Medicare. */
export function mayBeMedicare({ payer }: ClaimView): boolean {
  return payer === 'medicare' || payer === '';
}
