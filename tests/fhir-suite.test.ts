import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type App, listen, makeApp, makeService, type Running } from '@cleanclaim/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { data, shared } from './support/data.ts';

const suite = shared('fhir-tx');
const run = promisify(execFile);

/** HL7's tests for terminology servers, beside the checkout: all that need no code system of others. */
describe.skipIf(suite === undefined)("HL7's tx-ecosystem suite (skipped where the shared folder is not there)", () => {
  let app: App;
  let running: Running;
  beforeAll(async () => {
    app = makeApp({ service: makeService(data), page: '/nowhere' });
    running = await listen(app, { port: 0, host: '127.0.0.1', log: () => undefined });
  });
  afterAll(() => running.stop(0));

  it.each([
    ['r5', '5.0'],
    ['r4', '4.0'],
  ])('%s answers every test as it is written', { timeout: 120_000 }, async (version, number) => {
    const asked = [
      '--source',
      `${suite}/tests`,
      '--tx',
      `${running.url}/fhir/${version}`,
      '--fhir',
      number,
      '--modes',
      'general',
      '--show',
      '20',
    ];
    const said = await run(process.execPath, [`${suite}/txrun.js`, ...asked]).then(
      ({ stdout }) => stdout,
      (error: { stdout?: string }) => error.stdout ?? '',
    );
    expect(said).toContain('TOTAL pass 597 fail 0 of 597');
  });
});
