import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CleanclaimError,
  type InstalledEdition,
  Pack,
  type PackEdition,
  type PackManifest,
  quote,
  TABLE_SEARCH_FORMAT,
  type TableSearchFacts,
} from '@cleanclaim/core';
import { fileBytes } from './file-bytes.ts';

/** What stands beside an installed pack: enough to choose an edition without opening it. */
export interface EditionFile {
  readonly source: string;
  readonly edition: PackEdition;
  readonly manifest: PackManifest;
  /** Of the whole pack file. */
  readonly sha256: string;
  readonly bytes: number;
}

export const PACK_FILE = 'table.pack';
/** Beside the pack, never in it: it is made anew where another version cuts words in another way. */
export const SEARCH_FILE = 'search.pack';
export const EDITION_FILE = 'manifest.json';

/** The installed editions of one source, or of all, from `<folder>/<source>/<edition>/`. */
export function installedEditions(folder: string, source?: string): InstalledEdition[] {
  const sources = source === undefined ? foldersIn(folder) : [source];
  return sources.flatMap((name) => foldersIn(join(folder, name)).map((id) => readEdition(join(folder, name, id))));
}

function readEdition(folder: string): InstalledEdition {
  let described: EditionFile;
  try {
    described = JSON.parse(readFileSync(join(folder, EDITION_FILE), 'utf8')) as EditionFile;
  } catch {
    throw new CleanclaimError('pack/damaged', `The installed edition in ${quote(folder)} has no readable ${EDITION_FILE}.`);
  }
  const { source, edition, manifest, sha256 } = described;
  const pack = (): Pack => new Pack(fileBytes(join(folder, PACK_FILE)));
  return { source, edition, manifest, sha256, pack, search: () => searchIndexIn(folder, pack) };
}

/** The search index of an installed edition; undefined when there is none of this version for this very table. */
export function searchIndexIn(folder: string, table: () => Pack): Pack | undefined {
  const path = join(folder, SEARCH_FILE);
  if (!existsSync(path)) return undefined;
  const index = new Pack(fileBytes(path));
  const { of, format } = index.header.facts as unknown as TableSearchFacts;
  return format === TABLE_SEARCH_FORMAT && of === table().digest ? index : undefined;
}

/** Folders that hold something: names that begin with a dot are unfinished or not ours. */
function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}
