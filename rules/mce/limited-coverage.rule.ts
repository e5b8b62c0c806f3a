import { day, rule } from '@cleanclaim/core';
import { codeEditor } from '../support/cites.ts';
import { hasDiagnosis, isTotalArtificialHeart, notCovered } from '../support/coverage.ts';
import { stay } from '../support/example-claim.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';
import { isMedicare } from '../support/medicare.ts';

export default rule({
  id: 'mce/limited-coverage',
  title: 'A procedure that Medicare covers only in approved facilities',
  severity: 'warning',
  stage: 'stable',
  types: ['institutional'],
  hospitalStay: true,
  from: day('2015-10-01'),
  needs: ['mce-procedures', 'mce-diagnoses'],
  cites: [codeEditor('edit 17, limited coverage')],

  on: 'procedure',
  check(procedure, { claim }) {
    const { code, mce, path } = procedure;
    if (!mce || mce.size === 0) return undefined;
    const limited = mce.has('lcov') || (isTotalArtificialHeart(mce, claim) && hasDiagnosis(claim, 'clintrial'));
    // What is not covered at all is told by mce/non-covered alone.
    if (!limited || notCovered(procedure, claim)) return undefined;
    return {
      at: path,
      codes: [code],
      severity: isMedicare(claim) ? 'warning' : 'info',
      status: 'review',
      message: `Medicare covers ${code} only in a facility approved for it.`,
      why: 'Medicare holds the claim until it knows that the hospital is approved and the conditions of coverage are met.',
      fix: 'Make sure that the hospital has the approval, and keep the record of the conditions at hand.',
    };
  },

  exampleTables: EXAMPLE_EDITOR,
  examples: [
    { name: 'a heart transplant', claim: transplants('02YA0Z0'), finds: 1, codes: ['02YA0Z0'] },
    { name: 'a pancreas transplant alone, which is not covered', claim: transplants('0FYG0Z0'), finds: 0 },
    { name: 'pancreas and kidney', claim: transplants('0FYG0Z0', '0TY00Z0'), finds: 2 },
    { name: 'mechanical ventilation', claim: transplants('5A1955Z'), finds: 0 },
  ],
});

function transplants(...codes: string[]) {
  return stay('2026-03-14', ['J18.9'], {
    payer: { id: 'EX001', kind: 'medicare' },
    procedures: codes.map((code) => ({ code, on: '2026-03-12' })),
  });
}
