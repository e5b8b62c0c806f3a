import { type Claim, CleanclaimError, type Day, day, joinPlans, makeEngine, planChooser, readPlans, type Report } from '@cleanclaim/core';
import { PLANS } from '@cleanclaim/plans';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { describe, expect, it } from 'vitest';
import { exampleLine, stay, visit } from '../rules/support/example-claim.ts';
import { nextWorkday } from '../rules/support/workday.ts';
import { data } from './support/data.ts';

const engine = makeEngine(RULES, data, UNMADE, { plans: PLANS });
const MEDICARE = { id: '12302', kind: 'medicare' };

function filing(claim: Claim, received: string, assumed = false): string[] {
  const report = engine.check(claim, { received: day(received), assumed });
  return report.findings.filter(({ rule }) => rule === 'plan/timely-filing').map(({ severity }) => severity);
}

function medicareLine(from: string, to?: string): Claim {
  const line = exampleLine(from, 1, to === undefined ? {} : { to });
  return visit(from, ['I10'], { payer: MEDICARE, lines: [line] });
}

// The last day and the day after it, by the manual's sections 70.1 and 70.4.
describe('Medicare: one calendar year', () => {
  it.each([
    ['a plain day', medicareLine('2025-03-04'), '2026-03-04', '2026-03-05'],
    ['29 February: the last day is 28 February, here a Friday', medicareLine('2024-02-29'), '2025-02-28', '2025-03-01'],
    ['28 February before a leap year', medicareLine('2023-02-28'), '2024-02-28', '2024-02-29'],
    ['a last day on a Saturday moves to Monday', medicareLine('2025-03-07'), '2026-03-09', '2026-03-10'],
    ['a last day on Labor Day moves to Tuesday', medicareLine('2025-09-07'), '2026-09-08', '2026-09-09'],
    ['a last day on 3 July 2026, the observed holiday, moves over the weekend', medicareLine('2025-07-03'), '2026-07-06', '2026-07-07'],
    ['a line with a span counts from its first day', medicareLine('2025-03-04', '2025-03-20'), '2026-03-04', '2026-03-05'],
    ['a service of 2009 until the end of 2010', medicareLine('2009-11-02'), '2010-12-31', '2011-01-01'],
    [
      'a stay counts from its last day',
      stay('2025-03-04', ['I10'], { payer: MEDICARE, admission: '2025-02-20', statement: { from: '2025-02-20', to: '2025-03-04' } }),
      '2026-03-04',
      '2026-03-05',
    ],
    [
      'a replacement has no longer',
      stay('2025-03-04', ['I10'], { payer: MEDICARE, billType: '0117', originalClaim: 'X1' }),
      '2026-03-04',
      '2026-03-05',
    ],
  ] as const)('%s', (_, claim, last, after) => {
    expect(filing(claim, last)).toEqual([]);
    expect(filing(claim, after)).toEqual(['error']);
  });

  it('is only noted when nobody said on which day the claim was received', () => {
    expect(filing(medicareLine('2025-03-04'), '2026-11-24', true)).toEqual(['info']);
  });

  it('says once how many lines are late, and nothing of those in time', () => {
    const lines = ['2025-03-04', '2025-03-05', '2025-12-01'].map((on) => exampleLine(on));
    const report = engine.check(visit('2025-03-04', ['I10'], { payer: MEDICARE, lines, total: '180.00' }), { received: day('2026-03-30') });
    const late = report.findings.filter(({ rule }) => rule === 'plan/timely-filing');
    expect(late.map(({ message }) => message)).toEqual([
      'Line 1, with 1 more, reaches the payer on 2026-03-30, after the last day for the service of 2025-03-04, 2026-03-04.',
    ]);
  });
});

describe('other payers', () => {
  it('Medicaid warns, since states set their own limits', () => {
    const claim = visit('2025-03-04', ['I10'], { payer: { id: 'MCD01', kind: 'medicaid' } });
    expect(filing(claim, '2026-03-04')).toEqual([]);
    expect(filing(claim, '2026-03-05')).toEqual(['warning']);
  });

  it.each(['commercial', 'tricare'])('%s: the limit is not known, and that is said', (kind) => {
    const report = engine.check(visit('2020-03-04', ['I10'], { payer: { id: 'EX001', kind } }), { received: day('2026-03-05') });
    expect(report.notChecked.map(({ rule }) => rule)).toContain('plan/timely-filing');
    expect(report.findings.map(({ rule }) => rule)).not.toContain('plan/timely-filing');
  });
});

it.each([
  ['2026-11-24', '2026-11-24'],
  ['2026-11-26', '2026-11-27'],
  ['2026-12-25', '2026-12-28'],
  ['2021-12-31', '2022-01-03'],
  ['2020-06-19', '2020-06-19'],
  ['2026-06-19', '2026-06-22'],
  ['2026-05-25', '2026-05-26'],
  ['2026-01-19', '2026-01-20'],
])('the workday on or after %s is %s', (on, next) => {
  expect(nextWorkday(day(on))).toBe(next);
});

describe('a plan of the user', () => {
  const own = (plan: object): Report => {
    const plans = joinPlans(readPlans({ id: 'mine', title: 'Mine', claims: { ids: ['EX001'] }, ...plan }), PLANS);
    return makeEngine(RULES, data, UNMADE, { plans }).check(visit('2026-03-04', ['E10.9', 'E11.9']), { received: day('2026-03-10') });
  };
  const of = (report: Report, rule: string) => report.findings.filter((each) => each.rule === rule).map(({ severity }) => severity);

  it('is named in the report', () => {
    expect(own({}).editions.map(({ id }) => id)).toContain('plan-mine');
  });

  it('turns a rule off, or makes it count for less', () => {
    expect(of(own({}), 'icd10cm/excludes1')).toEqual(['error']);
    expect(of(own({ rules: [{ rule: 'icd10cm/excludes1', severity: 'off' }] }), 'icd10cm/excludes1')).toEqual([]);
    expect(of(own({ rules: [{ rule: 'icd10cm/*', severity: 'warning' }] }), 'icd10cm/excludes1')).toEqual(['warning']);
    expect(of(own({ rules: [{ rule: 'icd10cm/*', severity: 'off', to: '2026-03-03' }] }), 'icd10cm/excludes1')).toEqual(['error']);
  });

  it('with a list of authorisations says what lacks one, and no longer that it was not checked', () => {
    const listed = own({ authorization: [{ codes: ['G0100-G0199'] }] });
    expect(of(listed, 'plan/authorization')).toEqual(['error']);
    expect(listed.notChecked.map(({ rule }) => rule)).not.toContain('plan/authorization');
    expect(own({}).notChecked.map(({ rule }) => rule)).toContain('plan/authorization');
  });

  it('takes from its base what it does not have', () => {
    const plans = joinPlans(readPlans({ id: 'mine', title: 'Mine', basedOn: 'medicare-part-b' }), PLANS);
    expect(plans[0]?.timelyFiling).toEqual(PLANS.find(({ id }) => id === 'medicare-part-b')?.timelyFiling);
    // The scope is a parameter like others.
    expect(plans[0]?.claims).toEqual({ kinds: ['medicare'], types: ['professional'] });
  });
});

it('the id of the payer counts before its kind, and both before a plan for all', () => {
  const plans = readPlans([
    { id: 'all', title: 'All' },
    { id: 'kind', title: 'Kind', claims: { kinds: ['commercial'] } },
    { id: 'one', title: 'One', claims: { ids: ['EX001'], types: ['professional'] } },
  ]);
  const choose = planChooser(plans);
  const chosen = (payer: object, type: Claim['type'] = 'professional') => choose({ type, payer, lines: [] })?.id;
  expect(chosen({ id: 'EX001', kind: 'commercial' })).toBe('one');
  expect(chosen({ id: 'EX001', kind: 'commercial' }, 'institutional')).toBe('kind');
  expect(chosen({ id: 'EX002', kind: 'commercial' })).toBe('kind');
  expect(chosen({ id: 'EX002', kind: 'auto' })).toBe('all');
  expect(chosen({})).toBe('all');
});

const PLAN = { id: 'mine', title: 'Mine' };
it.each<[string, unknown, string]>([
  ['a number', 5, ''],
  ['nothing', null, ''],
  ['an empty list', [], ''],
  ['no id', { title: 'Mine' }, ''],
  ['an id with capitals', { ...PLAN, id: 'Mine' }, '/id'],
  ['a field nobody knows', { ...PLAN, timelyfiling: [] }, ''],
  ['prototype as a field', JSON.parse('{"id":"a","title":"b","__proto__":1}'), ''],
  ['a list for an object', { ...PLAN, claims: [] }, '/claims'],
  ['an empty list inside', { ...PLAN, claims: { ids: [] } }, '/claims/ids'],
  ['a type that is none', { ...PLAN, claims: { types: ['pharmacy'] } }, '/claims/types/0'],
  ['a day that is none', { ...PLAN, rules: [{ rule: 'ncci/mue', severity: 'off', from: '2026-02-29' }] }, '/rules/0/from'],
  ['an end before the beginning', { ...PLAN, rules: [{ rule: 'a/b', severity: 'off', from: '2026-02-02', to: '2026-02-01' }] }, '/rules/0'],
  ['a rule that is none', { ...PLAN, rules: [{ rule: 'ncci', severity: 'off' }] }, '/rules/0/rule'],
  ['a limit without a measure', { ...PLAN, timelyFiling: [{ counts: 'first-day', source: 'x' }] }, '/timelyFiling/0'],
  ['a limit with two', { ...PLAN, timelyFiling: [{ days: 1, months: 1, counts: 'first-day', source: 'x' }] }, '/timelyFiling/0'],
  ['half a day', { ...PLAN, timelyFiling: [{ days: 1.5, counts: 'first-day', source: 'x' }] }, '/timelyFiling/0/days'],
  ['NaN', { ...PLAN, timelyFiling: [{ days: Number.NaN, counts: 'first-day', source: 'x' }] }, '/timelyFiling/0/days'],
  ['a range the wrong way', { ...PLAN, authorization: [{ codes: ['G0109-G0100'] }] }, '/authorization/0/codes/0'],
  ['a code of four', { ...PLAN, authorization: [{ codes: ['G010'] }] }, '/authorization/0/codes/0'],
  ['a place of one digit', { ...PLAN, authorization: [{ codes: ['G0108'], pos: ['1'] }] }, '/authorization/0/pos/0'],
  ['a long text', { ...PLAN, title: 'x'.repeat(201) }, '/title'],
])('a plan is refused: %s', (_, value, path) => {
  let caught: unknown;
  try {
    readPlans(value);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(CleanclaimError);
  const { failure } = caught as CleanclaimError;
  expect(failure.code).toBe('plan/wrong');
  expect(failure.path).toBe(path);
});

it('two plans of one id, a base nobody knows and a base of a base are refused', () => {
  expect(() => joinPlans(readPlans(PLAN), readPlans(PLAN))).toThrow(/same|id/);
  expect(() => joinPlans(readPlans({ ...PLAN, basedOn: 'nobody' }), PLANS)).toThrow(/no known plan/);
  const chain = [
    { ...PLAN, basedOn: 'other' },
    { id: 'other', title: 'Other', basedOn: 'commercial' },
  ];
  expect(() => joinPlans(readPlans(chain), PLANS)).toThrow(/based on another/);
});

it('every rule a given plan names exists', () => {
  const known = new Set<string>(RULES.map(({ id }) => id));
  for (const { rules = [] } of PLANS) for (const { rule } of rules) expect(rule.endsWith('/*') || known.has(rule)).toBe(true);
});

it('every day of ten years has a limit that lies in the future', () => {
  for (let at = 0; at < 3_650; at += 7) {
    const from = new Date(Date.UTC(2016, 0, 1 + at)).toISOString().slice(0, 10) as Day;
    expect(filing(medicareLine(from), from)).toEqual([]);
  }
});
