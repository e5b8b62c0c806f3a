import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hasDuckdb, readWithDuckdb } from './duckdb.ts';
import type { ReadCells } from './cells-read.ts';
import { readCells } from './read-cells.ts';

const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DIRTY =
  '\ufeffAge group;Sex;Deaths;Population\r\n0-44;M;10;50000\r\n0-44;F;8;51000\r\n45+;M;"1,100";20000\r\n45+;F;90;25000\r\nunknown;M;5;\r\n45+;F;-3;10\r\n45+;F;abc;10\r\n45+;F;7;8;9\r\n0-44;M;10;50000\r\nxyz;F;;7\r\n';

describe.skipIf(!(await hasDuckdb()))('the two readers', () => {
  it('count the same rows together and leave out the same, told alike', async () => {
    const path = join(folder, 'dirty.csv');
    writeFileSync(path, DIRTY);
    const ask = { by: ['Sex'], roles: ['age'], measure: 'count' as const, withPopulation: true };
    const plain = (read: ReadCells | undefined) =>
      read?.cells.map(({ values, count, population, rows }) => `${values['Sex']} ${values['age']} ${count} ${population} ${rows}`).sort();
    const [text, duckdb] = [await readCells(path, ask), await readWithDuckdb(path, 'csv', ask)];
    expect(plain(duckdb)).toEqual(plain(text));
    expect(duckdb?.rows).toBe(text.rows);
    const told = (read: ReadCells | undefined, ...codes: string[]) =>
      codes.map((code) => read?.problems.find(({ problem }) => problem === code)?.rows);
    const codes = ['count-negative', 'count-unreadable', 'row-width'];
    expect(told(duckdb, ...codes)).toEqual([1, 1, 1]);
    expect(told(text, ...codes)).toEqual([1, 1, 1]);
  });
});
