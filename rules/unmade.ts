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
    rule: 'code/procedure',
    title: 'Whether the procedure codes and modifiers exist on the day',
    needs: 'the HCPCS Level II release, and your CPT file for CPT codes',
    applies: hasProcedure,
  },
  {
    rule: 'ncci/ptp-pair',
    title: 'NCCI procedure-to-procedure edits',
    needs: 'the NCCI PTP table of the quarter',
    applies: (claim) => (professional(claim) || outpatient(claim)) && hasProcedure(claim),
  },
  {
    rule: 'ncci/mue',
    title: 'Medically unlikely edits (units)',
    needs: 'the MUE table of the quarter',
    applies: (claim) => claim.type !== 'dental' && hasProcedure(claim),
  },
  {
    rule: 'ncci/add-on',
    title: 'Add-on codes and their primary procedures',
    needs: 'the add-on code table',
    applies: (claim) => professional(claim) && hasProcedure(claim),
  },
  {
    rule: 'mpfs/global-period',
    title: 'Global surgery periods',
    needs: "the physician fee schedule and the patient's earlier claims",
    applies: professional,
  },
  {
    rule: 'mpfs/payment-indicators',
    title: 'Fee schedule indicators (26/TC, bilateral, assistant, co-surgeon)',
    needs: 'the physician fee schedule of the quarter',
    applies: (claim) => professional(claim) && hasProcedure(claim),
  },
  {
    rule: 'coverage/lcd-ncd',
    title: 'Local and national coverage of the procedure for the diagnosis',
    needs: 'the Medicare Coverage Database export',
    applies: (claim) => claim.type !== 'dental' && hasProcedure(claim),
  },
  {
    rule: 'history/duplicate-claim',
    title: 'Duplicates of earlier claims, frequency and new-patient limits',
    needs: "the patient's earlier claims",
    applies: () => true,
  },
  {
    rule: 'form/institutional-codes',
    title: 'Type of bill, revenue, condition, occurrence and value codes against each other',
    needs: 'the NUBC code lists',
    applies: (claim) => claim.type === 'institutional',
  },
  {
    rule: 'plan/authorization',
    title: 'Prior authorisation and referral',
    needs: "the payer's list",
    applies: (claim) => hasProcedure(claim),
  },
];
