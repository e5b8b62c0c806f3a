import { type Bypassed, type Context, day, type Found, rule } from '@cleanclaim/core';
import { exampleLine, visit } from '../support/example-claim.ts';
import { judgePair, PAIR_CITES } from '../support/ncci-pair.ts';
import { otherLines, type Service, sharedDay } from '../support/service-line.ts';

/** Pairs told of one line: any one that nothing opens denies it. */
const MOST_PAIRS = 8;

export default rule({
  id: 'history/ptp-pair',
  title: 'A procedure that NCCI does not pay together with one on another claim of the day',
  severity: 'error',
  stage: 'stable',
  types: ['professional', 'institutional'],
  from: day('1996-01-01'),
  needs: ['history', 'ncci-ptp'],
  cites: PAIR_CITES,

  on: 'claim',
  check(claim, context) {
    if (!context.history) return undefined;
    const others = otherLines(claim, context.history.claims).filter((each) => each.claim.ptp === claim.ptp);
    if (others.length === 0) return undefined;
    return claim.lines.flatMap((line) => pairsOf({ line, claim }, others, context).slice(0, MOST_PAIRS).flat());
  },

  exampleTables: {
    'ncci-ptp-practitioner': [
      { column1: 'G0109', column2: 'G0108', from: '2010-01-01', to: null, indicator: '1', rationale: 'Made up' },
      { column1: 'G0110', column2: 'G0108', from: '2010-01-01', to: null, indicator: '0', rationale: 'Made up' },
    ],
  },
  examples: [
    { name: 'column 1 on another claim of the day', claim: one('G0108'), history: [other('G0109')], finds: 1, codes: ['G0109', 'G0108'] },
    { name: 'column 2 on another claim of the day', claim: one('G0109'), history: [other('G0108')], finds: 1 },
    { name: 'opened by a modifier on the other claim', claim: one('G0109'), history: [other('G0108', { modifiers: ['59'] })], finds: 0 },
    { name: 'no modifier opens indicator 0', claim: one('G0108', { modifiers: ['59'] }), history: [other('G0110')], finds: 1 },
    { name: 'a claim of another day', claim: one('G0108'), history: [other('G0109', { from: '2026-03-05' })], finds: 0 },
    {
      name: 'a claim of another patient',
      claim: one('G0108'),
      history: [{ ...other('G0109'), patient: { birthDate: '1980-01-01', sex: 'female', memberId: 'EX-2' } }],
      finds: 0,
    },
    {
      name: 'a claim of another practitioner and group',
      claim: one('G0108'),
      history: [{ ...other('G0109'), billing: { npi: '1982701047', taxId: '987654321' }, rendering: { npi: '1987654328' } }],
      finds: 0,
    },
    {
      name: 'a claim that was voided',
      claim: one('G0108'),
      history: [other('G0109'), { ...other('G0109'), id: 'A-100', frequency: '8', originalClaim: 'A-99' }],
      finds: 0,
    },
    { name: 'a claim to another payer', claim: one('G0108'), history: [{ ...other('G0109'), payer: { id: 'EX002' } }], finds: 0 },
  ],
});

/** What is to be said of a line and the lines of other claims, in either column. */
function pairsOf(own: Service, others: readonly Service[], { claim, data }: Context): (Found | Bypassed)[][] {
  const { ptp } = claim;
  if (ptp === undefined || own.line.code === '') return [];
  const told: (Found | Bypassed)[][] = [];
  for (const other of others) {
    const on = other.line.code === own.line.code ? undefined : sharedDay(own.line, other.line);
    const table = on && data.ptp(ptp, on);
    if (!on || !table || other.line.code === '') continue;
    for (const [column1, column2] of [
      [other, own],
      [own, other],
    ] as const) {
      const edit = table.edit(column1.line.code, column2.line.code, on);
      const outcome = edit && judgePair({ column1, column2, edit, on, table }, claim);
      if (outcome) told.push(outcome);
    }
  }
  return told;
}

function one(code: string, changes: Parameters<typeof exampleLine>[2] = {}) {
  return visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, { code, ...changes })] });
}

function other(code: string, changes: Parameters<typeof exampleLine>[2] = {}) {
  return { ...one(code, changes), id: 'A-99' };
}
