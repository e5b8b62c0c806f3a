import { type ClaimView, day, type DiagnosisView, rule } from '@cleanclaim/core';
import { codeEditor } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';
import { isMedicare } from '../support/medicare.ts';
import { leftSibling, rightSibling } from '../support/side.ts';

export default rule({
  id: 'mce/unspecified-side',
  title: 'A complication that leaves the side or place open, in a stay',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  hospitalStay: true,
  from: day('2022-04-01'),
  needs: ['mce-diagnoses'],
  cites: [
    codeEditor('edit 20, unspecified code'),
    {
      title: 'CMS change request 12471: Medicare Code Editor edit 20 and its bypass',
      url: 'https://www.cms.gov/regulations-and-guidance/guidance/transmittals',
      checked: '2026-11-24',
      read: 'digest',
    },
  ],

  on: 'diagnosis',
  check(diagnosis, { claim }) {
    const { code, mce, path } = diagnosis;
    if (!mce?.has('unspecified') || !claim.sequence.includes(diagnosis)) return undefined;
    return {
      at: path,
      codes: [code],
      severity: isMedicare(claim) ? 'error' : 'info',
      message: `${code} leaves the side or place open, and codes that name it exist.`,
      why: isMedicare(claim)
        ? 'Medicare returns a stay with such a complication, for in a hospital the side can nearly always be told.'
        : 'Medicare returns such a stay; other payers may question it.',
      fix: `Use the code for the place the record names${sided(diagnosis, claim)}. Where it truly cannot be told, Medicare accepts a billing note that says why.`,
    };
  },

  exampleTables: EXAMPLE_EDITOR,
  examples: [
    {
      name: 'a thrombosis of an unspecified leg',
      claim: ofMedicare(['J18.9', 'I82.409']),
      finds: 1,
      codes: ['I82.409'],
    },
    { name: 'the side is named', claim: ofMedicare(['J18.9', 'I82.401']), finds: 0 },
    { name: 'another payer: only a note', claim: stay('2026-03-14', ['J18.9', 'I82.409']), finds: 1 },
  ],
});

function sided({ row, known }: DiagnosisView, { icd }: ClaimView): string {
  if (!icd || !known) return '';
  const right = rightSibling(icd, row);
  const left = leftSibling(icd, row);
  return right >= 0 && left >= 0 ? `, such as ${icd.code(right)} (right) or ${icd.code(left)} (left)` : '';
}

function ofMedicare(codes: readonly string[]) {
  return stay('2026-03-14', codes, { payer: { id: 'EX001', kind: 'medicare' } });
}
