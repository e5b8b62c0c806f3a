import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { readNumber } from '@cleanclaim/core/statistics';
import { readSmallTable } from '@cleanclaim/stats';
import type { Given } from '../given.ts';
import { mappingOf } from './flags.ts';

/** The one file of a command as rows of named columns. Throws `usage/missing-argument`, `table/no-column`. */
export async function smallTable(given: Given, needed: readonly string[], wanted: readonly string[]): Promise<Record<string, string>[]> {
  const [path, ...more] = given.words.slice(1);
  if (path === undefined) throw new CleanclaimError('usage/missing-argument', 'Name the file.');
  if (more.length > 0) throw new CleanclaimError('usage/missing-argument', 'This takes one file.');
  return readSmallTable(path, needed, wanted, mappingOf(given));
}

/** A row's values of the columns compared. */
export function pick(values: Readonly<Record<string, string>>, by: readonly string[]): Record<string, string> {
  return Object.fromEntries(by.map((column) => [column, (values[column] ?? '').trim()]));
}

/** A number of a row. Throws `input/out-of-range`. */
export function amount(text: string | undefined, what: string): number {
  const value = readNumber(text ?? '');
  if (value === null || value === undefined)
    throw new CleanclaimError('input/out-of-range', `${quote(text ?? '')} is no number of ${what}.`);
  return value;
}
