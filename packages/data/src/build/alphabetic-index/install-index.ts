import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackManifest } from '@cleanclaim/core';
import { openPacks } from '../../open.ts';
import { sha256 } from '../write-pack.ts';
import { buildAlphabeticIndex } from './build-index.ts';
import { readConversions } from './conversions.ts';
import { type IndexPartName, readIndex } from './read-index.ts';

export const INDEX_PACK = 'icd10cm-index.pack';

export interface IndexFile {
  readonly name: string;
  /** The XML as published. */
  readonly text: string;
}

export interface ConversionFile {
  readonly name: string;
  readonly sha256: string;
  /** Rows of the table: new code, year, former codes. */
  readonly rows: Iterable<readonly string[]>;
}

export interface InstalledIndex {
  readonly path: string;
  readonly parts: readonly { readonly name: IndexPartName; readonly version: string }[];
}

const SAYS = {
  main: 'ICD-10-CM Index to Diseases and Injuries',
  neoplasm: 'ICD-10-CM Table of Neoplasms',
  drugs: 'ICD-10-CM Table of Drugs and Chemicals',
  externalCauses: 'ICD-10-CM External Cause of Injuries Index',
} as const;

/**
 * Compiles files of the Alphabetic Index and writes the pack into a data folder, in place of one that is there.
 * `retrieved` is the day the user got the files. Throws when a file is no part of the index; nothing is written then.
 */
export function installIndex(
  files: readonly IndexFile[],
  folder: string,
  { retrieved, conversions }: { readonly retrieved: string; readonly conversions?: ConversionFile },
): InstalledIndex {
  const parts = files.map((file) => readIndex(file.text));
  const encoder = new TextEncoder();
  const inputs = files.map((file, at) => {
    const part = parts[at];
    return { name: file.name, sha256: sha256(encoder.encode(file.text)), says: part ? `${SAYS[part.name]}, FY${part.version}` : '' };
  });
  if (conversions) inputs.push({ name: conversions.name, sha256: conversions.sha256, says: 'ICD-10-CM conversion table' });
  const manifest: PackManifest = {
    title: 'ICD-10-CM Alphabetic Index',
    publisher: 'National Center for Health Statistics (CDC)',
    licence: 'US government work, public domain in the United States',
    page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
    inputs,
    retrieved,
  };
  const table = openPacks(folder).icd10cmTable();
  const bytes = buildAlphabeticIndex({
    manifest,
    parts,
    table,
    ...(conversions ? { conversions: readConversions(conversions.rows) } : {}),
  });
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const path = join(folder, INDEX_PACK);
  // Written beside and renamed: a reader meets the old pack or the new one, never half of one.
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
  return { path, parts: parts.map(({ name, version }) => ({ name, version })) };
}
