import { type AuthorizationNeed, type ClaimView, type Found, holdsOn, type LineView, type PayerPlan, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, professionalForm } from '../support/cites.ts';
import { exampleLine, visit } from '../support/example-claim.ts';
import { lineDay } from '../support/service-line.ts';

export default rule({
  id: 'plan/authorization',
  title: "Services that need an authorisation or referral by the payer's list",
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  withCodes: true,
  needs: ['plan-authorization'],
  cites: [electronicForm('2300 REF*G1 and REF*9F'), professionalForm('item 23')],

  on: 'claim',
  check(claim) {
    const { plan } = claim;
    if (!plan?.authorization) return undefined;
    const has = { authorization: isGiven(claim.claim.priorAuthorization), referral: isGiven(claim.claim.referral) };
    if (has.authorization && has.referral) return undefined;
    let found: Found[] | undefined;
    for (const line of claim.lines) {
      const need = line.code === '' ? undefined : needOf(plan.authorization, line, claim);
      const kind = need?.needs ?? 'either';
      if (!need || (kind === 'either' ? has.authorization || has.referral : has[kind])) continue;
      (found ??= []).push(missing(line, kind, plan));
    }
    return found;
  },

  examples: [
    { name: 'a listed code without a number', claim: withNumber({}), plan: listed({ codes: ['G0108'] }), finds: 1, codes: ['G0108'] },
    { name: 'with its number', claim: withNumber({ priorAuthorization: 'A1' }), plan: listed({ codes: ['G0108'] }), finds: 0 },
    { name: 'with a referral, where either will do', claim: withNumber({ referral: 'R1' }), plan: listed({ codes: ['G0108'] }), finds: 0 },
    {
      name: 'with a referral, where an authorisation is asked',
      claim: withNumber({ referral: 'R1' }),
      plan: listed({ codes: ['G0108'], needs: 'authorization' }),
      finds: 1,
    },
    { name: 'within a range', claim: withNumber({}), plan: listed({ codes: ['G0100-G0109'] }), finds: 1 },
    { name: 'outside the range', claim: withNumber({}), plan: listed({ codes: ['G0100-G0107'] }), finds: 0 },
    { name: 'in another place', claim: withNumber({}), plan: listed({ codes: ['G0108'], pos: ['22'] }), finds: 0 },
    { name: 'in the place', claim: withNumber({}), plan: listed({ codes: ['G0108'], pos: ['11'] }), finds: 1 },
    {
      name: 'after the need has ended',
      claim: withNumber({}),
      plan: listed({ codes: ['G0108'], to: '2025-12-31' as NonNullable<AuthorizationNeed['to']> }),
      finds: 0,
    },
    { name: 'spaces are no number', claim: withNumber({ priorAuthorization: ' ' }), plan: listed({ codes: ['G0108'] }), finds: 1 },
    { name: 'a plan without a list', claim: withNumber({}), plan: { id: 'example', title: 'Example' }, finds: 0 },
  ],
});

function missing({ code, n, path }: LineView, kind: 'authorization' | 'referral' | 'either', plan: PayerPlan): Found {
  const what = kind === 'authorization' ? 'an authorisation' : kind === 'referral' ? 'a referral' : 'an authorisation or referral';
  return {
    at: `${path}/code`,
    codes: [code],
    message: `${code} on line ${n} needs ${what} by the plan ${plan.id}, and the claim has no number of one.`,
    why: 'A payer denies a service it wanted to be asked about (CARC 197; CARC 15 where the number does not fit the service).',
    fix: `Enter the payer's number (box 23; ${kind === 'referral' ? 'REF*9F' : 'REF*G1'}), or ask whether it grants one afterwards.`,
  };
}

function isGiven(number: string | undefined): boolean {
  return number !== undefined && number.trim() !== '';
}

interface Index {
  readonly byCode: ReadonlyMap<string, readonly AuthorizationNeed[]>;
  readonly ranges: readonly { readonly first: string; readonly last: string; readonly need: AuthorizationNeed }[];
}

/** A list may be long: its single codes are found at once, its ranges one after the other. */
const INDEXES = new WeakMap<readonly AuthorizationNeed[], Index>();

function indexOf(list: readonly AuthorizationNeed[]): Index {
  let index = INDEXES.get(list);
  if (!index) {
    const byCode = new Map<string, AuthorizationNeed[]>();
    const ranges: { first: string; last: string; need: AuthorizationNeed }[] = [];
    for (const need of list) {
      for (const codes of need.codes) {
        const [first = '', last] = codes.split('-');
        if (last !== undefined) ranges.push({ first, last, need });
        else byCode.set(first, [...(byCode.get(first) ?? []), need]);
      }
    }
    INDEXES.set(list, (index = { byCode, ranges }));
  }
  return index;
}

function needOf(list: readonly AuthorizationNeed[], line: LineView, claim: ClaimView): AuthorizationNeed | undefined {
  const { byCode, ranges } = indexOf(list);
  const on = lineDay(line, claim);
  const holds = (need: AuthorizationNeed): boolean => holdsOn(need, on) && (need.pos?.includes(line.line.pos ?? '') ?? true);
  return (
    byCode.get(line.code)?.find(holds) ??
    ranges.find(({ first, last, need }) => first <= line.code && line.code <= last && holds(need))?.need
  );
}

function withNumber(changes: Partial<Parameters<typeof visit>[2]>) {
  return visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04')], ...changes });
}

function listed(need: AuthorizationNeed): PayerPlan {
  return { id: 'example', title: 'Example', authorization: [need] };
}
