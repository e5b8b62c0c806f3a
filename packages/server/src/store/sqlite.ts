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
