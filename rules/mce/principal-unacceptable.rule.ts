import { day, rule } from '@cleanclaim/core';
import { codeEditor } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';

export default rule({
  id: 'mce/principal-unacceptable',
  title: 'A principal diagnosis that is none',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  hospitalStay: true,
  from: day('2015-10-01'),
  needs: ['mce-diagnoses'],
  yieldsTo: [
    'icd10cm/sequence',
    'icd10cm/sequela-order',
    'icd10cm/code-first',
    'icd10cm/manifestation-first',
    'icd10cm/external-cause-first',
  ],
  cites: [codeEditor('edit 9, unacceptable principal diagnosis')],

  on: 'claim',
  check({ sequence }) {
    const [principal] = sequence;
    if (!principal?.mce?.has('unacceptable')) return undefined;
    const { code, path } = principal;
    if (!principal.mce.has('reqsdx')) {
      return {
        at: path,
        codes: [code],
        message: `${code} is not acceptable as the principal diagnosis.`,
        why: 'It tells of a circumstance, of a part of an illness, or of a cause, and not of the illness for which the patient was admitted.',
        fix: `Put the condition that led to the admission first and ${code} after it.`,
      };
    }
    if (sequence.length > 1) return undefined;
    return {
      at: path,
      codes: [code],
      message: `${code} is acceptable as the principal diagnosis only with a secondary diagnosis, and the claim has none.`,
      why: 'The code says that care was given and leaves open for what.',
      fix: 'Add the condition that was treated.',
    };
  },

  exampleTables: EXAMPLE_EDITOR,
  examples: [
    {
      name: 'a history of cancer as principal',
      claim: stay('2026-03-14', ['Z85.46', 'I10']),
      finds: 1,
      codes: ['Z85.46'],
    },
    { name: 'other aftercare alone', claim: stay('2026-03-14', ['Z51.89']), finds: 1, codes: ['Z51.89'] },
    { name: 'other aftercare with a condition', claim: stay('2026-03-14', ['Z51.89', 'J18.9']), finds: 0 },
    {
      name: 'severe sepsis, of which the rule of its order says more',
      claim: stay('2026-03-14', ['R65.20', 'A41.9']),
      finds: 0,
    },
    { name: 'a history in second place', claim: stay('2026-03-14', ['J18.9', 'Z85.46']), finds: 0 },
  ],
});
