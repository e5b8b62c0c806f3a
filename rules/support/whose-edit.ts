import type { ClaimView, Severity } from '@cleanclaim/core';
import { mayBeMedicare } from './medicare.ts';

/** How a Medicare edit counts: its own severity for Medicare, a warning to look at for a payer that may follow it. */
export function weight(claim: ClaimView, severity: Severity, review = false): { severity: Severity; status: 'fail' | 'review' } {
  if (mayBeMedicare(claim)) return { severity, status: review ? 'review' : 'fail' };
  return { severity: severity === 'info' ? 'info' : 'warning', status: 'review' };
}

/** The same of an NCCI edit, which Medicaid has in files of its own. */
export function ncciWeight(claim: ClaimView, severity: Severity, review = false): ReturnType<typeof weight> {
  return claim.payer === 'medicaid' ? { severity, status: review ? 'review' : 'fail' } : weight(claim, severity, review);
}

export function ncciWhose(claim: ClaimView): string {
  return claim.payer === 'medicaid' ? ' This is an edit of Medicaid, which a state may have leave to set aside.' : whose(claim);
}

/** A sentence that says whose edit it is, where the payer is another. */
export function whose(claim: ClaimView): string {
  return mayBeMedicare(claim) ? '' : ' This is an edit of Medicare, which many other payers use.';
}
