import { CleanclaimError } from '@cleanclaim/core';
import { type Cipher, makeCipher, noCipher } from './cipher.ts';
import { openStore } from './sql-store.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/** The store at a path (SQLite) or an address `postgres://…`; sealed when `key` is given. PostgreSQL's client is loaded only for it. */
export async function openOffice(where: string, key?: string): Promise<Store> {
  const cipher = cipherOf(key);
  const db = /^postgres(?:ql)?:\/\//.test(where) ? await (await import('./postgres.ts')).openPostgres(where) : openSqlite(where);
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
