import { type Data, day, diff, identify, lookup, namedBy, notes, perform, tree } from '@cleanclaim/core';
import { describe, expect, it } from 'vitest';
import { data as bundled } from './support/data.ts';
import { madeData } from './support/made-data.ts';

const ON = '2026-03-04';
const category = (id: string, title: string) => ({
  id,
  kind: 'category',
  title,
  depth: '2',
  chapter: '01',
  residual: '',
  leaf: '1',
  uri: id,
});
const made = madeData(bundled, {
  hcpcs: [{ code: 'E0130', long: 'Walker, rigid', short: 'Walker rigid', from: '2000-01-01', to: null }],
  'icd9cm-diagnoses': [
    { code: '25000', title: 'Made-up sugar' },
    { code: 'E8100', title: 'Made-up collision' },
  ],
  'icd9cm-procedures': [{ code: '4523', title: 'Made-up look inside' }],
  'icd11-mms': [category('1A00', 'Made-up gut'), category('BA00', 'Made-up pressure'), category('XN1A4', 'Made-up germ')],
  'ms-drg': [{ drg: '470', title: 'MADE-UP JOINT' }],
});
const told = (code: string, data: Data = made) => perform(identify, { code, on: ON }, { data, today: day(ON) }).candidates;
const looked = (code: string, on = ON) => perform(lookup, { code, on }, { data: made, today: day(ON) });

describe('identify with tables installed', () => {
  it('knows a code by its table, and no longer advises to install it', () => {
    const [first] = told('E0130');
    expect(first).toMatchObject({ system: 'hcpcs', display: 'Walker, rigid', certain: true });
    expect(first?.next).toBe('Look it up on the day: cleanclaim lookup E0130 --on 2026-03-04');
    expect(told('470').find((each) => each.system === 'ms-drg')).toMatchObject({ display: 'MADE-UP JOINT', certain: true });
  });
  it('puts a code that its table does not list behind the others, and says so', () => {
    expect(told('E8100').map(({ system, certain }) => [system, certain])).toEqual([
      ['icd9cm', true],
      ['hcpcs', false],
    ]);
    expect(told('E8100')[1]?.next).toMatch(/does not list E8100/);
  });
  it('reads five digits as ICD-9-CM too when its list has them, and only then', () => {
    expect(told('25000').map(({ system, code }) => [system, code])).toEqual([
      ['cpt', '25000'],
      ['icd9cm', '250.00'],
    ]);
    expect(told('25001').map(({ system }) => system)).toEqual(['cpt']);
    expect(told('25000', bundled).map(({ system }) => system)).toEqual(['cpt']);
  });
  it('finds procedures of ICD-9-CM in their own table', () => {
    expect(told('45.23')[0]).toMatchObject({ display: 'Made-up look inside', certain: true });
    expect(looked('45.23')).toMatchObject({ status: 'billable', display: 'Made-up look inside' });
  });
});

describe('tree and notes of a code that ICD-10-CM does not have', () => {
  const context = { data: made, today: day(ON) };
  it('know a code of another system, and say that it has none here', () => {
    expect(perform(tree, { code: 'e0130', on: ON }, context)).toMatchObject({
      status: 'found',
      code: 'E0130',
      display: 'Walker, rigid',
      ancestors: [],
      children: [],
      fix: expect.stringContaining('not of ICD-10-CM'),
    });
    expect(perform(notes, { code: 'E0130', on: ON }, context)).toMatchObject({ status: 'found', code: 'E0130', notes: [] });
    expect(perform(namedBy, { code: 'E0130', on: ON }, context)).toMatchObject({ status: 'found', code: 'E0130', notes: [] });
  });
  it('lack data where the table of the other system is missing, and say why a text is unknown', () => {
    expect(perform(tree, { code: '99213', on: ON }, context)).toMatchObject({ status: 'no-data', code: null });
    expect(perform(tree, { code: 'E1.19', on: ON }, context)).toMatchObject({ status: 'unknown', fix: expect.stringContaining('E11.9') });
    expect(perform(notes, { code: 'E11.9', on: '1999-01-01' }, context).status).toBe('no-data');
  });
});

describe('clusters of ICD-11', () => {
  it('stand when each code stands', () => {
    expect(looked('1A00&XN1A4')).toMatchObject({ status: 'billable', display: 'Made-up gut & Made-up germ' });
    expect(looked('1A00&XN1A4/BA00').display).toBe('Made-up gut & Made-up germ / Made-up pressure');
  });
  it('need a stem: an extension code alone is no answer', () => {
    expect(looked('XN1A4')).toMatchObject({ status: 'header', billable: false, display: 'Made-up germ' });
    expect(looked('XN1A4').fix).toMatch(/stem/);
  });
  it('name the code that is not listed', () => {
    expect(looked('1A00&XN2B5')).toMatchObject({ status: 'unknown', billable: false, code: '1A00&XN2B5' });
    expect(looked('1A00&XN2B5').why).toMatch(/does not list XN2B5/);
  });
});

describe('editions by name', () => {
  const compared = (from: string, to: string) => perform(diff, { from, to }, { data: made, today: day(ON) });
  it('takes the name under which an added file is listed', () => {
    expect(compared('icd10cm-codes-2025-10', 'FY2027')).toMatchObject({ from: 'icd10cm-2025-10', to: 'icd10cm-2026-10' });
  });
  it('says where editions of other sources are compared', () => {
    const other = made.editions().find(({ source }) => source === 'hcpcs')?.edition.id ?? '';
    expect(() => compared(other, 'FY2027')).toThrow(/data diff/);
  });
});
