import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, hasDuckdb } from '@cleanclaim/stats';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanclaim } from './support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-show-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const duckdb = await hasDuckdb();

const RATES = [
  'stats',
  'rates',
  'examples/statistics/deaths.csv',
  '--population',
  'examples/statistics/people.csv',
  '--by',
  'country',
  '--quiet',
];

async function query(sql: string): Promise<unknown[][]> {
  const connection = await connect();
  try {
    return (await connection.runAndReadAll(sql)).getRows();
  } finally {
    connection.closeSync();
  }
}

describe('--out', () => {
  it.each(['csv', 'json', 'ndjson'])('%s holds the exact rows', (ending) => {
    const path = join(folder, `rates.${ending}`);
    const run = cleanclaim([...RATES, '--out', path, '--format', 'json']);
    const [first] = run.json() as { rate: number }[];
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(String(first?.rate));
    expect(text).toContain('who2000');
  });

  it.skipIf(!duckdb)('Parquet has columns of their kind', async () => {
    const path = join(folder, 'rates.parquet');
    const run = cleanclaim([...RATES, '--out', path, '--classes', '2', '--format', 'json']);
    const [first] = run.json() as { rate: number }[];
    const types = await query(`DESCRIBE SELECT * FROM read_parquet('${path}')`);
    expect(Object.fromEntries(types.map((row) => [String(row[0]), String(row[1])]))).toMatchObject({
      country: 'VARCHAR',
      rate: 'DOUBLE',
      class: 'DOUBLE',
    });
    const rows = await query(`SELECT country, rate FROM read_parquet('${path}')`);
    expect(rows).toContainEqual(['Oldland', first?.rate]);
  });

  it('refuses an ending it does not know', () => {
    expect(cleanclaim([...RATES, '--out', join(folder, 'rates.xls')]).err).toMatch(/--out takes a file of/);
  });
});

describe('figures', () => {
  it.each(['rates', 'caterpillar', 'before-after', 'pyramid'])('%s as PNG', (figure) => {
    const path = join(folder, `${figure}.png`);
    const run = cleanclaim([...RATES, '--plot', path, '--figure', figure]);
    expect(run.err).toBe('');
    expect([...readFileSync(path).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  it('an unknown figure is refused, an answer without one says so', () => {
    expect(cleanclaim([...RATES, '--plot', join(folder, 'x.svg'), '--figure', 'what']).err).toMatch(/--figure takes rates, caterpillar/);
    expect(cleanclaim(['stats', 'burden', 'examples/statistics/deaths.csv', '--plot', join(folder, 'x.svg')]).err).toMatch(/has no figure/);
  });

  it.each([
    ['burden', [], 0, /Life standard: who-ghe/],
    // Answers in sentences on a terminal: the page is written all the same.
    ['compare', ['--population', 'examples/statistics/people.csv', '--format', 'table'], 2, /Kitagawa/],
    ['quality', ['--format', 'table'], 1, /Mathers/],
  ] as const)('%s makes a report', (action, more, figures, says) => {
    const path = join(folder, `${action}.html`);
    cleanclaim(['stats', action, 'examples/statistics/deaths.csv', '--by', 'country', ...more, '--report', path, '--quiet']);
    const page = readFileSync(path, 'utf8');
    expect(page).toMatch(says);
    expect(page.match(/<figure>/g)?.length ?? 0).toBe(figures);
  });
});

it.skipIf(!duckdb)('--sql counts in another engine what the command counts', async () => {
  const words = ['stats', 'tabulate', 'examples/statistics/deaths.csv', '--list', 'who-1', '--by', 'country'];
  const { out } = cleanclaim([...words, '--sql']);
  expect(out).toMatch(/^-- WHO mortality tabulation list 1\nSELECT/);
  const sql = out.replace('FROM deaths', "FROM read_csv('examples/statistics/deaths.csv', all_varchar = true)").replace(/;\s*$/, '');
  const counted = Object.fromEntries((await query(sql)).map(([country, group, events]) => [`${country} ${group}`, Number(events)]));
  const rows = cleanclaim([...words, '--format', 'json', '--quiet']).json() as unknown as {
    by: { country: string };
    group: string;
    count: number;
    total: boolean;
  }[];
  for (const row of rows.filter(({ total, group }) => !total && group.startsWith('1-')))
    expect(counted[`${row.by.country} ${row.group}`], row.group).toBe(row.count);
});
