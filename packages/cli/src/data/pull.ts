import { existsSync, rmSync, statSync } from 'node:fs';
import { CleanclaimError, isCleanclaimError, quote } from '@cleanclaim/core/errors';
import { type AddedFile, addIndexFiles, download } from '@cleanclaim/data/import';
import { icd10cmIndex, TABLE_SOURCES } from '@cleanclaim/sources';
import type { Given } from '../given.ts';
import { dataFolder } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';
import { ADDED_COLUMNS, addOne, filesOf, joinAdded, writeAdded } from './add.ts';
import { RowProgress } from './row-progress.ts';

/** What can be pulled: a table, or the Alphabetic Index, which has an importer of its own. */
interface Known {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly terms: string;
  readonly page: string;
  readonly licence: string;
  readonly addresses?: readonly string[];
  /** Adds what a file holds of it; only files that bear its names when `onlyNamed`. */
  add(path: string, given: Given, onlyNamed: boolean): Promise<AddedFile[]>;
}

const KNOWN: readonly Known[] = [
  ...TABLE_SOURCES.map((source) => ({
    ...source,
    add: (path: string, given: Given, onlyNamed: boolean) => addOne(path, given, source, onlyNamed),
  })),
  {
    ...icd10cmIndex,
    terms: icd10cmIndex.licence,
    add: (path, given) => addIndexFiles(path, { folder: dataFolder(given, 'make'), today: given.today }),
  },
];

/** Takes a source from its publisher, from a mirror or from a folder, and adds it. Licensed sources ask for a flag first. */
export async function pull(given: Given, output: Output): Promise<number> {
  const [id = '', ...more] = given.words;
  const source = KNOWN.find((each) => each.id === id);
  if (!source || more.length > 0) {
    const known = KNOWN.map((each) => each.id).join(', ');
    throw new CleanclaimError('usage/missing-argument', `Write: cleanclaim data pull SOURCE, with one of ${known}.`);
  }
  if (source.licence === 'bring-your-own' && given.flags['accept-licence'] !== true)
    throw new CleanclaimError('data/licence', `${source.title}: ${source.terms}. Its page: ${source.page}`);
  output.hint(`${source.title}; ${source.publisher}; ${source.terms}`);
  const from = given.flags['from'];
  output.header(ADDED_COLUMNS);
  if (typeof from === 'string' && !/^https?:\/\//.test(from)) return fromFolder(from, source, given, output);
  await fromAddress(typeof from === 'string' ? from : addressOf(source, given), source, given, output);
  output.end();
  return EXIT.fine;
}

async function fromFolder(folder: string, source: Known, given: Given, output: Output): Promise<number> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new CleanclaimError('usage/unreadable-file', `${quote(folder)} is no folder; give one file with: cleanclaim data add FILE`);
  let count = 0;
  for (const { path } of filesOf(folder)) {
    try {
      for (const each of await source.add(path, given, true)) {
        writeAdded(path, each, output);
        count++;
      }
    } catch (error) {
      if (!isCleanclaimError(error) || error.failure.code !== 'data/unrecognised') throw error;
    }
  }
  await joinAdded(given);
  output.end();
  if (count === 0) throw new CleanclaimError('data/unrecognised', `${quote(folder)} holds no file of ${source.id}.`);
  return EXIT.fine;
}

async function fromAddress(address: string, source: Known, given: Given, output: Output): Promise<void> {
  const progress = new RowProgress(given.flags['quiet'] !== true);
  const sha256 = given.flags['sha256'];
  const path = await download(address, {
    folder: dataFolder(given, 'make'),
    page: source.page,
    ...(typeof sha256 === 'string' ? { sha256 } : {}),
    progress: (done, all) => progress.bytes(address, done, all),
  }).finally(() => progress.end());
  const added = await source.add(path, given, false);
  if (added.length === 0) throw new CleanclaimError('data/unrecognised', `${quote(address)} holds no file of ${source.id}.`);
  for (const each of added) writeAdded(address, each, output);
  await joinAdded(given);
  rmSync(path, { force: true });
}

/** The publisher's address with the year filled in. They drift: the page is named in every failure. */
function addressOf(source: Known, given: Given): string {
  const [template] = source.addresses ?? [];
  if (template === undefined)
    throw new CleanclaimError(
      'data/offline',
      `${source.publisher} gives ${source.id} only to people who accept its terms on ${source.page}`,
    );
  const year = given.flags['year'];
  if (!template.includes('{')) return template;
  if (typeof year !== 'string' || !/^20\d{2}$/.test(year))
    throw new CleanclaimError('usage/missing-argument', `Say of which year: cleanclaim data pull ${source.id} --year 2026`);
  const filled = template.replaceAll('{FY}', year).replaceAll('{YY}', year.slice(2));
  if (filled.includes('{'))
    throw new CleanclaimError('usage/missing-argument', `Give the file's address: cleanclaim data pull ${source.id} --from ${filled}`);
  return filled;
}
