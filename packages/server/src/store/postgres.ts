import { Kysely, PostgresDialect } from 'kysely';
import { CleanclaimError } from '@cleanclaim/core';
import { Pool } from 'pg';
import type { OfficeTables } from './schema.ts';

/** Connections an office's server keeps; a query waits for one that is free. */
const MOST_CONNECTIONS = 8;

/** An office in PostgreSQL. Connects once to see that it can; throws `store/unreachable`, without the address, which may hold a password. */
export async function openPostgres(url: string): Promise<Kysely<OfficeTables>> {
  const pool = new Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    application_name: 'cleanclaim',
  });
  // A connection that breaks while idle is replaced when the next is asked for.
  pool.on('error', () => undefined);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CleanclaimError('store/unreachable', `PostgreSQL does not answer: ${why}.`);
  }
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
