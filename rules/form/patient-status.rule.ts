import { type ClaimView, type Found, frequencyOf, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { stay } from '../support/example-claim.ts';
import { DISCHARGE_STATUS_LIST, DISCHARGE_STATUS_QUESTIONS } from '../support/institutional-cites.ts';
import { careOf, dischargeStatusOf, STILL_HERE } from '../support/stay.ts';

/** Died at home, in a facility, or at an unknown place: what hospices say. */
const OF_HOSPICES: ReadonlySet<string> = new Set(['40', '41', '42']);

export default rule({
  id: 'form/patient-status',
  title: 'Where the patient is at the end of the bill, against its type',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  from: ALWAYS,
  needs: [],
  cites: [DISCHARGE_STATUS_QUESTIONS, DISCHARGE_STATUS_LIST],

  on: 'claim',
  check(claim) {
    const status = dischargeStatusOf(claim);
    if (status === '') return undefined;
    return (claim.inpatient ? againstSeries(claim, status) : undefined) ?? ofHospice(claim, status);
  },

  examples: [
    { name: 'a bill within a series whose patient went home', claim: bill('0112', '01'), finds: 1 },
    { name: 'a bill that goes on, of a patient who stays', claim: bill('0113', '30'), finds: 0 },
    { name: 'a stay from admission to discharge of a patient who is still there', claim: bill('0111', '30'), finds: 1 },
    { name: 'the last bill of a patient who is still there', claim: bill('0214', '30'), finds: 1 },
    { name: 'the last bill of a patient who went to a nursing home', claim: bill('0114', '03'), finds: 0 },
    { name: 'a replacement of any of them', claim: bill('0117', '30', { originalClaim: 'X1' }), finds: 0 },
    { name: 'a month of therapy of a patient who comes back', claim: bill('0131', '30'), finds: 0 },
    { name: "a hospice's word for a death, of an outpatient", claim: bill('0131', '41'), finds: 1 },
    { name: "the same of a hospice's patient", claim: bill('0811', '41'), finds: 0 },
    { name: 'home', claim: bill('0111', '01'), finds: 0 },
  ],
});

function againstSeries(claim: ClaimView, status: string): Found | undefined {
  const frequency = frequencyOf(claim.claim);
  if ((frequency === '2' || frequency === '3') && status !== STILL_HERE)
    return {
      at: '/dischargeStatus',
      message: `The type of bill says that more bills of the stay follow (frequency ${frequency}), and the discharge status ${status} that the patient has left.`,
      why: 'A bill within a series carries status 30, still a patient; payers return one that does not.',
      fix: 'Use frequency 4 for the last bill of the stay, or status 30 if the patient is still there.',
    };
  if ((frequency === '1' || frequency === '4') && status === STILL_HERE)
    return {
      at: '/dischargeStatus',
      severity: 'warning',
      status: 'review',
      message: `The type of bill says that the stay is over (frequency ${frequency}), and the discharge status 30 that the patient is still there.`,
      why: 'Status 30 goes with the bills of a series (frequency 2 or 3) and with leaves of absence.',
      fix: 'Enter where the patient went, or frequency 2 or 3 if more bills of the stay follow.',
    };
  return undefined;
}

/** A hospital stay with one of these has no valid status at all, of which mce/discharge-status speaks. */
function ofHospice(claim: ClaimView, status: string): Found | undefined {
  const care = careOf(claim);
  if (!OF_HOSPICES.has(status) || claim.hospitalStay || care === '' || care === '81' || care === '82') return undefined;
  return {
    at: '/dischargeStatus',
    message: `The discharge status ${status} is for hospices, and the type of bill is another.`,
    why: 'Only hospices tell where a patient died (40, 41, 42); other facilities report a death as 20.',
    fix: 'Enter 20, or correct the type of bill (081x or 082x for a hospice).',
  };
}

function bill(billType: string, dischargeStatus: string, changes: Partial<Parameters<typeof stay>[2] & object> = {}) {
  return stay('2026-03-04', ['I10'], { billType, dischargeStatus, ...changes });
}
