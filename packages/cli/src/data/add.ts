import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CleanclaimError, isCleanclaimError } from '@cleanclaim/core/errors';
import { type AddedFile, addFiles, addIndexFiles, INDEX_SOURCE, rejoin, withLock } from '@cleanclaim/data/import';
import { COMPANIONS, icd10cmIndex, TABLE_SOURCES } from '@cleanclaim/sources';
import type { Given } from '../given.ts';
import { dataFolder } from '../open-data.ts';
import { EXIT, type Output, worstExit } from '../output.ts';
import { inPlace } from '../per-item.ts';
import { RowProgress } from './row-progress.ts';

/** What `data add` and `data pull` write of each edition a file gave. */
export interface Added {
  readonly input: string;
  readonly file: string;
  readonly source: string;
  readonly id: string;
  readonly edition: string;
  readonly from: string;
  readonly to: string | null;
  readonly rows: number;
  readonly already: boolean;
  readonly licence: string;
}

export const ADDED_COLUMNS: readonly string[] = ['input', 'file', 'source', 'id', 'edition', 'from', 'to', 'rows', 'already', 'licence'];

/** Adds each file alone; one that fails says so in its place and the rest goes on. Of a folder, every file that is known. */
export async function add(given: Given, output: Output): Promise<number> {
  if (given.words.length === 0) throw new CleanclaimError('usage/missing-argument', 'Write: cleanclaim data add FILE…');
  const statuses = new Set<number>();
  output.header(ADDED_COLUMNS);
  let line = 0;
  for (const word of given.words) {
    for (const { path, optional } of filesOf(word)) {
      line++;
      try {
        for (const each of await addKnown(path, given)) writeAdded(path, each, output);
        statuses.add(EXIT.fine);
      } catch (error) {
        if (!isCleanclaimError(error)) throw error;
        if (optional && error.failure.code === 'data/unrecognised') {
          output.hint(`passed over: ${error.message}`);
          continue;
        }
        statuses.add(EXIT.usage);
        inPlace(output, { line, input: path, error: error.failure });
      }
      await output.flush();
    }
  }
  await joinAdded(given);
  output.end();
  return worstExit(statuses);
}

/** What a file holds of the Alphabetic Index and of every table; an archive may hold both. */
async function addKnown(path: string, given: Given): Promise<AddedFile[]> {
  const index = await addIndexFiles(path, { folder: dataFolder(given, 'make'), today: given.today });
  try {
    return [...index, ...(await addOne(path, given))];
  } catch (error) {
    if (index.length > 0 && isCleanclaimError(error) && error.failure.code === 'data/unrecognised') return index;
    throw error;
  }
}

/** Adds one file; of one source only where it is named, and then only files that bear its names when `onlyNamed`. */
export async function addOne(path: string, given: Given, source?: (typeof TABLE_SOURCES)[number], onlyNamed = false): Promise<AddedFile[]> {
  const progress = new RowProgress(given.flags['quiet'] !== true);
  try {
    return await addFiles(path, {
      folder: dataFolder(given, 'make'),
      sources: source ? [source] : TABLE_SOURCES,
      companions: COMPANIONS,
      onlyNamed,
      today: given.today,
      join: 'later',
      progress: (file, rows) => progress.show(file, rows),
    });
  } finally {
    progress.end();
  }
}

/** Joins the ICD-10-CM years that were added with the bundled ones, once for all files. */
export async function joinAdded(given: Given): Promise<void> {
  const folder = dataFolder(given, 'make');
  if (existsSync(folder)) await withLock(folder, () => Promise.resolve(rejoin(folder)));
}

export function writeAdded(input: string, each: AddedFile, output: Output): void {
  const { source, rows, already, edition } = each;
  const { id, from, to, title } = edition;
  const licence = source === INDEX_SOURCE ? icd10cmIndex.licence : (TABLE_SOURCES.find((known) => known.id === source)?.terms ?? '');
  const answer: Added = { input, file: each.file, source, id, edition: title, from, to, rows, already, licence };
  output.answer(
    answer,
    () => {
      const done = already ? 'installed before, nothing to do' : 'added';
      const parts = edition['parts'] === undefined ? '' : `, part ${String(edition['part'])} of ${String(edition['parts'])}`;
      return `${output.paint('green', `✓ ${done}`)}  ${output.bold(id)}  ${title}${parts}\n  ${rows} rows, for ${from} to ${to ?? 'now'}\n  ${output.paint('grey', `${each.file}; ${licence}`)}`;
    },
    () => Object.values(answer),
  );
}

/** The files of a folder in order, those inside its folders too; any other word is itself. */
export function* filesOf(word: string): Generator<{ readonly path: string; readonly optional: boolean }> {
  if (!existsSync(word) || !statSync(word).isDirectory()) yield { path: word, optional: false };
  else {
    for (const entry of readdirSync(word, { withFileTypes: true, recursive: true }).toSorted((one, other) =>
      one.name < other.name ? -1 : 1,
    )) {
      if (entry.isFile()) yield { path: join(entry.parentPath, entry.name), optional: true };
    }
  }
}
