import { quote, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, institutionalForm } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';

export default rule({
  id: 'form/bill-type',
  title: 'The type of bill is well formed',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  from: ALWAYS,
  needs: [],
  cites: [institutionalForm('form locator 4'), electronicForm('2300 CLM05')],

  on: 'claim',
  check({ claim }) {
    const written = claim.billType?.trim().toUpperCase() ?? '';
    if (written === '' || isBillType(written)) return undefined;
    return {
      at: '/billType',
      message: `The type of bill ${quote(written)} does not have the form of one.`,
      why: 'A claim whose type of bill cannot be read is returned to the provider.',
      fix: 'Enter 0, the facility, the kind of care and the frequency, such as 0111 for an inpatient claim from admission to discharge.',
    };
  },

  examples: [
    { name: 'five characters', claim: stay('2026-03-04', ['I10'], { billType: '01111' }), finds: 1 },
    { name: 'a first digit other than 0', claim: stay('2026-03-04', ['I10'], { billType: '1111' }), finds: 1 },
    { name: 'no facility 0', claim: stay('2026-03-04', ['I10'], { billType: '0011' }), finds: 1 },
    { name: 'a frequency that does not exist', claim: stay('2026-03-04', ['I10'], { billType: '011R' }), finds: 1 },
    { name: 'inpatient', claim: stay('2026-03-04', ['I10'], { billType: '0111' }), finds: 0 },
    { name: 'without the leading 0', claim: stay('2026-03-04', ['I10'], { billType: '111' }), finds: 0 },
    { name: 'a hospice notice', claim: stay('2026-03-04', ['I10'], { billType: '081A' }), finds: 0 },
  ],
});

/** Frequencies in use, with those of notices and of adjustments the payer makes. */
const FREQUENCIES = '0123456789ABCDEFGHIJKMNOPQXYZ';

function isBillType(text: string): boolean {
  return /^0?[1-9]\d.$/.test(text) && FREQUENCIES.includes(text.slice(-1));
}
