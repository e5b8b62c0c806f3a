import type { Claim } from '@cleanclaim/core';
import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { service } from '../testing/ask.ts';
import { postgresPrograms, startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { FAILED, hasWaiting, openQueue, QUEUE } from './queue.ts';
import { type JobDone, startWorker } from './worker.ts';

it('a file is no place for a queue', async () => {
  await expect(openQueue('office.sqlite', () => undefined)).rejects.toMatchObject({ failure: { code: 'queue/no-postgres' } });
});

const programs = postgresPrograms();

describe.skipIf(programs === undefined)('workers on a queue (skipped where no PostgreSQL server is installed)', () => {
  let postgres: TestPostgres;
  let url: string;
  let store: Store;
  /** Puts jobs in, and sees what became of them. */
  let boss: PgBoss;
  beforeAll(async () => {
    postgres = await startPostgres(programs ?? '');
    url = await postgres.database();
    store = await openOffice(url);
    boss = await openQueue(url, () => undefined);
    await boss.updateQueue(QUEUE, { retryLimit: 2, retryDelay: 0, retryBackoff: false });
  });
  afterAll(async () => {
    await boss.stop({ graceful: false });
    await store.close();
    await postgres.stop();
  });

  const keep = async (id: string): Promise<string> => {
    const claim: Claim = { type: 'professional', id, lines: [] };
    return (await store.add(claim, 'ann')).id;
  };
  const send = (claim: string) => boss.send(QUEUE, { claim });

  /** Runs workers until as many jobs were done as are waited for; gives what became of them. */
  async function work(count: number, workers: number, over: Store = store): Promise<JobDone[]> {
    const done: JobDone[] = [];
    let enough = (): void => {};
    const all = new Promise<void>((resolve) => (enough = resolve));
    const onDone = (each: JobDone): void => {
      done.push(each);
      if (done.length === count) enough();
    };
    const started = await Promise.all(
      Array.from({ length: workers }, async (_, at) => {
        const own = await openQueue(url, () => undefined);
        return startWorker({ boss: own, store: over, service, who: `worker ${at}`, onDone, every: 0.5 });
      }),
    );
    await all;
    await Promise.all(started.map((each) => each.stop()));
    return done;
  }

  it('check each claim once, and keep its report under the id of the job', async () => {
    const claims = await Promise.all(['A-1', 'A-2', 'A-3', 'A-4'].map(keep));
    const jobs = [];
    for (const claim of claims) jobs.push(await send(claim));
    await send('erased-meanwhile');
    const done = await work(5, 2);
    expect(done.map(({ claim }) => claim).sort()).toEqual([...claims, 'erased-meanwhile'].sort());
    expect(done.find(({ claim }) => claim === 'erased-meanwhile')?.outcome).toBe('gone');
    for (const [at, claim] of claims.entries()) expect((await store.runs(claim, 'ann')).map(({ id }) => id)).toEqual([jobs[at]]);
    expect(await hasWaiting(boss)).toBe(false);
  });

  it('try again what failed, and put it aside when it fails each time', async () => {
    const [once, always] = [await keep('B-1'), await keep('B-2')];
    let broken = 1;
    const weak: Store = {
      ...store,
      keepRun: (id, ...rest) =>
        id === always || broken-- > 0 ? Promise.reject(new Error('the disk is full')) : store.keepRun(id, ...rest),
    };
    await send(once);
    const done = await work(2, 1, weak);
    expect(done).toEqual([
      { claim: once, outcome: 'failed', code: 'unknown' },
      { claim: once, outcome: expect.not.stringContaining('failed') },
    ]);
    await send(always);
    expect((await work(3, 1, weak)).every(({ outcome }) => outcome === 'failed')).toBe(true);
    expect((await store.runs(once, 'ann')).length).toBe(1);
    expect((await boss.findJobs(FAILED)).map(({ data }) => data)).toEqual([{ claim: always }]);
  });

  it('finish the job in hand when told to stop', async () => {
    const claim = await keep('C-1');
    await send(claim);
    let begun = (): void => {};
    const inHand = new Promise<void>((resolve) => (begun = resolve));
    let go = (): void => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    const slow: Store = {
      ...store,
      async read(id, who) {
        begun();
        await held;
        return store.read(id, who);
      },
    };
    const own = await openQueue(url, () => undefined);
    const worker = startWorker({ boss: own, store: slow, service, who: 'worker', onDone: () => undefined, every: 0.5 });
    await inHand;
    const stopped = worker.stop();
    go();
    await stopped;
    expect((await store.runs(claim, 'ann')).length).toBe(1);
  });
});
