import { CleanclaimError } from '@cleanclaim/core';

/** SQLite's results for a database that is busy, locked, broken by the disk, full or not openable (https://sqlite.org/rescode.html). */
const SQLITE_AWAY: ReadonlySet<number> = new Set([5, 6, 10, 13, 14]);

/** The result of work on the database; errors of the connection or the disk become `store/unreachable`: they are not the caller's doing and not ours. */
export async function reached<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (isAway(error)) throw new CleanclaimError('store/unreachable', 'The database does not answer.');
    throw error;
  }
}

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ERR_SQLITE_ERROR') return 'errcode' in error && typeof error.errcode === 'number' && SQLITE_AWAY.has(error.errcode & 0xff);
  // Node's errors of a connection, PostgreSQL's classes 08 (connection) and 57 (operator), and what its client says without a code.
  return (
    /^(?:E[A-Z]+|08\w{3}|57\w{3})$/.test(code) || /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
  );
}
