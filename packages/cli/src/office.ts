import { userInfo } from 'node:os';
import { CleanclaimError } from '@cleanclaim/core/errors';
import type { Store } from '@cleanclaim/server';
import type { Flag, Given } from './given.ts';

/** Says where claims are kept; commands that keep none work without it. */
export const DATABASE: Flag = {
  name: 'database',
  takes: 'text',
  value: 'WHERE',
  says: 'Where claims are kept: a file (SQLite) or postgres://…; else CLEANCLAIM_DATABASE',
};

/** The office's store, sealed under CLEANCLAIM_STORE_KEY when that is set; undefined when none is named. */
export async function openNamedOffice(given: Given): Promise<Store | undefined> {
  const named = given.flags['database'] ?? process.env['CLEANCLAIM_DATABASE'];
  if (typeof named !== 'string' || named === '') return undefined;
  const { openOffice } = await import('@cleanclaim/server');
  return openOffice(named, process.env['CLEANCLAIM_STORE_KEY']);
}

/** Where claims are kept, for commands that need to know. Throws `usage/missing-argument`. */
export function neededDatabase(given: Given): string {
  const named = given.flags['database'] ?? process.env['CLEANCLAIM_DATABASE'];
  if (typeof named === 'string' && named !== '') return named;
  throw new CleanclaimError('usage/missing-argument', 'Say where the claims are kept: --database FILE, or CLEANCLAIM_DATABASE.');
}

export async function openNeededOffice(given: Given): Promise<Store> {
  const { openOffice } = await import('@cleanclaim/server');
  return openOffice(neededDatabase(given), process.env['CLEANCLAIM_STORE_KEY']);
}

/** Who the audit names for work at the machine itself. */
export function personHere(): string {
  try {
    return userInfo().username;
  } catch {
    return 'somebody at the machine';
  }
}
