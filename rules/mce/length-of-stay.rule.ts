import { addDays, type Claim, day, type NotChecked, rule } from '@cleanclaim/core';
import { codeEditor } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';
import { lengthOfStay } from '../support/stay.ts';

/** More than 96 hours of ventilation: the editor asks for more than four days, and fewer than four cannot hold them. */
const FULL_DAYS = 4;

export default rule({
  id: 'mce/length-of-stay',
  title: 'A procedure that takes longer than the stay',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  hospitalStay: true,
  from: day('2015-10-01'),
  needs: ['mce-procedures'],
  cites: [codeEditor('edit 19, procedure inconsistent with length of stay')],

  on: 'procedure',
  check({ code, mce, path }, { claim }) {
    if (!mce?.has('los')) return undefined;
    const days = lengthOfStay(claim);
    if (days === undefined) return NO_DATES;
    if (days > FULL_DAYS) return undefined;
    const possible = days === FULL_DAYS;
    return {
      at: path,
      codes: [code],
      severity: possible ? 'warning' : 'error',
      status: possible ? 'review' : 'fail',
      message: `${code} takes more than ${FULL_DAYS} days, and the stay counts ${days === 1 ? '1 day' : `${days} days`}.`,
      why: possible
        ? 'Four nights can hold more than 96 hours, but the Medicare Code Editor wants a stay of more than four days.'
        : 'The procedure cannot have been done in that time, and the Medicare Code Editor returns the claim.',
      fix: 'Count the hours in the record from start to end, and check the dates of admission and discharge.',
    };
  },

  exampleTables: EXAMPLE_EDITOR,
  examples: [
    { name: 'in a stay of three days', claim: ventilated(3), finds: 1, codes: ['5A1955Z'] },
    { name: 'in a stay of four days: a person has to count the hours', claim: ventilated(4), finds: 1 },
    { name: 'in a stay of five days', claim: ventilated(5), finds: 0 },
  ],
});

const NO_DATES: NotChecked = {
  notChecked: 'The claim does not give the day of admission, so the procedure cannot be compared with the length of the stay.',
  install: 'Give the day of admission: "admission": "YYYY-MM-DD".',
};

function ventilated(days: number): Claim {
  const discharge = day('2026-03-14');
  return stay(discharge, ['J18.9'], { admission: addDays(discharge, -days), procedures: [{ code: '5A1955Z', on: '2026-03-11' }] });
}
