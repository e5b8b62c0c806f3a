import { day, rule } from '@cleanclaim/core';
import { codeEditor } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';

export default rule({
  id: 'mce/questionable-admission',
  title: 'A principal diagnosis that seldom justifies an admission',
  severity: 'warning',
  stage: 'stable',
  types: ['institutional'],
  hospitalStay: true,
  from: day('2015-10-01'),
  needs: ['mce-diagnoses'],
  cites: [codeEditor('edit 8, questionable admission')],

  on: 'claim',
  check({ sequence }) {
    const [principal] = sequence;
    if (!principal?.mce?.has('qadm')) return undefined;
    return {
      at: principal.path,
      codes: [principal.code],
      status: 'review',
      message: `${principal.code} is usually not reason enough for an admission to a hospital.`,
      why: 'Medicare holds such a stay for review before it pays.',
      fix: 'See whether the record names the condition, or the complication, that made the stay necessary.',
    };
  },

  exampleTables: EXAMPLE_EDITOR,
  examples: [
    { name: 'uncomplicated hypertension', claim: stay('2026-03-14', ['I10']), finds: 1, codes: ['I10'] },
    { name: 'in second place', claim: stay('2026-03-14', ['J18.9', 'I10']), finds: 0 },
    {
      name: 'in a skilled nursing facility',
      claim: stay('2026-03-14', ['I10'], { billType: '0211' }),
      finds: 0,
    },
  ],
});
