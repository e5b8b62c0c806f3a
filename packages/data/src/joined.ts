import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { KeyedTable, Pack } from '@cleanclaim/core';
import { installedEditions } from './editions.ts';
import { bytesInMemory, fileBytes } from './file-bytes.ts';
import { joinIcd10cm } from './join/join-icd10cm.ts';
import { tabularNodes } from './join/tabular-rows.ts';

/** The sources whose editions are joined with the bundled ICD-10-CM pack. */
const JOINED_SOURCES = ['icd10cm-codes', 'icd10cm-tabular', 'icd10cm-addenda'] as const;
/** Where the joined pack lies in a data folder. */
export const JOINED_FILE: string = join('.joined', 'icd10cm.pack');

/**
 * The bundled ICD-10-CM pack joined with what the user added to it; undefined when nothing was. Importing writes the joined
 * pack, so a look-up only opens it; where that is missing or made from another base (the package was updated), it is
 * joined anew in memory.
 */
export function joinedPack(folder: string, base: Pack): Pack | undefined {
  const added = joinedEditions(folder);
  if (added.length === 0) return undefined;
  const path = join(folder, JOINED_FILE);
  if (existsSync(path)) {
    const pack = new Pack(fileBytes(path));
    const { facts } = pack.header;
    if (facts['base'] === base.digest && JSON.stringify(facts['joined']) === JSON.stringify(added)) return pack;
  }
  return new Pack(bytesInMemory('icd10cm', joinYears(folder, base)));
}

/** Ids of the editions in a folder that are joined, in order. */
export function joinedEditions(folder: string): string[] {
  return JOINED_SOURCES.flatMap((source) => {
    const path = join(folder, source);
    return existsSync(path) ? readdirSync(path).filter((name) => !name.startsWith('.')) : [];
  }).sort();
}

/** Joins what is installed in a folder with the base; the bytes of the new pack. */
export function joinYears(folder: string, base: Pack): Uint8Array {
  const editions = (source: (typeof JOINED_SOURCES)[number]) =>
    installedEditions(folder, source).map(({ edition, pack }) => ({ edition, table: new KeyedTable(pack()) }));
  return joinIcd10cm(base, {
    orders: editions('icd10cm-codes').map(({ edition, table }) => ({ edition, list: table })),
    tabulars: editions('icd10cm-tabular').map(({ edition, table }) => ({ edition, chapters: tabularNodes(table) })),
    addenda: editions('icd10cm-addenda'),
  });
}
