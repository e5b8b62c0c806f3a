import type { Claim } from '@cleanclaim/core';
import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptToken, tokenAccess } from '../http/access.ts';
import { openOffice } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { ask, send as post, service, testApp } from '../testing/ask.ts';
import { postgresPrograms, startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { FAILED, hasWaiting, openQueue, QUEUE } from './queue.ts';
import { type JobDone, startWorker } from './worker.ts';

it('without a queue no file can be left for workers', async () => {
  expect(await post(testApp(), '/v1/jobs', {})).toMatchObject({ status: 404, body: { code: 'store/none' } });
  const file = await openOffice(':memory:');
  const app = testApp({ store: file, access: tokenAccess([keptToken('desk', 'read', 'read-token-of-24-characters')]) });
  const asked = (token: string) => post(app, '/v1/jobs', {}, { authorization: `Bearer ${token}` });
  expect(await asked('read-token-of-24-characters')).toMatchObject({ status: 403 });
  expect(await post(app, '/v1/jobs', {})).toMatchObject({ status: 401 });
  expect(await post(testApp({ store: file }), '/v1/jobs', {})).toMatchObject({ status: 404, body: { code: 'queue/no-postgres' } });
  await file.close();
});

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

  it('check the claims of a file that came over HTTP, which can be asked for and fetched', async () => {
    const app = testApp({ store, queue: () => openQueue(url, () => undefined) });
    const lines = ['{"type":"professional","id":"F-1","lines":[]}', '{"type":1}', '{"type":"professional","id":"F-2","lines":[]}'];
    const sent = await ask(app, '/v1/jobs', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: `${lines.join('\n')}\n`,
    });
    const { id } = sent.body as { id: string };
    expect([sent.status, sent.headers.get('location')]).toEqual([202, `/v1/jobs/${id}`]);
    expect(sent.body).toMatchObject({ claims: 2, unreadCount: 1, unread: [{ line: 2, error: { code: 'claim/wrong-shape' } }] });
    expect((await ask(app, `/v1/jobs/${id}`)).body).toMatchObject({ state: 'waiting', claims: 2, waiting: 2, checked: 0 });
    await work(2, 1);
    expect((await ask(app, `/v1/jobs/${id}`)).body).toMatchObject({ state: 'done', waiting: 0, checked: 2, failed: 0 });
    const reports = await app.request(`/v1/jobs/${id}/reports`, { headers: { host: '127.0.0.1' } });
    expect(reports.headers.get('content-type')).toBe('application/x-ndjson');
    const entries = (await reports.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { number: number; outcome: string; report: { claim: string; status: string } });
    expect(entries.map(({ number, outcome, report }) => [number, outcome === report.status, report.claim])).toEqual([
      [1, true, 'F-1'],
      [2, true, 'F-2'],
    ]);
    expect(await ask(app, '/v1/jobs/00000000-0000-4000-8000-000000000000')).toMatchObject({
      status: 404,
      body: { code: 'store/not-found' },
    });
    expect(await post(app, '/v1/jobs', [{ type: 1 }])).toMatchObject({ status: 422, body: { code: 'claim/wrong-shape' } });
    expect(await post(app, '/v1/jobs', 'x', { 'content-type': 'text/plain' })).toMatchObject({ status: 400 });
    expect(await post(app, '/v1/jobs', '{}', { 'content-type': 'image/png' })).toMatchObject({ status: 415 });
    const { paths } = (await ask(app, '/openapi.json')).body as { paths: object };
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/v1/jobs', '/v1/jobs/{id}', '/v1/jobs/{id}/reports']));
    await app.close();
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
