import { type ClaimView, day, type NotChecked, rule } from '@cleanclaim/core';
import { codeEditor } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';

export default rule({
  id: 'mce/procedure-sex',
  title: 'A procedure that does not fit the sex of the patient',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  hospitalStay: true,
  from: day('2015-10-01'),
  to: day('2024-09-30'),
  needs: ['mce-procedures'],
  cites: [codeEditor('edit 5, sex conflict (ended for discharges from 2024-10-01)')],

  on: 'procedure',
  check({ code, mce, path }, { claim }) {
    const sex = mce?.has('female') ? 'female' : mce?.has('male') ? 'male' : undefined;
    if (sex === undefined || sex === claim.sex) return undefined;
    if (claim.sex === 'unknown') return SEX_NOT_GIVEN;
    if (isStated(claim)) return { bypassed: 'condition code 45', codes: [code] };
    return {
      at: path,
      codes: [code],
      message: `${code} is done on ${sex} patients, and the patient is ${claim.sex}.`,
      why: 'Medicare returned such claims until it ended the edit in October 2024.',
      fix: 'Check the sex and the procedure. If both are right, add condition code 45.',
    };
  },

  exampleTables: EXAMPLE_EDITOR,
  examples: [
    {
      name: 'a hysterectomy of a male patient',
      claim: hysterectomy('2024-03-14', 'male'),
      finds: 1,
      codes: ['0UT90ZZ'],
    },
    { name: 'of a female patient', claim: hysterectomy('2024-03-14', 'female'), finds: 0 },
    { name: 'after the edit ended', claim: hysterectomy('2025-03-14', 'male'), finds: 0 },
    {
      name: 'condition code 45 accepts it',
      claim: { ...hysterectomy('2024-03-14', 'male'), conditionCodes: ['45'] },
      finds: 0,
    },
  ],
});

const SEX_NOT_GIVEN: NotChecked = {
  notChecked: 'The claim does not give the sex of the patient, so it cannot be compared with the procedures.',
  install: 'Give the sex of the patient: "sex": "female" or "male".',
};

function isStated({ claim }: ClaimView): boolean {
  return claim.conditionCodes?.some((code) => code.trim() === '45') ?? false;
}

function hysterectomy(discharge: string, sex: 'female' | 'male') {
  return stay(discharge, ['J18.9'], {
    patient: { birthDate: '1970-06-15', sex, memberId: 'EX-1' },
    procedures: [{ code: '0UT90ZZ', on: discharge }],
  });
}
