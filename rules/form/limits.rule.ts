import { type ClaimView, type Found, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, professionalForm } from '../support/cites.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';

interface Limit {
  readonly at: string;
  readonly most: number;
  readonly what: string;
  readonly count: (claim: ClaimView) => number;
}

const LIMITS: Readonly<Record<ClaimView['type'], readonly Limit[]>> = {
  professional: [
    { at: '/diagnoses', most: 12, what: 'diagnoses', count: (claim) => claim.diagnoses.length },
    { at: '/lines', most: 50, what: 'lines', count: (claim) => claim.lines.length },
  ],
  dental: [
    { at: '/diagnoses', most: 4, what: 'diagnoses', count: (claim) => claim.diagnoses.length },
    { at: '/lines', most: 50, what: 'lines', count: (claim) => claim.lines.length },
  ],
  institutional: [
    { at: '/diagnoses', most: 25, what: 'diagnoses, principal and other', count: (claim) => claim.sequence.length },
    { at: '/diagnoses', most: 1, what: 'principal diagnoses', count: ofKind('principal') },
    { at: '/diagnoses', most: 1, what: 'admitting diagnoses', count: ofKind('admitting') },
    { at: '/diagnoses', most: 3, what: 'reasons for visit', count: ofKind('reason') },
    { at: '/diagnoses', most: 12, what: 'external causes', count: ofKind('external') },
    { at: '/procedures', most: 25, what: 'procedures', count: (claim) => claim.claim.procedures?.length ?? 0 },
    { at: '/lines', most: 999, what: 'lines', count: (claim) => claim.lines.length },
  ],
};

const LINES_ON_PAPER = 6;
/** Unrelated conditions to fill a claim with. */
const CODES = 'I10 E78.5 E11.9 J44.9 M54.50 K21.9 F32.A N39.0 R51.9 G47.33 D64.9 L40.0 H40.9'.split(' ');

export default rule({
  id: 'form/limits',
  title: 'A claim holds so many diagnoses, procedures and lines',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [electronicForm('2300 HI and 2400 LX repeat counts'), professionalForm('items 21 and 24')],

  on: 'claim',
  check(claim) {
    let found: Found[] | undefined;
    for (const { at, count, most, what } of LIMITS[claim.type]) {
      const counted = count(claim);
      if (counted <= most) continue;
      (found ??= []).push({
        at,
        message:
          most === 1 ? `The claim has ${counted} ${what}; it takes one.` : `The claim has ${counted} ${what}; it takes at most ${most}.`,
        why: 'What goes beyond has no place on the claim: it is cut off or the claim is rejected.',
        fix: at === '/lines' ? 'Split the claim into several.' : 'Keep those that matter most to the services billed.',
      });
    }
    if (claim.type === 'professional' && claim.claim.medium === 'paper' && claim.lines.length > LINES_ON_PAPER)
      (found ??= []).push({
        at: '/lines',
        severity: 'info',
        message: `The paper form has ${LINES_ON_PAPER} lines; this claim needs ${Math.ceil(claim.lines.length / LINES_ON_PAPER)} forms.`,
        why: 'Lines beyond the sixth go on further forms, each with its own total.',
        fix: 'Print the further forms, or send the claim electronically.',
      });
    return found;
  },

  examples: [
    { name: 'thirteen diagnoses', claim: visit('2026-03-04', CODES.slice(0, 13)), finds: 1 },
    { name: 'twelve diagnoses', claim: visit('2026-03-04', CODES.slice(0, 12)), finds: 0 },
    { name: 'fifty-one lines', claim: withLines(51), finds: 1 },
    { name: 'fifty lines', claim: withLines(50), finds: 0 },
    { name: 'seven lines on paper', claim: { ...withLines(7), medium: 'paper' }, finds: 1 },
    { name: 'thirteen diagnoses of a stay', claim: stay('2026-03-04', CODES.slice(0, 13)), finds: 0 },
    {
      name: 'two principal diagnoses',
      claim: stay('2026-03-04', [], {
        diagnoses: [
          { code: 'I10', kind: 'principal', poa: 'Y' },
          { code: 'E78.5', kind: 'principal', poa: 'Y' },
        ],
      }),
      finds: 1,
    },
  ],
});

function ofKind(kind: string): (claim: ClaimView) => number {
  return ({ diagnoses }) => {
    let count = 0;
    for (const diagnosis of diagnoses) if (diagnosis.kind === kind) count++;
    return count;
  };
}

function withLines(count: number) {
  const lines = Array.from({ length: count }, () => exampleLine('2026-03-04', 1));
  return visit('2026-03-04', ['I10'], { lines, total: `${60 * count}.00` });
}
