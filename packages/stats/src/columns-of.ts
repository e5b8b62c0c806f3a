import { openTextTable, kindOf } from './text-table.ts';

/** The headings of a file. Throws `table/unreadable`, `table/needs-duckdb`. */
export async function columnsOf(path: string): Promise<readonly string[]> {
  const kind = kindOf(path);
  if (kind !== 'parquet' && kind !== 'empty') return (await openTextTable(path, kind)).columns;
  const { parquetColumns } = await import('./duckdb.ts');
  return parquetColumns(path);
}
