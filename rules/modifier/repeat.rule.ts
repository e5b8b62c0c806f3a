import { type ClaimView, type LineView, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { isEvaluation, isLaboratory } from '../support/code-kinds.ts';
import { medicareLines } from '../support/fee-example.ts';
import { sharedDay } from '../support/service-line.ts';
import { ncciManual, practitionerManual } from '../support/table-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

export default rule({
  id: 'modifier/repeat',
  title: 'A repeated procedure (76, 77) or test (91) that repeats nothing, or cannot be repeated so',
  severity: 'warning',
  stage: 'draft',
  types: ['professional', 'institutional'],
  from: ALWAYS,
  withModifiers: true,
  needs: [],
  cites: [practitionerManual('40.2 Billing requirements for global surgeries'), ncciManual('E Modifiers and modifier indicators')],

  on: 'line',
  check(line, { claim }) {
    if (line.modifiers.length === 0) return undefined;
    const modifier = line.modifiers.find((each) => each === '76' || each === '77' || each === '91');
    if (modifier === undefined || line.code === '') return undefined;
    const said = modifier === '91' ? ofTests(line) : ofProcedures(line, modifier, claim);
    return (
      said && { at: `${line.path}/modifiers`, codes: [line.code], ...weight(claim, 'warning', said.review), ...said.words(whose(claim)) }
    );
  },

  examples: [
    { name: 'done twice', claim: medicareLines({}, { modifiers: ['76'] }), finds: 0 },
    { name: '76 with nothing before it', claim: medicareLines({ modifiers: ['76'] }), finds: 1, codes: ['G0108'] },
    { name: '76 with the first one on another day', claim: medicareLines({ from: '2026-03-03' }, { modifiers: ['76'] }), finds: 1 },
    {
      name: 'a first part by code and a second by its part',
      claim: medicareLines({ modifiers: ['26'] }, { modifiers: ['26', '76'] }),
      finds: 0,
    },
    { name: '77: the first was billed by a colleague', claim: medicareLines({ modifiers: ['77'] }), finds: 0 },
    { name: '76 on a visit', claim: medicareLines({ code: 'G0402', modifiers: ['76'] }), finds: 1 },
    { name: '91 on a test', claim: medicareLines({ code: 'P9612' }, { code: 'P9612', modifiers: ['91'] }), finds: 0 },
    { name: '91 on training', claim: medicareLines({ modifiers: ['91'] }), finds: 1 },
  ],
});

interface Said {
  readonly review: boolean;
  readonly words: (whose: string) => { message: string; why: string; fix: string };
}

function ofTests({ code, n }: LineView): Said | undefined {
  if (isLaboratory(code)) return undefined;
  return {
    review: false,
    words: (whose) => ({
      message: `Modifier 91 stands on ${code} of line ${n}, which is no laboratory test.`,
      why: `91 is for a laboratory test repeated on the same day for a further result (CARC 4).${whose}`,
      fix: 'Use 76 for another procedure that was repeated, or leave 91 out.',
    }),
  };
}

function ofProcedures(line: LineView, modifier: string, claim: ClaimView): Said | undefined {
  const { code, n } = line;
  if (isEvaluation(code))
    return {
      review: false,
      words: (whose) => ({
        message: `Modifier ${modifier} stands on the visit ${code} of line ${n}.`,
        why: `76 and 77 say that a procedure was repeated; a second visit of a day is told by 25, 27 or its own diagnosis (CARC 4).${whose}`,
        fix: `Leave ${modifier} out.`,
      }),
    };
  // A repetition by a colleague (77) follows a line on the colleague's claim.
  if (modifier === '77' || claim.lines.some((other) => isFirst(other, line))) return undefined;
  return {
    review: true,
    words: (whose) => ({
      message: `Modifier 76 on line ${n} says that ${code} was repeated, and the claim has no first one of that day.`,
      why: `A repeated procedure is paid beside the first one; alone it is denied or asked about.${whose}`,
      fix: 'Bill the first one without 76, on this claim where it can be; else check that it was billed.',
    }),
  };
}

function isFirst(other: LineView, line: LineView): boolean {
  return other !== line && other.code === line.code && !other.modifiers.includes('76') && sharedDay(other, line) !== undefined;
}
