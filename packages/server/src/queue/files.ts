import type { Claim, Report } from '@cleanclaim/core';
import { isCleanclaimError } from '@cleanclaim/core';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Store } from '../store/store.ts';
import { reached } from '../store/unreachable.ts';
import { type CheckJob, type Outcome, QUEUE } from './queue.ts';

/** Where a file stands whose claims wait for workers. */
export interface FileState {
  readonly id: string;
  readonly state: 'waiting' | 'checking' | 'done';
  readonly claims: number;
  /** Claims that no worker has taken yet, or that are to be tried again. */
  readonly waiting: number;
  readonly checking: number;
  readonly checked: number;
  /** Claims whose check failed each time it was tried. */
  readonly failed: number;
  /** What the checks said. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

/** What became of one claim of a file. */
export interface FileEntry {
  /** 1-based place among the claims of the file. */
  readonly number: number;
  /** Under which the office keeps it. */
  readonly claim: string;
  readonly outcome: Outcome | 'waiting' | 'checking' | 'failed';
  readonly report: Report | null;
}

/** Claims kept between two turns for the queue. */
const BATCH = 100;
/** Jobs read at a time; pg-boss gives no more. */
const PAGE = 1_000;

/** Keeps claims as drafts and puts a job for each into the queue, batch by batch: a claim that is kept has its job. `kept` counts them. */
export async function queueClaims(
  claims: readonly Claim[],
  file: string,
  { boss, store, who, kept }: { boss: PgBoss; store: Store; who: string; kept: (count: number) => void },
): Promise<void> {
  for (let from = 0; from < claims.length; from += BATCH) {
    const jobs: { data: CheckJob }[] = [];
    try {
      for (const [at, claim] of claims.slice(from, from + BATCH).entries()) {
        const { id } = await reached(store.add(claim, who));
        jobs.push({ data: { claim: id, file, number: from + at + 1 } });
      }
    } finally {
      if (jobs.length > 0) await reached(boss.insert(QUEUE, jobs));
    }
    kept(from + jobs.length);
  }
}

/** Where a file stands; undefined when the queue has no job of it (any more). */
export async function fileState(boss: PgBoss, file: string): Promise<FileState | undefined> {
  const count = { waiting: 0, checking: 0, checked: 0, failed: 0 };
  const outcomes: Record<Outcome, number> = { clean: 0, findings: 0, incomplete: 0, gone: 0 };
  let claims = 0;
  for await (const job of jobsOf(boss, file)) {
    claims++;
    const outcome = outcomeOf(job);
    if (outcome === 'waiting' || outcome === 'checking' || outcome === 'failed') count[outcome]++;
    else {
      count.checked++;
      outcomes[outcome]++;
    }
  }
  if (claims === 0) return undefined;
  const state = count.waiting + count.checking === 0 ? 'done' : count.waiting === claims ? 'waiting' : 'checking';
  return { id: file, state, claims, ...count, outcomes };
}

/** Every claim of a file in its order, with the report of its job where it has been made. */
export async function* fileEntries(boss: PgBoss, store: Store, file: string, who: string): AsyncGenerator<FileEntry> {
  const jobs: JobWithMetadata<CheckJob>[] = [];
  for await (const job of jobsOf(boss, file)) jobs.push(job);
  jobs.sort((one, other) => (one.data.number ?? 0) - (other.data.number ?? 0));
  for (const job of jobs) {
    const { claim, number = 0 } = job.data;
    const report = job.state === 'completed' ? await reportOf(store, claim, job.id, who) : null;
    yield { number, claim, outcome: job.state === 'completed' && report === null ? 'gone' : outcomeOf(job), report };
  }
}

/** The report that the worker kept under the id of the job; null when the claim was erased. */
async function reportOf(store: Store, claim: string, job: string, who: string): Promise<Report | null> {
  try {
    return (await reached(store.runs(claim, who))).find(({ id }) => id === job)?.report ?? null;
  } catch (error) {
    if (isCleanclaimError(error) && error.failure.code === 'store/not-found') return null;
    throw error;
  }
}

async function* jobsOf(boss: PgBoss, file: string): AsyncGenerator<JobWithMetadata<CheckJob>> {
  let after: string | undefined;
  do {
    const page: readonly JobWithMetadata<CheckJob>[] = await reached(
      boss.findJobs<CheckJob>(QUEUE, { data: { file }, limit: PAGE, ...(after === undefined ? {} : { after }) }),
    );
    yield* page;
    after = page.length === PAGE ? page.at(-1)?.id : undefined;
  } while (after !== undefined);
}

function outcomeOf({ state, output }: JobWithMetadata<CheckJob>): FileEntry['outcome'] {
  switch (state) {
    case 'completed':
      return (output as { outcome?: Outcome } | null)?.outcome ?? 'gone';
    case 'active':
      return 'checking';
    case 'failed':
    case 'cancelled':
      return 'failed';
    default:
      return 'waiting';
  }
}
