import { Icd10cmTable, Pack } from '@cleanclaim/core';
import { sha256, type Sections, writePack } from '../write-pack.ts';

/** The table as its readers will see it, from sections that are not written yet. */
export function tableOf(sections: Sections): Icd10cmTable {
  const manifest = { title: '', publisher: '', licence: '', page: '', inputs: [], retrieved: '' };
  const bytes = writePack('icd10cm', manifest, [], {}, sections);
  return new Icd10cmTable(
    new Pack({ name: 'icd10cm', size: bytes.length, read: (offset, length) => bytes.slice(offset, offset + length), sha256 }),
  );
}
