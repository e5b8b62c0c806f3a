import { defaultLeaf, Icd10cmEdition, type Icd10cmTable } from '@cleanclaim/core';
import type { Sections } from '../write-pack.ts';

/** For each row the distance to its default leaf, as the newest release that has the row sees it. */
export function leafSection(table: Icd10cmTable): Sections {
  const leaf = new Uint16Array(table.size);
  for (let release = 0; release < 8; release++) {
    const edition = new Icd10cmEdition(table, {
      id: '',
      title: '',
      from: '',
      to: null,
      published: null,
      rows: 0,
      codes: release,
      notes: 0,
    });
    for (let row = 0; row < table.size; row++) if (edition.inForce(row)) leaf[row] = defaultLeaf(edition, row) - row;
  }
  return { 'search.leaf': ['u16', leaf] };
}
