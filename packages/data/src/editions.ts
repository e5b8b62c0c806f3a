import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CleanclaimError, type InstalledEdition, Pack, type PackEdition, type PackManifest, quote } from '@cleanclaim/core';
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
  return { source, edition, manifest, sha256, pack: () => new Pack(fileBytes(join(folder, PACK_FILE))) };
}

/** Folders that hold something: names that begin with a dot are unfinished or not ours. */
function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}
