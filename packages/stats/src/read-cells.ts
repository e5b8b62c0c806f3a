import { CleanclaimError, isCleanclaimError, quote } from '@cleanclaim/core/errors';
import { CellGatherer, Problems, type ReadRequest } from '@cleanclaim/core/statistics';
import { type FixedLayout, openFixedWidth } from './fixed-width.ts';
import type { ReadCells } from './cells-read.ts';
import { type FileKind, kindOf, openTextTable, type TextRows } from './text-table.ts';
import { isWhoTable, whoRows, type WhoWanted } from './who-table.ts';

/** Text files above this size go through DuckDB where it is installed. */
const LARGE = 64 * 1024 * 1024;

/**
 * Reads a table and counts together the rows that agree in every column asked for. Numbers that are negative or unreadable, rows
 * of another width and lines that are no JSON are left out and counted in `problems`.
 * Throws `usage/unreadable-file`, `table/unreadable`, `table/no-column`, `table/needs-duckdb`.
 */
export async function readCells(path: string, request: ReadRequest & { readonly layout?: FixedLayout }): Promise<ReadCells> {
  if (request.layout) return gather(openFixedWidth(path, request.layout), request);
  const kind = kindOf(path);
  if (kind === 'empty') throw new CleanclaimError('table/unreadable', `${quote(path)} is empty.`);
  if (kind === 'parquet' || (kind !== 'json' && (await isLarge(path)))) {
    const engine = await import('./duckdb.ts');
    if (kind === 'parquet' || (await engine.hasDuckdb())) {
      const read = await engine.readWithDuckdb(path, kind, request).catch((error: unknown) => {
        // What DuckDB cannot read as text (UTF-16, a broken heading), the text reader may; Parquet has no other reader.
        if (kind === 'parquet' || !isCleanclaimError(error) || error.failure.code !== 'table/unreadable') throw error;
        return undefined;
      });
      if (read) return read;
    }
  }
  return readText(path, kind as Exclude<FileKind, 'parquet' | 'empty'>, request);
}

async function isLarge(path: string): Promise<boolean> {
  const { statSync } = await import('node:fs');
  return statSync(path).size > LARGE;
}

async function readText(path: string, kind: 'csv' | 'ndjson' | 'json', request: ReadRequest): Promise<ReadCells> {
  let table: TextRows = await openTextTable(path, kind);
  const problems = new Problems();
  const who = isWhoTable(table.columns);
  if (who) {
    const wanted: WhoWanted = request.roles.includes('cause') || request.by.some((column) => /^cause$/i.test(column)) ? 'causes' : 'all';
    table = whoRows(table, wanted, problems);
  }
  return gather(table, request, { problems, who, unreadable: kind === 'csv' ? 'row-width' : 'row-unreadable' });
}

async function gather(
  table: TextRows,
  request: ReadRequest,
  {
    problems = new Problems(),
    who = false,
    unreadable = 'row-width',
  }: { problems?: Problems; who?: boolean; unreadable?: 'row-width' | 'row-unreadable' } = {},
): Promise<ReadCells> {
  const gatherer = new CellGatherer(table.columns, request, { problems, strata: !who });
  for await (const batch of table.rows()) {
    gatherer.add(batch, unreadable);
    request.onRows?.(batch.length);
  }
  return { ...gatherer.result(), reader: who ? 'who' : 'text' };
}
