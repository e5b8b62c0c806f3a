import { day, rule } from '@cleanclaim/core';
import { codeEditor } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';
import { spoken } from '../support/spoken.ts';

export default rule({
  id: 'mce/invalid-procedure',
  title: 'An inpatient procedure code that is not valid on the day of discharge',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  hospitalStay: true,
  from: day('2015-10-01'),
  needs: ['mce-procedures'],
  cites: [codeEditor('edit 1, invalid diagnosis or procedure code')],

  on: 'procedure',
  check({ code, mce, path }, { claim }) {
    if (mce || code === '') return undefined;
    return {
      at: path,
      codes: [code],
      message: `${spoken(code)} is no ICD-10-PCS code for a discharge on ${claim.on}.`,
      why: 'The Medicare Code Editor has no such code in force on that day, and returns the claim.',
      fix: 'Take the code from the ICD-10-PCS tables of that fiscal year; it has seven characters.',
    };
  },

  exampleTables: EXAMPLE_EDITOR,
  examples: [
    { name: 'a code with a character left out', claim: withProcedure('10E0XZ'), finds: 1, codes: ['10E0XZ'] },
    { name: 'a valid code', claim: withProcedure('0TY00Z0'), finds: 0 },
  ],
});

function withProcedure(code: string) {
  return stay('2026-03-14', ['J18.9'], { procedures: [{ code, on: '2026-03-12' }] });
}
