import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Data, day, map, type MapAnswer, perform } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { addFiles } from '@cleanclaim/data/import';
import { TABLE_SOURCES } from '@cleanclaim/sources';
import { describe, expect, it } from 'vitest';
import { cleanclaim } from './support/command-line.ts';
import { shared } from './support/data.ts';
import { madeData } from './support/made-data.ts';

const base = openPacks(undefined);
const gem = (code: string, target: string, flags: string) => {
  const [approximate = '', noMap = '', combination = '', scenario = '', choice = ''] = flags;
  return { code, target, approximate, noMap, combination, scenario, choice };
};
const snomed = (concept: string, group: string, priority: string, rule: string, target: string) => ({
  system: 'icd10cm',
  concept,
  name: 'Made-up',
  group,
  priority,
  rule,
  advice: `ALWAYS ${target}`,
  target,
  targetName: '',
});
const data = madeData(base, {
  'gem-icd10cm-to-icd9cm': [
    gem('E119', '25000', '10000'),
    gem('R29700', '', '11000'),
    gem('A1801', '01500', '10000'),
    gem('A1801', '01500', '10111'),
    gem('A1801', '73740', '10112'),
    gem('A1801', '72081', '10112'),
    gem('A1801', '01500', '10121'),
  ],
  'gem-icd9cm-to-icd10cm': [gem('25000', 'E119', '10000'), gem('E8840', 'W098XXA', '10000'), gem('7245', 'M545', '00000')],
  'gem-icd9cm-to-icd10pcs': [gem('0066', '02703ZZ', '10000')],
  'icd10-to-icd11': [
    { code: 'E11.2', target: '5A11', title: 'Made-up' },
    { code: 'I10', target: 'BA00.Z', title: 'Made-up' },
  ],
  'icd10-to-icd11-all': [
    { code: 'I10', target: 'BA00.Z', title: 'Made-up' },
    { code: 'I10', target: 'BA00.0', title: 'Made-up' },
  ],
  'icd11-to-icd10': [
    { code: '5A11', target: 'E11', title: 'Made-up' },
    { code: '1A00', target: 'No mapping', title: '' },
  ],
  'snomed-map': [
    snomed('999000011', '1', '2', 'OTHERWISE TRUE', 'E11.9'),
    snomed('999000011', '1', '1', 'IFA 248152002 | Female (finding) |', 'E11.8'),
    snomed('999000011', '2', '1', 'TRUE', 'I10'),
    snomed('999000022', '1', '1', 'TRUE', ''),
  ],
  'icd10cm-conversion': [
    { code: 'M5450', from: '2021-10-01', previous: 'M545', together: '' },
    { code: 'M5451', from: '2021-10-01', previous: 'M545', together: '' },
  ],
});
const ask = (code: string, to: string, more: object = {}, from: Data = data): MapAnswer =>
  perform(map, { code, to, on: '2026-03-04', ...more }, { data: from, today: day('2026-03-04') });
const codes = (answer: MapAnswer) =>
  answer.maps.map(({ options }) => options.map(({ lists }) => lists.map((list) => list.map(({ code }) => code))));

describe('general equivalence mappings', () => {
  it('give one code with its flag and its standing on the day', () => {
    const answer = ask('250.00', 'icd-10-cm');
    expect(answer).toMatchObject({ status: 'found', to: 'icd10cm', input: '250.00' });
    expect(answer.maps[0]?.options[0]?.lists[0]?.[0]).toMatchObject({ code: 'E11.9', approximate: true, status: 'billable' });
    expect(ask('724.5', 'icd10cm').maps[0]?.options[0]?.lists[0]?.[0]).toMatchObject({
      code: 'M54.5',
      approximate: false,
      status: 'header',
    });
  });

  it('tell single codes, scenarios and choice lists apart', () => {
    expect(codes(ask('A18.01', 'icd9cm'))).toEqual([[[['015.00']], [['015.00'], ['737.40', '720.81']], [['015.00']]]]);
  });

  it('say that there is no code', () => {
    expect(ask('R29.700', 'icd-9-cm')).toMatchObject({ status: 'no-map', maps: [{ status: 'no-map', options: [] }] });
  });

  it('write external causes and procedures their own way', () => {
    expect(ask('e8840', 'icd10cm').maps[0]?.from.code).toBe('E884.0');
    expect(ask('00.66', 'icd10pcs').maps[0]).toMatchObject({ from: { code: '00.66' } });
    expect(codes(ask('00.66', 'icd10pcs'))).toEqual([[[['02703ZZ']]]]);
  });
});

describe('ICD-11', () => {
  it('has one category first, the fuller map behind', () => expect(codes(ask('I10', 'icd11'))).toEqual([[[['BA00.Z', 'BA00.0']]]]));
  it('is reached from ICD-10-CM by the level above, and says so', () => {
    expect(ask('E11.22', 'ICD-11').maps[0]).toMatchObject({ through: { system: 'icd10', code: 'E11.2' }, from: { system: 'icd10cm' } });
    expect(ask('E11.22', 'icd11').maps[0]?.options[0]?.lists[0]?.[0]?.approximate).toBe(true);
  });
  it('goes back', () => {
    expect(codes(ask('5A11', 'icd10'))).toEqual([[[['E11']]]]);
    expect(ask('5A11', 'icd10cm').maps[0]?.options[0]?.lists[0]?.[0]).toMatchObject({ status: 'header', approximate: true });
    expect(ask('1A00', 'icd10').status).toBe('no-map');
  });
});

describe('SNOMED CT', () => {
  it('gives each group a list, its rules in their order and in words', () => {
    const answer = ask('999000011', 'icd10cm');
    expect(codes(answer)).toEqual([[[['E11.8', 'E11.9'], ['I10']]]]);
    expect(answer.maps[0]?.options[0]?.lists[0]?.map(({ when }) => when)).toEqual(['if Female (finding)', 'otherwise']);
  });
  it('a concept that cannot be classified has no map', () => expect(ask('999000022', 'icd10cm').status).toBe('no-map'));
});

it('former ICD-10-CM codes have successors', () => expect(codes(ask('M54.5', 'icd10cm'))).toEqual([[[['M54.50', 'M54.51']]]]));

describe('what cannot be answered', () => {
  it('without the map', () => {
    const answer = ask('250.00', 'icd10cm', {}, base);
    expect(answer).toMatchObject({ status: 'no-data', install: ['gem-icd9cm-to-icd10cm'] });
    expect(cleanclaim(['map', '250.00', '--to', 'icd-10-cm', '--data', mkdtempSync(join(tmpdir(), 'map-'))]).status).toBe(3);
  });
  it('an unlisted code, a form no map has, a system nobody maps', () => {
    expect(ask('999.99', 'icd10cm').status).toBe('unknown');
    expect(ask('hello', 'icd10cm').status).toBe('no-route');
    expect(() => ask('250.00', 'icd-12')).toThrow(/no system that is mapped/);
    expect(() => ask('1'.repeat(500), 'icd10cm')).toThrow(/limit/);
    expect(cleanclaim(['map', '250.00', '--to', 'icd-12']).status).toBe(2);
    expect(cleanclaim(['map', '250.00']).status).toBe(2);
  });
  it.each(['', ' ', '\u0000', '&&&&', '1A00' + '&1A00'.repeat(9), 'É11', '🙂'])('any text is safe: %j', (text) => {
    for (const to of ['icd9cm', 'icd10cm', 'icd10pcs', 'icd10', 'icd11']) expect(ask(text, to).maps).toEqual([]);
  });
});

const gems = shared('data/icd9_gems/gems/Dxgem_2018.zip');
describe.skipIf(gems === undefined)('the official files (skipped where ../shared/data is not there)', () => {
  it('map every code, and most of those that began as exact lead back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'map-'));
    await addFiles(gems ?? '', { folder, sources: TABLE_SOURCES, today: '2026-11-24', join: 'later' });
    const opened = openPacks(folder);
    const table = opened.table('gem-icd9cm-to-icd10cm', day('2026-03-04'));
    if (!table) throw new Error('not installed');
    const keys = new Set(Array.from({ length: table.size }, (_, row) => table.key(row)));
    expect(keys.size).toBe(14_567);
    let back = 0;
    let exact = 0;
    for (const key of keys) {
      const answer = ask(key, 'icd10cm', {}, opened);
      expect(['found', 'no-map']).toContain(answer.status);
      const [option, ...others] = answer.maps.find(({ from }) => from.system === 'icd9cm')?.options ?? [];
      const [target, ...more] = option?.lists[0] ?? [];
      if (!target || target.approximate !== false || others.length + more.length > 0) continue;
      exact++;
      if (JSON.stringify(ask(target.code, 'icd9cm', {}, opened).maps).includes(`"${answer.maps[0]?.from.code}"`)) back++;
    }
    expect(exact).toBeGreaterThan(3_000);
    expect(back / exact).toBeGreaterThan(0.95);
    rmSync(folder, { recursive: true, force: true });
  });
});
