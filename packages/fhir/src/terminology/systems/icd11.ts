import { SHELVES } from '@cleanclaim/core';
import { shorter } from './icd10.ts';
import type { TableDefinition } from './table-system.ts';

/** Characters of a stem code before its dot. */
const STEM = 4;

/** ICD-11 for mortality and morbidity statistics: a code with characters after the dot lies under the shorter one. */
export const ICD11: TableDefinition = {
  ...SHELVES.icd11,
  url: 'http://id.who.int/icd/release/11/mms',
  name: 'ICD11MMS',
  title: 'ICD-11 MMS',
  above: (key) => shorter(key, STEM),
  searched: 'icd11',
  copyright: '© World Health Organization, CC BY-ND 3.0 IGO',
};
