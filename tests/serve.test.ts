import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChildProcess } from 'node:child_process';
import { runCli, startCli } from './support/run-cli.ts';

const TOKEN = 'a-token-of-thirty-characters-ok';

describe('cleanclaim serve', () => {
  let server: ChildProcess;
  let url: string;

  beforeAll(async () => {
    server = startCli(['serve', '--port', '0']);
    if (!server.stdout) throw new Error('no output');
    const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
    url = /http:\S+/.exec(line)?.[0] ?? '';
  });
  afterAll(() => server.kill('SIGKILL'));

  it('answers on this machine', async () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const answer = await fetch(`${url}/v1/codes.lookup?code=e119&on=2026-03-04`);
    expect(await answer.json()).toMatchObject({ code: 'E11.9', status: 'billable' });
    expect((await (await fetch(`${url}/openapi.json`)).json()) as object).toMatchObject({ openapi: '3.1.0' });
  });

  it('stops when told to, and says so', async () => {
    let log = '';
    server.stderr?.on('data', (part) => (log += String(part)));
    server.kill('SIGTERM');
    const [status] = (await once(server, 'close')) as [number];
    expect(status).toBe(0);
    expect(log).toContain('"event":"stopped"');
  });
});

describe('an open door is refused', () => {
  it.each([
    ['others without a token', ['--host', '0.0.0.0'], {}, 'needs a token'],
    ['others with a database that holds no token', ['--host', '0.0.0.0', '--database', ':memory:'], {}, 'needs a token'],
    ['a proxy without a token', ['--behind-proxy'], {}, 'needs a token'],
    ['a token in the clear', ['--host', '0.0.0.0'], { CLEANCLAIM_TOKEN: TOKEN }, 'in the clear'],
    ['a token that can be guessed', [], { CLEANCLAIM_TOKEN: 'short' }, 'at least 24 characters'],
    ['half a certificate', ['--tls-cert', 'x.pem'], {}, 'together'],
    ['a port that is none', ['--port', '70000'], {}, 'port from 0 to 65535'],
    ['an address that is not here', ['--host', '192.0.2.1', '--behind-proxy'], { CLEANCLAIM_TOKEN: TOKEN }, 'cannot be opened'],
  ])('%s', async (_, words, environment, says) => {
    const { status, stderr } = await runCli(['serve', '--quiet', ...words], { env: { ...process.env, ...environment } });
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});

it('cleanclaim mcp ends with its input', async () => {
  const { status, stdout } = await runCli(['mcp']);
  expect([status, stdout]).toEqual([0, '']);
});
