import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Data, Icd10cmTable, makeData, Pack, placeOfServiceTable } from '@cleanclaim/core';
import { fileBytes } from './file-bytes.ts';

/**
 * The packs that come with the package. They are found through the package itself, so it holds in a checkout, an
 * installed package and a bundle alike. A pack is opened when first asked; a damaged one throws `pack/damaged`.
 */
export function bundledData(): Data {
  return openData(fileURLToPath(new URL('.', import.meta.resolve('@cleanclaim/data/packs/icd10cm.pack'))));
}

/** Opens the packs of a folder; a pack that is not there answers nothing, so questions about it are "no data". */
export function openData(folder: string): Data {
  const open = (name: string): Pack | undefined => (existsSync(`${folder}${name}`) ? new Pack(fileBytes(`${folder}${name}`)) : undefined);
  return makeData({
    icd10cm: () => {
      const pack = open('icd10cm.pack');
      return pack && new Icd10cmTable(pack);
    },
    placeOfService: () => {
      const pack = open('place-of-service.pack');
      return pack && placeOfServiceTable(pack);
    },
  });
}
