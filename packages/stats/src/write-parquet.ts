import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { connect } from './duckdb.ts';
import { nameOf, textOf } from './sql-text.ts';

/**
 * Writes rows as Parquet through DuckDB, columns in the order given: numbers as DOUBLE, true and false as BOOLEAN, all else as text. A
 * column is of the kind its values are. Throws `table/needs-duckdb`, `usage/unreadable-file`.
 */
export async function writeParquet(path: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-'));
  const connection = await connect();
  try {
    const held = join(folder, 'rows.ndjson');
    const names = columns.map((_, at) => `c${at}`);
    const cells = rows.map((row) =>
      row.map((cell) => (cell === undefined || cell === null || isPlain(cell) ? (cell ?? null) : JSON.stringify(cell))),
    );
    const types = names.map((_, at) => typeOf(cells.map((row) => row[at])));
    writeFileSync(held, cells.map((row) => JSON.stringify(Object.fromEntries(row.map((cell, at) => [names[at] ?? '', cell])))).join('\n'), {
      mode: 0o600,
    });
    const read = names.map((name, at) => `${name}: '${types[at]}'`).join(', ');
    const shown = names.map((name, at) => `${name} AS ${nameOf(columns[at] ?? name)}`).join(', ');
    const source =
      rows.length === 0
        ? `(SELECT ${names.map((name, at) => `NULL::${types[at]} AS ${name}`).join(', ')} LIMIT 0)`
        : `read_json(${textOf(held)}, format = 'newline_delimited', columns = {${read}})`;
    await connection.run(`COPY (SELECT ${shown} FROM ${source}) TO ${textOf(path)} (FORMAT parquet)`);
  } catch (error) {
    if (error instanceof CleanclaimError) throw error;
    throw new CleanclaimError('usage/unreadable-file', `${quote(path)} cannot be written as Parquet.`);
  } finally {
    connection.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

function isPlain(cell: unknown): boolean {
  return typeof cell === 'string' || typeof cell === 'boolean' || (typeof cell === 'number' && Number.isFinite(cell));
}

function typeOf(cells: readonly unknown[]): 'DOUBLE' | 'BOOLEAN' | 'VARCHAR' {
  const met = cells.filter((cell) => cell !== null);
  if (met.length > 0 && met.every((cell) => typeof cell === 'number')) return 'DOUBLE';
  return met.length > 0 && met.every((cell) => typeof cell === 'boolean') ? 'BOOLEAN' : 'VARCHAR';
}
