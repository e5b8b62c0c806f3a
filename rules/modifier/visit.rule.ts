import { rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { isSurelyNoVisit } from '../support/code-kinds.ts';
import { medicareLines } from '../support/fee-example.ts';
import { pageRead } from '../support/manual-cites.ts';
import { firstOf, OF_VISITS } from '../support/modifiers.ts';
import { practitionerManual } from '../support/table-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

export default rule({
  id: 'modifier/visit',
  title: 'Modifier 24, 25 or 57 on a code that is no visit',
  severity: 'error',
  stage: 'stable',
  types: ['professional', 'institutional'],
  from: ALWAYS,
  withModifiers: true,
  needs: [],
  cites: [
    pageRead(
      'First Coast: modifier 25 fact sheet',
      'https://medicare.fcso.com/coding/modifier-25-fact-sheet',
      'the page of the contractor',
    ),
    practitionerManual('30.6.6 Payment for visits provided during global period'),
  ],

  on: 'line',
  check(line, { claim }) {
    if (line.modifiers.length === 0) return undefined;
    const modifier = firstOf(line, OF_VISITS);
    if (modifier === undefined || !isSurelyNoVisit(line.code)) return undefined;
    return {
      at: `${line.path}/modifiers`,
      codes: [line.code],
      ...weight(claim, 'error'),
      message: `Modifier ${modifier} stands on ${line.code} of line ${line.n}, which is no visit.`,
      why: `${modifier} sets a visit apart from a procedure; on the procedure, test or item itself it means nothing and gets the line denied (CARC 4).${whose(claim)}`,
      fix: `Put ${modifier} on the line of the visit if the record shows a separate one; a procedure done apart from another takes 59 or an X modifier.`,
    };
  },

  examples: [
    { name: '25 on a drug', claim: medicareLines({ code: 'J1100', modifiers: ['25'] }), finds: 1, codes: ['J1100'] },
    { name: '57 on a brace', claim: medicareLines({ code: 'L1833', modifiers: ['57'] }), finds: 1 },
    { name: '25 on a wellness visit', claim: medicareLines({ code: 'G0439', modifiers: ['25'] }), finds: 0 },
    { name: '25 on a service of HCPCS that may hold a visit', claim: medicareLines({ code: 'S9083', modifiers: ['25'] }), finds: 0 },
    { name: '24 on training', claim: medicareLines({ code: 'G0108', modifiers: ['24'] }), finds: 0 },
    { name: 'another modifier', claim: medicareLines({ code: 'L1833', modifiers: ['RT'] }), finds: 0 },
  ],
});
