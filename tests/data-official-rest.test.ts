import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { addFiles } from '@cleanclaim/data/import';
import { TABLE_SOURCES } from '@cleanclaim/sources';
import { afterAll, describe, expect, it } from 'vitest';
import { shared } from './support/data.ts';

const root = shared('data');
const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-rest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every file that bears a name of a source, whether or not data-official.test.ts counts its rows. */
const named =
  root === undefined
    ? []
    : globSync('**/*.{txt,csv,xlsx,XLSX,gz}', { cwd: root })
        .filter((path) => TABLE_SOURCES.some(({ files }) => files.some((pattern) => pattern.test(basename(path).replace(/\.gz$/, '')))))
        .toSorted();
const isExcerpt = (path: string): boolean => /excerpt/.test(path);
/** Empty rows, and the footnote of the localities. */
const NO_ROW = /^["\s,\u00a0\u001a]*$|^"\* +Payment locality/;
/** CSV with one heading and one line a row: its lines are an independent count. */
const converted = named.filter((path) => path.endsWith('.csv.gz') && !/ptp_/.test(path));
const others = named.filter((path) => /conversion\/|nucc_|2018_I|GPCI2025/.test(path));

const add = (path: string) => addFiles(join(root ?? '', path), { folder, sources: TABLE_SOURCES, today: '2026-11-24', join: 'later' });

describe.skipIf(root === undefined)('every official file of a named kind (skipped where ../shared/data is not there)', () => {
  it('is met by one of these tests or by data-official.test.ts', () => {
    const listed = readFileSync(new URL('data-official.test.ts', import.meta.url), 'utf8');
    expect(
      named.filter((path) => !isExcerpt(path) && !listed.includes(path) && !converted.includes(path) && !others.includes(path)),
    ).toEqual([]);
  });

  it.each(converted)('%s has a row for each of its lines', async (path) => {
    const lines = gunzipSync(readFileSync(join(root ?? '', path)))
      .toString('latin1')
      .split('\n')
      .filter((line) => !NO_ROW.test(line.trim())).length;
    const added = await add(path);
    expect(added.reduce((sum, { rows }) => sum + rows, 0)).toBe(lines - 1);
  });

  it.each(others)('%s imports', async (path) => {
    const added = await add(path);
    expect(added.length).toBeGreaterThan(0);
    for (const { rows } of added) expect(rows).toBeGreaterThan(50);
  });

  it.each(named.filter(isExcerpt))('%s, an excerpt, is refused for its size and leaves nothing', async (path) => {
    await expect(add(path)).rejects.toMatchObject({ failure: { code: expect.stringMatching(/^data\/wrong-file|^data\/wrong-row/) } });
  });
});
