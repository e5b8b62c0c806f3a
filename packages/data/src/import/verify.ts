import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isCleanclaimError, Pack, quote } from '@cleanclaim/core';
import { INDEX_PACK } from '../build/alphabetic-index/install-index.ts';
import { sha256 } from '../build/write-pack.ts';
import { EDITION_FILE, type EditionFile, PACK_FILE, SEARCH_FILE } from '../editions.ts';
import { fileBytes } from '../file-bytes.ts';
import { JOINED_FILE } from '../joined.ts';
import { bundledFolder } from '../open.ts';

/** What became of a pack since it was installed. */
export interface Verified {
  readonly id: string;
  readonly path: string;
  readonly status: 'ok' | 'damaged';
  readonly why: string | null;
}

/** Reads every pack whole, the bundled ones and those of a folder, and holds it against its digests. */
export function* verifyAll(folder: string): Generator<Verified> {
  for (const name of readdirSync(bundledFolder()).filter((each) => each.endsWith('.pack')))
    yield verifySections(name, join(bundledFolder(), name));
  if (existsSync(join(folder, JOINED_FILE))) yield verifySections('icd10cm (joined)', join(folder, JOINED_FILE));
  if (existsSync(join(folder, INDEX_PACK))) yield verifySections('icd10cm-index', join(folder, INDEX_PACK));
  for (const source of foldersIn(folder)) {
    for (const id of foldersIn(join(folder, source))) yield verifyEdition(id, join(folder, source, id));
  }
}

function verifyEdition(id: string, path: string): Verified {
  try {
    const described = JSON.parse(readFileSync(join(path, EDITION_FILE), 'utf8')) as EditionFile;
    const bytes = readFileSync(join(path, PACK_FILE));
    if (sha256(bytes) !== described.sha256) return { id, path, status: 'damaged', why: 'The pack is not the one that was installed.' };
  } catch (error) {
    return { id, path, status: 'damaged', why: `Its files cannot be read (${error instanceof Error ? quote(error.message) : 'unknown'}).` };
  }
  const table = verifySections(id, join(path, PACK_FILE));
  if (table.status === 'damaged' || !existsSync(join(path, SEARCH_FILE))) return table;
  const search = verifySections(id, join(path, SEARCH_FILE));
  return search.status === 'damaged' ? search : table;
}

function verifySections(id: string, path: string): Verified {
  try {
    const pack = new Pack(fileBytes(path));
    for (const [name, { type }] of Object.entries(pack.header.sections)) pack.section(name, type);
    return { id, path, status: 'ok', why: null };
  } catch (error) {
    if (!isCleanclaimError(error)) throw error;
    return { id, path, status: 'damaged', why: error.message };
  }
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
}
