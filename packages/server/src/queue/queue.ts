import { CleanclaimError, isCleanclaimError } from '@cleanclaim/core';
import type { PgBoss } from 'pg-boss';
import { isPostgres } from '../store/open.ts';

/** The queue of kept claims that wait for their check, and where those end whose check failed again and again. */
export const QUEUE = 'claims-check';
export const FAILED = 'claims-check-failed';

/** A job names a kept claim by its id and holds nothing of it: no patient data enters the queue. */
export interface CheckJob {
  readonly claim: string;
  /** The file that the claim came in over HTTP, and its 1-based place there. */
  readonly file?: string;
  readonly number?: number;
}

/** What a check said; `gone`: the claim was erased while it waited. */
export type Outcome = 'clean' | 'findings' | 'incomplete' | 'gone';

/** A job that fails is tried again after about 2, 4, 8, 16 and 32 seconds; one whose worker died, after the expiry. */
const TRIES = { retryLimit: 5, retryDelay: 2, retryBackoff: true, expireInSeconds: 300 } as const;

/** True while a job waits for a worker, for the first time or to be tried again. */
export async function hasWaiting(boss: PgBoss): Promise<boolean> {
  return (await boss.findJobs(QUEUE, { queued: true, limit: 1 })).length > 0;
}

/**
 * The queue of an office in PostgreSQL, its tables made in a schema of their own (`pgboss`). `onTrouble` is told of
 * errors of the connection between calls. Throws `store/unreachable`, and `queue/no-postgres` for a file.
 */
export async function openQueue(url: string, onTrouble: (message: string) => void): Promise<PgBoss> {
  if (!isPostgres(url))
    throw new CleanclaimError('queue/no-postgres', 'A queue needs a PostgreSQL that several workers can reach, not a file.');
  const boss = new (await import('pg-boss')).PgBoss({ connectionString: url, application_name: 'cleanclaim', schedule: false });
  boss.on('error', (error) => onTrouble(error.message));
  try {
    await boss.start();
    for (const [name, options] of [
      [FAILED, {}],
      [QUEUE, { ...TRIES, deadLetter: FAILED }],
    ] as const)
      if ((await boss.getQueue(name)) === null) await boss.createQueue(name, options);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    if (isCleanclaimError(error)) throw error;
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CleanclaimError('store/unreachable', `PostgreSQL does not answer: ${why}.`);
  }
}
