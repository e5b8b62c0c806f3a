import { type ClaimView, type Context, day, type Found, type LineView, type Outcomes, rule } from '@cleanclaim/core';
import { stay } from '../support/example-claim.ts';
import { feeExample, medicareLines } from '../support/fee-example.ts';
import { feeRow } from '../support/fee-row.ts';
import { claimsManual, pageRead } from '../support/manual-cites.ts';
import { firstOf } from '../support/modifiers.ts';
import { relativeValueFile } from '../support/table-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

/** Plans of care: speech-language pathology, occupational therapy, physical therapy. */
const PLANS: ReadonlySet<string> = new Set(['GN', 'GO', 'GP']);
/** The plan that a revenue code of therapy belongs to. */
const BY_REVENUE: Readonly<Record<string, string>> = { '042': 'GP', '043': 'GO', '044': 'GN' };
/** Assistants, with the plan they work under. */
const ASSISTANTS: Readonly<Record<string, string>> = { CQ: 'GP', CO: 'GO' };
/** Therapy by the multiple procedure indicator: codes that are always therapy, whoever gives it. */
const THERAPY = '5';

export default rule({
  id: 'modifier/therapy-plan',
  title: 'Outpatient therapy says under which plan of care (GN, GO, GP), and assistants go with theirs (CO, CQ)',
  severity: 'error',
  stage: 'stable',
  types: ['professional', 'institutional'],
  from: day('1999-01-01'),
  outpatient: true,
  withCodes: true,
  needs: [],
  cites: [
    claimsManual(
      '5',
      '20.1 Discipline specific outpatient rehabilitation modifiers',
      'the edits of institutional claims, as quoted in 2015',
    ),
    pageRead(
      'Change request 10176: updated editing of always therapy services',
      'https://www.cms.gov/regulations-and-guidance/guidance/transmittals/2017downloads/r3814cp.pdf',
      'the background, as reprinted',
    ),
    relativeValueFile('multiple procedure indicator 5'),
  ],

  on: 'line',
  codesBegin: '9G',
  check(line, context): Outcomes {
    const { claim } = context;
    if (line.code === '') return undefined;
    const plan = firstOf(line, PLANS);
    if (plan === undefined) return withoutPlan(line, context);
    const family = line.line.revenue?.slice(0, 3) ?? '';
    const wanted = BY_REVENUE[family];
    if (wanted !== undefined && wanted !== plan)
      return found(
        line,
        claim,
        `Line ${line.n} bills revenue code ${line.line.revenue ?? ''} with ${plan}; that department's plan is ${wanted}.`,
      );
    for (const assistant in ASSISTANTS) {
      const own = ASSISTANTS[assistant];
      if (own !== undefined && own !== plan && line.modifiers.includes(assistant))
        return found(line, claim, `Line ${line.n} carries ${assistant} with ${plan}; that assistant works under a plan of ${own}.`);
    }
    return undefined;
  },

  exampleTables: { 'mpfs-rvu': [feeExample('G0283', { multiple: '5', pctc: '7' }), feeExample('G0108')] },
  examples: [
    { name: 'therapy without a plan', claim: medicareLines({ code: 'G0283' }), finds: 1, codes: ['G0283'] },
    { name: 'under a plan of physical therapy', claim: medicareLines({ code: 'G0283', modifiers: ['GP'] }), finds: 0 },
    { name: 'by an assistant', claim: medicareLines({ code: 'G0283', modifiers: ['CQ', 'GP'] }), finds: 0 },
    { name: 'by an assistant of the other discipline', claim: medicareLines({ code: 'G0283', modifiers: ['GO', 'CQ'] }), finds: 1 },
    { name: 'an assistant without a plan', claim: medicareLines({ code: 'G0283', modifiers: ['CQ'] }), finds: 1 },
    { name: 'a service that is no therapy', claim: medicareLines({}), finds: 0 },
    { name: 'a line of the physical therapy department without a plan', claim: department('0420', []), finds: 1 },
    { name: 'with that of occupational therapy', claim: department('0420', ['GO']), finds: 1 },
    { name: 'with its own', claim: department('0420', ['GP']), finds: 0 },
    { name: 'another department', claim: department('0510', []), finds: 0 },
  ],
});

function withoutPlan(line: LineView, context: Context): Found | undefined {
  const { claim } = context;
  const wanted = BY_REVENUE[line.line.revenue?.slice(0, 3) ?? ''];
  if (wanted !== undefined)
    return found(line, claim, `Line ${line.n} bills revenue code ${line.line.revenue ?? ''} and does not carry ${wanted}.`);
  const assistant = line.modifiers.length === 0 ? undefined : line.modifiers.find((each) => each in ASSISTANTS);
  if (assistant !== undefined)
    return found(
      line,
      claim,
      `Line ${line.n} carries ${assistant} without ${ASSISTANTS[assistant] ?? ''}, the plan the assistant works under.`,
    );
  if (claim.type !== 'professional') return undefined;
  const row = feeRow(line, context);
  if (row?.multiple !== THERAPY || !'AR'.includes(row.status)) return undefined;
  return found(line, claim, `${line.code} on line ${line.n} is always therapy and does not say under which plan of care.`);
}

function found(line: LineView, claim: ClaimView, message: string): Found {
  return {
    at: `${line.path}/modifiers`,
    codes: [line.code],
    ...weight(claim, 'error'),
    message,
    why: `Each line of outpatient therapy carries one of GN (speech), GO (occupational) and GP (physical), which count it towards the yearly amount; without it the line is denied or returned (CARC 4).${whose(claim)}`,
    fix: 'Enter the modifier of the plan of care under which the service was given.',
  };
}

function department(revenue: string, modifiers: readonly string[]) {
  return stay('2026-03-04', ['M54.50'], {
    payer: { id: '12302', kind: 'medicare' },
    billType: '0131',
    lines: [{ revenue, code: 'G0283', modifiers, from: '2026-03-04', units: 1, charge: '60.00' }],
    total: '60.00',
  });
}
