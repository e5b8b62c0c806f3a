import { gunzipSync } from 'node:zlib';
import * as core from '@cleanclaim/core';
import { describe, expect, it } from 'vitest';
import { SERVED } from '../served.ts';
import { ask, send, service, testApp } from '../testing/ask.ts';
import { changingAccess, keptToken, tokenAccess } from './access.ts';

const app = testApp();
const context = { data: service.data, engine: service.engine, today: service.today() };

describe('operations', () => {
  it.each([...SERVED.values()])('$operation.id answers its examples as the library does', async ({ operation, flat }) => {
    for (const { input } of operation.examples) {
      const expected = JSON.parse(JSON.stringify(core.perform(operation, input, context)));
      const { status, body } = await send(app, `/v1/${operation.id}`, input);
      expect(status).toBe(200);
      expect(body).toEqual(expected);
      if (!flat) continue;
      const pairs = Object.entries(input as object).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, String(each)]),
      );
      const query = new URLSearchParams(pairs);
      expect((await ask(app, `/v1/${operation.id}?${query}`)).body).toEqual(expected);
    }
  });

  it('a list is given by repeating its parameter', async () => {
    const { body } = await ask(app, '/v1/editions.diff?from=FY2026&to=FY2027&only=E11.9&only=ZZZ');
    expect(body).toMatchObject({ breaks: [{ input: 'ZZZ' }] });
  });

  it.each([
    ['an unknown operation', '/v1/codes.guess', 404, 'http/not-found'],
    ['a misspelt parameter', '/v1/codes.lookup?code=E11.9&onn=2026-01-01', 400, 'input/invalid'],
    ['a parameter given twice', '/v1/codes.lookup?code=E11.9&code=I10', 400, 'input/invalid'],
    ['a missing parameter', '/v1/codes.lookup', 400, 'input/invalid'],
    ['no day', '/v1/codes.lookup?code=E11.9&on=2026-02-30', 400, 'input/not-a-day'],
    ['a number that is none', '/v1/codes.search?query=x&limit=1e3', 400, 'input/invalid'],
    ['a number out of range', '/v1/codes.search?query=x&limit=0', 400, 'input/out-of-range'],
    ['a switch that is none', '/v1/codes.search?query=x&all=yes', 400, 'input/invalid'],
    ['an unknown edition', '/v1/editions.diff?from=FY1999&to=FY2027', 404, 'input/unknown-edition'],
    ['a name of every object', '/v1/codes.lookup?code=E11.9&constructor=1', 400, 'input/invalid'],
    ['a claim by GET', '/v1/claims.check', 405, 'http/method-not-allowed'],
  ])('%s is told as a problem', async (_, path, status, code) => {
    const asked = await ask(app, path);
    expect(asked.status).toBe(status);
    expect(asked.headers.get('content-type')).toBe('application/problem+json');
    expect(asked.body).toMatchObject({ status, code, type: `urn:cleanclaim:failure:${code}` });
    expect((asked.body as { recovery: string }).recovery).not.toBe('');
    expect((asked.body as { requestId: string }).requestId).toBe(asked.headers.get('x-request-id'));
  });

  it.each([
    ['text that is no JSON', '{', 400, 'input/not-json'],
    ['nothing', '', 400, 'input/empty'],
    ['null', 'null', 400, 'input/invalid'],
    ['a list', '[]', 400, 'input/invalid'],
    ['a key twice', '{"code":"E11.9","code":"I10"}', 400, 'input/duplicate-key'],
    ['deep nesting', `{"code":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, 'input/too-deep'],
    ['an unknown field', '{"code":"E11.9","__proto__":1}', 400, 'input/invalid'],
    ['a code of a wrong kind', '{"code":1}', 400, 'input/invalid'],
    ['a long code', JSON.stringify({ code: 'E'.repeat(300) }), 400, 'input/too-long'],
  ])('a body of %s is told as a problem', async (_, text, status, code) => {
    expect(await send(app, '/v1/codes.lookup', text)).toMatchObject({ status, body: { code } });
  });

  it('a claim of the wrong shape is told with its place', async () => {
    const { status, body } = await send(app, '/v1/claims.check', { claim: { type: 'professional', lines: [{ units: '1' }] } });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'claim/wrong-shape', path: '/lines/0/units' });
  });

  it('another media type is refused, so that no form of another site can post', async () => {
    expect(await send(app, '/v1/codes.lookup', '{"code":"E11.9"}', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
  });

  it('a wrong method names the right ones', async () => {
    const { status, headers } = await ask(app, '/v1/codes.lookup', { method: 'DELETE' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});

describe('caching', () => {
  it('an answer asked again with its tag is 304', async () => {
    const first = await ask(app, '/v1/codes.lookup?code=E11.9&on=2026-03-04');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toContain(service.mark);
    const again = await ask(app, '/v1/codes.lookup?code=E11.9&on=2026-03-04', { headers: { 'if-none-match': tag } });
    expect([again.status, again.body]).toEqual([304, undefined]);
  });

  it('without a day the tag holds today, and a wrong question stays wrong whatever tag is sent', async () => {
    const { headers } = await ask(app, '/v1/codes.lookup?code=E11.9');
    expect(headers.get('etag')).toContain('2026-11-24');
    const wrong = await ask(app, '/v1/codes.lookup?code=E11.9&on=x', { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    expect(wrong.status).toBe(400);
  });

  it('what holds a claim is never kept', async () => {
    const { headers } = await send(app, '/v1/claims.check', SERVED.get('claims.check')?.operation.examples[0]?.input);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('large answers are compressed where the caller can read it', async () => {
    const { headers } = await app.request('/v1/editions.diff?from=FY2026&to=FY2027', { headers: { 'accept-encoding': 'gzip' } });
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(headers.get('vary')).toMatch(/accept-encoding/i);
  });
});

describe('packs', () => {
  it('are given whole, packed where the caller can read it, and not twice', async () => {
    const plain = await app.request('/packs/place-of-service.pack');
    const tag = plain.headers.get('etag') ?? '';
    const bytes = new Uint8Array(await plain.arrayBuffer());
    expect(bytes).toEqual(service.data.placeOfService()?.pack.whole());
    const packed = await app.request('/packs/place-of-service.pack', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(new Uint8Array(gunzipSync(await packed.arrayBuffer()))).toEqual(bytes);
    expect((await app.request('/packs/place-of-service.pack', { headers: { 'if-none-match': tag } })).status).toBe(304);
  });

  it.each(['/packs/none.pack', '/packs/..%2f..%2fpackage.json', '/packs/'])('%s is not there', async (path) => {
    expect((await ask(app, path)).status).toBe(404);
  });
});

describe('suggest', () => {
  it('answers by position, to pages of any site', async () => {
    const { body, headers } = await ask(app, '/v1/suggest?q=type%202%20diab&count=3&on=2026-03-04', {
      headers: { origin: 'https://elsewhere.example' },
    });
    const [count, codes, extra, rows] = body as [number, string[], null, string[][]];
    expect([count, codes.length, extra, rows.length]).toEqual([3, 3, null, 3]);
    expect(rows.map(([code]) => code)).toEqual(codes);
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  it('knows the names of the NLM', async () => {
    const one = await ask(app, '/v1/suggest?terms=htn&maxList=2&on=2026-03-04');
    expect(one.body).toEqual((await ask(app, '/v1/suggest?q=htn&count=2&on=2026-03-04')).body);
  });

  it('gives nothing for nothing', async () => {
    expect((await ask(app, '/v1/suggest?q=')).body).toEqual([0, [], null, []]);
  });

  it.each(['', '?q=a&q=b', '?q=a&count=51', '?q=a&on=today', '?q=a&all=1', '?q=a&x=1', `?q=${'a'.repeat(600)}`])(
    '%s is refused',
    async (query) => {
      expect((await ask(app, `/v1/suggest${query}`)).status).toBe(400);
    },
  );
});

describe('streams', () => {
  const lines = async (path: string, text: string, options = {}) => {
    const response = await testApp(options).request(path, {
      method: 'POST',
      body: text,
      headers: { host: 'localhost', 'content-type': 'application/x-ndjson' },
    });
    return {
      response,
      answers: (await response.text())
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    };
  };
  const claim = JSON.stringify({
    type: 'professional',
    id: 'A',
    diagnoses: [{ code: 'E11.9' }],
    lines: [{ code: 'G0108', from: '2026-03-04' }],
  });

  it('a claim a line gives a report a line, with failures in their place', async () => {
    const { answers } = await lines('/v1/claims.check?received=2026-03-05', `${claim}\r\n\n{"x\n${claim}`);
    expect(answers.map((each) => each['claim'] ?? each['line'])).toEqual(['A', 3, 'A']);
    expect(answers[1]).toMatchObject({ input: '{"x', error: { code: 'input/not-json' } });
  });

  it('every operation takes its inputs by line', async () => {
    const { answers } = await lines('/v1/codes.lookup', '{"code":"E11.9"}\n{"code":"E11.9","on":"x"}\n{"cod":1}');
    expect(answers).toMatchObject([{ status: 'billable' }, { error: { code: 'input/not-a-day' } }, { error: { code: 'input/invalid' } }]);
  });

  it('a line that is too long is named and passed over', async () => {
    const { answers } = await lines('/v1/codes.lookup', `{"code":"${'x'.repeat(500)}"}\n{"code":"E11.9"}`, { limits: { line: 200 } });
    expect(answers).toMatchObject([{ line: 1, error: { code: 'input/too-long' } }, { code: 'E11.9' }]);
  });

  it('silence ends a stream', async () => {
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"code":"E11.9"}\n')),
    });
    const response = await testApp({ limits: { idleTime: 50 } }).request('/v1/codes.lookup', {
      method: 'POST',
      body: silent,
      headers: { 'content-type': 'application/x-ndjson' },
      duplex: 'half',
    } as RequestInit);
    expect(await response.text()).toContain('http/too-slow');
  });

  it('more streams than allowed are told to wait', async () => {
    const { response } = await lines('/v1/codes.lookup', '{}', { limits: { streams: 0 } });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
  });
});

describe('limits', () => {
  it('a body over the limit is refused, with and without its length stated', async () => {
    const small = testApp({ limits: { body: 1_000 } });
    const body = JSON.stringify({ code: 'x'.repeat(2_000) });
    expect((await send(small, '/v1/codes.lookup', body, { 'content-length': String(body.length) })).status).toBe(413);
    expect((await send(small, '/v1/codes.lookup', body)).status).toBe(413);
  });

  it('a body that does not come is given up', async () => {
    const never = new ReadableStream<Uint8Array>({});
    const response = await testApp({ limits: { bodyTime: 50 } }).request('/v1/codes.lookup', {
      method: 'POST',
      body: never,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(408);
  });

  it('more requests than allowed are told to wait', async () => {
    const { status, headers, body } = await ask(testApp({ limits: { requests: 0 } }), '/health');
    expect([status, headers.get('retry-after'), body]).toMatchObject([429, '1', { code: 'http/busy' }]);
  });
});

describe('access', () => {
  const guarded = testApp({
    access: tokenAccess([keptToken('reader', 'read', 'r-token'), keptToken('biller', 'bill', 'b-token')]),
  });
  const example = SERVED.get('claims.check')?.operation.examples[0]?.input;

  it('without a token nothing but health is answered', async () => {
    const { status, headers } = await ask(guarded, '/v1/codes.lookup?code=E11.9');
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect((await ask(guarded, '/v1/codes.lookup?code=E11.9', { headers: { authorization: 'Bearer other' } })).status).toBe(401);
    for (const path of ['/v1/suggest?q=a', '/metrics', '/mcp']) expect((await ask(guarded, path)).status).toBe(401);
    for (const path of ['/health', '/ready']) expect((await ask(guarded, path)).status).toBe(200);
  });

  it('a token may do what its role may', async () => {
    const authorization = 'Bearer r-token';
    expect((await ask(guarded, '/v1/codes.lookup?code=E11.9', { headers: { authorization } })).status).toBe(200);
    expect(await send(guarded, '/v1/claims.check', example, { authorization })).toMatchObject({
      status: 403,
      body: { code: 'http/not-allowed' },
    });
    expect((await send(guarded, '/v1/claims.check', example, { authorization: 'Bearer b-token' })).status).toBe(200);
  });

  it('tokens come and go while the server runs; the last one gone opens only a server of this machine alone', async () => {
    for (const withoutTokens of ['open', 'closed'] as const) {
      let tokens = [keptToken('desk', 'read', 'd-token')];
      const access = changingAccess(async () => tokens, [], { withoutTokens, seconds: 0.01 });
      const changing = testApp({ access });
      const asked = async (token?: string) =>
        (await ask(changing, '/v1/data.list', { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } })).status;
      expect(await asked()).toBe(withoutTokens === 'open' ? 200 : 401);
      await expect.poll(() => asked('d-token')).toBe(200);
      await expect.poll(() => asked()).toBe(401);
      tokens = [];
      await expect.poll(() => asked()).toBe(withoutTokens === 'open' ? 200 : 401);
      await expect.poll(() => asked('d-token')).toBe(withoutTokens === 'open' ? 200 : 401);
    }
  });

  it('answers behind a token are not for shared caches', async () => {
    const { headers } = await ask(guarded, '/v1/codes.lookup?code=E11.9', { headers: { authorization: 'Bearer r-token' } });
    expect(headers.get('cache-control')).toContain('private');
  });
});

describe('state', () => {
  it('says that it runs, is ready, and what it counted', async () => {
    const one = testApp();
    expect(await ask(one, '/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await ask(one, '/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
    await ask(one, '/v1/codes.lookup?code=E11.9');
    const text = await (await one.request('/metrics')).text();
    expect(text).toContain('cleanclaim_http_requests_total{route="codes.lookup",method="GET",status="200"} 1');
    expect(text).toMatch(/^# TYPE cleanclaim_http_request_duration_seconds histogram$/m);
    one.stopping();
    expect(await ask(one, '/ready')).toMatchObject({ status: 503, body: { status: 'stopping' } });
  });
});
