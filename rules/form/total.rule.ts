import { addMoney, type ClaimView, formatMoney, type Money, parseMoney, rule, ZERO_MONEY } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, professionalForm } from '../support/cites.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';

export default rule({
  id: 'form/total',
  title: 'The total charge is the sum of the line charges',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [electronicForm('2300 CLM02 and the sum of 2400 SV102 or SV203'), professionalForm('item 28')],

  on: 'claim',
  check(claim) {
    const written = claim.claim.total;
    const sum = sumOfCharges(claim);
    if (written === undefined || written.trim() === '')
      return {
        at: '/total',
        message: 'The claim has no total charge.',
        why: 'Payers compare the total with the sum of the lines, and reject a claim without one (box 28).',
        fix: sum === undefined ? 'Correct the line charges first; the total is their sum.' : `Write ${formatMoney(sum)}.`,
        ...(sum === undefined ? {} : { patch: [{ op: 'add', path: '/total', value: formatMoney(sum) }] }),
      };
    const total = parseMoney(written);
    // A total or charge that cannot be read is reported by form/charge.
    if (total === undefined || sum === undefined || total === sum) return undefined;
    return {
      at: '/total',
      message: `The total is ${formatMoney(total)}, but the lines add up to ${formatMoney(sum)}.`,
      why: 'A claim whose total is not the sum of its lines is rejected before anyone reads it.',
      fix: `Write ${formatMoney(sum)}, or correct the line that is wrong.`,
      patch: [{ op: 'replace', path: '/total', value: formatMoney(sum) }],
    };
  },

  examples: [
    { name: 'ten dollars too much', claim: visit('2026-03-04', ['I10'], { total: '70.00' }), finds: 1 },
    { name: 'one cent too little', claim: visit('2026-03-04', ['I10'], { total: '59.99' }), finds: 1 },
    { name: 'no total', claim: withoutTotal(), finds: 1 },
    { name: 'the sum, written shorter', claim: visit('2026-03-04', ['I10'], { total: '60' }), finds: 0 },
    {
      name: 'three times a third of a cent stays exact',
      claim: visit('2026-03-04', ['I10'], {
        lines: [0, 1, 2].map(() => exampleLine('2026-03-04', 1, { charge: '0.10' })),
        total: '0.30',
      }),
      finds: 0,
    },
    {
      name: 'the total line of a hospital form is not counted twice',
      claim: stay('2026-03-04', ['I10'], {
        lines: [
          { revenue: '0120', units: 3, charge: '3600.00' },
          { revenue: '0001', charge: '3600.00' },
        ],
      }),
      finds: 0,
    },
    {
      name: 'an unreadable charge leaves nothing to compare',
      claim: visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, { charge: 'sixty' })] }),
      finds: 0,
    },
  ],
});

/** Revenue code of the line that repeats the total on a paper hospital claim. */
const TOTAL_LINE = '0001';

function sumOfCharges(claim: ClaimView): Money | undefined {
  let sum: Money = ZERO_MONEY;
  for (const line of claim.lines) {
    if (line.line.revenue === TOTAL_LINE) continue;
    if (line.charge === undefined) return undefined;
    sum = addMoney(sum, line.charge);
  }
  return claim.lines.length === 0 ? undefined : sum;
}

function withoutTotal() {
  const { total: _, ...claim } = visit('2026-03-04', ['I10']);
  return claim;
}
