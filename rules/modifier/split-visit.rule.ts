import { day, rule } from '@cleanclaim/core';
import { isEvaluation, isImaging } from '../support/code-kinds.ts';
import { medicareLines } from '../support/fee-example.ts';
import { practitionerManual } from '../support/table-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

/** Pictures on film (FX), by computed radiography (FY), and by a scanner below the standard (CT). */
const OF_IMAGING = new Set(['FX', 'FY', 'CT']);
/** Places that are no part of an institution: a visit there is shared as "incident to", not as split. */
const OFFICE = new Set(['11', '12', '20']);

export default rule({
  id: 'modifier/split-visit',
  title: 'Split visits (FS) and the making of pictures (FX, FY, CT)',
  severity: 'warning',
  stage: 'draft',
  payers: ['medicare'],
  types: ['professional'],
  from: day('2017-01-01'),
  withModifiers: true,
  needs: [],
  cites: [
    practitionerManual('30.6.18 Split (or shared) visits'),
    practitionerManual('20.4.7 Services that do not meet the national electrical standard'),
  ],

  on: 'line',
  check(line, { claim }) {
    if (line.modifiers.length === 0 || line.code === '') return undefined;
    const base = { at: `${line.path}/modifiers`, codes: [line.code], ...weight(claim, 'warning', true) };
    if (line.modifiers.includes('FS')) {
      const pos = line.line.pos ?? '';
      const visit = isEvaluation(line.code);
      if (visit && !OFFICE.has(pos)) return undefined;
      return {
        ...base,
        message: visit
          ? `The visit ${line.code} on line ${line.n} is billed as split (FS) in place of service ${pos}.`
          : `Modifier FS stands on ${line.code} of line ${line.n}, which is no visit.`,
        why: `A split visit is one that a physician and another practitioner of the group share in an institution; in an office the rules of "incident to" hold.${whose(claim)}`,
        fix: 'Leave FS out, or correct the place of service.',
      };
    }
    const modifier = line.modifiers.find((each) => OF_IMAGING.has(each));
    if (modifier === undefined || isImaging(line.code)) return undefined;
    return {
      ...base,
      message: `Modifier ${modifier} stands on ${line.code} of line ${line.n}, which is no imaging.`,
      why: `FX, FY and CT lower the payment of a picture by how it was made (CARC 4).${whose(claim)}`,
      fix: `Leave ${modifier} out.`,
    };
  },

  examples: [
    { name: 'a split visit in an office', claim: medicareLines({ code: 'G0402', modifiers: ['FS'] }), finds: 1, codes: ['G0402'] },
    { name: 'in a hospital', claim: medicareLines({ code: 'G0402', modifiers: ['FS'], pos: '22' }), finds: 0 },
    { name: 'split training', claim: medicareLines({ modifiers: ['FS'], pos: '22' }), finds: 1 },
    { name: 'film on training', claim: medicareLines({ modifiers: ['FX'] }), finds: 1 },
    { name: 'film on a picture', claim: medicareLines({ code: '71045', modifiers: ['FX'] }), finds: 0 },
  ],
});
