import { CleanclaimError } from '@cleanclaim/core';
import { Archives, type ImportFile, importFiles, quotePath } from './container.ts';
import { lines } from './read-lines.ts';
import { type RowBatch, separatedRows } from './read-rows.ts';
import { xlsxSheets } from './read-xlsx.ts';

/** A table of the user's own: a CSV or tab-separated text, or a sheet of a workbook. */
export interface UserTable {
  /** Name of the sheet; null for a text. */
  readonly sheet: string | null;
  /** How its days are counted, where they are numbers. */
  readonly serial: '1900' | '1904' | undefined;
  rows(): AsyncGenerator<RowBatch>;
}

/** The tables of a file, one for each sheet. Throws `charges/unreadable` for a file that is none, `data/refused` for a broken one. */
export async function userTables(path: string): Promise<UserTable[]> {
  const files: ImportFile[] = [];
  for await (const file of importFiles(path, new Archives())) {
    files.push(file);
    if (files.length > 1) break;
  }
  const [file, another] = files;
  if (!file || another) throw new CleanclaimError('charges/unreadable', `${quotePath(path)} is an archive of several files, or of none.`);
  if (/\.xlsx$/i.test(file.name)) {
    const sheets = await xlsxSheets(file);
    return sheets.map(({ name, since1904, rows }) => ({ sheet: name, serial: since1904 ? '1904' : '1900', rows }));
  }
  if (/\.xls$/i.test(file.name)) throw new CleanclaimError('charges/unreadable', `${quotePath(path)} is a workbook of the old kind.`);
  return [{ sheet: null, serial: undefined, rows: () => textRows(file) }];
}

/** Rows of a text: parted by tabs or semicolons where the first lines have them and no commas, else by commas. */
async function* textRows(file: ImportFile): AsyncGenerator<RowBatch> {
  yield* separatedRows(file, await separatorOf(file));
}

async function separatorOf(file: ImportFile): Promise<'csv' | 'tab' | 'semicolon'> {
  const count = { csv: 0, tab: 0, semicolon: 0 };
  let seen = 0;
  for await (const [line] of lines(file)) {
    count.csv += line.split(',').length - 1;
    count.tab += line.split('\t').length - 1;
    count.semicolon += line.split(';').length - 1;
    if (++seen === 20) break;
  }
  if (count.tab > count.csv && count.tab >= count.semicolon) return 'tab';
  return count.semicolon > count.csv ? 'semicolon' : 'csv';
}
