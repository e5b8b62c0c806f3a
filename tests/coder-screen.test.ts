import { type Claim, day, lookup, makeEngine, perform, search } from '@cleanclaim/core';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { describe, expect, it } from 'vitest';
import { data } from './support/data.ts';

// The ten questions a coder at the screen asks, in one place; forms and chapters have closer tests of their own.
const on = '2026-04-15';
const context = { data, today: day(on) };
const engine = makeEngine(RULES, data, UNMADE);

function visit(codes: readonly string[], changes: Partial<Claim> = {}): Claim {
  return {
    type: 'professional',
    payer: { id: 'EX', kind: 'commercial' },
    patient: { birthDate: '1986-01-01', sex: 'female', memberId: 'EX-1' },
    billing: { npi: '1234567893', taxId: '123456789' },
    diagnoses: codes.map((code) => ({ code })),
    lines: [{ code: 'G0108', from: on, pos: '11', units: 1, charge: '60.00', pointers: codes.map((_, at) => at + 1).slice(0, 4) }],
    total: '60.00',
    ...changes,
  };
}

const found = (claim: Claim): string[] =>
  engine
    .check(claim, { received: day('2026-11-24') })
    .findings.map((finding) => `${finding.severity} ${finding.rule} ${finding.codes.join('+')}`);

describe('the coder at the screen', () => {
  it('1: "htn ckd 3" offers I12.9 and N18.3x together; I10 with N18.3x is flagged', () => {
    const codes = perform(search, { query: 'htn ckd 3', on, limit: 5 }, context).results.map((result) => result.code);
    expect(codes).toContain('I12.9');
    expect(codes.some((code) => code.startsWith('N18.3'))).toBe(true);
    expect(found(visit(['I10', 'N18.31']))).toContain('warning icd10cm/with-convention I10+N18.31');
  });

  it('2: every way a code lacks characters', () => {
    const needs = (code: string) => perform(lookup, { code, on }, context).needs;
    expect(needs('S82.101')?.choices).toHaveLength(16);
    expect(needs('T14.90')).toMatchObject({
      placeholder: 'X',
      choices: [{ code: 'T14.90XA' }, { code: 'T14.90XD' }, { code: 'T14.90XS' }],
    });
    expect(needs('S06.1X7')?.choices.map((choice) => choice.character)).toEqual(['A']);
    expect(perform(lookup, { code: 'QA0.0101', on }, context).status).toBe('billable');
  });

  it('3: E10.9 with E11.9 is an Excludes1 pair', () => {
    expect(found(visit(['E10.9', 'E11.9']))).toContain('error icd10cm/excludes1 E10.9+E11.9');
  });

  it('4: a day before the editions is "no data", and the answer says what to add', () => {
    expect(perform(lookup, { code: 'U09.9', on: '2021-09-30' }, context)).toMatchObject({
      status: 'no-data',
      fix: expect.stringContaining('cleanclaim data add') as string,
    });
  });

  it('5 and 6: lines without a pointer, beyond the last, more than four', () => {
    const withPointers = (pointers: number[]) => found(visit(['I10', 'E78.5'], { lines: [{ ...visit([]).lines[0], pointers }] }));
    expect(withPointers([])).toContain('error form/pointer ');
    expect(withPointers([3])).toContain('error form/pointer ');
    expect(withPointers([1, 2, 1, 2, 1])).toContain('error form/pointer ');
    expect(withPointers([1])).toContain('info form/unused-diagnosis E78.5');
  });

  it('7: the total is the sum of the lines', () => {
    expect(found(visit(['I10'], { total: '61.00' }))).toContain('error form/total ');
  });

  it('8: without the NCCI table a pair is not checked, which is no pass', () => {
    const lines = ['G0108', 'G0109'].map((code) => ({ code, from: on, pos: '11', units: 1, charge: '30.00', pointers: [1] }));
    const report = engine.check(visit(['I10'], { lines }), { received: day('2026-11-24') });
    expect(report.notChecked.map((each) => each.rule)).toContain('ncci/ptp-pair');
    expect(report.status).not.toBe('clean');
  });

  it('9: what sex and age decide', () => {
    const male = { patient: { birthDate: '1986-01-01', sex: 'male' as const, memberId: 'EX-1' } };
    expect(found(visit(['O26.892'], male)).some((each) => each.startsWith('warning demographic/sex'))).toBe(true);
    expect(found(visit(['N40.1']))).toContain('warning demographic/sex N40.1');
    expect(found(visit(['Z38.00']))).toContain('error demographic/age Z38.00');
    expect(found(visit(['P07.18', 'J45.20'])).filter((each) => each.includes('P07.18') && !each.startsWith('info'))).toEqual([]);
  });

  it('10: what may not stand first, and a symptom of its disease', () => {
    expect(found(visit(['W19.XXXA', 'S52.501A']))).toContain('error icd10cm/external-cause-first W19.XXXA');
    expect(found(visit(['I21.4', 'R07.9'])).some((each) => each.startsWith('info icd10cm/symptom-integral'))).toBe(true);
  });
});
