import { day, frequencyOf, rule } from '@cleanclaim/core';
import { stay } from '../support/example-claim.ts';
import { CLAIM_CHANGE } from '../support/institutional-cites.ts';

/** Why a claim is replaced, or voided: condition codes, by the frequency they go with. */
const REASONS: Readonly<Record<string, ReadonlySet<string>>> = {
  '7': new Set(['D0', 'D1', 'D2', 'D3', 'D4', 'D7', 'D8', 'D9', 'E0']),
  '8': new Set(['D5', 'D6']),
};
const ALL = new Set(Object.values(REASONS).flatMap((each) => [...each]));

export default rule({
  id: 'form/claim-change',
  title: 'A corrected hospital claim says why (condition codes D0 to D9 and E0)',
  severity: 'error',
  stage: 'stable',
  payers: ['medicare'],
  types: ['institutional'],
  from: day('2007-01-01'),
  needs: [],
  cites: [CLAIM_CHANGE],

  on: 'claim',
  check({ claim }) {
    const frequency = frequencyOf(claim);
    const fitting = REASONS[frequency];
    if (!fitting) return undefined;
    const stated = (claim.conditionCodes ?? []).map((code) => code.trim().toUpperCase()).filter((code) => ALL.has(code));
    const what = frequency === '7' ? 'replaces an earlier one' : 'voids an earlier one';
    const codes = [...fitting].join(', ');
    if (stated.length === 0)
      return {
        at: '/conditionCodes',
        message: `The claim ${what}, and no condition code says why.`,
        why: 'Medicare returns an adjustment without its claim change reason.',
        fix: `Add the one condition code that fits best: ${codes}${frequency === '7' ? ' (D1 only where nothing but charges change, D9 with an explanation in the remarks)' : ''}.`,
      };
    const [first = ''] = stated;
    if (stated.length > 1)
      return {
        at: '/conditionCodes',
        message: `The claim ${what} and gives ${stated.length} reasons for it (${stated.slice(0, 9).join(', ')}).`,
        why: 'An adjustment carries one claim change reason; with several it is returned.',
        fix: 'Keep the one that fits best; D9 stands for several changes.',
      };
    if (fitting.has(first)) return undefined;
    return {
      at: '/conditionCodes',
      message: `Condition code ${first} does not go with a claim that ${what}.`,
      why: 'D0 to D4, D7 to D9 and E0 go with a replacement (frequency 7), D5 and D6 with a void (frequency 8).',
      fix: `Use one of ${codes}, or correct the frequency.`,
    };
  },

  examples: [
    { name: 'a replacement that says why', claim: correction('7', 'D1'), finds: 0 },
    { name: 'a replacement that does not', claim: correction('7'), finds: 1 },
    { name: 'a void with the reason of a replacement', claim: correction('8', 'D1'), finds: 1 },
    { name: 'a void for a wrong number', claim: correction('8', 'D5'), finds: 0 },
    { name: 'two reasons', claim: correction('7', 'D0', 'D1'), finds: 1 },
    { name: 'other condition codes beside it', claim: correction('7', '07', 'E0'), finds: 0 },
    { name: 'an original', claim: { ...correction('1'), originalClaim: '' }, finds: 0 },
    { name: 'another payer', claim: { ...correction('7'), payer: { id: 'EX001', kind: 'commercial' } }, finds: 0 },
  ],
});

function correction(frequency: string, ...conditionCodes: readonly string[]) {
  return stay('2026-03-04', ['I10'], {
    payer: { id: '12302', kind: 'medicare' },
    billType: `011${frequency}`,
    originalClaim: 'X1',
    conditionCodes,
  });
}
