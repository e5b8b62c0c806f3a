import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CleanclaimError, Icd10cmTable, Pack } from '@cleanclaim/core';
import { fileBytes } from '../file-bytes.ts';
import { JOINED_FILE, joinedEditions, joinYears } from '../joined.ts';
import { bundledFolder } from '../open.ts';

/**
 * Makes the joined ICD-10-CM pack of a data folder anew, or takes it away when no year is added any more. Only to be
 * called under the folder's lock. Returns true when something changed.
 */
export function rejoin(folder: string): boolean {
  const target = join(folder, JOINED_FILE);
  const years = joinedEditions(folder);
  if (years.length === 0) {
    const there = existsSync(target);
    rmSync(dirname(target), { recursive: true, force: true });
    return there;
  }
  const base = new Pack(fileBytes(join(bundledFolder(), 'icd10cm.pack')));
  if (isCurrent(target, base, years)) return false;
  const temporary = `${target}.${process.pid}`;
  const bytes = joinYears(folder, base);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(temporary, bytes, { flush: true });
    renameSync(temporary, target);
  } catch (error) {
    const why = error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? 'the disk is full' : 'it cannot be written';
    throw new CleanclaimError(
      'data/disk',
      `The years are installed, but their joined ICD-10-CM pack is not (${why}): answers are right and start a few seconds later.`,
    );
  } finally {
    rmSync(temporary, { force: true });
  }
  return true;
}

function isCurrent(path: string, base: Pack, years: readonly string[]): boolean {
  if (!existsSync(path)) return false;
  try {
    const pack = new Pack(fileBytes(path));
    const { facts } = pack.header;
    // Its rows are read as a look-up would: a damaged pack counts as none.
    return facts['base'] === base.digest && JSON.stringify(facts['joined']) === JSON.stringify(years) && new Icd10cmTable(pack).size > 0;
  } catch {
    return false;
  }
}
