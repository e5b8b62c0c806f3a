import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { ask, testApp } from '../testing/ask.ts';
import { type Provider, startProvider } from '../testing/provider.ts';
import { openAccess, tokenAccess } from './access.ts';
import { withOidc } from './oidc.ts';

const ORIGIN = 'http://localhost';
const VERIFIER = 'verifier-of-the-page-0123456789-0123456789-abc';
const SECRETS = { state: 'state-of-the-page-1', nonce: 'nonce-of-the-page-1' };
const BEGIN = { challenge: createHash('sha256').update(VERIFIER).digest('base64url'), ...SECRETS };

describe('the sign-on', () => {
  let provider: Provider;
  let app: App;
  const post = (path: string, body: unknown, headers: Record<string, string> = { origin: ORIGIN }) => {
    const text = JSON.stringify(body);
    const length = String(text.length);
    const own = { host: 'localhost', 'content-type': 'application/json', 'content-length': length };
    return ask(app, path, { method: 'POST', body: text, headers: { ...own, ...headers } });
  };
  const end = (query: string, change: object = {}) => post('/v1/sign-on/end', { query, verifier: VERIFIER, ...SECRETS, ...change });
  /** The browser at the provider: signs on and comes back with a code. */
  const signOnAt = async (): Promise<string> => {
    const begun = await post('/v1/sign-on/begin', BEGIN);
    expect(begun.status).toBe(200);
    const sent = await fetch((begun.body as { url: string }).url, { redirect: 'manual' });
    const back = new URL(sent.headers.get('location') ?? '');
    expect(`${back.origin}${back.pathname}`).toBe(`${ORIGIN}/signed-in`);
    return back.searchParams.toString();
  };

  beforeAll(async () => {
    provider = await startProvider('the-page');
    const settings = { issuer: provider.issuer, audience: 'the-page', roleClaim: 'roles', client: { id: 'the-page' } };
    app = testApp({ access: await withOidc(tokenAccess([]), settings) });
  });
  afterAll(() => provider.close());

  it('leads there and back, and gives a token that counts', async () => {
    expect((await ask(app, '/v1/sign-on')).body).toEqual({ offered: true });
    const answer = await end(await signOnAt());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { token } = answer.body as { token: string };
    const used = await ask(app, '/v1/codes.lookup?code=E11.9', { headers: { authorization: `Bearer ${token}` } });
    expect(used.status).toBe(200);
  });

  it('a code counts once, with its own verifier, state and nonce', async () => {
    const query = await signOnAt();
    expect((await end(query, { verifier: `${VERIFIER}x` })).status).toBe(401);
    expect((await end(query, { state: 'state-of-another-page' })).status).toBe(401);
    expect((await end(query)).status).toBe(200);
    expect((await end(query)).status).toBe(401);
    provider.says = { roles: ['bill'], nonce: 'nonce-of-another-page' };
    expect((await end(await signOnAt())).status).toBe(401);
    provider.says = { roles: ['bill'] };
  });

  it('who has no role here is told so', async () => {
    provider.says = { roles: ['boss'] };
    expect((await end(await signOnAt())).status).toBe(403);
    provider.says = { roles: ['bill'] };
  });

  it('refuses other sites, other shapes and other methods', async () => {
    expect((await post('/v1/sign-on/begin', BEGIN, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post('/v1/sign-on/begin', BEGIN, {})).status).toBe(403);
    for (const body of [null, {}, { ...BEGIN, challenge: 'x' }, { ...BEGIN, more: 1 }, { ...BEGIN, challenge: '<script>'.repeat(4) }])
      expect((await post('/v1/sign-on/begin', body)).status).toBe(401);
    expect((await end(`error=access_denied&state=${SECRETS.state}`)).status).toBe(401);
    expect((await end('x'.repeat(9_000))).status).toBe(413);
    expect((await ask(app, '/v1/sign-on/begin')).status).toBe(405);
  });

  it('is not offered where there is no client at a provider', async () => {
    const plain = testApp({ access: openAccess });
    expect((await ask(plain, '/v1/sign-on')).body).toEqual({ offered: false });
  });
});
