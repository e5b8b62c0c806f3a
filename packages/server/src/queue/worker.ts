import { setTimeout as wait } from 'node:timers/promises';
import { isCleanclaimError } from '@cleanclaim/core';
import type { Job, PgBoss } from 'pg-boss';
import type { Service } from '../service.ts';
import { checkKept } from '../store/check-kept.ts';
import type { Store } from '../store/store.ts';
import { reached } from '../store/unreachable.ts';
import { type CheckJob, type Outcome, QUEUE } from './queue.ts';

/** What became of one job. */
export interface JobDone {
  readonly claim: string;
  readonly outcome: Outcome | 'failed';
  /** Why it failed: a code of ours, never what the claim says. */
  readonly code?: string;
}

export interface WorkerParts {
  readonly boss: PgBoss;
  readonly store: Store;
  readonly service: Service;
  /** The name that the audit has for the worker. */
  readonly who: string;
  onDone(done: JobDone): void;
  /** Seconds between two looks at an empty queue. */
  readonly every?: number;
}

/** Jobs taken at a time: enough that asking for them costs little, few enough to be finished soon when told to stop. */
const BATCH = 50;

/**
 * Takes jobs, checks the claim each names, and keeps the report under the id of the job: a job that is done twice,
 * because its worker died before it could say so, leaves one report. Gives what stops the worker: it finishes the jobs
 * it has taken, the others stay for other workers.
 */
export function startWorker(parts: WorkerParts): { stop(): Promise<void> } {
  const told = new AbortController();
  const ended = work(parts, told.signal);
  return {
    async stop() {
      told.abort();
      await ended;
      await parts.boss.stop({ graceful: false });
    },
  };
}

async function work(parts: WorkerParts, told: AbortSignal): Promise<void> {
  const { boss, every = 2 } = parts;
  while (!told.aborted) {
    // A database that does not answer now may answer later: the queue tells of it, the worker waits.
    const jobs = await boss.fetch<CheckJob>(QUEUE, { batchSize: BATCH }).catch(() => []);
    for (const job of jobs) await workOne(job, parts);
    if (jobs.length === 0) await wait(every * 1000, undefined, { signal: told }).catch(() => undefined);
  }
}

/** Does one job and says so to the queue; one that fails is tried again by it. A job nobody could say anything of comes back when it expires. */
async function workOne({ id, data: { claim } }: Job<CheckJob>, { boss, store, service, who, onDone }: WorkerParts): Promise<void> {
  try {
    const done = await check();
    onDone(done);
    await boss.complete(QUEUE, id, { outcome: done.outcome }).catch(() => undefined);
  } catch (error) {
    const code = isCleanclaimError(error) ? error.failure.code : 'unknown';
    onDone({ claim, outcome: 'failed', code });
    await boss.fail(QUEUE, id, { code }).catch(() => undefined);
  }

  async function check(): Promise<JobDone> {
    try {
      const report = await checkKept(store, await reached(store.read(claim, who)), service, who, id);
      return { claim, outcome: report.status };
    } catch (error) {
      if (isCleanclaimError(error) && error.failure.code === 'store/not-found') return { claim, outcome: 'gone' };
      throw error;
    }
  }
}
