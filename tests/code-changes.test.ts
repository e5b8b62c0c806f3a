import { codeChanges, day, perform } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { expect, it } from 'vitest';
import { cleanclaim } from './support/command-line.ts';
import { madeData } from './support/made-data.ts';

const bundled = openPacks(undefined);
const today = day('2026-11-24');
const ask = (codes: string[], from?: string, to?: string, data = bundled) =>
  perform(codeChanges, { codes, ...(from ? { from } : {}), ...(to ? { to } : {}) }, { data, today });
const kinds = (codes: string[], from?: string, to?: string, data = bundled) =>
  ask(codes, from, to, data).changes.map(({ code, kind, breaks }) => [code, kind, breaks]);

it('says what October 2026 did to diagnoses', () => {
  const answer = ask(['E11.9', 'M72.2', 'Q99.99'], 'FY2026', 'FY2027');
  expect(answer).toMatchObject({ from: '2026-09-30', to: '2026-10-01', codes: 3, unchanged: ['E11.9'] });
  expect(kinds(['m722', 'Q99.99'], 'FY2026', 'FY2027')).toEqual([
    ['M72.2', 'header', true],
    ['Q99.99', 'unknown', true],
  ]);
  expect(answer.changes.find(({ code }) => code === 'M72.2')?.replacedBy.length).toBeGreaterThan(1);
  expect(ask(['E11.9', 'M72.2']).to).toBe('2026-10-01');
});

const row = (code: string, long: string, from: string, to: string | null) => ({
  code,
  long,
  short: '',
  coverage: 'C',
  service: '1',
  betos: '',
  from,
  to,
});
const made = madeData(bundled, {
  hcpcs: [
    row('G0108', 'Made up', '2000-01-01', null),
    row('G0109', 'Made up', '2000-01-01', '2026-12-31'),
    row('G0110', 'Made up', '2027-01-01', null),
  ],
  'ncci-mue-practitioner': [{ code: 'G0108', units: '4', indicator: '1', rationale: '' }],
  'ncci-ptp-practitioner': [
    { column1: 'G0108', column2: 'G0109', from: '2027-01-01', to: null, indicator: '1', rationale: '' },
    { column1: 'G0108', column2: 'G0110', from: '2000-01-01', to: '2026-12-31', indicator: '0', rationale: '' },
  ],
});

it('says what a year does to procedures and their pairs, and what it cannot compare', () => {
  const answer = ask(['G0108', 'G0109', 'G0110'], '2026-12-31', '2027-01-01', made);
  expect(answer.changes.map(({ code, kind, breaks }) => [code, kind, breaks])).toEqual([
    ['G0109', 'deleted', true],
    ['G0110', 'begins', false],
    ['G0108 G0109', 'pair', true],
    ['G0108 G0110', 'pair', false],
  ]);
  expect(answer.notCompared.map(({ what }) => what)).toEqual(['fee schedule status']);
  expect(answer.unchanged).toEqual([]);
});

it('never calls unchanged what no edition covers', () => {
  const answer = ask(['E11.9'], '2010-01-01', '2010-10-01');
  expect(answer).toMatchObject({ changes: [], unchanged: [] });
  expect(answer.notCompared[0]).toMatchObject({ what: 'diagnosis codes', reason: expect.stringContaining('2010') });
});

it('refuses what is no edition, and a list without end', () => {
  expect(() => ask(['E11.9'], 'FY1999', 'FY2027')).toThrow(/edition/);
  expect(() => ask(['E11.9'], '2026-99-99', 'FY2027')).toThrow(/edition/);
  expect(() => ask(Array.from({ length: 20_001 }, (_, at) => String(at)))).toThrow(/limit/);
});

it('is the command data update', () => {
  const words = ['data', 'update', 'FY2026', 'FY2027', '--report', 'examples/my-codes.txt', '--format'];
  const csv = cleanclaim([...words, 'csv']);
  expect(csv.status).toBe(1);
  expect(csv.out.split('\n')[0]).toBe('input,code,system,kind,breaks,says,before,after,replacedBy');
  expect(csv.out).toMatch(/M72\.2,M72\.2,icd10cm,header,true/);
  expect(cleanclaim([...words, 'table']).out).toMatch(/of 5 stay as they are/);
  expect(cleanclaim(['data', 'update']).status).toBe(2);
});

it('a workbook given as a list of codes is refused, not read as codes', () => {
  const run = cleanclaim(['data', 'update', '--report', 'packages/data/packs/place-of-service.pack']);
  expect(run.status).toBe(2);
  expect(run.err).toMatch(/is no text: a list has a code a line/);
});
