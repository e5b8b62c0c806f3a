import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { openOffice } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { ask, send, testApp } from '../testing/ask.ts';
import { keptToken, tokenAccess } from './access.ts';

const claim = {
  type: 'professional',
  id: 'A-1',
  payer: { id: '12302', kind: 'medicare' },
  diagnoses: [{ code: 'E10.9' }, { code: 'E11.9' }],
  lines: [{ code: 'G0108', from: '2026-03-04', pointers: [1] }],
};
interface Kept {
  readonly id: string;
  readonly version: number;
}

describe('the worklist', () => {
  let store: Store;
  let app: App;
  beforeAll(async () => {
    store = await openOffice(':memory:');
    app = testApp({ store });
  });
  afterAll(() => store.close());

  it('keeps a claim with its report, changes it, lists it, erases it', async () => {
    const added = await send(app, '/v1/claims', { claim });
    const { id } = added.body as Kept;
    expect([added.status, added.headers.get('location'), added.headers.get('cache-control')]).toEqual([
      201,
      `/v1/claims/${id}`,
      'no-store',
    ]);
    expect(added.body).toMatchObject({ version: 1, number: 'A-1', report: { claim: 'A-1', status: 'findings' } });
    const put = { method: 'PUT', headers: { 'content-type': 'application/json' } };
    const changed = await ask(app, `/v1/claims/${id}`, { ...put, body: JSON.stringify({ version: 1, state: 'ready' }) });
    expect(changed.body).toMatchObject({ version: 2, state: 'ready' });
    expect(await ask(app, `/v1/claims/${id}`, { ...put, body: JSON.stringify({ version: 1, state: 'sent' }) })).toMatchObject({
      status: 409,
      body: { code: 'store/changed' },
    });
    expect((await ask(app, '/v1/claims?state=ready')).body).toMatchObject({ claims: [{ id }], next: null, counts: { ready: 1 } });
    expect((await ask(app, `/v1/claims/${id}`)).body).toMatchObject({ claim });
    await send(app, `/v1/claims/${id}/runs`, {});
    expect((await ask(app, `/v1/claims/${id}/runs`)).body).toMatchObject({ runs: [{ report: { claim: 'A-1' } }, {}] });
    expect((await ask(app, `/v1/claims/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await ask(app, `/v1/claims/${id}`)).toMatchObject({ status: 404, body: { code: 'store/not-found' } });
    const { entries } = (await ask(app, '/v1/audit')).body as { entries: { action: string }[] };
    expect(entries.map((each) => each.action)).toEqual([
      'claim.save',
      'run.keep',
      'claim.state',
      'claim.read',
      'claim.read',
      'run.keep',
      'run.read',
      'claim.erase',
    ]);
  });

  it.each([
    ['/v1/claims?state=lost', 400],
    ['/v1/claims?from=yesterday', 400],
    ['/v1/claims?limit=0', 400],
    ['/v1/claims?cursor=%27%3B--', 400],
    ['/v1/claims?stat=draft', 400],
    ['/v1/claims/..%2f..%2fetc', 404],
    ["/v1/claims/'%20or%201=1", 404],
    ['/v1/audit?after=-1', 400],
  ])('GET %s is refused', async (path, status) => {
    expect((await ask(app, path)).status).toBe(status);
  });

  it.each([
    ['no claim', {}, 400],
    ['a misspelt field', { clam: claim, claim }, 400],
    ['a claim of the wrong shape', { claim: { type: 'professional', lines: 1 } }, 422],
    ['a list', [], 400],
  ])('a body of %s is refused', async (_, body, status) => {
    expect((await send(app, '/v1/claims', body)).status).toBe(status);
  });

  it('is in the document', async () => {
    const { body } = await ask(app, '/openapi.json');
    expect(Object.keys((body as { paths: object }).paths)).toContain('/v1/claims/{id}');
  });
});

it('a server that keeps no claims says so, and its document does not promise it', async () => {
  expect(await ask(testApp(), '/v1/claims')).toMatchObject({ status: 404, body: { code: 'store/none' } });
  const { body } = await ask(testApp(), '/openapi.json');
  const { paths } = body as { paths: Readonly<Record<string, unknown>> };
  expect(Object.keys(paths)).not.toContain('/v1/claims');
  // The sign-on needs no token, also where everything else does.
  for (const path of ['/v1/sign-on', '/v1/sign-on/begin', '/v1/sign-on/end'])
    expect(Object.values(paths[path] ?? {})).toEqual([expect.objectContaining({ security: [] })]);
});

it('erasing and the audit need the role admin, keeping claims the role bill', async () => {
  const store = await openOffice(':memory:');
  const app = testApp({
    store,
    access: tokenAccess([keptToken('reader', 'read', 'r'), keptToken('biller', 'bill', 'b'), keptToken('boss', 'admin', 'a')]),
  });
  const as = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
  expect((await ask(app, '/v1/claims', { headers: as('r') })).status).toBe(403);
  const { id } = (await send(app, '/v1/claims', { claim }, as('b'))).body as Kept;
  expect((await ask(app, `/v1/claims/${id}`, { method: 'DELETE', headers: as('b') })).status).toBe(403);
  expect((await ask(app, '/v1/audit', { headers: as('b') })).status).toBe(403);
  expect((await ask(app, `/v1/claims/${id}`, { method: 'DELETE', headers: as('a') })).status).toBe(204);
  expect((await store.audit(0, 10)).map(({ who, action }) => `${who} ${action}`)).toEqual([
    'biller claim.save',
    'biller run.keep',
    'boss claim.erase',
  ]);
  await store.close();
});
