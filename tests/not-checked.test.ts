import { type Claim, day, makeEngine } from '@cleanclaim/core';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { expect, it } from 'vitest';
import { data } from './support/data.ts';
import { madeData } from './support/made-data.ts';

it('a claim is told what bears on it, whatever claim of that day came before', () => {
  const engine = makeEngine(RULES, data, UNMADE);
  const line = { revenue: '0300', from: '2026-03-04', units: 1, charge: '10.00' };
  const claim: Claim = { type: 'institutional', billType: '0131', diagnoses: [{ code: 'I10', kind: 'principal' }], lines: [line] };
  const unchecked = (each: Claim): string[] => engine.check(each, { received: day('2026-11-24') }).notChecked.map(({ rule }) => rule);
  const before = unchecked(claim);
  const coded = unchecked({ ...claim, lines: [{ ...line, code: 'G0108' }] });
  expect(before).not.toContain('plan/authorization');
  expect(coded).toContain('plan/authorization');
  expect(unchecked(claim)).toEqual(before);
});

it('a list of HCPCS codes alone tells nothing of modifiers and of codes without a meaning of their own', () => {
  const made = madeData(data, { hcpcs: [{ code: 'J3490', from: null, to: null, long: '', short: '' }] });
  const claim: Claim = {
    type: 'professional',
    diagnoses: [{ code: 'I10' }],
    lines: [{ code: 'J3490', modifiers: ['ZZ'], from: '2026-03-04', pointers: [1] }],
  };
  const { findings, notChecked } = makeEngine(RULES, made).check(claim, { received: day('2026-04-01') });
  expect(findings.filter(({ rule }) => rule === 'code/procedure' || rule === 'form/not-classified')).toEqual([]);
  expect(notChecked).toContainEqual(expect.objectContaining({ rule: 'code/procedure', reason: expect.stringContaining('codes alone') }));
  expect(notChecked).toContainEqual(
    expect.objectContaining({ rule: 'form/not-classified', reason: expect.stringContaining('without their words') }),
  );
});
