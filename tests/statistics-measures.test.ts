import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanclaim } from './support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-measures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('stats funnel', () => {
  const places = file('places.csv', 'place,deaths,population\nA,40,52000\nB,95,60000\nC,11,9000\nD,51,61000\n');

  it('flags places by OHID, with care for their number, and draws them', () => {
    const plot = join(folder, 'funnel.svg');
    const run = cleanclaim(['stats', 'funnel', places, '--by', 'place', '--format', 'json', '--plot', plot]);
    const rows = run.json() as unknown as { by: { place: string }; flag: string; pValue: number; pBonferroni: number; average: number }[];
    expect(rows.map(({ by }) => by.place)).toEqual(['A', 'D', 'C', 'B']);
    const [b] = rows.filter(({ by }) => by.place === 'B');
    expect(b?.flag).toBe('far-above');
    expect(b?.average).toBeCloseTo((197 / 182_000) * 1e5, 9);
    expect(b?.pBonferroni).toBeCloseTo(4 * (b?.pValue ?? 0), 12);
    expect(readFileSync(plot, 'utf8')).toMatch(/^<svg /);
  });

  it('takes shares, expected events, people in a file of their own', () => {
    const ratio = file('ratio.csv', 'place,observed,expected\nA,30,14.2\nB,9,11\n');
    const rows = cleanclaim(['stats', 'funnel', ratio, '--by', 'place', '--kind', 'ratio', '--format', 'json']).json() as {
      flag: string;
    }[];
    expect(rows.map(({ flag }) => flag)).toEqual(['within', 'far-above']);
    const share = cleanclaim(['stats', 'funnel', places, '--by', 'place', '--kind', 'proportion', '--format', 'json']);
    expect((share.json() as { per: number }[])[0]?.per).toBe(100);
    const deaths = file('d.csv', 'place,deaths\nA,40\nB,95\n');
    const people = file('p.csv', 'place,population\nA,52000\nB,60000\n');
    const split = cleanclaim(['stats', 'funnel', deaths, '--population', people, '--by', 'place', '--format', 'json']);
    expect((split.json() as { size: number }[]).map(({ size }) => size)).toEqual([52_000, 60_000]);
    expect(cleanclaim(['stats', 'funnel', places, '--by', 'place', '--kind', 'what']).err).toMatch(/--kind takes rate, standardised/);
    expect(cleanclaim(['stats', 'funnel', places]).err).toMatch(/--by place/);
  });
});

it('stats funnel of standardised rates takes the age structure out', () => {
  const words = [
    'stats',
    'funnel',
    'examples/statistics/deaths.csv',
    '--cause',
    'J40-J44',
    '--population',
    'examples/statistics/people.csv',
    '--by',
    'country',
    '--format',
    'json',
    '--quiet',
  ];
  const flags = (kind: string): string[] => (cleanclaim([...words, '--kind', kind]).json() as { flag: string }[]).map(({ flag }) => flag);
  expect(flags('rate')).toEqual(['far-below', 'far-above']);
  expect(flags('standardised')).toEqual(['within', 'within']);
});

it('stats inequality reads a table from worst-off to best-off', () => {
  const fifths = file(
    'fifths.csv',
    'sex,quintile,population,value,lower,upper\nm,1,100,70,69,71\nm,2,100,72,71,73\nm,3,100,74,73,75\nm,4,100,76,75,77\nm,5,100,78,77,79\n',
  );
  const [row] = cleanclaim(['stats', 'inequality', fifths, '--by', 'sex', '--format', 'json']).json() as {
    slopeIndex: number;
    relativeIndex: number;
  }[];
  expect(row?.slopeIndex).toBeCloseTo(10, 9);
  expect(row?.relativeIndex).toBeCloseTo(79 / 69, 9);
  const twice = file('twice.csv', 'quintile,population,value,se\n1,100,70,1\n1,100,72,1\n');
  expect(cleanclaim(['stats', 'inequality', twice]).err).toMatch(/twice/);
});

it('stats births makes the measures its columns allow', () => {
  const table = file(
    'births.csv',
    'year,live births,stillbirths,infant deaths,neonatal deaths,early neonatal deaths,maternal deaths\n2020,50000,180,160,110,80,4\n',
  );
  const rows = cleanclaim(['stats', 'births', table, '--by', 'year', '--format', 'json']).json() as { measure: string; rate: number }[];
  expect(Object.fromEntries(rows.map(({ measure, rate }) => [measure, Number(rate.toFixed(3))]))).toEqual({
    infant: 3.2,
    neonatal: 2.2,
    'early-neonatal': 1.6,
    postneonatal: 1,
    stillbirth: 3.587,
    perinatal: 5.181,
    'maternal-ratio': 8,
  });
  const wrong = file('wrong.csv', 'live births,infant deaths,neonatal deaths\n100,3,5\n');
  expect(cleanclaim(['stats', 'births', wrong]).err).toMatch(/more neonatal deaths than infant deaths/);
  expect(cleanclaim(['stats', 'births', file('none.csv', 'live births\n100\n')]).err).toMatch(/no column of infant/);
});

it('stats drugs counts poisonings, opioids and intent, by the edition of the year', () => {
  const table = file(
    'drugs.csv',
    'ucod,contributing,year\nX42,T40.1 T42.4,2019\nX64,T50.9,2019\nX44,,2019\nE850.0,,1998\nI21,T40.1,2019\n',
  );
  const [row] = cleanclaim(['stats', 'drugs', table, '--format', 'json']).json() as Record<string, unknown>[];
  expect(row).toMatchObject({
    deaths: 5,
    drugPoisoning: 4,
    drugNamed: 3,
    opioid: 2,
    opioids: { heroin: 2 },
    intents: { unintentional: 3, suicide: 1 },
  });
});
