import { heldOn, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { isEvaluation } from '../support/code-kinds.ts';
import { exampleLine, visit } from '../support/example-claim.ts';
import { DISTINCT, firstOf } from '../support/modifiers.ts';
import { lineDay } from '../support/service-line.ts';
import { ncciManual } from '../support/table-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

export default rule({
  id: 'modifier/distinct',
  title: 'Modifiers 59, XE, XS, XP and XU: on procedures only, and the one the payer takes',
  severity: 'warning',
  stage: 'stable',
  from: ALWAYS,
  withModifiers: true,
  needs: [],
  cites: [ncciManual('E Modifiers and modifier indicators')],

  on: 'line',
  check(line, { claim }) {
    if (line.modifiers.length === 0) return undefined;
    const modifier = firstOf(line, DISTINCT);
    if (modifier === undefined) return undefined;
    const at = `${line.path}/modifiers`;
    const codes = line.code === '' ? [] : [line.code];
    if (isEvaluation(line.code))
      return {
        at,
        codes,
        ...weight(claim, 'warning'),
        message: `Modifier ${modifier} stands on the visit ${line.code} of line ${line.n}.`,
        why: `${modifier} sets one procedure apart from another; a visit is set apart by 25, 24 or 57, and ${modifier} on it opens nothing.${whose(claim)}`,
        fix: 'Use 25 on the visit if the record shows a significant, separate one; else leave the modifier out.',
      };
    const takes = heldOn(claim.plan?.distinctService, lineDay(line, claim))?.takes;
    if (takes === undefined || (takes === '59') === (modifier === '59')) return undefined;
    return {
      at,
      codes,
      message: `Line ${line.n} carries ${modifier}; the plan ${claim.plan?.id ?? ''} takes ${takes === '59' ? '59' : 'XE, XS, XP or XU'} for a distinct service.`,
      why: 'A modifier that the payer does not read leaves the pair closed, and the line is denied.',
      fix:
        takes === '59'
          ? 'Use 59.'
          : 'Use the X modifier that the record bears out: encounter (XE), structure (XS), practitioner (XP) or unusual (XU).',
    };
  },

  examples: [
    { name: '59 on a visit', claim: lineWith('G0402', '59'), finds: 1, codes: ['G0402'] },
    { name: '59 on another service', claim: lineWith('G0108', '59'), finds: 0 },
    { name: '59 for a payer that takes the X modifiers', claim: lineWith('G0108', '59'), plan: taking('X'), finds: 1 },
    { name: 'XS for it', claim: lineWith('G0108', 'XS'), plan: taking('X'), finds: 0 },
    { name: 'XS for a payer that takes 59', claim: lineWith('G0108', 'XS'), plan: taking('59'), finds: 1 },
    { name: 'another modifier', claim: lineWith('G0402', '25'), plan: taking('X'), finds: 0 },
  ],
});

function lineWith(code: string, modifier: string) {
  return visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, { code, modifiers: [modifier] })] });
}

function taking(takes: '59' | 'X') {
  return { id: 'example', title: 'Example', distinctService: [{ takes }] };
}
