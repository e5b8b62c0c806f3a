import { applyPatch, type Claim, isCleanclaimError } from '@cleanclaim/core';
import type { Toolkit } from '../../data/load-data.ts';
import { reportOn } from './use-report.ts';

/** More than any claim of the bench has; a rule whose fix brought back its own finding would else never end. */
const MOST = 200;

/**
 * All fixes that are certain and change no diagnosis or procedure, one after the other: each is taken from a fresh
 * report, so that a list that grew shorter does not shift the next.
 */
export function applySureFixes(claim: Claim, toolkit: Toolkit): Claim {
  let fixed = claim;
  for (let count = 0; count < MOST; count++) {
    const patch = reportOn(fixed, toolkit).findings.find((finding) => finding.patch)?.patch;
    if (!patch) return fixed;
    try {
      fixed = applyPatch(fixed, patch);
    } catch (error) {
      if (!isCleanclaimError(error)) throw error;
      return fixed;
    }
  }
  return fixed;
}
