import { type Context, type FeeRow, type Found, type LineView, rule } from '@cleanclaim/core';
import { isEvaluation, isSurelyNoVisit } from '../support/code-kinds.ts';
import { feeExample, medicareLines } from '../support/fee-example.ts';
import { FEE_SCHEDULE_BEGINS, feeRow } from '../support/fee-row.ts';
import { firstOf, OF_VISITS } from '../support/modifiers.ts';
import { ADD_ON_EDITS, practitionerManual } from '../support/table-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

const OF_PROCEDURES = new Set(['58', '78', '79']);
const SHARED_CARE = new Set(['54', '55', '56']);
const PROCEDURES = new Set(['000', '010', '090']);

export default rule({
  id: 'mpfs/modifier',
  title: 'A modifier that does not go with the kind of code it stands on',
  severity: 'warning',
  stage: 'draft',
  types: ['professional'],
  from: FEE_SCHEDULE_BEGINS,
  needs: ['mpfs-rvu'],
  cites: [practitionerManual('40.2 Billing requirements for global surgeries'), ADD_ON_EDITS],

  on: 'line',
  check(line, context) {
    if (line.modifiers.length === 0) return undefined;
    const row = feeRow(line, context);
    return row && judge(line, row, context);
  },

  exampleTables: {
    'mpfs-rvu': [
      feeExample('G0108', { global: '010' }),
      feeExample('G0109', { global: 'ZZZ' }),
      feeExample('G0110', { global: '000' }),
      feeExample('G0402'),
    ],
  },
  examples: [
    { name: '51 on an add-on code', claim: medicareLines({ code: 'G0109', modifiers: ['51'] }), finds: 1, codes: ['G0109'] },
    { name: '51 on another procedure', claim: medicareLines({ modifiers: ['51'] }), finds: 0 },
    { name: '25 on a procedure', claim: medicareLines({ modifiers: ['25'] }), finds: 1 },
    { name: '25 on a visit', claim: medicareLines({ code: 'G0402', modifiers: ['25'] }), finds: 0 },
    { name: '78 on a visit', claim: medicareLines({ code: 'G0402', modifiers: ['78'] }), finds: 1 },
    { name: 'care after an operation without a period', claim: medicareLines({ code: 'G0110', modifiers: ['55'] }), finds: 1 },
    { name: 'care after an operation', claim: medicareLines({ modifiers: ['55'] }), finds: 0 },
  ],
});

function judge(line: LineView, { global }: FeeRow, { claim }: Context): Found | undefined {
  const visit = isEvaluation(line.code);
  const wrong = visit
    ? reason(line, OF_PROCEDURES, 'a visit', 'It belongs to procedures.')
    : (PROCEDURES.has(global) &&
        !isSurelyNoVisit(line.code) &&
        reason(line, OF_VISITS, 'a procedure', 'It belongs to the visit of the day.')) ||
      (global === 'ZZZ' &&
        reason(line, new Set(['51']), 'an add-on code', 'Add-on codes are paid in full beside their primary procedure.')) ||
      (global !== '010' &&
        global !== '090' &&
        reason(
          line,
          SHARED_CARE,
          `a code whose global period is ${global}`,
          'Care is shared only where there is a period of 10 or 90 days.',
        ));
  if (!wrong) return undefined;
  return {
    at: `${line.path}/modifiers`,
    codes: [line.code],
    ...weight(claim, 'warning'),
    message: `Modifier ${wrong.modifier} does not go on ${line.code} of line ${line.n}, ${wrong.kind}.`,
    why: `${wrong.why} A modifier that does not fit its code gets the line denied or changes its payment (CARC 4).${whose(claim)}`,
    fix: `Leave ${wrong.modifier} out, or put it on the line it belongs to.`,
  };
}

function reason(line: LineView, modifiers: ReadonlySet<string>, kind: string, why: string) {
  const modifier = firstOf(line, modifiers);
  return modifier === undefined ? undefined : { modifier, kind, why };
}
