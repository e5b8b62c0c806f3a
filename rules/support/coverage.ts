import type { ClaimView, ProcedureView } from '@cleanclaim/core';
import { ageAtStart } from './stay.ts';

/** Why Medicare does not cover a procedure on this claim; `unknown age` where that decides and is not known. */
export type NotCovered = { readonly because: string; readonly change: string } | 'unknown age' | undefined;

/** By the procedure's own attributes and, where they ask for it, what else the claim has. */
export function notCovered({ mce }: ProcedureView, claim: ClaimView): NotCovered {
  if (!mce || mce.size === 0) return undefined;
  if (mce.has('noncovered')) return ALWAYS;
  if (mce.has('ncov45') && !hasProcedure(claim, 'kidneyxp') && !hasDiagnosis(claim, 'diabtypeI')) return PANCREAS_ALONE;
  if (mce.has('ncov6') && hasDiagnosis(claim, 'ncov6')) return STEM_CELLS_IN_LEUKEMIA;
  if (mce.has('ncov7') && hasDiagnosis(claim, 'ncov7')) return STEM_CELLS_IN_MYELOMA;
  if (mce.has('ncov_z302') && hasDiagnosis(claim, 'ncov_z302')) return STERILIZATION;
  if (isTotalArtificialHeart(mce, claim) && !hasDiagnosis(claim, 'clintrial')) return ARTIFICIAL_HEART;
  if (mce.has('ncov12agele60')) {
    const age = ageAtStart(claim);
    if (age === undefined) return 'unknown age';
    if (age > LAST_AGE_OF_DISC) return DISC;
  }
  return undefined;
}

/** Both ventricles replaced: one of the codes alone is another operation. */
export function isTotalArtificialHeart(mce: ReadonlySet<string>, claim: ClaimView): boolean {
  if (!mce.has('lcov_artheartxpa') && !mce.has('lcov_artheartxpb')) return false;
  return hasProcedure(claim, 'lcov_artheartxpa') && hasProcedure(claim, 'lcov_artheartxpb');
}

function hasProcedure(claim: ClaimView, attribute: string): boolean {
  return claim.procedures.some(({ mce }) => mce?.has(attribute) === true);
}

export function hasDiagnosis(claim: ClaimView, attribute: string): boolean {
  return claim.sequence.some(({ mce }) => mce?.has(attribute) === true);
}

/** The editor's attribute is named for the last age at which the artificial lumbar disc is covered. */
const LAST_AGE_OF_DISC = 60;

const ALWAYS = {
  because: 'Medicare covers it for no diagnosis.',
  change: 'Check the procedure code; if it is right, bill the stay as not covered.',
};
const PANCREAS_ALONE = {
  because: 'Medicare covers a pancreas transplant only with a kidney transplant or in type 1 diabetes, and the claim shows neither.',
  change: 'Add the kidney transplant or the type 1 diabetes if the record has it.',
};
const STEM_CELLS_IN_LEUKEMIA = {
  because: 'Medicare does not cover autologous stem cells in acute leukemia that is not in remission, which the claim has.',
  change: 'Check the procedure, and whether the leukemia is in remission.',
};
const STEM_CELLS_IN_MYELOMA = {
  because: 'Medicare did not cover this transplant in multiple myeloma, which the claim has.',
  change: 'Check the procedure and the diagnosis.',
};
const STERILIZATION = {
  because: 'Medicare does not cover it as a sterilization, and the claim has Z30.2.',
  change: 'If it treated a disease, take out Z30.2 and list the disease; else bill it as not covered.',
};
const ARTIFICIAL_HEART = {
  because: 'Medicare covered a total artificial heart only in a clinical trial, and the claim does not have Z00.6.',
  change: 'Add Z00.6 if the patient took part in an approved trial.',
};
const DISC = {
  because: `Medicare does not cover an artificial lumbar disc over the age of ${LAST_AGE_OF_DISC}.`,
  change: 'Check the procedure code and the date of birth; if both are right, bill it as not covered.',
};
