import { chmodSync, closeSync, openSync } from 'node:fs';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { CleanclaimError, quote } from '@cleanclaim/core';
import { Kysely, SqliteDialect } from 'kysely';
import type { OfficeTables } from './schema.ts';

/**
 * An office in one file (`:memory:` for none), by Node's own SQLite. Another process may read and write it at the same
 * time; what is erased is overwritten. The file can be read by its owner alone.
 */
export function openSqlite(path: string): Kysely<OfficeTables> {
  return new Kysely({ dialect: new SqliteDialect({ database: async () => adapted(await open(path)) }) });
}

/** Throws `store/unreachable` or `store/damaged` unless the file is there and keeps an office; changes nothing. */
export async function expectOfficeFile(path: string): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite');
  let names: readonly unknown[];
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
    names = database.prepare("select name from sqlite_master where type = 'table' and name in ('claims', 'audit_end')").all();
    database.close();
  } catch (error) {
    throw whyNotRead(path, error);
  }
  if (names.length < 2) throw new CleanclaimError('store/unreachable', `${quote(path)} is a database, but keeps no claims of an office.`);
}

/** SQLite's results for a file that is damaged or no database (https://sqlite.org/rescode.html). */
const DAMAGED: ReadonlySet<number> = new Set([11, 26]);

function whyNotRead(path: string, error: unknown): CleanclaimError {
  const result = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
  if (DAMAGED.has(result)) return new CleanclaimError('store/damaged', `The database ${quote(path)} is damaged.`);
  const why =
    result === 5 ? 'another program holds it' : result === 14 ? 'there is no such file, or you may not read it' : `result ${result}`;
  return new CleanclaimError('store/unreachable', `The database ${quote(path)} cannot be read: ${why}.`);
}

async function open(path: string): Promise<DatabaseSync> {
  try {
    // Loaded only when claims are kept: an older Node that has no SQLite runs everything else.
    const { DatabaseSync } = await import('node:sqlite');
    if (path !== ':memory:') {
      closeSync(openSync(path, 'a', 0o600));
      chmodSync(path, 0o600);
    }
    const database = new DatabaseSync(path, { timeout: 5_000, enableForeignKeyConstraints: true });
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
    return database;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CleanclaimError('store/unreachable', `The database ${quote(path)} cannot be opened: ${why}.`);
  }
}

/** Kysely expects the shape of another SQLite package. */
function adapted(database: DatabaseSync) {
  return {
    close: () => database.close(),
    prepare(text: string) {
      const statement = database.prepare(text);
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters: readonly unknown[]) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}
