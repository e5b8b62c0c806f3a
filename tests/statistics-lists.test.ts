import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CauseList,
  Classifier,
  codedCauseList,
  FEMALE_ONLY,
  icd11Chapters,
  inRanges,
  MALE_ONLY,
  nchs113,
  nchs39,
  plainCode,
  tabulate,
  whoMorbidityList,
  whoMortalityList2,
  whoMortalityList3,
  whoMortalityList4,
} from '@cleanclaim/core/statistics';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanclaim } from './support/command-line.ts';
import { shared } from './support/data.ts';
import { readTable } from './support/table.ts';

const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-lists-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const epidemiology = shared('groundtruth/epidemiology');

/** The groups of a code that are no sums. */
function leaves(classifier: Classifier, code: string): string[] {
  const found = classifier.classify(code);
  if (found.kind !== 'groups') return [];
  return found.groups.flatMap((at) => {
    const group = classifier.list.groups[at];
    return group && !group.total ? [group.id] : [];
  });
}

describe.skipIf(!epidemiology)('the WHO’s own group of every code', () => {
  const codes = epidemiology ? readTable(`${epidemiology}/cause_lists/who_icd10_code_to_tabulation_lists.csv`) : [];
  it.each([
    ['mort2', whoMortalityList2()],
    ['mort3', whoMortalityList3()],
    ['mort4', whoMortalityList4()],
    ['morb', whoMorbidityList()],
  ] as [string, CauseList][])('%s', (column, list) => {
    const classifier = new Classifier(list);
    const wrong = codes
      .filter((row) => row[column] !== '')
      // External causes have headings that the meta data mark as unusable; their parts have no list in it at all.
      .filter((row) => row['chapter'] !== '20')
      .filter((row) => leaves(classifier, row['code'] ?? '').join() !== (row[column] === 'UNDEF' ? '' : row[column]))
      .map((row) => row['code']);
    // O98.7 (HIV in pregnancy) stands under all other diseases in the meta data of list 2 alone, against the list's own range.
    expect(wrong).toEqual(column === 'mort2' ? ['O987'] : []);
  });
});

it('the lists have as many groups as were printed', () => {
  const size = (list: CauseList, prefix: string): number =>
    list.groups.filter(({ id }) => id.startsWith(prefix) && !id.includes('9')).length;
  const highest = (list: CauseList): string | undefined =>
    list.groups
      .map(({ id }) => id)
      .filter((id) => /^\d-0\d\d$/.test(id))
      .sort()
      .at(-1);
  expect([whoMortalityList2(), whoMortalityList3(), whoMortalityList4()].map(highest)).toEqual(['2-080', '3-067', '4-051']);
  expect(size(whoMorbidityList(), '')).toBeGreaterThan(200);
  expect(nchs113().groups.filter(({ id }) => /^\d+$/.test(id)).length).toBe(135);
  expect(nchs113().groups.filter(({ rankable }) => rankable).length).toBe(52);
  expect(nchs39().groups.filter(({ id }) => /^\d+$/.test(id)).length).toBe(42);
});

describe.skipIf(!shared('data/icd10_who'))('NCHS lists', () => {
  it.each([nchs113(), nchs39()].map((list) => [list.id, list] as const))('%s takes every underlying cause once', (_, list) => {
    const classifier = new Classifier(list);
    const codes = readFileSync(join(shared('data/icd10_who') ?? '', 'allvalid2023-detailed-titles-headings.csv'), 'utf8')
      .split('\n')
      .map((line) => (line.split(',')[1] ?? '').trim())
      .filter((code) => /^[A-Z]\d\d(?:\.\d)?$/.test(code));
    // Injuries by nature, contacts with services and complications of care by organ are never the underlying cause.
    const left = codes.filter((code) => leaves(classifier, code).length !== 1).map((code) => code.slice(0, 3));
    const known =
      /^(?:[ST]|Z|H95|N99|O08|E89|H59|G1[0-4]|B9[5-8]|I15|J95|J99|K9[13]|M96|E35|G0[12]|G26|I52|K23|K67|K77|L99|N16|R|U0[6-9]|U[1-9]|F|Y9[0-8])/;
    expect([...new Set(left)].filter((category) => !known.test(category))).toEqual([]);
    expect(codes.length).toBeGreaterThan(8_000);
  });
});

it('NCHS: cancer ranks as a whole, its sites do not; parts and rest make the group that holds them', () => {
  const cell = (cause: string, count: number) => ({ values: { cause }, count, rows: count });
  const rows = tabulate(
    [cell('C34.1', 30), cell('C50', 20), cell('I21', 40), cell('U07.1', 10), cell('A04.7', 5), cell('A04.8', 2)],
    new Classifier(nchs113()),
    {},
  );
  const row = (group: string) => rows.find((each) => each.group === group);
  expect([row('19'), row('54'), row('27'), row('U07.1')].map((each) => each?.rank)).toEqual([1, 2, null, 3]);
  expect([row('18')?.count, row('3')?.count, row('3-rest')?.count, row('A04.7')?.count]).toEqual([10, 7, 2, 5]);
  expect(rows.filter(({ total }) => !total).reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(107);
});

it('ICD-11: chapters by stem codes; ICD-10 is told apart', () => {
  const cell = (cause: string) => ({ values: { cause }, count: 1, rows: 1 });
  const rows = tabulate(['BA41.Z', '1C62', 'NE84&XA6KU8', '2B6D/XS9R', 'I21.9', ''].map(cell), new Classifier(icd11Chapters()), {});
  expect(rows.map(({ group, count }) => `${group} ${count}`)).toEqual([
    'all 6',
    '01 1',
    '02 1',
    '11 1',
    '22 1',
    'invalid-code 1',
    'no-code 1',
  ]);
  expect(rows[0]?.problems?.map(({ problem }) => problem)).toEqual(['editions-mixed', 'code-missing']);
});

it('a list of single codes, as CCSR is', () => {
  const list = codedCauseList({ id: 'ccsr', title: 'CCSR', source: 'made up' }, [
    { group: 'END002', code: 'E119' },
    { group: 'CIR009', code: 'I21.9' },
    { group: 'END002', code: 'E1165' },
  ]);
  expect(list.groups.map(({ id, codes }) => `${id}: ${codes}`)).toEqual(['END002: 2 codes', 'CIR009: 1 codes']);
  expect(new Classifier(list).classify('E11.65')).toEqual({ kind: 'groups', groups: [0] });
  expect(new Classifier(list).classify('E11.8')).toEqual({ kind: 'outside' });
  expect(cleanclaim(['stats', 'tabulate', 'examples/statistics/deaths.csv', '--list', 'ccsr-inpatient']).err).toMatch(/CCSR/);
});

it('reads the short list UE1: of groups that hold others only what is left', () => {
  const columns = [
    'Country',
    'Admin1',
    'SubDiv',
    'Year',
    'List',
    'Cause',
    'Sex',
    'Frmat',
    'IM_Frmat',
    ...Array.from({ length: 26 }, (_, at) => `Deaths${at + 1}`),
  ];
  const row = (cause: string, young: number, old: number): string => {
    const deaths = Array.from({ length: 26 }, () => '0');
    deaths[0] = String(young + old);
    deaths[8] = String(young);
    deaths[22] = String(old);
    return ['4240', '', '', '2004', 'UE1', cause, '1', '01', '01', ...deaths].join(',');
  };
  const path = join(folder, 'portugal.csv');
  const lines = [
    row('CH00', 20, 180),
    row('CH02', 8, 40),
    row('UE07', 6, 40),
    row('UE15', 2, 10),
    row('CH09', 4, 90),
    row('UE34', 1, 50),
    row('CH20', 8, 50),
  ];
  writeFileSync(path, [columns.join(','), ...lines].join('\n'));
  const run = cleanclaim(['stats', 'tabulate', path, '--list', 'ue1', '--format', 'json', '--quiet']);
  const counts = Object.fromEntries((run.json() as { group: string; count: number }[]).map(({ group, count }) => [group, count]));
  expect(counts).toMatchObject({ all: 200, CH02: 48, UE07: 46, UE15: 12, CH09: 94, UE34: 51, CH20: 58 });
});

describe.skipIf(!shared('data/mce_msdrg'))('codes of one sex', () => {
  it('agree with the Medicare Code Editor as far as both speak', () => {
    const table = readTable(join(shared('data/mce_msdrg') ?? '', 'mce_v43.1_decoded/i10dx.csv'));
    const of = (flag: string): string[] => [
      ...new Set(table.filter((row) => row['flags']?.split(/[ ;|]/).includes(flag)).map((row) => plainCode(row['code'] ?? '') ?? '')),
    ];
    expect(of('male').filter((code) => inRanges(code, FEMALE_ONLY.ranges))).toEqual([]);
    expect(of('female').filter((code) => inRanges(code, MALE_ONLY.ranges))).toEqual([]);
    const covered = (codes: string[], list: typeof FEMALE_ONLY): number =>
      codes.filter((code) => inRanges(code, list.ranges)).length / codes.length;
    // The editor also names nature of injury and status codes, which are no cause of death.
    expect(covered(of('male'), MALE_ONLY)).toBeGreaterThan(0.45);
    expect(covered(of('female'), FEMALE_ONLY)).toBeGreaterThan(0.85);
  });
});
