import { type ClaimView, day, type Day, type DiagnosisView, type Found, type LineView, type Outcome, rule } from '@cleanclaim/core';
import { exampleLine, visit } from '../support/example-claim.ts';
import { isMedicare } from '../support/medicare.ts';
import { firstOf } from '../support/modifiers.ts';
import { hasSupporting, isInForceOn, listingOf, type OwnPolicy, policiesOn } from '../support/own-policies.ts';
import { isRateLine } from '../support/rate-line.ts';
import { lineDay } from '../support/service-line.ts';
import { spoken } from '../support/spoken.ts';

/** Who pays is settled otherwise: a signed notice, none signed, never covered, a voluntary notice. */
const NOTICES: ReadonlySet<string> = new Set(['GA', 'GZ', 'GY', 'GX']);
const MOST_NAMED = 5;

export default rule({
  id: 'coverage/policy',
  title: "A procedure whose diagnosis your lists of the payer's policies do not support",
  severity: 'warning',
  stage: 'stable',
  types: ['professional', 'institutional'],
  outpatient: true,
  from: day('2015-10-01'),
  withCodes: true,
  needs: ['table:coverage-lists'],
  cites: [
    {
      title: 'Lists of your own: national determinations and policies of payers',
      url: 'docs/coverage.md',
      checked: '2026-11-24',
      read: 'text',
    },
  ],

  on: 'claim',
  check(claim, { data }) {
    const table = claim.on && data.table('coverage-lists', claim.on);
    if (!table) return undefined;
    const outcomes: Outcome[] = [];
    const without = new Set<string>();
    for (const line of claim.lines) {
      const on = lineDay(line, claim);
      if (line.code === '' || on === undefined || isRateLine(line)) continue;
      const policies = policiesOn(table, line.code).filter((each) => isOf(each, claim) && isInForceOn(each, on));
      if (policies.length === 0) without.add(line.code);
      const outcome = judge(line, on, claim, policies);
      if (outcome) outcomes.push(outcome);
    }
    if (without.size > 0) outcomes.push(unlisted([...without]));
    return outcomes;
  },

  exampleTables: {
    'coverage-lists': [
      listed('G0108', 'ex001', 'MP-7', 'E11*', 'covered'),
      listed('G0108', 'ex001', 'MP-7', 'E1165', 'not covered'),
      listed('G0108', '', '190.1', 'I10', 'covered'),
      listed('G0306', '', '190.15', 'Z0000', 'not covered'),
      { ...listed('G0109', 'ex001', 'MP-8', 'E119', 'covered'), to: '2025-12-31' },
    ],
  },
  examples: [
    { name: 'a diagnosis of the list', claim: billed(['E11.9'], 'G0108'), finds: 0 },
    { name: 'one that is not on it', claim: billed(['I10'], 'G0108'), finds: 1, codes: ['G0108', 'I10'] },
    { name: 'one that the list takes out again', claim: billed(['E11.65'], 'G0108'), finds: 1 },
    { name: 'one of two', claim: billed(['I10', 'E11.9'], 'G0108'), finds: 0 },
    { name: 'listed, but the line does not point to it', claim: billed(['I10', 'E11.9'], 'G0108', { pointers: [1] }), finds: 1 },
    { name: 'a determination of Medicare', claim: toMedicare(['I10'], 'G0108'), finds: 0 },
    { name: 'a list of what does not support', claim: toMedicare(['Z00.00'], 'G0306'), finds: 1 },
    { name: 'another diagnosis beside it', claim: toMedicare(['Z00.00', 'D64.9'], 'G0306'), finds: 0 },
    { name: 'a signed notice', claim: toMedicare(['Z00.00'], 'G0306', { modifiers: ['GA'] }), finds: 0 },
    { name: 'a policy that ended', claim: billed(['I10'], 'G0109'), finds: 0 },
    { name: 'a policy of another payer', claim: { ...billed(['I10'], 'G0108'), payer: { id: 'EX002', kind: 'commercial' } }, finds: 0 },
  ],
});

function isOf({ payer }: OwnPolicy, { claim, payer: kind }: ClaimView): boolean {
  return payer === kind || payer === claim.payer?.id?.trim().toLowerCase();
}

function unlisted(codes: readonly string[]): Outcome {
  const named = codes.slice(0, MOST_NAMED).map(spoken).join(', ');
  return {
    notChecked: `Your lists have no policy of this payer on ${named}${codes.length > MOST_NAMED ? ' and others' : ''}: whether the diagnosis supports it was not checked.`,
    install: 'Add what the payer publishes to your lists (docs/coverage.md).',
  };
}

/** A procedure of several policies is supported by any of them. */
function judge(line: LineView, on: Day, claim: ClaimView, policies: readonly OwnPolicy[]): Outcome | undefined {
  const diagnoses = claim.type === 'institutional' ? claim.sequence : line.diagnoses;
  const [first] = policies;
  if (!first || diagnoses.length === 0 || policies.some((policy) => supports(policy, diagnoses, on))) return undefined;
  const codes = [line.code, ...diagnoses.map(({ code }) => code)];
  const notice = isMedicare(claim) ? firstOf(line, NOTICES) : undefined;
  return notice === undefined ? found(line, on, first, diagnoses) : { bypassed: `modifier ${notice} on line ${line.n}`, codes };
}

function supports(policy: OwnPolicy, diagnoses: readonly DiagnosisView[], on: Day): boolean {
  const only = hasSupporting(policy, on);
  return diagnoses.some(({ code }) => {
    const listing = listingOf(policy, code, on);
    return only ? listing === 'covered' : listing === undefined;
  });
}

function found(line: LineView, on: Day, policy: OwnPolicy, diagnoses: readonly DiagnosisView[]): Found {
  const against = diagnoses.find(({ code }) => listingOf(policy, code, on) === 'not covered');
  const name = policy.name === '' ? 'The policy' : `Policy ${spoken(policy.name.slice(0, 30))}`;
  return {
    at: `${line.path}/code`,
    codes: [line.code, ...diagnoses.map(({ code }) => code)],
    status: 'review',
    message: against
      ? `${name} in your lists has ${against.code} as not supporting ${line.code} (line ${line.n}).`
      : `${name} in your lists has none of the diagnoses of line ${line.n} as supporting ${line.code} on ${on}.`,
    why: 'The payer denies it as not medically necessary (CARC 50).',
    fix: 'If the record has a diagnosis that the policy lists, point the line to it; else tell the patient before the service, and bill as the payer asks (Medicare: a signed notice and GA).',
  };
}

function listed(procedure: string, payer: string, policy: string, diagnosis: string, list: string) {
  return { procedure, payer, policy, diagnosis, list, from: null, to: null };
}

function billed(codes: readonly string[], code: string, changes: Parameters<typeof exampleLine>[2] = {}) {
  return visit('2026-03-04', codes, { lines: [exampleLine('2026-03-04', codes.length, { code, ...changes })] });
}

function toMedicare(codes: readonly string[], code: string, changes: Parameters<typeof exampleLine>[2] = {}) {
  return { ...billed(codes, code, changes), payer: { id: '12302', kind: 'medicare' } };
}
