import { type Context, type FeeRow, type Found, type LineView, type Outcomes, rule } from '@cleanclaim/core';
import { feeExample, medicareLines } from '../support/fee-example.ts';
import { FEE_SCHEDULE_BEGINS, feeTable, NO_ROW } from '../support/fee-row.ts';
import { ASSISTANT } from '../support/modifiers.ts';
import { relativeValueFile } from '../support/table-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

export default rule({
  id: 'mpfs/surgeons',
  title: 'Assistants, two surgeons and teams: whether the procedure allows them',
  severity: 'error',
  stage: 'stable',
  types: ['professional'],
  from: FEE_SCHEDULE_BEGINS,
  needs: ['mpfs-rvu'],
  cites: [relativeValueFile('assistant at surgery'), relativeValueFile('co-surgeons'), relativeValueFile('team surgery')],

  on: 'line',
  check(line, context): Outcomes {
    const modifier = line.modifiers.find((each) => each === '62' || each === '66' || ASSISTANT.has(each));
    if (modifier === undefined) return undefined;
    const table = feeTable(line, context);
    if (!table) return undefined;
    const row = table.find(line.code);
    return row ? judge(line, modifier, row, context) : NO_ROW;
  },

  exampleTables: {
    'mpfs-rvu': ['0', '1', '2', '9'].map((each) => feeExample(`G010${each}`, { assistant: each, coSurgeon: each, team: each })),
  },
  examples: [
    { name: 'an assistant, who may be paid', claim: medicareLines({ code: 'G0102', modifiers: ['80'] }), finds: 0 },
    {
      name: 'an assistant, whom the law does not pay',
      claim: medicareLines({ code: 'G0101', modifiers: ['AS'] }),
      finds: 1,
      codes: ['G0101'],
    },
    { name: 'an assistant whose need must be shown', claim: medicareLines({ code: 'G0100', modifiers: ['82'] }), finds: 1 },
    { name: 'two surgeons where none may be', claim: medicareLines({ code: 'G0100', modifiers: ['62'] }), finds: 1 },
    { name: 'two surgeons whose need must be shown', claim: medicareLines({ code: 'G0101', modifiers: ['62'] }), finds: 1 },
    { name: 'two surgeons of two specialties', claim: medicareLines({ code: 'G0102', modifiers: ['62'] }), finds: 0 },
    { name: 'a team where none may be', claim: medicareLines({ code: 'G0109', modifiers: ['66'] }), finds: 1 },
    { name: 'a team', claim: medicareLines({ code: 'G0102', modifiers: ['66'] }), finds: 0 },
    { name: 'one surgeon', claim: medicareLines({ code: 'G0100' }), finds: 0 },
  ],
});

function judge(line: LineView, modifier: string, row: FeeRow, { claim }: Context): Found | undefined {
  const [who, indicator, documented] =
    modifier === '62'
      ? (['Two surgeons', row.coSurgeon, '1'] as const)
      : modifier === '66'
        ? (['A team of surgeons', row.team, '1'] as const)
        : (['An assistant at surgery', row.assistant, '0'] as const);
  if (indicator === '2' || indicator === '') return undefined;
  const allowed = indicator === documented;
  return {
    at: `${line.path}/modifiers`,
    codes: [line.code],
    ...weight(claim, allowed ? 'warning' : 'error', allowed),
    message: allowed
      ? `${who} for ${line.code} on line ${line.n} (modifier ${modifier}) must be shown to be medically necessary (indicator ${indicator}).`
      : `${who} cannot be paid for ${line.code} on line ${line.n} (modifier ${modifier}, indicator ${indicator}).`,
    why: `The fee schedule says for each procedure whether more than one surgeon is paid (CARC 54).${whose(claim)}`,
    fix: allowed ? 'Send the operative report, or have it ready.' : 'Check code and modifier; if they are right, the line is not payable.',
  };
}
