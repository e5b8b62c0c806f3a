import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Day, isCleanclaimError } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { addFiles, download, removeEdition, verifyAll, withLock } from '@cleanclaim/data/import';
import { COMPANIONS, TABLE_SOURCES } from '@cleanclaim/sources';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workbook, zip } from './support/zip.ts';

const place = mkdtempSync(join(tmpdir(), 'cleanclaim-import-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
let folder = '';
let count = 0;
beforeEach(() => (folder = join(place, `data-${count++}`)));

function file(name: string, content: Uint8Array | string): string {
  const path = join(mkdtempSync(join(place, 'file-')), name);
  writeFileSync(path, content);
  return path;
}

const add = (path: string) => addFiles(path, { folder, sources: TABLE_SOURCES, today: '2026-11-24' });

/** The failure a call ends with, and proof that it left nothing behind. */
async function failureOf(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await work;
  } catch (error) {
    if (!isCleanclaimError(error)) throw error;
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
    return error.failure;
  }
  throw new Error('it did not fail');
}

const TAXONOMY = ['Code', 'Grouping', 'Classification', 'Specialization', 'Definition', 'Notes', 'Display Name', 'Section'];
function taxonomyRows(count = 800): string[][] {
  return Array.from({ length: count }, (_, at) => [
    `${String(at).padStart(3, '0')}Z00000X`,
    'Made-up providers',
    'Made-up',
    '',
    'A made-up row',
    '',
    `Made-up provider ${at}`,
    'Individual',
  ]);
}
const csv = (rows: readonly (readonly string[])[], end = '\n') => rows.map((row) => row.join(',')).join(end) + end;
const TAXONOMY_CSV = csv([TAXONOMY, ...taxonomyRows()]);
const oct = '2026-11-24' as Day;

describe('a good file', () => {
  it.each([
    ['plain', 'nucc_taxonomy_261.csv', TAXONOMY_CSV],
    ['with CRLF', 'nucc_taxonomy_261.csv', csv([TAXONOMY, ...taxonomyRows()], '\r\n')],
    ['with a byte order mark', 'nucc_taxonomy_261.csv', `\ufeff${TAXONOMY_CSV}`],
    ['gzipped', 'nucc_taxonomy_261.csv.gz', gzipSync(TAXONOMY_CSV)],
    ['zipped', 'download.zip', zip({ 'folder/nucc_taxonomy_261.csv': TAXONOMY_CSV, 'readme.pdf': '%PDF' })],
    ['in a zip in a zip', 'outer.zip', zip({ 'inner.zip': zip({ 'nucc_taxonomy_261.csv': TAXONOMY_CSV }) })],
    ['with its columns moved', 'nucc_taxonomy_261.csv', csv([TAXONOMY.toReversed(), ...taxonomyRows().map((row) => row.toReversed())])],
  ])('%s', async (_, name, content) => {
    const [added] = await add(file(name, content));
    expect(added).toMatchObject({
      source: 'nucc-taxonomy',
      rows: 800,
      already: false,
      edition: { id: 'nucc-taxonomy-26.1', from: '2026-10-01', to: '2027-03-31' },
    });
    const table = openPacks(folder).table('nucc-taxonomy', oct);
    expect(table?.text('display', table.find('007Z00000X'))).toBe('Made-up provider 7');
    expect(openPacks(folder).table('nucc-taxonomy', '2026-09-30' as Day)).toBeUndefined();
  });

  it('keeps letters of Windows-1252 and of UTF-8', async () => {
    const rows = taxonomyRows();
    const latin = Buffer.from(csv([TAXONOMY, ...rows]).replace('Made-up provider 5,', 'M\u00e9decin,'), 'latin1');
    await add(file('nucc_taxonomy_261.csv', latin));
    const table = openPacks(folder).table('nucc-taxonomy', oct);
    expect(table?.text('display', table.find('005Z00000X'))).toBe('Médecin');
  });

  it('a sheet with its columns moved gives the same table', async () => {
    const head = 'HCPCS/\nCPT Code';
    const rows = Array.from({ length: 1200 }, (_, at) => [
      `Z${String(at).padStart(4, '0')}`,
      '3',
      '2 Date of Service Edit: Policy',
      'CMS Policy',
    ]);
    const titles = [head, 'Practitioner Services MUE Values', 'MUE Adjudication Indicator', 'MUE Rationale'];
    const sheet = workbook([['Copyright notice'], titles.toReversed(), ...rows.map((row) => row.toReversed())]);
    await add(file('MCR_MUE_PractitionerServices_Eff_10-01-2026.xlsx', sheet));
    expect(openPacks(folder).mue('practitioner', oct)?.find('Z0007')).toEqual({
      code: 'Z0007',
      units: 3,
      indicator: 2,
      rationale: 'CMS Policy',
    });
    expect(openPacks(folder).mue('practitioner', oct)?.find('Z9999')).toBeUndefined();
    expect(openPacks(folder).mue('dme', oct)).toBeUndefined();
  });

  it('is found by its headings when it was renamed, as far as they tell', async () => {
    expect((await failureOf(add(file('my list.csv', TAXONOMY_CSV)))).message).toMatch(
      /"Health care provider taxonomy".*which year or quarter/,
    );
  });

  it('twice is once', async () => {
    await add(file('nucc_taxonomy_261.csv', TAXONOMY_CSV));
    const [again] = await add(file('nucc_taxonomy_261.csv', `\ufeff${TAXONOMY_CSV}`));
    expect(again?.already).toBe(true);
  });

  it('of other content does not replace an installed edition', async () => {
    await add(file('nucc_taxonomy_261.csv', TAXONOMY_CSV));
    await expect(add(file('nucc_taxonomy_261.csv', csv([TAXONOMY, ...taxonomyRows(900)])))).rejects.toThrow(
      /installed already with other content/,
    );
    expect(openPacks(folder).table('nucc-taxonomy', oct)?.size).toBe(800);
    await removeEdition(folder, 'nucc-taxonomy-26.1');
    expect(openPacks(folder).table('nucc-taxonomy', oct)).toBeUndefined();
  });
});

it('a file that lies beside the tables says why it is not read', async () => {
  const path = file('26LOCCO.txt', 'Made up');
  const adding = addFiles(path, { folder, sources: TABLE_SOURCES, companions: COMPANIONS, today: '2026-11-24' });
  expect((await failureOf(adding)).message).toMatch(/no fixed columns: add its CSV/);
});

describe('a bad file leaves nothing and says what is wrong', () => {
  it.each([
    ['unknown', 'notes.txt', 'Dear all,\nsee you tomorrow', 'data/unrecognised', /no table that Cleanclaim reads/],
    ['empty', 'nucc_taxonomy_261.csv', '', 'data/wrong-file', /found an empty file/],
    [
      'of another content than its name says',
      'nucc_taxonomy_261.csv',
      'a,b,c\n1,2,3\n',
      'data/wrong-file',
      /named like "Health care provider taxonomy".*found "a \| b \| c"/,
    ],
    [
      'cut off after some rows',
      'nucc_taxonomy_261.csv',
      csv([TAXONOMY, ...taxonomyRows(20)]),
      'data/wrong-file',
      /20 rows.*700 to 2000.*cut off/,
    ],
    [
      'with a wrong row',
      'nucc_taxonomy_261.csv',
      TAXONOMY_CSV.replace('400Z00000X', '400Z0000'),
      'data/wrong-row',
      /nucc_taxonomy_261\.csv.*, row 402, column 1 \(Code\): "400Z0000" is no taxonomy code/,
    ],
    ['UTF-16', 'nucc_taxonomy_261.csv', Buffer.from(`\ufeff${TAXONOMY_CSV}`, 'utf16le'), 'data/refused', /UTF-16/],
    ['a truncated zip', 'a.zip', zip({ 'nucc_taxonomy_261.csv': TAXONOMY_CSV }).subarray(0, 2000), 'data/refused', /cannot be unpacked/],
    ['a truncated gzip', 'nucc_taxonomy_261.csv.gz', gzipSync(TAXONOMY_CSV).subarray(0, 2000), 'data/refused', /cannot be unpacked/],
    ['a path that climbs', 'a.zip', zip({ '../../nucc_taxonomy_261.csv': TAXONOMY_CSV }), 'data/refused', /invalid relative path/],
    ['an absolute path', 'a.zip', zip({ '/tmp/nucc_taxonomy_261.csv': TAXONOMY_CSV }), 'data/refused', /absolute path/],
    ['a zip bomb', 'a.zip', zip({ 'nucc_taxonomy_261.csv': Buffer.alloc(64 * 1024 ** 2, 'a') }), 'data/refused', /would unpack to 64 MB/],
    [
      'a bomb inside archives',
      'a.zip',
      zip({ 'b.zip': zip({ 'nucc_taxonomy_261.csv': Buffer.alloc(64 * 1024 ** 2, 'a') }) }),
      'data/refused',
      /would unpack to 64 MB/,
    ],
    [
      'archives in archives in archives',
      'a.zip',
      zip({ 'b.zip': zip({ 'c.zip': zip({ 'd.zip': zip({ x: 'y' }) }) }) }),
      'data/refused',
      /nested more than 3 deep/,
    ],
    ['one line of 100 MB', 'nucc_taxonomy_261.csv', Buffer.alloc(100 * 1024 ** 2, 'a'), 'data/refused', /line of more than 8 MB/],
    [
      'a cell that never ends',
      'nucc_taxonomy_261.csv',
      `${csv([TAXONOMY])}"${'a,b\n'.repeat(3_000_000)}`,
      'data/refused',
      /broken after line/,
    ],
    [
      'a broken workbook',
      'MCR_MUE_DMESupplierServices_Eff_10-01-2026.xlsx',
      zip({ 'xl/workbook.xml': '<a' }),
      'data/refused',
      /no workbook/,
    ],
    ['not a zip though xlsx', 'MCR_MUE_DMESupplierServices_Eff_10-01-2026.xlsx', 'HCPCS', 'data/refused', /cannot be unpacked/],
  ])('%s', async (_, name, content, code, message) => {
    const failure = await failureOf(add(file(name, content)));
    expect(failure.message).toMatch(message);
    expect(failure.code).toBe(code);
  });

  it('of a year that its own first line contradicts', async () => {
    const sample = readFileSync(new URL('../sources/mpfs-gpci/sample/GPCI2026.csv', import.meta.url), 'utf8');
    expect((await failureOf(add(file('GPCI2025.csv', sample)))).message).toMatch(/its name says 2025 and its first line 2026/);
  });

  it('one bad table in an archive keeps the good ones out as well', async () => {
    const bad = csv([TAXONOMY, ...taxonomyRows(20)]);
    await failureOf(add(file('two.zip', zip({ 'nucc_taxonomy_261.csv': TAXONOMY_CSV, 'nucc_taxonomy_251.csv': bad }))));
  });

  it('a folder that cannot be written to', async () => {
    writeFileSync(join(place, 'a-file'), '');
    const path = file('nucc_taxonomy_261.csv', TAXONOMY_CSV);
    await expect(addFiles(path, { folder: join(place, 'a-file', 'data'), sources: TABLE_SOURCES, today: '2026-11-24' })).rejects.toThrow(
      /cannot be written to/,
    );
  });
});

describe('a data folder', () => {
  it('two imports at once: the second is told to come back, and works then', async () => {
    const path = file('nucc_taxonomy_261.csv', TAXONOMY_CSV);
    const results = await Promise.allSettled([add(path), add(path)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await add(path))[0]?.already).toBe(true);
  });

  it('takes over the lock of a process that is gone, and clears what it left', async () => {
    await withLock(folder, () => Promise.resolve());
    writeFileSync(join(folder, '.lock'), '999999999');
    writeFileSync(join(folder, '.new-1'), 'half an import');
    await add(file('nucc_taxonomy_261.csv', TAXONOMY_CSV));
    expect(readdirSync(folder)).toEqual(['nucc-taxonomy']);
  });

  it('shows a changed byte', async () => {
    await add(file('nucc_taxonomy_261.csv', TAXONOMY_CSV));
    expect([...verifyAll(folder)].every(({ status }) => status === 'ok')).toBe(true);
    const pack = join(folder, 'nucc-taxonomy', 'nucc-taxonomy-26.1', 'table.pack');
    const bytes = readFileSync(pack);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    writeFileSync(pack, bytes);
    expect([...verifyAll(folder)].filter(({ status }) => status === 'damaged').map(({ id }) => id)).toEqual(['nucc-taxonomy-26.1']);
  });
});

describe('NCCI pairs', () => {
  const head = ['Column 1', 'Column 2', '*=in existence', 'Effective', 'Deletion', 'Modifier', 'PTP Edit Rationale'];
  /** Rows enough for a whole file, then the ones asked about. */
  const part = (letter: string, rows: readonly string[][]) => {
    const fill: string[][] = [];
    for (let at = 0; at < 100_000; at++)
      fill.push([
        `${letter}${String(Math.floor(at / 1000)).padStart(4, '0')}`,
        `Y${String(at % 1000).padStart(4, '0')}`,
        '',
        '20200101',
        '*',
        '0',
        'x',
      ]);
    return [head, ...fill, ...rows].map((row) => row.join('\t')).join('\r\n');
  };

  it('are ordered, dated to the last day, and need every file of the release', async () => {
    const rows = [
      ['Z0001', 'Z0002', '', '20180701', '20260930', '1', 'first'],
      ['Z0001', 'Z0002', '', '20261001', '*', '0', 'second'],
      ['Z0002', 'Z0003', '', '20200101', '20200101', '9', 'void'],
    ];
    await add(file('ccipra-v323r0-f1.txt', part('Q', rows)));
    const before = openPacks(folder);
    expect(before.ptp('practitioner', oct)).toBeUndefined();
    expect(before.whyMissing('ncci-ptp-practitioner', oct).reason).toMatch(/part 2 and 3 and 4 is missing/);
    for (const number of [2, 3, 4]) await add(file(`ccipra-v323r0-f${number}.txt`, part('RST'[number - 2] ?? '', [])));
    const data = openPacks(folder);
    const on = (day: string) => data.ptp('practitioner', day as Day)?.edit('Z0001', 'Z0002', day as Day);
    expect(on('2018-06-30')).toBeUndefined();
    expect(on('2018-07-01')?.modifier).toBe('allowed');
    expect(on('2026-09-30')).toMatchObject({ modifier: 'allowed', to: '2026-09-30', rationale: 'first' });
    expect(on('2026-10-01')).toMatchObject({ modifier: 'not-allowed', from: '2026-10-01', to: null });
    expect(data.ptp('practitioner', oct)?.edit('Z0002', 'Z0001', oct)).toBeUndefined();
    expect(data.ptp('practitioner', '2020-01-01' as Day)?.edit('Z0002', 'Z0003', '2020-01-01' as Day)).toBeUndefined();
    expect(data.ptp('practitioner', '2027-01-01' as Day)).toBeUndefined();
    expect(data.ptp('outpatient', oct)).toBeUndefined();
    expect(data.ptp('practitioner', oct)?.edit('T0099', 'Y0999', oct)?.modifier).toBe('not-allowed');
  });
});

describe('a download', () => {
  const content = Buffer.from(TAXONOMY_CSV);
  let server: Server;
  let asked: (string | undefined)[] = [];
  let breakAfter: number | undefined;
  const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  beforeEach(async () => {
    asked = [];
    breakAfter = undefined;
    server = createServer((request, response) => {
      asked.push(request.headers.range);
      if (request.url === '/gated') return void response.writeHead(403).end();
      if (request.url === '/ccipra-v323r0-f1.zip') return void response.writeHead(200).end('<!DOCTYPE html><html>Do you accept?</html>');
      const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      if (start >= content.length) return void response.writeHead(416).end();
      const length = content.length - start;
      response.writeHead(start > 0 ? 206 : 200, { etag: '"one"', 'content-length': length });
      if (breakAfter === undefined) return void response.end(content.subarray(start));
      response.write(content.subarray(start, start + breakAfter), () => setTimeout(() => response.destroy(), 20));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => server.close());
  const page = 'https://example.org/page';

  it('carries on where it broke off', async () => {
    breakAfter = 5000;
    await expect(download(address('/nucc_taxonomy_261.csv'), { folder, page })).rejects.toThrow(/broke off/);
    breakAfter = undefined;
    const path = await download(address('/nucc_taxonomy_261.csv'), { folder, page });
    expect(asked).toEqual([undefined, 'bytes=5000-']);
    expect(statSync(path).size).toBe(content.length);
    expect((await add(path))[0]?.rows).toBe(800);
  });

  it('begins anew where nothing is left to fetch', async () => {
    breakAfter = 5000;
    await expect(download(address('/nucc_taxonomy_261.csv'), { folder, page })).rejects.toThrow(/broke off/);
    breakAfter = undefined;
    // As after a power cut between the last byte and the renaming.
    writeFileSync(join(folder, '.downloads', 'nucc_taxonomy_261.csv.part'), content);
    const path = await download(address('/nucc_taxonomy_261.csv'), { folder, page });
    expect(asked).toEqual([undefined, `bytes=${content.length}-`, undefined]);
    expect(readFileSync(path)).toEqual(content);
  });

  it('says that a page stands where the file was meant, and keeps nothing of it', async () => {
    await expect(download(address('/ccipra-v323r0-f1.zip'), { folder, page })).rejects.toThrow(/a web page in place of.*example\.org/);
    expect(readdirSync(join(folder, '.downloads'))).toEqual([]);
  });

  it('refuses another file than the one meant', async () => {
    await expect(download(address('/nucc_taxonomy_261.csv'), { folder, page, sha256: '0'.repeat(64) })).rejects.toThrow(/another file/);
  });

  it('says when a person has to do it', async () => {
    await expect(download(address('/gated'), { folder, page })).rejects.toThrow(/403: it wants a person.*example\.org/);
    await expect(download('http://127.0.0.1:9/x', { folder, page })).rejects.toThrow(/cannot be reached from here/);
  });
});

describe('a web page saved under the name of a file', () => {
  it.each(['ccipra-v323r0-f1.zip', 'PPRRVU2026_Oct.xlsx', 'nucc_taxonomy_261.csv'])('%s', async (name) => {
    const page = '\uFEFF\n<!doctype html>\n<html><body>Do you accept the terms?</body></html>';
    expect(await failureOf(add(file(name, page)))).toMatchObject({
      code: 'data/wrong-file',
      message: expect.stringMatching(/is a web page/),
    });
  });
});

/** A file system of a few pages in memory, where the machine lets us make one. */
function tinyDisk(path: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96k', 'tmpfs', path], { stdio: 'ignore' }).status === 0;
}
const disk = mkdtempSync(join(tmpdir(), 'cleanclaim-disk-'));
const hasTinyDisk = process.platform === 'linux' && process.getuid?.() === 0 && tinyDisk(disk);
afterAll(() => {
  if (hasTinyDisk) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

describe.skipIf(!hasTinyDisk)('a full disk (skipped where no small file system can be mounted)', () => {
  const into = join(disk, 'data');
  const addTo = (path: string) => addFiles(path, { folder: into, sources: TABLE_SOURCES, today: '2026-11-24', join: 'later' });
  const addenda = (count: number) =>
    Array.from({ length: count }, (_, at) => `Add:         Z99${String(at).padStart(4, '0')} Made-up code number ${at}`).join('\n');

  it('is said, nothing half is left, and what was there still answers', async () => {
    const [small] = await addTo(file('icd10cm_codes_addenda_2028.txt', addenda(3)));
    expect(small?.edition.id).toBe('icd10cm-addenda-2027-10');
    await expect(addTo(file('icd10cm_codes_addenda_2029.txt', addenda(4_000)))).rejects.toMatchObject({
      failure: { code: 'data/disk', message: expect.stringMatching(/is full; nothing was installed/) },
    });
    expect(readdirSync(join(into, 'icd10cm-addenda'))).toEqual(['icd10cm-addenda-2027-10']);
    expect(readdirSync(into).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(openPacks(into).edition('icd10cm-addenda', '2027-10-01' as Day)?.id).toBe('icd10cm-addenda-2027-10');
  });
});
