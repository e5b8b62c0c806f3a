import { rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { institutionalForm } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';
import { careOf, isRoom } from '../support/stay.ts';

/** Outpatients of hospitals and nursing homes, and clinics: nobody has a bed there. Hospices and residential facilities do. */
const WITHOUT_BEDS: ReadonlySet<string> = new Set(['13', '14', '22', '23', '71', '72', '73', '74', '75', '76', '77', '83', '85']);

export default rule({
  id: 'form/outpatient-room',
  title: 'Room and board on a bill of outpatients',
  severity: 'warning',
  stage: 'stable',
  types: ['institutional'],
  outpatient: true,
  from: ALWAYS,
  needs: [],
  cites: [institutionalForm('form locators 4 and 42')],

  on: 'line',
  check(line, { claim }) {
    const { revenue } = line.line;
    if (!isRoom(revenue) || !WITHOUT_BEDS.has(careOf(claim))) return undefined;
    return {
      at: `${line.path}/revenue`,
      status: 'review',
      message: `Line ${line.n} bills room and board (revenue code ${revenue}), and the type of bill ${claim.claim.billType?.trim() ?? ''} is of outpatients.`,
      why: 'Revenue codes 010x to 021x are days in a bed; on a bill of outpatients they are returned.',
      fix: 'Correct the type of bill if the patient was admitted; hours of observation go under 0762, recovery under 0710.',
    };
  },

  examples: [
    { name: 'a room on an outpatient bill', claim: bill('0131', '0120'), finds: 1 },
    { name: 'observation', claim: bill('0131', '0762'), finds: 0 },
    { name: 'a room of a stay', claim: bill('0111', '0120'), finds: 0 },
    { name: 'a room of a hospice', claim: bill('0811', '0120'), finds: 0 },
    { name: 'after part A is used up', claim: bill('0121', '0120'), finds: 0 },
  ],
});

function bill(billType: string, revenue: string) {
  return stay('2026-03-04', ['I10'], {
    billType,
    lines: [{ revenue, from: '2026-03-01', to: '2026-03-04', units: 3, charge: '3600.00' }],
  });
}
