import { SHELVES } from '@cleanclaim/core';
import { SYSTEM } from '../../systems.ts';
import type { TableDefinition } from './table-system.ts';

/** Characters that name a table of ICD-10-PCS: the heading over its codes. */
const TABLE = 3;

/** Procedures on hospital inpatient claims; codes lie under their tables of three characters. */
export const ICD10PCS: TableDefinition = {
  ...SHELVES.icd10pcs,
  url: SYSTEM.icd10pcs,
  name: 'ICD10PCS',
  title: 'ICD-10-PCS',
  above: (key) => (key.length > TABLE ? [key.slice(0, TABLE)] : []),
  searched: 'icd10pcs',
};
