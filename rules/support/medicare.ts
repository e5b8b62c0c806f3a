import type { ClaimView } from '@cleanclaim/core';

/** True when the claim goes to Medicare, whose coverage and editing policies bind no other payer. */
export function isMedicare({ payer }: ClaimView): boolean {
  return payer === 'medicare';
}
