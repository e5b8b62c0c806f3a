import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { CleanclaimError, Pack, quote } from '@cleanclaim/core';
import type { CompiledEdition } from './compile.ts';
import type { EditionFile } from '../editions.ts';
import { EDITION_FILE, PACK_FILE, SEARCH_FILE, searchIndexIn } from '../editions.ts';
import { bytesInMemory, fileBytes } from '../file-bytes.ts';

const LOCK = '.lock';
const TEMPORARY = '.new-';
/** A lock whose process is gone is taken over; one of another machine only after this long. */
const STALE_MINUTES = 30;

/** Runs work that changes a data folder, alone: a second import waits for nobody and is told to come back. */
export async function withLock<Answer>(folder: string, work: () => Promise<Answer>): Promise<Answer> {
  attempt(folder, () => mkdirSync(folder, { recursive: true }));
  const path = join(folder, LOCK);
  for (let tries = 0; ; tries++) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw diskError(folder, error);
      if (tries > 2 || !isStale(path)) throw new CleanclaimError('data/busy', `Another import is writing to ${quote(folder)}.`);
      rmSync(path, { force: true });
    }
  }
  try {
    for (const name of readdirSync(folder)) if (name.startsWith(TEMPORARY)) rmSync(join(folder, name), { recursive: true, force: true });
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function isStale(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    if ((Date.now() - statSync(path).mtimeMs) / 60_000 > STALE_MINUTES) return true;
    // An empty lock is one that is just being written.
    if (!Number.isInteger(pid) || pid <= 0) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'ENOENT');
  }
}

/**
 * Installs editions together: all are written under a temporary name, flushed, then renamed one by one. An edition that
 * is there already stays as it is: the same content counts as done, another is refused.
 */
export function install(folder: string, editions: readonly CompiledEdition[]): { edition: CompiledEdition; already: boolean }[] {
  const done: { edition: CompiledEdition; already: boolean }[] = [];
  const staging = join(folder, `${TEMPORARY}${process.pid}`);
  try {
    attempt(folder, () => mkdirSync(staging, { recursive: true }));
    const moves: [from: string, to: string][] = [];
    for (const edition of editions) {
      const target = editionFolder(folder, edition.source.id, edition.edition.id);
      if (existsSync(target)) {
        refuseOther(target, edition);
        renewSearch(folder, target, edition);
        done.push({ edition, already: true });
        continue;
      }
      const temporary = join(staging, edition.edition.id);
      const { source, edition: facts, manifest, packSha256: packDigest, pack } = edition;
      const described: EditionFile = { source: source.id, edition: facts, manifest, sha256: packDigest, bytes: pack.length };
      attempt(folder, () => {
        mkdirSync(temporary);
        writeFlushed(join(temporary, PACK_FILE), pack);
        if (edition.search) writeFlushed(join(temporary, SEARCH_FILE), edition.search);
        writeFlushed(join(temporary, EDITION_FILE), Buffer.from(`${JSON.stringify(described, undefined, 2)}\n`));
        mkdirSync(join(folder, source.id), { recursive: true });
      });
      moves.push([temporary, target]);
      done.push({ edition, already: false });
    }
    for (const [from, to] of moves) attempt(folder, () => renameSync(from, to));
    return done;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

export function editionFolder(folder: string, source: string, id: string): string {
  return join(folder, source, id);
}

/** Two files may give the same edition (as text and as sheet, or published twice): the content decides. */
function refuseOther(target: string, { edition, pack }: CompiledEdition): void {
  const there = new Pack(fileBytes(join(target, PACK_FILE))).header;
  const here = new Pack(bytesInMemory(edition.id, pack)).header;
  if (JSON.stringify(there.sections) === JSON.stringify(here.sections)) return;
  const before = there.editions[0]?.rows;
  throw new CleanclaimError(
    'data/edition-exists',
    `${edition.id} is installed already with other content, from ${there.manifest.inputs[0]?.name} (${before} rows; this file has ${edition.rows}).`,
  );
}

/** An edition installed by a version that made no search index, or another one, gets its own now. */
function renewSearch(folder: string, target: string, { search }: CompiledEdition): void {
  if (!search || searchIndexIn(target, () => new Pack(fileBytes(join(target, PACK_FILE))))) return;
  const temporary = join(target, `.${SEARCH_FILE}.${process.pid}`);
  attempt(folder, () => {
    rmSync(temporary, { force: true });
    writeFlushed(temporary, search);
    renameSync(temporary, join(target, SEARCH_FILE));
  });
}

function writeFlushed(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, Math.min(bytes.length - at, 1 << 24));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function attempt(folder: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw diskError(folder, error);
  }
}

function diskError(folder: string, error: unknown): CleanclaimError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new CleanclaimError('data/disk', `The disk of ${quote(folder)} is full; nothing was installed.`);
  return new CleanclaimError('data/disk', `${quote(folder)} cannot be written to (${code || 'unknown'}); nothing was installed.`);
}
