import { type Claim, day, type NotChecked, rule } from '@cleanclaim/core';
import { codeEditor } from '../support/cites.ts';
import { notCovered } from '../support/coverage.ts';
import { stay } from '../support/example-claim.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';
import { isMedicare } from '../support/medicare.ts';

export default rule({
  id: 'mce/non-covered',
  title: 'A procedure that Medicare does not cover',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  hospitalStay: true,
  from: day('2015-10-01'),
  needs: ['mce-procedures', 'mce-diagnoses'],
  cites: [codeEditor('edit 11, non-covered procedure')],

  on: 'procedure',
  check(procedure, { claim }) {
    const reason = notCovered(procedure, claim);
    if (reason === undefined) return undefined;
    if (reason === 'unknown age') return AGE_NOT_KNOWN;
    return {
      at: procedure.path,
      codes: [procedure.code],
      severity: isMedicare(claim) ? 'error' : 'info',
      message: `Medicare does not cover ${procedure.code} on this claim.`,
      why: isMedicare(claim) ? reason.because : `${reason.because} Other payers decide for themselves.`,
      fix: reason.change,
    };
  },

  exampleTables: EXAMPLE_EDITOR,
  examples: [
    { name: 'covered for no diagnosis', claim: medicare(['J18.9'], ['00F3XZZ']), finds: 1, codes: ['00F3XZZ'] },
    { name: 'a pancreas transplant alone', claim: medicare(['J18.9'], ['0FYG0Z0']), finds: 1 },
    { name: 'a pancreas transplant with a kidney', claim: medicare(['J18.9'], ['0FYG0Z0', '0TY00Z0']), finds: 0 },
    { name: 'a pancreas transplant in type 1 diabetes', claim: medicare(['E10.22'], ['0FYG0Z0']), finds: 0 },
    { name: 'stem cells of the patient in acute leukemia', claim: medicare(['C91.00'], ['30233G0']), finds: 1 },
    { name: 'stem cells of the patient in another disease', claim: medicare(['C18.9'], ['30233G0']), finds: 0 },
    { name: 'an artificial lumbar disc at 75 years', claim: medicare(['J18.9'], ['0SR20JZ']), finds: 1 },
    {
      name: 'an artificial lumbar disc at 60 years',
      claim: medicare(['J18.9'], ['0SR20JZ'], '1966-01-15'),
      finds: 0,
    },
    { name: 'a sterilization', claim: medicare(['Z30.2'], ['0VTQ0ZZ']), finds: 1 },
  ],
});

const AGE_NOT_KNOWN: NotChecked = {
  notChecked: 'Whether Medicare covers the procedure depends on the age of the patient, which the claim does not give.',
  install: 'Give the birth date of the patient.',
};

function medicare(codes: readonly string[], procedures: readonly string[], birthDate = '1950-06-15'): Claim {
  return stay('2026-03-14', codes, {
    payer: { id: 'EX001', kind: 'medicare' },
    patient: { birthDate, sex: 'male', memberId: '1EG4TE5MK73' },
    procedures: procedures.map((code) => ({ code, on: '2026-03-12' })),
  });
}
