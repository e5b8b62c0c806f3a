import { type Data, Icd10cmTable, makeData, Pack, placeOfServiceTable } from '@cleanclaim/core';
import { bufferBytes } from './buffer-bytes.ts';

/** A pack as it was fetched. */
export interface PackFile {
  readonly id: 'icd10cm' | 'place-of-service';
  readonly buffer: ArrayBuffer;
}
export type PackFiles = readonly PackFile[];

/** Opens fetched packs; one that is not there is "no data". Throws CleanclaimError for damage, when it is first read. */
export async function openPackFiles(files: PackFiles): Promise<Data> {
  const open = async (id: PackFile['id']): Promise<Pack | undefined> => {
    const file = files.find((each) => each.id === id);
    return file && new Pack(await bufferBytes(`${id}.pack`, file.buffer));
  };
  const [icd10cm, places] = await Promise.all([open('icd10cm'), open('place-of-service')]);
  return makeData({
    icd10cm: () => icd10cm && new Icd10cmTable(icd10cm),
    placeOfService: () => places && placeOfServiceTable(places),
  });
}
