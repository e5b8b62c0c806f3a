import type { ClaimView, Unmade } from '@cleanclaim/core';

const professional = (claim: ClaimView): boolean => claim.type === 'professional';
const outpatient = (claim: ClaimView): boolean => claim.type === 'institutional' && !claim.inpatient;
const hasProcedure = (claim: ClaimView): boolean => claim.lines.some((line) => line.code !== '');

/**
 * Checks that a complete scrubber makes and this version does not, so that no report can look cleaner than it is.
 * An entry goes away when its rule arrives.
 */
export const UNMADE: readonly Unmade[] = [
  {
    rule: 'code/dental-procedure',
    title: 'Whether dental procedure codes exist on the day',
    needs: 'your licensed CDT file',
    applies: (claim) => claim.type === 'dental' && hasProcedure(claim),
  },
  {
    rule: 'ncci/medicaid-add-on',
    title: 'Add-on codes without their primary procedure, for Medicaid',
    needs: 'a list of Medicaid',
    applies: (claim) => claim.payer === 'medicaid' && professional(claim) && hasProcedure(claim),
  },
  {
    rule: 'ncci/other-bills',
    title: 'NCCI pairs and unit edits for a type of bill that is not known to be held against them (34x and 75x may be)',
    needs: 'the list of bound types of bill, read in full',
    applies: (claim) => outpatient(claim) && claim.ptp === undefined && hasProcedure(claim),
  },
  {
    rule: 'history/other-intervals',
    title:
      'How often Medicare pays preventive services other than wellness visits and screenings of colon, breast, prostate, pelvis and for glaucoma',
    needs: 'their intervals, read in the regulations',
    applies: (claim) => claim.payer === 'medicare' && claim.type !== 'dental' && hasProcedure(claim),
  },
  {
    rule: 'form/institutional-codes',
    title: 'Whether revenue, condition, occurrence and value codes exist, and which of them a type of bill takes or asks for',
    needs: 'the NUBC code lists',
    applies: (claim) => claim.type === 'institutional',
  },
];
