import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AlphabeticIndex, type Data, Icd10cmTable, Knowledge, makeData, Pack, placeOfServiceTable } from '@cleanclaim/core';
import { installedEditions } from './editions.ts';
import { fileBytes } from './file-bytes.ts';
import { joinedPack } from './joined.ts';

/** The packs that come with the package. */
export function bundledData(): Data {
  return openPacks(undefined);
}

/**
 * The bundled packs and what was added to `folder`. A pack is opened when first asked; a damaged one throws
 * `pack/damaged`; one that is nowhere answers nothing, so questions about it are "no data".
 */
export function openPacks(folder: string | undefined): Data {
  const open = (name: string): Pack | undefined => {
    const path = [folder, bundledFolder()].map((each) => each && join(each, name)).find((each) => each !== undefined && existsSync(each));
    return path === undefined ? undefined : new Pack(fileBytes(path));
  };
  return makeData({
    icd10cm: () => {
      const base = open('icd10cm.pack');
      const pack = (folder !== undefined && base ? joinedPack(folder, base) : undefined) ?? base;
      return pack && new Icd10cmTable(pack);
    },
    placeOfService: () => {
      const pack = open('place-of-service.pack');
      return pack && placeOfServiceTable(pack);
    },
    ...(folder === undefined ? {} : { installed: (source?: string) => installedEditions(folder, source) }),
    procedureWords: () => {
      const pack = open('procedure-words.pack');
      return pack && new Knowledge(pack);
    },
    alphabeticIndex: () => {
      const pack = open('icd10cm-index.pack');
      return pack && new AlphabeticIndex(pack);
    },
  });
}

/** Found through the package's own name, so it holds in a checkout, an installed package and a bundle alike. */
export function bundledFolder(): string {
  return dirname(fileURLToPath(import.meta.resolve('@cleanclaim/data/packs/icd10cm.pack')));
}
