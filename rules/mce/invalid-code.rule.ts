import { day, rule } from '@cleanclaim/core';
import { codeEditor } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';
import { spoken } from '../support/spoken.ts';

export default rule({
  id: 'mce/invalid-code',
  title: 'A diagnosis that the Medicare Code Editor does not know on the day of discharge',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  hospitalStay: true,
  from: day('2015-10-01'),
  needs: [['icd10cm', 'mce-diagnoses']],
  cites: [codeEditor('edit 1, invalid diagnosis or procedure code')],

  on: 'diagnosis',
  check({ code, mce, path }, { claim }) {
    // With the edition of the day the rules of the code family say more: what is wrong with the code.
    if (claim.icd || mce || code === '') return undefined;
    return {
      at: path,
      codes: [code],
      message: `${spoken(code)} is no diagnosis code that can be billed for a discharge on ${claim.on}.`,
      why: 'The Medicare Code Editor has no such code in force on that day, and returns the claim.',
      fix: 'Look the code up in the edition of that year: it may be incomplete, new, or gone.',
    };
  },

  exampleTables: EXAMPLE_EDITOR,
  examples: [
    {
      name: 'a category, in a year of which only the tables of the editor are installed',
      claim: stay('2023-03-14', ['I10', 'N18']),
      finds: 1,
      codes: ['N18'],
    },
    { name: 'valid on the day', claim: stay('2023-03-14', ['I10', 'E11.9']), finds: 0 },
    {
      name: 'with the edition of the day other rules say it',
      claim: stay('2026-03-14', ['I10', 'N18']),
      finds: 0,
    },
  ],
});
