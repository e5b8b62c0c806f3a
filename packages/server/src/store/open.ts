import type { Kysely } from 'kysely';
import { CleanclaimError } from '@cleanclaim/core';
import { type Cipher, makeCipher, noCipher } from './cipher.ts';
import { openStore } from './sql-store.ts';
import type { OfficeTables } from './schema.ts';
import { expectOfficeFile, openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';
import { reached } from './unreachable.ts';

/**
 * An office that is there already, to look back on: nothing is made where the path or address names none. Throws
 * `store/unreachable` or `store/damaged`.
 */
export async function openKeptOffice(where: string, key?: string): Promise<Store> {
  if (isPostgres(where)) {
    const db = await (await import('./postgres.ts')).openPostgres(where);
    const made = await hasClaims(db).finally(() => db.destroy());
    if (!made) throw new CleanclaimError('store/unreachable', 'The PostgreSQL database keeps no claims of an office.');
  } else await expectOfficeFile(where);
  return reached(openOffice(where, key));
}

async function hasClaims(db: Kysely<OfficeTables>): Promise<boolean> {
  const tables = await reached(db.introspection.getTables());
  return ['claims', 'audit_end'].every((name) => tables.some((table) => table.name === name));
}

export function isPostgres(where: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(where);
}

/** The store at a path (SQLite) or an address `postgres://…`; sealed when `key` is given. PostgreSQL's client is loaded only for it. */
export async function openOffice(where: string, key?: string): Promise<Store> {
  const cipher = cipherOf(key);
  const db = isPostgres(where) ? await (await import('./postgres.ts')).openPostgres(where) : openSqlite(where);
  try {
    return await openStore(db, { cipher });
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function cipherOf(key: string | undefined): Cipher {
  if (key === undefined || key === '') return noCipher;
  try {
    return makeCipher(key);
  } catch (error) {
    if (error instanceof RangeError) throw new CleanclaimError('store/no-key', `CLEANCLAIM_STORE_KEY is no key: ${error.message}.`);
    throw error;
  }
}
