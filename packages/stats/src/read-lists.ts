import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { findColumn, type Mapping, noColumn, readNumber } from '@cleanclaim/core/statistics';
import { kindOf, openTextTable } from './text-table.ts';

/** Largest of the small files: lists of causes, standards, life tables. */
const MOST_ROWS = 200_000;

/** Rows of a small table with the named roles; those in `needed` must be there. Throws `table/no-column`, `table/unreadable`. */
export async function readSmallTable(
  path: string,
  needed: readonly string[],
  wanted: readonly string[],
  map: Mapping = {},
): Promise<Record<string, string>[]> {
  const kind = kindOf(path);
  if (kind === 'empty' || kind === 'parquet') throw new CleanclaimError('table/unreadable', `${quote(path)} holds no small table of text.`);
  const table = await openTextTable(path, kind);
  const taken = new Set<string>();
  const columns: [string, number][] = [];
  for (const role of [...needed, ...wanted]) {
    const column = findColumn(table.columns, role, map, taken);
    if (column === undefined) {
      if (needed.includes(role)) throw noColumn(quote(role), table.columns);
      continue;
    }
    taken.add(column);
    columns.push([role, table.columns.indexOf(column)]);
  }
  const rows: Record<string, string>[] = [];
  for await (const batch of table.rows()) {
    for (const row of batch) {
      if (row === null) throw new CleanclaimError('table/unreadable', `${quote(path)} has a row of another width than its heading.`);
      rows.push(Object.fromEntries(columns.map(([role, at]) => [role, row[at] ?? ''])));
    }
    if (rows.length > MOST_ROWS) throw new CleanclaimError('table/unreadable', `${quote(path)} has more than ${MOST_ROWS} rows.`);
  }
  if (rows.length === 0) throw new CleanclaimError('table/unreadable', `${quote(path)} has a heading and no rows.`);
  return rows;
}

/** A standard population: columns `age` and `weight`. */
export async function readStandard(path: string, map?: Mapping): Promise<{ id: string; bands: { age: string; weight: number }[] }> {
  const rows = await readSmallTable(path, ['age', 'weight'], [], map);
  return { id: nameOf(path), bands: rows.map((row) => ({ age: row['age'] ?? '', weight: numberOf(row['weight'], path) })) };
}

/** A life expectancy standard: columns `age` and `years`. */
export async function readLife(path: string, map?: Mapping): Promise<{ id: string; points: { age: number; years: number }[] }> {
  const rows = await readSmallTable(path, ['age', 'years'], [], map);
  return { id: nameOf(path), points: rows.map((row) => ({ age: numberOf(row['age'], path), years: numberOf(row['years'], path) })) };
}

/** A list of causes: columns `group` and `codes`, perhaps `title` and `kind`. */
export async function readCauseList(
  path: string,
  map?: Mapping,
): Promise<{ id: string; groups: { group: string; codes: string; title?: string; kind?: string }[] }> {
  const rows = await readSmallTable(path, ['group', 'codes'], ['title', 'kind'], map);
  return {
    id: nameOf(path),
    groups: rows
      .filter((row) => (row['codes'] ?? '') !== '')
      .map((row) => ({
        group: row['group'] ?? '',
        codes: row['codes'] ?? '',
        ...(row['title'] === undefined ? {} : { title: row['title'] }),
        ...(row['kind'] === undefined ? {} : { kind: row['kind'] }),
      })),
  };
}

function numberOf(text: string | undefined, path: string): number {
  const number = readNumber(text ?? '');
  if (number === null || number === undefined)
    throw new CleanclaimError('table/unreadable', `${quote(path)} has ${quote(text ?? '')} where a number belongs.`);
  return number;
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
