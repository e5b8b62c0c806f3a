import {
  type Bypassed,
  type ClaimView,
  type Context,
  day,
  type Day,
  type Found,
  heldOn,
  type LineView,
  type PairEdit,
  type PtpTable,
  rule,
} from '@cleanclaim/core';
import { exampleLine, stay, visit } from '../support/example-claim.ts';
import { DISTINCT, firstOf, ncciWeight, ncciWhose, sameProvider, sharedDay } from '../support/service-line.ts';
import { ncciManual } from '../support/table-cites.ts';

/** The 44 modifiers that may open a pair of indicator 1 (NCCI Policy Manual, chapter I, section E): places, global surgery, others. */
const SITES = new Set('E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD RC LM RI'.split(' '));
const OPENING = new Set([...SITES, ...DISTINCT, '24', '25', '57', '58', '78', '79', '27', '91']);

/** From here on 59 and the X modifiers count on either line; before, on that of column 2 only. */
const EITHER_COLUMN = day('2019-07-01');

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
  cites: [
    ncciManual('E Modifiers and modifier indicators'),
    {
      title: 'Change request 11168: modifiers 59, XE, XP, XS and XU on either code of a pair',
      url: 'https://www.cms.gov/regulations-and-guidance/guidance/transmittals/2019downloads/r2259otn.pdf',
      checked: '2026-11-24',
      read: 'digest',
    },
  ],

  on: 'claim',
  check(claim, context) {
    const { lines, ptp } = claim;
    if (ptp === undefined || lines.length < 2) return undefined;
    // Most codes have no pairs in column 1: those that have are gathered first.
    let firsts: LineView[] | undefined;
    for (const line of lines) {
      const table = line.code === '' || line.from === undefined ? undefined : context.data.ptp(ptp, line.from);
      if (table?.hasColumn1(line.code)) (firsts ??= []).push(line);
    }
    if (!firsts) return undefined;
    const outcomes: (Found | Bypassed)[] = [];
    for (const column2 of lines) addPairs(firsts, column2, outcomes, context);
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

function addPairs(firsts: readonly LineView[], column2: LineView, outcomes: (Found | Bypassed)[], { claim, data }: Context): void {
  const { code, from } = column2;
  if (code === '' || from === undefined || claim.ptp === undefined) return;
  const own = data.ptp(claim.ptp, from);
  let told = 0;
  for (const column1 of firsts) {
    if (column1.code === code) continue;
    const on = column1.from === from ? from : sharedDay(column1, column2);
    const table = on === from ? own : on && data.ptp(claim.ptp, on);
    const edit = on && table?.edit(column1.code, code, on);
    if (!on || !table || !edit) continue;
    const outcome = judge({ column1, column2, edit, on, table }, claim);
    if (!outcome) continue;
    outcomes.push(...outcome);
    if (++told === MOST_PAIRS) return;
  }
}

function judge(pair: Pair, claim: ClaimView): (Found | Bypassed)[] | undefined {
  const { column1, column2, edit, on, table } = pair;
  const provider = sameProvider(column1, column2, claim);
  if (provider === 'no') return undefined;
  const codes = [column1.code, column2.code];
  const opened = edit.modifier === 'allowed' ? opens(column1, column2, eitherColumn(claim, on)) : undefined;
  if (opened === undefined) return [denied(pair, provider, claim)];
  const bypassed: Bypassed = { codes, bypassed: opened };
  if (!showOneSite(column1, column2)) return [bypassed];
  return [
    bypassed,
    {
      at: `${column2.path}/modifiers`,
      codes,
      edition: table.edition,
      severity: 'warning',
      status: 'review',
      message: `Lines ${column1.n} and ${column2.n} (${codes.join(' and ')}) carry the same side or site, so their modifiers do not tell two sites apart.`,
      why: 'NCCI keeps the two procedures apart; a modifier opens the pair only where they were done at separate sites or encounters.',
      fix: 'Keep both only if the record shows separate sites or encounters, with the modifier that says so.',
    },
  ];
}

interface Pair {
  readonly column1: LineView;
  readonly column2: LineView;
  readonly edit: PairEdit;
  readonly on: Day;
  readonly table: PtpTable;
}

function denied({ column1, column2, edit, on, table }: Pair, provider: 'yes' | 'unknown', claim: ClaimView): Found {
  const allowed = edit.modifier === 'allowed';
  const late = allowed && !eitherColumn(claim, on) && firstOf(column1, DISTINCT) !== undefined;
  const rationale = edit.rationale === '' ? '' : ` (${edit.rationale})`;
  const doubt = provider === 'unknown' ? ' It holds if the two practitioners have one specialty, which the claim does not say.' : '';
  return {
    at: `${column2.path}/code`,
    codes: [column1.code, column2.code],
    edition: table.edition,
    ...ncciWeight(claim, provider === 'unknown' ? 'warning' : 'error', provider === 'unknown'),
    message: `${column2.code} on line ${column2.n} is not paid beside ${column1.code} on line ${column1.n}: an NCCI pair in force on ${on}, modifier indicator ${allowed ? 1 : 0}.`,
    why: `NCCI pays the code of column 1 and denies that of column 2 in full${rationale}; the patient may not be billed for it (CARC 97 or 236, group CO).${doubt}${ncciWhose(claim)}`,
    fix: allowed
      ? `${late ? 'On that day the payer counts the modifier on the line of column 2 only. ' : ''}Take line ${column2.n} off, unless the record shows a separate site, encounter or practitioner: then add the NCCI modifier that says so.`
      : `Take line ${column2.n} off: no modifier opens this pair.`,
  };
}

/** Whether 59 and the X modifiers count on both lines; a payer's plan may want them on that of column 2. */
function eitherColumn({ plan }: ClaimView, on: Day): boolean {
  return on >= EITHER_COLUMN && heldOn(plan?.distinctService, on)?.column !== 'second';
}

/** What opens a pair of indicator 1, in words; undefined when nothing on the two lines does. */
function opens(column1: LineView, column2: LineView, either: boolean): string | undefined {
  const second = firstOf(column2, OPENING);
  if (second !== undefined) return `modifier ${second} on line ${column2.n}`;
  const first = column1.modifiers.find((modifier) => OPENING.has(modifier) && (either || !DISTINCT.has(modifier)));
  return first === undefined ? undefined : `modifier ${first} on line ${column1.n}`;
}

/** The only opening modifiers are sites, and they are the same on both lines. */
function showOneSite(column1: LineView, column2: LineView): boolean {
  const first = column1.modifiers.filter((modifier) => OPENING.has(modifier));
  const second = column2.modifiers.filter((modifier) => OPENING.has(modifier));
  if (first.length === 0 || first.length !== second.length) return false;
  return first.every((modifier) => SITES.has(modifier) && second.includes(modifier));
}

function pair(other: string, changes: Parameters<typeof exampleLine>[2] = {}, otherChanges: typeof changes = {}, on = '2026-03-04') {
  return visit(on, ['I10'], {
    lines: [exampleLine(on, 1, changes), exampleLine(on, 1, { code: other, ...otherChanges })],
    total: '120.00',
  });
}
