import {
  type ChargedClaim,
  type ChargeMapping,
  ClaimsOfRows,
  findColumns,
  type FoundColumns,
  HEADING_ROWS,
  noColumns,
  parseJson,
  readMapping,
  writeTrouble,
} from '@cleanclaim/core';
import { CleanclaimError, type Failure, failure, quote } from '@cleanclaim/core/errors';
import { type UserTable, userTables } from '@cleanclaim/data/import';
import type { ClaimBatch } from '../claim-file.ts';
import { readText } from '../inputs.ts';

/** A saved column mapping. */
export async function readMappingFile(path: string): Promise<ChargeMapping> {
  const parsed = parseJson(await readText(path));
  if (!parsed.ok) throw new CleanclaimError(parsed.failure.code, `${quote(path)}: ${parsed.failure.message}`, parsed.failure.path);
  return readMapping(parsed.value);
}

/** The first rows of a table: enough to find its headings. */
export async function firstRows(table: UserTable, most: number): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const batch of table.rows()) {
    while (rows.length < batch.first - 1) rows.push([]);
    rows.push(...batch.rows);
    if (rows.length >= most) break;
  }
  return rows.slice(0, most);
}

/** The claims of a table as its rows come; memory stays flat however long it is. */
export async function* chargedClaims(path: string, mapping: ChargeMapping): AsyncGenerator<ChargedClaim[]> {
  const { table, columns } = await tableOf(path, mapping);
  const reader = new ClaimsOfRows(mapping, columns, table.serial);
  for await (const { first, rows } of table.rows()) yield rows.flatMap((row, at) => reader.push(first + at, row) ?? []);
  const last = reader.end();
  if (last) yield [last];
}

async function tableOf(path: string, mapping: ChargeMapping): Promise<{ table: UserTable; columns: FoundColumns }> {
  if (path === '-') throw new CleanclaimError('charges/unreadable', 'A table of charges is read from a file, not from standard input.');
  const tables = await userTables(path);
  const named = mapping.sheet === undefined ? tables : tables.filter(({ sheet }) => sheet === mapping.sheet);
  let error: CleanclaimError | undefined;
  for (const table of named) {
    const rows = await firstRows(table, HEADING_ROWS);
    const columns = findColumns(mapping, rows);
    if (columns) return { table, columns };
    error ??= noColumns(mapping, rows, table.sheet === null ? quote(path) : `The sheet ${quote(table.sheet)} of ${quote(path)}`);
  }
  if (error) throw error;
  const sheets = tables.map(({ sheet }) => quote(sheet ?? '')).join(', ');
  throw new CleanclaimError('charges/no-column', `${quote(path)} has no sheet ${quote(mapping.sheet ?? '')}; it has ${sheets}.`);
}

/** What stands in the place of a claim whose cells cannot all be read: the first trouble, and all of them. */
export function troubleOf(charged: Extract<ChargedClaim, { troubles: unknown }>): Failure {
  const [first, ...more] = charged.troubles.map(writeTrouble);
  const at = charged.troubles[0];
  const path = at ? `row ${at.row}${at.column === null ? '' : `, column ${at.column}`}` : '';
  const words = [first ?? '', ...more].join(' ');
  return failure('charges/wrong-cell', `Claim ${quote(charged.id)}, ${words}`, path);
}

/** The claims of a table of charges, as other files give theirs. */
export async function* readCharges(path: string, columns: string): AsyncGenerator<ClaimBatch> {
  const mapping = await readMappingFile(columns);
  for await (const batch of chargedClaims(path, mapping)) {
    yield {
      claims: batch.map((charged) => ({
        read: 'claim' in charged ? { claim: charged.claim, unknown: [] } : troubleOf(charged),
        text: charged.id,
        number: charged.rows[0] ?? 0,
        rows: charged.rows,
      })),
    };
  }
}
