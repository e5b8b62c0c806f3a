import { fileURLToPath } from 'node:url';
import { spawn, spawnSync } from 'node:child_process';
import { bundledData } from '@cleanclaim/data';
import { listen, makeApp, makeService, openOffice, type Running, silent, type Store } from '@cleanclaim/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * Requests made from the OpenAPI document by schemathesis, good and bad ones: no 500, no hang, nothing that the
 * document does not say. Runs where the program is installed (`pip install schemathesis==4.32.5`, or its path in
 * CLEANCLAIM_SCHEMATHESIS); CLEANCLAIM_FUZZ_EXAMPLES makes it longer. That every good request is accepted is not asked: a
 * schema counts the length of texts in characters and we in UTF-16 units, which differ for characters beyond the first plane.
 */
const program = process.env['CLEANCLAIM_SCHEMATHESIS'] ?? 'schemathesis';
const installed = spawnSync(program, ['--version']).status === 0;
const examples = process.env['CLEANCLAIM_FUZZ_EXAMPLES'] ?? '20';

describe.skipIf(!installed)('requests from the OpenAPI document (skipped where schemathesis is not installed)', () => {
  let running: Running;
  let store: Store;
  beforeAll(async () => {
    store = await openOffice(':memory:');
    running = await listen(makeApp({ service: makeService(bundledData()), store, loopbackOnly: true, page: '/nowhere' }), {
      port: 0,
      host: '127.0.0.1',
      log: silent,
    });
  });
  afterAll(async () => {
    await running.stop(100);
    await store.close();
  });

  it('every answer is one that the document promises', { timeout: 1_200_000 }, async () => {
    const fuzzer = spawn(
      program,
      [
        '--config-file',
        fileURLToPath(new URL('support/schemathesis.toml', import.meta.url)),
        'run',
        `${running.url}/openapi.json`,
        '--max-examples',
        examples,
        '--seed',
        '20261124',
        '--max-response-time',
        // A hang, not a slow machine.
        '30',
        '--exclude-checks',
        'positive_data_acceptance',
        '--no-color',
      ],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    fuzzer.stdout.on('data', (part) => (said += String(part)));
    fuzzer.stderr.on('data', (part) => (said += String(part)));
    const status = await new Promise<number | null>((resolve) => fuzzer.on('close', resolve));
    expect(status, said.slice(-8_000)).toBe(0);
  });
});
