import { createHash } from 'node:crypto';
import { CleanclaimError } from '@cleanclaim/core';
import { type Kysely, sql, type Transaction } from 'kysely';
import { MIGRATIONS } from './migrations.ts';
import type { OfficeTables } from './schema.ts';

const KIND = 'cleanclaim office backup';
const SCHEMA = Object.keys(MIGRATIONS).at(-1) ?? '';
const PAGE = 500;

/** Tables in the order they can be filled, with the column that orders their pages and every column they have. */
const TABLES = {
  claims: [
    'id',
    'version',
    'number',
    'state',
    'payer',
    'service_on',
    'total',
    'patient',
    'content',
    'created_at',
    'changed_at',
    'changed_by',
  ],
  runs: ['id', 'claim', 'at', 'by', 'data', 'status', 'report'],
  audit: ['seq', 'at', 'who', 'action', 'subject', 'previous', 'hash'],
  audit_end: ['one', 'seq', 'hash'],
  tokens: ['name', 'role', 'sha256', 'created_at'],
} as const satisfies { readonly [Name in keyof OfficeTables]: readonly (keyof OfficeTables[Name])[] };
type TableName = keyof typeof TABLES;
const NAMES = Object.keys(TABLES) as TableName[];

/** A head, a line a row, and an end with the digest of all before it, so that a cut or changed backup is seen. */
export async function* backupLines(trx: Kysely<OfficeTables>, at: string): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const line = (value: object): string => {
    const text = `${JSON.stringify(value)}\n`;
    digest.update(text);
    return text;
  };
  yield line({ kind: KIND, schema: SCHEMA, at });
  let rows = 0;
  for (const table of NAMES) {
    for await (const row of rowsOf(trx, table)) {
      rows++;
      yield line({ table, row });
    }
  }
  yield `${JSON.stringify({ rows, sha256: digest.digest('hex') })}\n`;
}

async function* rowsOf(trx: Kysely<OfficeTables>, table: TableName): AsyncGenerator<object> {
  const [key] = TABLES[table];
  let last: string | number | undefined;
  for (;;) {
    const after = last === undefined ? sql<boolean>`1 = 1` : sql<boolean>`${sql.ref(key)} > ${last}`;
    const { rows } = await sql<
      Record<string, string | number>
    >`select * from ${sql.table(table)} where ${after} order by ${sql.ref(key)} limit ${PAGE}`.execute(trx);
    yield* rows;
    last = rows.at(-1)?.[key];
    if (rows.length < PAGE) return;
  }
}

/** Fills empty tables from the lines of a backup, within the caller's transaction. Gives the number of rows. Throws `store/damaged`. */
export async function restoreLines(trx: Transaction<OfficeTables>, lines: AsyncIterable<string> | Iterable<string>): Promise<number> {
  const digest = createHash('sha256');
  let rows = 0;
  let state: 'head' | 'rows' | 'ended' = 'head';
  await trx.deleteFrom('audit_end').execute();
  for await (const text of lines) {
    const value = readLine(text);
    if (state === 'ended') throw damaged('it goes on after its end');
    if (state === 'head') {
      if (value['kind'] !== KIND) throw damaged('it does not begin as a backup does');
      if (value['schema'] !== SCHEMA) throw damaged(`it has the schema ${String(value['schema'])}, this version ${SCHEMA}`);
      state = 'rows';
    } else if ('sha256' in value) {
      if (value['sha256'] !== digest.digest('hex') || value['rows'] !== rows) throw damaged('its rows are not those it was made with');
      state = 'ended';
      continue;
    } else {
      await insert(trx, value);
      rows++;
    }
    digest.update(`${text.trimEnd()}\n`);
  }
  if (state !== 'ended') throw damaged('it is cut off');
  return rows;
}

async function insert(trx: Transaction<OfficeTables>, { table, row }: Record<string, unknown>): Promise<void> {
  const name = NAMES.find((each) => each === table);
  if (!name || typeof row !== 'object' || row === null) throw damaged('a line is no row of a table');
  const values = Object.fromEntries(TABLES[name].map((column) => [column, (row as Record<string, unknown>)[column] ?? null]));
  const columns = sql.join(Object.keys(values).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(name)} (${columns}) values (${sql.join(Object.values(values))})`.execute(trx);
}

function readLine(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below: both are no line of a backup.
  }
  throw damaged('a line is not JSON');
}

export function damaged(why: string): CleanclaimError {
  return new CleanclaimError('store/damaged', `The backup cannot be restored: ${why}.`);
}
