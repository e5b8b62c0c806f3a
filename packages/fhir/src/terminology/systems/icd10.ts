import { SHELVES } from '@cleanclaim/core';
import type { TableDefinition } from './table-system.ts';

/** Characters of a category. */
const CATEGORY = 3;

/** The international ICD-10; chapters and blocks of the file are no codes. */
export const ICD10: TableDefinition = {
  ...SHELVES.icd10,
  url: 'http://hl7.org/fhir/sid/icd-10',
  name: 'ICD10',
  title: 'ICD-10, international version',
  above: (key) => shorter(key, CATEGORY),
  searched: 'icd10',
  copyright: '© World Health Organization',
};

/** The beginnings of a key, longest first, down to `least` characters. */
export function shorter(key: string, least: number): string[] {
  return Array.from({ length: Math.max(0, key.length - least) }, (_, at) => key.slice(0, key.length - 1 - at));
}
