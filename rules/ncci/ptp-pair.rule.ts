import { type Bypassed, type Context, day, type Found, type LineView, type PtpCode, type PtpTable, rule } from '@cleanclaim/core';
import { exampleLine, stay, visit } from '../support/example-claim.ts';
import { judgePair, PAIR_CITES } from '../support/ncci-pair.ts';
import { sharedDay } from '../support/service-line.ts';

/** Pairs told of one line: any one that nothing opens denies it. */
const MOST_PAIRS = 8;

export default rule({
  id: 'ncci/ptp-pair',
  title: 'Two procedures of one day that NCCI does not pay together',
  severity: 'error',
  stage: 'stable',
  types: ['professional', 'institutional'],
  from: day('1996-01-01'),
  needs: ['ncci-ptp'],
  cites: PAIR_CITES,

  on: 'claim',
  check(claim, context) {
    const { lines, ptp } = claim;
    if (ptp === undefined || lines.length < 2) return undefined;
    let coded: Coded[] | undefined;
    // Most codes have no pairs in column 1: where none of a claim has, no pair need be looked for.
    let column1 = false;
    for (const line of lines) {
      if (line.code === '' || line.from === undefined) continue;
      const table = context.data.ptp(ptp, line.from);
      const code = table?.code(line.code);
      column1 ||= code?.column1 === true;
      (coded ??= []).push({ line, table, code });
    }
    if (!coded || !column1) return undefined;
    const outcomes: (Found | Bypassed)[] = [];
    for (const column2 of coded) addPairs(coded, column2, outcomes, context);
    return outcomes;
  },

  exampleTables: {
    'ncci-ptp-practitioner': [
      { column1: 'G0109', column2: 'G0108', from: '2010-01-01', to: null, indicator: '1', rationale: 'Made up' },
      { column1: 'G0110', column2: 'G0108', from: '2010-01-01', to: null, indicator: '0', rationale: 'Made up' },
      // A pair whose row is void, one that ended, and one with a row before and after a gap.
      { column1: 'G0111', column2: 'G0108', from: '2010-01-01', to: '2010-01-01', indicator: '9', rationale: 'Made up' },
      { column1: 'G0112', column2: 'G0108', from: '2010-01-01', to: '2026-03-31', indicator: '0', rationale: 'Made up' },
      { column1: 'G0113', column2: 'G0108', from: '2010-01-01', to: '2020-12-31', indicator: '0', rationale: 'Made up' },
      { column1: 'G0113', column2: 'G0108', from: '2022-01-01', to: null, indicator: '1', rationale: 'Made up' },
    ],
    'ncci-ptp-medicaid-practitioner': [
      { column1: 'G0115', column2: 'G0108', from: '2010-01-01', to: null, indicator: '0', rationale: 'Made up' },
    ],
    'ncci-ptp-outpatient': [{ column1: 'G0114', column2: 'G0108', from: '2010-01-01', to: null, indicator: '0', rationale: 'Made up' }],
  },
  examples: [
    { name: 'a pair that a modifier may open', claim: pair('G0109'), finds: 1, codes: ['G0109', 'G0108'] },
    { name: 'opened by 59 on the line of column 2', claim: pair('G0109', { modifiers: ['59'] }), finds: 0 },
    { name: 'opened by XS on the line of column 1', claim: pair('G0109', {}, { modifiers: ['XS'] }), finds: 0 },
    {
      name: '59 on the line of column 1, before it counted there',
      claim: pair('G0109', {}, { modifiers: ['59'] }, '2019-06-30'),
      finds: 1,
    },
    {
      name: '59 on the line of column 1, for a payer that counts it on column 2 only',
      claim: pair('G0109', {}, { modifiers: ['59'] }),
      plan: { id: 'example', title: 'Example', distinctService: [{ column: 'second' }] },
      finds: 1,
    },
    { name: 'opened by a toe', claim: pair('G0109', { modifiers: ['T5'] }), finds: 0 },
    { name: 'the same side on both lines', claim: pair('G0109', { modifiers: ['LT'] }, { modifiers: ['LT'] }), finds: 1 },
    { name: '76 opens nothing', claim: pair('G0109', { modifiers: ['76'] }), finds: 1 },
    { name: 'no modifier opens indicator 0', claim: pair('G0110', { modifiers: ['59'] }), finds: 1 },
    { name: 'a void row', claim: pair('G0111'), finds: 0 },
    { name: 'the last day of a pair', claim: pair('G0112', {}, {}, '2026-03-31'), finds: 1 },
    { name: 'the day after it', claim: pair('G0112', {}, {}, '2026-04-01'), finds: 0 },
    { name: 'between two rows of a pair', claim: pair('G0113', {}, {}, '2021-06-01'), finds: 0 },
    { name: 'the first row of a pair', claim: pair('G0113', { modifiers: ['59'] }, {}, '2020-12-31'), finds: 1 },
    { name: 'another day', claim: pair('G0109', { from: '2026-03-05' }), finds: 0 },
    { name: 'a span of days that meets the day', claim: pair('G0109', { from: '2026-03-01', to: '2026-03-05' }), finds: 1 },
    {
      name: 'another specialty',
      claim: pair(
        'G0109',
        { rendering: { npi: '1558598797', taxonomy: '207Q00000X' } },
        { rendering: { npi: '1987654328', taxonomy: '208600000X' } },
      ),
      finds: 0,
    },
    {
      name: 'another practitioner whose specialty is not told',
      claim: pair('G0109', {}, { rendering: { npi: '1987654328' } }),
      finds: 1,
    },
    { name: "a pair of Medicaid's own table", claim: { ...pair('G0115'), payer: { id: 'MCD01', kind: 'medicaid' } }, finds: 1 },
    { name: "a pair of Medicare's alone", claim: { ...pair('G0110'), payer: { id: 'MCD01', kind: 'medicaid' } }, finds: 0 },
    { name: 'a pair of the outpatient table', claim: pair('G0114'), finds: 0 },
    {
      name: 'the same on an outpatient bill',
      claim: stay('2026-03-04', ['I10'], {
        billType: '0131',
        statement: { from: '2026-03-04', to: '2026-03-04' },
        lines: [
          { revenue: '0510', code: 'G0114', from: '2026-03-04', units: 1, charge: '60.00' },
          { revenue: '0510', code: 'G0108', from: '2026-03-04', units: 1, charge: '60.00' },
        ],
      }),
      finds: 1,
    },
  ],
});

/** A line with its code looked up in the table of its day. */
interface Coded {
  readonly line: LineView;
  readonly table: PtpTable | undefined;
  readonly code: PtpCode | undefined;
}

function addPairs(lines: readonly Coded[], second: Coded, outcomes: (Found | Bypassed)[], { claim, data }: Context): void {
  const column2 = second.line;
  let told = 0;
  for (const first of lines) {
    const column1 = first.line;
    if (!first.code?.column1 || column1.code === column2.code) continue;
    const on = column1.from === column2.from ? column1.from : sharedDay(column1, column2);
    const table = on === column2.from ? second.table : on && claim.ptp && data.ptp(claim.ptp, on);
    if (!on || !table) continue;
    const coded = table === first.table && table === second.table && second.code;
    const edit = coded ? table.editOf(first.code, coded, on) : table.edit(column1.code, column2.code, on);
    if (!edit) continue;
    const outcome = judgePair({ column1: { line: column1, claim }, column2: { line: column2, claim }, edit, on, table }, claim);
    if (!outcome) continue;
    outcomes.push(...outcome);
    if (++told === MOST_PAIRS) return;
  }
}

function pair(other: string, changes: Parameters<typeof exampleLine>[2] = {}, otherChanges: typeof changes = {}, on = '2026-03-04') {
  return visit(on, ['I10'], {
    lines: [exampleLine(on, 1, changes), exampleLine(on, 1, { code: other, ...otherChanges })],
    total: '120.00',
  });
}
