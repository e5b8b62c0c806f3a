import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { KeyedTable, Pack } from '@cleanclaim/core';
import { installedEditions } from './editions.ts';
import { bytesInMemory, fileBytes } from './file-bytes.ts';
import { joinIcd10cm } from './join/join-icd10cm.ts';

/** The source whose editions are joined with the bundled ICD-10-CM pack. */
export const JOINED_SOURCE = 'icd10cm-codes';
/** Where the joined pack lies in a data folder. */
export const JOINED_FILE: string = join('.joined', 'icd10cm.pack');

/**
 * The bundled ICD-10-CM pack joined with the years the user added; undefined when none was. Importing writes the joined
 * pack, so a look-up only opens it; where that is missing or made from another base (the package was updated), it is
 * joined anew in memory.
 */
export function joinedPack(folder: string, base: Pack): Pack | undefined {
  const source = join(folder, JOINED_SOURCE);
  if (!existsSync(source)) return undefined;
  const years = readdirSync(source).filter((name) => !name.startsWith('.'));
  if (years.length === 0) return undefined;
  const path = join(folder, JOINED_FILE);
  if (existsSync(path)) {
    const pack = new Pack(fileBytes(path));
    const { facts } = pack.header;
    if (facts['base'] === base.digest && JSON.stringify(facts['joined']) === JSON.stringify(years.sort())) return pack;
  }
  return new Pack(bytesInMemory('icd10cm', joinYears(folder, base)));
}

/** Joins the years installed in a folder with the base; the bytes of the new pack. */
export function joinYears(folder: string, base: Pack): Uint8Array {
  const years = installedEditions(folder, JOINED_SOURCE).map((each) => ({ edition: each.edition, table: new KeyedTable(each.pack()) }));
  return joinIcd10cm(base, years);
}
