import { type Claim, day, rule } from '@cleanclaim/core';
import { codeEditor } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';

export default rule({
  id: 'mce/sex-unknown',
  title: 'A stay of a patient whose sex is unknown, while Medicare asked for it',
  severity: 'error',
  stage: 'stable',
  payers: ['medicare'],
  types: ['institutional'],
  hospitalStay: true,
  from: day('2015-10-01'),
  to: day('2024-09-30'),
  needs: [],
  cites: [codeEditor('edit 15, invalid sex')],

  on: 'claim',
  check({ claim }) {
    // A claim without the field at all is told so by form/required.
    if (claim.patient?.sex !== 'unknown') return undefined;
    return {
      at: '/patient/sex',
      message: 'The sex of the patient is given as unknown.',
      why: 'The Medicare Code Editor accepts unknown only for discharges since October 2024.',
      fix: 'Give the sex that Medicare has on file.',
    };
  },

  examples: [
    { name: 'in 2024', claim: ofUnknownSex('2024-09-14'), finds: 1 },
    { name: 'since October 2024', claim: ofUnknownSex('2024-10-14'), finds: 0 },
  ],
});

function ofUnknownSex(discharge: string): Claim {
  return stay(discharge, ['J18.9'], {
    payer: { id: 'EX001', kind: 'medicare' },
    patient: { birthDate: '1950-06-15', sex: 'unknown', memberId: '1EG4TE5MK73' },
  });
}
