import { day, rule } from '@cleanclaim/core';
import { codeEditor, guidelines } from '../support/cites.ts';
import { stay, visit } from '../support/example-claim.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';
import { isManifestation } from '../support/manifestation.ts';

export default rule({
  id: 'icd10cm/manifestation-first',
  title: 'A manifestation code in first place',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: [['icd10cm-notes', 'mce-diagnoses']],
  speaksOf: isManifestation,
  cites: [guidelines('I.A.13 Etiology/manifestation convention'), codeEditor('edit 6, manifestation code as principal diagnosis')],

  on: 'claim',
  check({ sequence, type, editor, icd }) {
    const first = sequence[0];
    if (!first || !(editor ? first.mce?.has('manifestation') : first.known && icd && isManifestation(icd, first.row))) return undefined;
    const title = icd?.display(first.row);
    const place = type === 'institutional' ? 'the principal diagnosis' : 'listed first';
    return {
      at: first.path,
      codes: [first.code],
      message: `${first.code}${title ? ` (${title})` : ''} cannot be ${place}.`,
      why: 'It is a manifestation code: it tells what another disease has caused, and that disease is coded before it.',
      fix: `Put the code of the underlying disease before ${first.code}; add it if the claim does not have it yet.`,
    };
  },

  examples: [
    { name: 'dementia before its cause', claim: visit('2026-03-04', ['F02.80', 'G30.9']), finds: 1, codes: ['F02.80'] },
    { name: 'the manifestation alone', claim: visit('2026-03-04', ['G63']), finds: 1 },
    { name: 'anemia in neoplastic disease as principal', claim: stay('2026-03-14', ['D63.0', 'C18.9']), finds: 1 },
    {
      name: 'a year of which only the tables of the Medicare Code Editor are installed',
      claim: stay('2023-03-14', ['D63.0', 'C18.9']),
      tables: EXAMPLE_EDITOR,
      finds: 1,
    },
    { name: 'the cause stands first', claim: visit('2026-03-04', ['G30.9', 'F02.80']), finds: 0 },
    { name: 'an organism is no manifestation', claim: visit('2026-03-04', ['B96.20', 'N39.0']), finds: 0 },
    { name: 'a code-first note alone makes no manifestation', claim: visit('2026-03-04', ['I50.22']), finds: 0 },
  ],
});
