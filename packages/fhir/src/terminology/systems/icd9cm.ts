import { SHELVES } from '@cleanclaim/core';
import { SYSTEM } from '../../systems.ts';
import { shorter } from './icd10.ts';
import type { TableDefinition } from './table-system.ts';

/** Diagnoses of ICD-9-CM, for old records. */
export const ICD9CM: TableDefinition = {
  ...SHELVES.icd9cm,
  url: SYSTEM.icd9cm,
  name: 'ICD9CM',
  title: 'ICD-9-CM diagnoses',
  above: (key) => shorter(key, 3),
  searched: 'icd9cm',
};
