import { SHELVES } from '@cleanclaim/core';
import { SYSTEM } from '../../systems.ts';
import type { TableDefinition } from './table-system.ts';

/** CPT, from the files of a user who has a licence. */
export const CPT: TableDefinition = {
  ...SHELVES.cpt,
  url: SYSTEM.cpt,
  name: 'CPT',
  title: 'Current Procedural Terminology (CPT)',
  searched: 'cpt',
  copyright: 'CPT © American Medical Association',
};
