import { AlphabeticIndex, CleanclaimError, Pack } from '@cleanclaim/core';
import { type ConversionFile, type IndexFile, installConversions, installIndex } from '../build/alphabetic-index/install-index.ts';
import { readIndex } from '../build/alphabetic-index/read-index.ts';
import { sha256 } from '../build/write-pack.ts';
import { fileBytes } from '../file-bytes.ts';
import type { AddedFile } from './add.ts';
import { Archives, bytesOf, type ImportFile, importFiles, quotePath } from './container.ts';
import { withLock } from './installed.ts';
import { separatedRows } from './read-rows.ts';
import { xlsxSheets } from './read-xlsx.ts';

export const INDEX_SOURCE = 'icd10cm-index';

const INDEX_FILE = /^icd10cm[ _-](?:index|neoplasm|drug|eindex)[ _-].*\d{4}.*\.xml$/i;
const CONVERSION_FILE = /conversion[ _-]?table.*\.(?:xlsx|csv)$/i;

/**
 * Installs what a file or archive holds of the Alphabetic Index and gives what it added. The ICD-10-CM conversion table, in
 * the archive or by itself, is kept to carry the index's codes forward. Throws `data/wrong-file` when a file is named like
 * one of them and is not.
 */
export async function addIndexFiles(path: string, { folder, today }: { folder: string; today: string }): Promise<AddedFile[]> {
  const archives = new Archives();
  try {
    const files: { file: ImportFile; text: string; name: string }[] = [];
    let table: ImportFile | undefined;
    for await (const file of importFiles(path, archives)) {
      if (INDEX_FILE.test(file.name)) files.push({ file, name: file.name, text: (await bytesOf(file)).toString('utf8') });
      else if (CONVERSION_FILE.test(file.name)) table = file;
    }
    if (files.length === 0 && !table) return [];
    const conversions = table && (await readTable(table));
    return await withLock(folder, () => Promise.resolve(install(path, files, folder, today, conversions)));
  } finally {
    archives.close();
  }
}

function install(
  path: string,
  files: readonly (IndexFile & { file: ImportFile })[],
  folder: string,
  retrieved: string,
  conversions: ConversionFile | undefined,
): AddedFile[] {
  try {
    if (files.length === 0) {
      if (conversions) installConversions(conversions, folder, retrieved);
      return [];
    }
    const given = files.map((file) => ({ path: file.file.path, part: readIndex(file.text).name }));
    const installed = installIndex(files, folder, { retrieved, ...(conversions ? { conversions } : {}) });
    const index = new AlphabeticIndex(new Pack(fileBytes(installed.path)));
    return index.parts.flatMap((part) => {
      const file = given.find((each) => each.part === part.name);
      const edition = index.pack.header.editions.find((each) => each.id === part.edition);
      if (!edition || !file) return [];
      return [{ file: file.path, source: INDEX_SOURCE, title: edition.title, edition, rows: edition.rows, already: false }];
    });
  } catch (error) {
    throw new CleanclaimError(
      'data/wrong-file',
      `${quotePath(path)}: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}.`,
    );
  }
}

async function readTable(file: ImportFile): Promise<ConversionFile> {
  const rows: (readonly string[])[] = [];
  if (/\.csv$/i.test(file.name)) for await (const batch of separatedRows(file, 'csv')) rows.push(...batch.rows);
  else {
    const [sheet] = await xlsxSheets(file);
    if (sheet) for await (const batch of sheet.rows()) rows.push(...batch.rows);
  }
  return { name: file.name, sha256: sha256(await bytesOf(file)), rows };
}
