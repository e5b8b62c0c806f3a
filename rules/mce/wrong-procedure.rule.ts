import { day, rule } from '@cleanclaim/core';
import { codeEditor } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';

export default rule({
  id: 'mce/wrong-procedure',
  title: 'A stay with a wrong operation',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  hospitalStay: true,
  from: day('2015-10-01'),
  needs: ['mce-diagnoses'],
  cites: [codeEditor('edit 18, wrong procedure performed')],

  on: 'diagnosis',
  check({ code, kind, mce, path }) {
    if (!mce?.has('wrngproc') || kind === 'admitting' || kind === 'reason') return undefined;
    return {
      at: path,
      codes: [code],
      status: 'review',
      message: `${code} says that a wrong operation was done, or one on the wrong patient or side.`,
      why: 'Medicare does not pay for it, and returns a claim that mixes it with covered care.',
      fix: 'If the record confirms it, bill the wrong operation on a claim of its own without payment; else take the code out.',
    };
  },

  exampleTables: EXAMPLE_EDITOR,
  examples: [
    { name: 'a wrong operation', claim: stay('2026-03-14', ['S72.001A', 'Y65.51']), finds: 1, codes: ['Y65.51'] },
    { name: 'none', claim: stay('2026-03-14', ['S72.001A']), finds: 0 },
  ],
});
