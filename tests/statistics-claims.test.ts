import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Claim, formatMoney, parseMoney, ZERO_MONEY } from '@cleanclaim/core';
import { ServiceCounter } from '@cleanclaim/core/statistics';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanclaim } from './support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-claims-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const claim = (code: string, birthDate: string, charge: string, payer: string, diagnosis = 'E11.9'): Claim => ({
  type: 'professional',
  payer: { name: payer },
  patient: { birthDate, sex: 'female', name: 'Jane Doe', memberId: 'X123' },
  billing: { npi: '1234567893' },
  diagnoses: [{ code: diagnosis }, { code: 'I10' }],
  lines: [
    { code, from: '2026-03-04', units: 2, charge, pointers: [1] },
    { code: 'G0438', from: '2026-03-04', units: 1, charge: '0.10', pointers: [1] },
  ],
});
const CLAIMS = [
  claim('99213', '1960-03-05', '128.00', 'Alpha'),
  claim('99213', '1981-07-09', '0.20', 'Beta'),
  claim('99285', '1990-01-01', '900', 'Beta', 'I21.9'),
];

describe('stats utilisation', () => {
  const json = file('claims.json', JSON.stringify(CLAIMS));
  const lines = file('claims.ndjson', CLAIMS.map((each) => JSON.stringify(each)).join('\n'));

  it.each([
    ['a list', json],
    ['lines', lines],
  ])('counts lines, claims, units and exact charges of %s', (_, path) => {
    const rows = cleanclaim(['stats', 'utilisation', path, '--format', 'json']).json() as Record<string, unknown>[];
    expect(rows.map(({ by, lines: count, claims, units, charges }) => [by, count, claims, units, charges])).toEqual([
      [{ code: 'G0438' }, 3, 3, 3, '0.30'],
      [{ code: '99213' }, 2, 2, 4, '128.20'],
      [{ code: '99285' }, 1, 1, 2, '900.00'],
    ]);
  });

  it('by payer, for some codes only, with rates of people', () => {
    const people = file('people.csv', 'age,sex,population\n0-44,female,1000\n45+,female,500\n');
    const run = cleanclaim([
      'stats',
      'utilisation',
      json,
      '--codes',
      '99202-99215',
      '--by',
      'payer',
      '--population',
      people,
      '--ci',
      'normal',
      '--format',
      'json',
      '--quiet',
    ]);
    const rows = run.json() as { by: { payer: string }; lines: number; crude: number; per: number }[];
    expect(rows.map(({ by, lines: count }) => `${by.payer} ${count}`).sort()).toEqual(['Alpha 1', 'Beta 1']);
    expect(rows[0]?.per).toBe(1_000);
    expect(rows[0]?.crude).toBeCloseTo(1_000 / 1_500, 9);
  });

  it('counts claims that came as FHIR', () => {
    const rows = cleanclaim(['stats', 'utilisation', 'examples/visit.fhir.json', '--format', 'json']).json() as Record<string, unknown>[];
    expect(rows.map(({ by, lines, charges }) => [by, lines, charges])).toEqual([
      [{ code: 'G0108' }, 1, '128.00'],
      [{ code: 'A4253' }, 1, '30.00'],
    ]);
  });

  it('refuses what is no claims, other columns, and shows no names', () => {
    expect(cleanclaim(['stats', 'utilisation', file('x.csv', 'a,b\n1,2\n')]).err).toMatch(/no file of claims/);
    expect(cleanclaim(['stats', 'utilisation', json, '--by', 'name']).err).toMatch(/--by takes code/);
    expect(cleanclaim(['stats', 'utilisation', json, '--codes', '99215-99202']).err).toMatch(/one by one or as ranges/);
    const run = cleanclaim(['stats', 'utilisation', json, '--by', 'code,payer,provider,age,sex,month']);
    expect(run.out + run.err).not.toMatch(/Jane|X123|1960-03-05/);
  });

  it('charges add up to the cent in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 60 }), (cents) => {
        const counter = new ServiceCounter(['code']);
        for (const each of cents) counter.add({ type: 'professional', lines: [{ code: '99213', charge: (each / 100).toFixed(2) }] });
        const total = cents.reduce((sum, each) => sum + each, 0);
        expect(counter.rows()[0]?.charges).toBe(formatMoney(parseMoney((total / 100).toFixed(2)) ?? ZERO_MONEY));
      }),
    );
  });
});

it('claims are visits for the tables of causes', () => {
  const path = file('visits.json', JSON.stringify(CLAIMS));
  const run = cleanclaim([
    'stats',
    'tabulate',
    path,
    '--list',
    'icd10-chapters',
    '--by',
    'payer',
    '--mentions',
    '--format',
    'json',
    '--quiet',
  ]);
  const rows = run.json() as { by: { payer: string }; group: string; count: number; mentions: number }[];
  expect(rows.filter(({ group }) => group === '4').map(({ by, count }) => `${by.payer} ${count}`)).toEqual(['Alpha 1', 'Beta 1']);
  expect(rows.find(({ by, group }) => by.payer === 'Beta' && group === '9')).toMatchObject({ count: 1, mentions: 2 });
});

describe('files of fixed width', () => {
  it('by a layout of the user', () => {
    const layout = file('layout.csv', 'name,start,end\nage,1,3\nsex,4,4\ncause,5,9\n');
    const path = file('fixed.txt', '070MI219 \n080FC34.9\n0\n055FE11.9\n');
    const run = cleanclaim(['stats', 'tabulate', path, '--layout', layout, '--format', 'json', '--quiet']);
    const rows = run.json() as { group: string; count: number; problems?: { problem: string; rows: number }[] }[];
    expect(rows.map(({ group, count }) => `${group} ${count}`)).toEqual(['all 3', '2 1', '4 1', '9 1']);
    expect(rows[0]?.problems).toMatchObject([{ problem: 'row-width', rows: 1 }]);
    expect(cleanclaim(['stats', 'tabulate', path, '--layout', file('bad.csv', 'name,start,end\nage,3,1\n')]).err).toMatch(
      /places count from 1/,
    );
  });

  it('the public NCHS file: age by its unit, conditions of the record', () => {
    const record = (unit: string, age: string, cause: string, conditions: string[]): string => {
      const line = ' '.repeat(490).split('');
      const put = (start: number, text: string): void => {
        for (let at = 0; at < text.length; at++) line[start - 1 + at] = text[at] ?? ' ';
      };
      put(20, '1');
      put(69, 'F');
      put(70, unit + age);
      put(102, '2015');
      put(146, cause);
      conditions.forEach((code, at) => put(344 + 5 * at, code));
      return line.join('');
    };
    const path = file(
      'VS15MORT.txt',
      [
        record('1', '047', 'X42', ['T401', 'T424']),
        record('2', '006', 'P070', ['P070']),
        record('9', '999', 'I219', ['I219', 'E119']),
      ].join('\r\n'),
    );
    const drugs = cleanclaim(['stats', 'drugs', path, '--layout', 'nchs-mortality', '--by', 'year', '--format', 'json', '--quiet']);
    expect((drugs.json() as Record<string, unknown>[])[0]).toMatchObject({
      by: { year: '2015' },
      deaths: 3,
      drugNamed: 1,
      opioids: { heroin: 1 },
    });
    const ages = cleanclaim([
      'stats',
      'tabulate',
      path,
      '--layout',
      'nchs-mortality',
      '--by',
      'age',
      '--list',
      'nchs-113',
      '--mentions',
      '--format',
      'json',
      '--quiet',
    ]);
    const rows = ages.json() as { by: { age: string }; group: string; count: number; mentions: number }[];
    expect(rows.filter(({ group }) => group === 'all').map(({ by }) => by.age)).toEqual(['47', '0', 'unknown']);
    expect(rows.find(({ group }) => group === '46')).toMatchObject({ count: 0, mentions: 1 });
  });
});
