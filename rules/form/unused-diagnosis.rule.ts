import { rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { professionalForm } from '../support/cites.ts';
import { exampleLine, visit } from '../support/example-claim.ts';

export default rule({
  id: 'form/unused-diagnosis',
  title: 'A diagnosis that no line points to',
  severity: 'info',
  stage: 'stable',
  types: ['professional'],
  from: ALWAYS,
  needs: [],
  cites: [professionalForm('item 24E'), professionalForm('item 21')],

  on: 'diagnosis',
  check(diagnosis, { claim }) {
    if (diagnosis.lines.length > 0) return undefined;
    // Where nothing is linked at all, the missing pointers say so already.
    if (!claim.lines.some((line) => line.diagnoses.length > 0)) return undefined;
    return {
      at: diagnosis.path,
      codes: [diagnosis.code],
      message: `Diagnosis ${diagnosis.index + 1} stands in box 21, but no line points to it.`,
      why: 'A diagnosis may be reported for completeness, but it supports no line unless a pointer names it.',
      fix: 'Add its letter to the lines it was the reason for, or leave it if it only completes the picture.',
    };
  },

  examples: [
    { name: 'the second is not used', claim: visit('2026-03-04', ['I10', 'E78.5'], { lines: [exampleLine('2026-03-04', 1)] }), finds: 1 },
    { name: 'each is used', claim: visit('2026-03-04', ['I10', 'E78.5']), finds: 0 },
    { name: 'no line has a pointer', claim: visit('2026-03-04', ['I10', 'E78.5'], { lines: [exampleLine('2026-03-04', 0)] }), finds: 0 },
  ],
});
