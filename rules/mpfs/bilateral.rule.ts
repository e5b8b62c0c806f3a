import { type Context, type FeeRow, type Found, type LineView, type Outcomes, rule } from '@cleanclaim/core';
import { feeExample, medicareLines } from '../support/fee-example.ts';
import { FEE_SCHEDULE_BEGINS, feeRow, feeTable, NO_ROW } from '../support/fee-row.ts';
import { sameProvider, sharedDay } from '../support/service-line.ts';
import { practitionerManual, relativeValueFile } from '../support/table-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

/** An ambulatory surgical center's own claim: it bills the two sides on two lines. */
const SURGICAL_CENTER = '261QA1903X';

export default rule({
  id: 'mpfs/bilateral',
  title: 'Procedures on both sides: modifier 50 and the bilateral indicator',
  severity: 'error',
  stage: 'stable',
  types: ['professional'],
  from: FEE_SCHEDULE_BEGINS,
  needs: ['mpfs-rvu'],
  cites: [relativeValueFile('bilateral surgery'), practitionerManual('40.7 Claims for bilateral surgeries')],

  on: 'line',
  check(line, context): Outcomes {
    if (line.modifiers.length === 0) return undefined;
    if (line.modifiers.includes('50')) {
      const table = feeTable(line, context);
      if (!table) return undefined;
      const row = table.find(line.code);
      return row ? bothSides(line, row, context) : NO_ROW;
    }
    return line.modifiers.includes('RT') || line.modifiers.includes('LT') ? twoLines(line, context) : undefined;
  },

  exampleTables: {
    'mpfs-rvu': ['0', '1', '2', '3', '9'].map((bilateral) => feeExample(`G010${bilateral}`, { bilateral })),
  },
  examples: [
    { name: 'both sides of a procedure that has two', claim: medicareLines({ code: 'G0101', modifiers: ['50'] }), finds: 0 },
    { name: 'two units of it', claim: medicareLines({ code: 'G0101', modifiers: ['50'], units: 2 }), finds: 1, codes: ['G0101'] },
    { name: 'a procedure without sides', claim: medicareLines({ code: 'G0109', modifiers: ['50'] }), finds: 1 },
    { name: 'a code that means both sides', claim: medicareLines({ code: 'G0102', modifiers: ['50'] }), finds: 1 },
    { name: 'a code whose second side is not paid', claim: medicareLines({ code: 'G0100', modifiers: ['50'] }), finds: 1 },
    { name: 'a test of each side', claim: medicareLines({ code: 'G0103', modifiers: ['50'] }), finds: 0 },
    {
      name: 'right and left on two lines',
      claim: medicareLines({ code: 'G0101', modifiers: ['RT'] }, { code: 'G0101', modifiers: ['LT'] }),
      finds: 1,
    },
    { name: 'one side', claim: medicareLines({ code: 'G0101', modifiers: ['RT'] }), finds: 0 },
  ],
});

const WRONG: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  '0': ['is paid once, whichever sides were treated', 'Bill one line without modifier 50, or the code for both sides if there is one.'],
  '2': ['already means both sides', 'Bill one line with 1 unit, without modifier 50.'],
  '9': ['has no sides', 'Leave modifier 50 out.'],
};

function bothSides(line: LineView, { bilateral }: FeeRow, { claim }: Context): Found | undefined {
  const wrong = WRONG[bilateral];
  if (wrong)
    return {
      at: `${line.path}/modifiers`,
      codes: [line.code],
      ...weight(claim, bilateral === '9' ? 'error' : 'warning'),
      message: `Modifier 50 does not go on ${line.code} of line ${line.n}: the code ${wrong[0]} (bilateral indicator ${bilateral}).`,
      why: `Medicare pays a second side only for codes of indicator 1 or 3 (CARC 4).${whose(claim)}`,
      fix: wrong[1],
    };
  const units = line.line.units ?? 1;
  if (units === 1 || claim.claim.billing?.taxonomy === SURGICAL_CENTER) return undefined;
  return {
    at: `${line.path}/units`,
    codes: [line.code],
    ...weight(claim, 'error'),
    message: `Line ${line.n} bills ${line.code} with modifier 50 and ${units} units.`,
    why: `Modifier 50 says both sides by itself: one line with 1 unit. More units read as the procedure done again and run over the medically unlikely edit.${whose(claim)}`,
    fix: 'Enter 1 unit.',
  };
}

/** RT and LT on two lines of a code of indicator 1: Medicare wants one line with 50. Told at the later of the two. */
function twoLines(line: LineView, context: Context): Found | undefined {
  const side = line.modifiers.includes('RT') ? 'LT' : 'RT';
  const { claim } = context;
  for (const other of claim.lines) {
    if (other.index >= line.index) return undefined;
    if (other.code !== line.code || !other.modifiers.includes(side) || sharedDay(other, line) === undefined) continue;
    if (sameProvider(other, line, claim) !== 'yes' || feeRow(line, context)?.bilateral !== '1') continue;
    return {
      at: `${line.path}/modifiers`,
      codes: [line.code],
      severity: 'info',
      status: 'review',
      message: `Lines ${other.n} and ${line.n} bill the two sides of ${line.code} apart.`,
      why: 'Medicare takes both sides of a procedure as one line with modifier 50 and 1 unit; two lines may be counted as two units or as a duplicate.',
      fix: 'Bill one line with modifier 50 and 1 unit where the payer wants it so.',
    };
  }
  return undefined;
}
