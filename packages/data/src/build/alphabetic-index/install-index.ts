import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AlphabeticIndex, INDEX_PARTS, Pack, type PackManifest } from '@cleanclaim/core';
import { fileBytes } from '../../file-bytes.ts';
import { openPacks } from '../../open.ts';
import { sha256 } from '../write-pack.ts';
import { buildAlphabeticIndex } from './build-index.ts';
import { readConversions } from './conversions.ts';
import { type IndexPart, type IndexPartName, readIndex } from './read-index.ts';

export const INDEX_PACK = 'icd10cm-index.pack';
const INDEX_ID = 'icd10cm-index';

export interface IndexFile {
  readonly name: string;
  /** The XML as published. */
  readonly text: string;
}

export interface ConversionFile {
  readonly name: string;
  readonly sha256: string;
  /** Rows of the table: new code, year, former codes. */
  readonly rows: readonly (readonly string[])[];
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

/** What was installed is kept beside the pack, so that a part added later joins the parts that are there. */
const KEPT = '.icd10cm-index';
const CONVERSIONS = 'conversions.json';

/**
 * Compiles files of the Alphabetic Index and writes the pack into a data folder. A part takes the place of the same part
 * installed before; the others stay. `retrieved` is the day the user got the files. Throws when a file is no part of the
 * index or no conversion table; nothing is changed then.
 */
export function installIndex(
  files: readonly IndexFile[],
  folder: string,
  { retrieved, conversions }: { readonly retrieved: string; readonly conversions?: ConversionFile },
): InstalledIndex {
  const kept = join(folder, KEPT);
  const given = files.map((file) => ({ ...file, part: readIndex(file.text) }));
  const all = [...given, ...keptParts(kept, new Set(given.map(({ part }) => part.name)))];
  const table = conversions ?? keptConversions(kept);
  const encoder = new TextEncoder();
  const inputs = all.map(({ name, text, part }) => ({
    name,
    sha256: sha256(encoder.encode(text)),
    says: `${SAYS[part.name]}, FY${part.version}`,
  }));
  if (table) inputs.push({ name: table.name, sha256: table.sha256, says: 'ICD-10-CM conversion table' });
  const manifest: PackManifest = {
    title: 'ICD-10-CM Alphabetic Index',
    publisher: 'National Center for Health Statistics (CDC)',
    licence: 'US government work, public domain in the United States',
    page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
    inputs,
    retrieved,
  };
  const parts = all.map(({ part }) => part);
  const bytes = buildAlphabeticIndex({
    manifest,
    parts,
    table: openPacks(folder).icd10cmTable(),
    ...(table ? { conversions: readConversions(table.rows) } : {}),
  });
  mkdirSync(kept, { recursive: true });
  for (const { part, name, text } of given) replace(join(kept, `${part.name}.json`), JSON.stringify({ name, text }));
  if (conversions) keepConversions(kept, conversions);
  const path = join(folder, INDEX_PACK);
  replace(path, bytes);
  return { path, parts: parts.map(({ name, version }) => ({ name, version })) };
}

/**
 * Takes away one part of the index by the id of its edition, or with `icd10cm-index` all of it and the conversion table kept
 * for it. False when there is no such part.
 */
export function removeIndex(folder: string, id: string): boolean {
  const path = join(folder, INDEX_PACK);
  const kept = join(folder, KEPT);
  if (id === INDEX_ID) {
    if (!existsSync(path) && !existsSync(kept)) return false;
    // The pack goes first: what is left without it answers nothing and is written over by the next part.
    rmSync(path, { force: true });
    rmSync(kept, { recursive: true, force: true });
    return true;
  }
  if (!existsSync(path)) return false;
  const index = new AlphabeticIndex(new Pack(fileBytes(path)));
  const part = index.parts.find(({ edition }) => edition === id);
  if (!part) return false;
  const { retrieved } = index.pack.header.manifest;
  if (index.parts.length === 1) rmSync(path);
  rmSync(join(kept, `${part.name}.json`), { force: true });
  if (index.parts.length > 1) installIndex([], folder, { retrieved });
  return true;
}

/** Keeps a conversion table for the index and compiles an index that is there again with it. */
export function installConversions(conversions: ConversionFile, folder: string, retrieved: string): void {
  readConversions(conversions.rows);
  if (existsSync(join(folder, INDEX_PACK))) installIndex([], folder, { retrieved, conversions });
  else keepConversions(join(folder, KEPT), conversions);
}

function keepConversions(kept: string, conversions: ConversionFile): void {
  mkdirSync(kept, { recursive: true });
  replace(join(kept, CONVERSIONS), JSON.stringify(conversions));
}

function keptParts(kept: string, except: ReadonlySet<IndexPartName>): (IndexFile & { part: IndexPart })[] {
  return INDEX_PARTS.filter((name) => !except.has(name) && existsSync(join(kept, `${name}.json`))).map((name) => {
    const file = JSON.parse(readFileSync(join(kept, `${name}.json`), 'utf8')) as IndexFile;
    return { ...file, part: readIndex(file.text) };
  });
}

function keptConversions(kept: string): ConversionFile | undefined {
  const path = join(kept, CONVERSIONS);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ConversionFile) : undefined;
}

/** Written beside and renamed: a reader meets the old file or the new one, never half of one. */
function replace(path: string, content: Uint8Array | string): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}
