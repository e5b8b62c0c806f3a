import { day, rule } from '@cleanclaim/core';
import { codeEditor, guidelines } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';

export default rule({
  id: 'mce/obstetric-admission',
  title: 'A delivery without its outcome',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  hospitalStay: true,
  from: day('2018-10-01'),
  needs: ['mce-procedures', 'mce-diagnoses'],
  cites: [codeEditor('edit 8, questionable obstetric admission'), guidelines('I.C.15.b.5 Outcome of delivery')],

  on: 'procedure',
  check({ code, mce, path }, { claim }) {
    if (!mce?.has('vagdel') && !mce?.has('csect')) return undefined;
    for (let at = 1; at < claim.sequence.length; at++) if (claim.sequence[at]?.mce?.has('delout')) return undefined;
    return {
      at: path,
      codes: [code],
      message: `${code} is a ${mce.has('csect') ? 'cesarean' : 'vaginal'} delivery, and no secondary diagnosis says how it ended.`,
      why: 'Each delivery has an outcome code, and Medicare questions the admission without it.',
      fix: 'Add the outcome of delivery (Z37.-) as a secondary diagnosis, or correct the procedure.',
    };
  },

  exampleTables: EXAMPLE_EDITOR,
  examples: [
    { name: 'no outcome', claim: delivery(['O80']), finds: 1, codes: ['10E0XZZ'] },
    { name: 'single live birth', claim: delivery(['O80', 'Z37.0']), finds: 0 },
    { name: 'the outcome as principal diagnosis', claim: delivery(['Z37.0', 'O80']), finds: 1 },
  ],
});

function delivery(codes: readonly string[]) {
  return stay('2026-03-14', codes, {
    patient: { birthDate: '1995-06-15', sex: 'female', memberId: 'EX-1' },
    procedures: [{ code: '10E0XZZ', on: '2026-03-12' }],
  });
}
