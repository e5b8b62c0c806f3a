import { rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { PHYSICAL_STATUS, WHO_GAVE_IT } from '../support/anesthesia.ts';
import { isAnesthesia } from '../support/code-kinds.ts';
import { medicareLines } from '../support/fee-example.ts';
import { ANESTHESIA_MODIFIERS } from '../support/manual-cites.ts';
import { firstOf } from '../support/modifiers.ts';
import { weight, whose } from '../support/whose-edit.ts';

export default rule({
  id: 'modifier/not-anesthesia',
  title: 'Modifiers of anaesthesia on another code',
  severity: 'warning',
  stage: 'stable',
  types: ['professional'],
  from: ALWAYS,
  withModifiers: true,
  needs: [],
  cites: [ANESTHESIA_MODIFIERS],

  on: 'line',
  check(line, { claim }) {
    if (line.modifiers.length === 0) return undefined;
    const stray = firstOf(line, WHO_GAVE_IT) ?? firstOf(line, PHYSICAL_STATUS);
    if (stray === undefined || line.code === '' || isAnesthesia(line.code)) return undefined;
    return {
      at: `${line.path}/modifiers`,
      codes: [line.code],
      ...weight(claim, 'warning', true),
      message: `Modifier ${stray} of anaesthesia stands on ${line.code} of line ${line.n}, which is no anaesthesia code.`,
      why: `Modifiers of who gave anaesthesia and of physical status change the payment of anaesthesia codes only (CARC 4).${whose(claim)}`,
      fix: `Leave ${stray} out, or correct the code.`,
    };
  },

  examples: [
    { name: 'on training', claim: medicareLines({ modifiers: ['QZ'] }), finds: 1, codes: ['G0108'] },
    { name: 'physical status on training', claim: medicareLines({ modifiers: ['P2'] }), finds: 1 },
    { name: 'on anaesthesia', claim: medicareLines({ code: '00100', minutes: 45, modifiers: ['QZ', 'P2'] }), finds: 0 },
    { name: 'without a modifier', claim: medicareLines({}), finds: 0 },
  ],
});
