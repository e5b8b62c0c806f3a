import { type ClaimView, type Found, type LineView, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { DUPLICATE_CLAIMS, electronicForm } from '../support/cites.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';
import { hasAny } from '../support/modifiers.ts';
import { REPEATED, sameService } from '../support/same-service.ts';
import { spoken } from '../support/spoken.ts';

export default rule({
  id: 'form/duplicate-line',
  title: 'A line that repeats another',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [DUPLICATE_CLAIMS, electronicForm('2400')],

  on: 'claim',
  check(claim) {
    const { lines } = claim;
    let found: Found[] | undefined;
    for (let later = 1; later < lines.length; later++) {
      const line = lines[later];
      if (!line || line.from === undefined) continue;
      // The nearest twin is enough: one finding a line, however often it is repeated.
      for (let earlier = later - 1; earlier >= 0; earlier--) {
        const other = lines[earlier];
        if (!other || other.code !== line.code || other.from !== line.from || !sameService(other, line) || !alike(other, line)) continue;
        const repeated = judgePair(other, line, claim);
        if (repeated) (found ??= []).push(repeated);
        break;
      }
    }
    return found;
  },

  examples: [
    { name: 'the same line twice', claim: withLines({}, {}), finds: 1 },
    { name: 'three times', claim: withLines({}, {}, {}), finds: 2 },
    { name: 'another charge', claim: withLines({}, { charge: '75.00' }), finds: 1 },
    { name: 'another day', claim: withLines({}, { from: '2026-03-05' }), finds: 0 },
    { name: 'right and left', claim: withLines({ modifiers: ['RT'] }, { modifiers: ['LT'] }), finds: 0 },
    { name: 'repeated on purpose', claim: withLines({}, { modifiers: ['76'] }, { modifiers: ['76'] }), finds: 0 },
    { name: 'by another practitioner', claim: withLines({}, { rendering: { npi: '1987654328' } }), finds: 0 },
    { name: 'in another place', claim: withLines({}, { pos: '12' }), finds: 0 },
    {
      name: 'two drugs under one code',
      claim: withLines({ code: 'J3490', ndc: { code: '00000000001' } }, { code: 'J3490', ndc: { code: '00000000002' } }),
      finds: 0,
    },
    { name: 'two teeth', claim: { ...withLines({ tooth: '3' }, { tooth: '14' }), type: 'dental' }, finds: 0 },
    {
      name: 'room and board in two spans',
      claim: stay('2026-03-04', ['I10'], {
        lines: [
          { revenue: '0120', from: '2026-03-01', to: '2026-03-02', units: 1, charge: '1200.00' },
          { revenue: '0120', from: '2026-03-02', to: '2026-03-04', units: 2, charge: '2400.00' },
        ],
      }),
      finds: 0,
    },
  ],
});

/** Within one claim another practitioner or another description tells two lines apart. */
function alike({ line: one }: LineView, { line: other }: LineView): boolean {
  return (one.rendering?.npi ?? '') === (other.rendering?.npi ?? '') && one.description === other.description;
}

function judgePair(first: LineView, second: LineView, claim: ClaimView): Found | undefined {
  if (hasAny(second, REPEATED)) return undefined;
  const exact = first.charge === second.charge && first.line.units === second.line.units;
  // Hospital lines without a procedure code are sums by department: alike, they may still be two.
  const departments = claim.type === 'institutional' && second.code === '';
  if (departments && !exact) return undefined;
  const certain = exact && claim.type !== 'institutional';
  const what = second.code === '' ? `revenue code ${spoken(second.line.revenue ?? '')}` : spoken(second.code);
  return {
    at: second.path,
    codes: second.code === '' ? [] : [second.code],
    severity: departments ? 'info' : certain ? 'error' : 'warning',
    status: certain ? 'fail' : 'review',
    message: exact
      ? `Line ${second.n} repeats line ${first.n}: ${what} on ${second.from ?? ''}.`
      : `Line ${second.n} is like line ${first.n} but for charge or units: ${what} on ${second.from ?? ''}.`,
    why: 'Payers deny the second of two equal lines as a duplicate (CARC 18).',
    fix: 'Remove the line, add up the units on one line, or add the modifier that tells the two apart, such as 76, 77, 91, RT or LT.',
  };
}

function withLines(...changes: Parameters<typeof exampleLine>[2][]) {
  return visit('2026-03-04', ['I10'], { lines: changes.map((change) => exampleLine('2026-03-04', 1, change)) });
}
