import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type Running } from '../listen.ts';
import { type LogEntry, silent } from '../log.ts';
import { ask, send, testApp } from '../testing/ask.ts';

const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-page-'));
const logged: LogEntry[] = [];
let running: Running;

beforeAll(async () => {
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(folder, 'page', 'assets', 'app-1a2b.js'), 'run()');
  const app = testApp({ page: join(folder, 'page'), loopbackOnly: true, log: (entry) => logged.push(entry) });
  running = await listen(app, { port: 0, host: '127.0.0.1', log: silent });
});
afterAll(async () => {
  await running.stop(100);
  rmSync(folder, { recursive: true });
});

/** Sends bytes as they are and reads until the server closes or the time is over. */
function raw(text: string, milliseconds = 1_000, port = running.port): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (part) => (answer += part.toString('latin1')));
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
    setTimeout(() => socket.destroy(), milliseconds).unref();
  });
}

const get = (path: string, headers = ''): Promise<string> =>
  raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}Connection: close\r\n\r\n`);

describe('the page', () => {
  it('is given for every path that is no file, with a policy that allows no inline script', async () => {
    const answer = await get('/icd10cm/E11.22?on=2026-03-04');
    expect(answer).toMatch(/^HTTP\/1\.1 200/);
    expect(answer).toContain('<title>page</title>');
    expect(answer).toMatch(/content-security-policy: default-src 'self'; script-src 'self';/);
    expect(answer).not.toContain('unsafe');
  });

  it('files under assets are kept for good, the page is asked for anew', async () => {
    expect(await get('/assets/app-1a2b.js')).toMatch(/cache-control: public, max-age=31536000, immutable/);
    expect(await get('/')).toMatch(/cache-control: no-cache/);
    expect(await get('/assets/gone.js')).toMatch(/^HTTP\/1\.1 404/);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
    '//secret.txt',
    '/assets/%00',
    '/%c0%ae%c0%ae/secret.txt',
  ])('%s reaches no file outside', async (path) => {
    const answer = await get(path);
    expect(answer).toMatch(/^HTTP\/1\.1 (?:200|400|404)/);
    expect(answer.slice(answer.indexOf('\r\n\r\n'))).not.toMatch(/secret(?!\.txt)/);
  });
});

describe('headers', () => {
  it('a request id cannot carry a header of its own', async () => {
    const answer = await get('/health', 'X-Request-Id: a%0d%0aSet-Cookie: x\r\n');
    expect(answer).not.toMatch(/set-cookie/i);
    expect(await get('/health', 'X-Request-Id: my-id.7\r\n')).toContain('x-request-id: my-id.7');
  });

  it('text of a caller comes back only inside JSON that is not sniffed', async () => {
    const { headers, body } = await ask(testApp(), `/v1/codes.lookup?code=${encodeURIComponent('<script>alert(1)</script>\r\nX: 1')}`);
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((body as { input: string }).input).toBe('<script>alert(1)</script>\r\nX: 1');
  });

  it.each(['%', '%E0%A4%A', '%00', "'; DROP TABLE codes; --", '" OR 1=1', '${7*7}', '{{7*7}}', '../../etc/passwd'])(
    'a code %s is a text like any other',
    async (code) => {
      expect((await ask(testApp(), `/v1/codes.lookup?code=${code.startsWith('%') ? code : encodeURIComponent(code)}`)).status).toBe(200);
      expect((await send(testApp(), '/v1/codes.search', { query: code })).status).toBe(200);
    },
  );

  it.each([
    ['a name that was pointed here', 'GET /health HTTP/1.1\r\nHost: evil.example'],
    ['a name that begins like ours', 'GET /health HTTP/1.1\r\nHost: 127.0.0.1.evil.example'],
    ['a page of another site', 'POST /v1/codes.lookup HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://evil.example'],
    ['a page without an origin', 'POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: null'],
  ])('%s is refused', async (_, head) => {
    const answer = await raw(`${head}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`);
    expect(answer).toMatch(/^HTTP\/1\.1 403/);
    expect(answer).toContain('http/other-site');
  });

  it.each([
    ['no Host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two lengths', 'POST /v1/codes.lookup HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    [
      'length and chunks',
      'POST /v1/codes.lookup HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a head without end', `GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['no HTTP at all', '\u0016\u0003\u0001\r\n\r\n'],
  ])('a request with %s is refused by the parser', async (_, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 4\d\d/);
  });
});

describe('slow and broken callers', () => {
  it('other requests are answered while heads and bodies trickle', async () => {
    const hanging = Array.from({ length: 50 }, (_, at) =>
      raw(
        at % 2 === 0
          ? 'GET /health HTTP/1.1\r\nHost: 127'
          : 'POST /v1/codes.lookup HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
        500,
      ),
    );
    expect(await get('/health')).toMatch(/^HTTP\/1\.1 200/);
    await Promise.all(hanging);
  });

  it('a head or a body that never ends is given up', async () => {
    const app = testApp({ limits: { bodyTime: 200 } });
    const times = { headersTimeout: 200, connectionsCheckingInterval: 50 };
    const strict = await listen(app, { port: 0, host: '127.0.0.1', log: silent, times });
    const head = await raw('GET /health HTTP/1.1\r\nHost: 127', 5_000, strict.port);
    expect(head).toMatch(/^HTTP\/1\.1 408/);
    const post = 'POST /v1/codes.lookup HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{';
    const body = await raw(post, 5_000, strict.port);
    expect(body).toMatch(/^HTTP\/1\.1 408/);
    expect(body).toContain('http/too-slow');
    await strict.stop(100);
  });

  it('a caller that leaves in the middle of a stream frees its place', async () => {
    await new Promise<void>((resolve) => {
      const leaving = request(
        {
          port: running.port,
          host: '127.0.0.1',
          path: '/v1/codes.lookup',
          method: 'POST',
          headers: { 'content-type': 'application/x-ndjson' },
        },
        (response) => {
          response.once('data', () => leaving.destroy());
          response.on('error', () => undefined);
        },
      );
      leaving.on('error', () => undefined);
      leaving.on('close', () => resolve());
      leaving.write('{"code":"E11.9"}\n');
    });
    await expect.poll(async () => await get('/metrics')).toMatch(/cleanclaim_http_streams_in_flight 0/);
  });
});

it('the log holds nothing that a caller sent', async () => {
  await get('/v1/codes.search?query=JaneDoe&on=2026-03-04');
  await get('/v1/codes.lookup?code=JaneDoe&on=JaneDoe');
  await get('/icd10cm/JaneDoe');
  await raw(
    `POST /v1/claims.check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 43\r\n\r\n{"claim":{"patient":{"memberId":"JaneDoe"}}`,
  );
  expect(logged.length).toBeGreaterThan(3);
  expect(JSON.stringify(logged)).not.toContain('JaneDoe');
});
