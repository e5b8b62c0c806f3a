import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundledData } from '@cleanclaim/data';
import { listen, makeApp, makeService, type Running, silent } from '@cleanclaim/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * The official conformance package, where it is installed (it brings 122 packages, so it is no dependency of ours):
 * npm install --no-save @modelcontextprotocol/conformance@0.1.16. Its other scenarios call tools of a sample server.
 */
const program = process.env['CLEANCLAIM_CONFORMANCE'] ?? fileURLToPath(new URL('../node_modules/.bin/conformance', import.meta.url));
const SCENARIOS = ['server-initialize', 'ping', 'tools-list', 'resources-list', 'dns-rebinding-protection'];

describe.skipIf(!existsSync(program))('MCP conformance (skipped where @modelcontextprotocol/conformance is not installed)', () => {
  let running: Running;
  beforeAll(async () => {
    running = await listen(makeApp({ service: makeService(bundledData()), loopbackOnly: true }), {
      port: 0,
      host: '127.0.0.1',
      log: silent,
    });
  });
  afterAll(() => running.stop(100));

  it.each(SCENARIOS)('%s', async (scenario) => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      program,
      'server',
      '--url',
      `${running.url}/mcp`,
      '--scenario',
      scenario,
    ]);
    expect(stdout).toMatch(/Passed: (\d+)\/\1, 0 failed/);
  });
});
