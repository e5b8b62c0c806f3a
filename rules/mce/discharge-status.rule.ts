import { day, quote, rule } from '@cleanclaim/core';
import { codeEditor } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';

export default rule({
  id: 'mce/discharge-status',
  title: 'A discharge status that is none',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  hospitalStay: true,
  from: day('2015-10-01'),
  needs: [],
  cites: [codeEditor('edit 16, invalid discharge status')],

  on: 'claim',
  check({ claim }) {
    const written = claim.dischargeStatus?.trim() ?? '';
    if (written === '' || VALID.has(written.padStart(2, '0'))) return undefined;
    return {
      at: '/dischargeStatus',
      message: `The discharge status ${quote(written)} is not one.`,
      why: 'Payers read from it where the patient went, and pay the stay by it.',
      fix: 'Enter the two digits of the status: 01 for home, 03 for a skilled nursing facility, 20 for died, and so on.',
    };
  },

  examples: [
    { name: 'a number that is not assigned', claim: stay('2026-03-14', ['J18.9'], { dischargeStatus: '99' }), finds: 1 },
    { name: 'one that ended long ago', claim: stay('2026-03-14', ['J18.9'], { dischargeStatus: '08' }), finds: 1 },
    { name: 'home', claim: stay('2026-03-14', ['J18.9'], { dischargeStatus: '01' }), finds: 0 },
    { name: 'written without its zero', claim: stay('2026-03-14', ['J18.9'], { dischargeStatus: '1' }), finds: 0 },
  ],
});

/** In force since before ICD-10 (discharge statuses of the editor's tables, version 43.1). */
const VALID: ReadonlySet<string> = new Set(
  '01 02 03 04 05 06 07 20 21 30 43 50 51 61 62 63 64 65 66 69 70 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95'.split(' '),
);
