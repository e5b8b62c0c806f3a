import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  type Claim,
  check,
  ClaimHistory,
  CleanclaimError,
  day,
  isFailure,
  makeEngine,
  perform,
  readClaim,
  type Report,
} from '@cleanclaim/core';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { openOffice } from '@cleanclaim/server';
import { type ClaimEnvelope, writeClaims } from '@cleanclaim/x12';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, send, service, testApp } from '../packages/server/src/testing/ask.ts';
import { postgresPrograms, startPostgres, type TestPostgres } from '../packages/server/src/testing/postgres.ts';
import { data } from './support/data.ts';
import { exampleOffice, SENT_ON } from './support/example-office.ts';
import { runCli } from './support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-history-'));
const programs = postgresPrograms();
let postgres: TestPostgres | undefined;
beforeAll(async () => {
  if (programs !== undefined) postgres = await startPostgres(programs);
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);

function wellness(id: string, from: string, code = 'G0439', more: Partial<Claim> = {}): Claim {
  return {
    type: 'professional',
    id,
    payer: { id: '12302', kind: 'medicare', name: 'MEDICARE' },
    patient: { birthDate: '1950-06-15', sex: 'female', memberId: '1EG4TE5MK73', name: { last: 'DOE', first: 'JANE' } },
    billing: { npi: '1234567893', taxonomy: '207Q00000X', taxId: '123456789', name: 'EXAMPLE CLINIC' },
    rendering: { npi: '1558598797' },
    diagnoses: [{ code: 'I10' }],
    lines: [{ code, modifiers: [], from, pos: '11', units: 1, charge: '60.00', pointers: [1] }],
    total: '60.00',
    ...more,
  };
}

const ENVELOPE: ClaimEnvelope = {
  sender: { id: 'SENDER', name: 'EXAMPLE CLINIC', contact: 'ANN', phone: '5555550100' },
  receiver: { id: 'RECEIVER', name: 'EXAMPLE PAYER' },
  moment: { date: '20260305', time: '0900' },
  control: 1,
  usage: 'T',
};

const EARLIER = wellness('A-50', '2025-06-04', 'G0438');
const NOW = wellness('A-101', '2026-03-04');
const lines = (...claims: readonly Claim[]): string => claims.map((claim) => `${JSON.stringify(claim)}\n`).join('');

/** Rules of the history that found something, with the claims they name. */
function found(report: Report): string[] {
  return report.findings
    .filter(({ rule }) => rule.startsWith('history/'))
    .map(({ rule, message }) => `${rule} ${/claim [A-Z]-\d+/.exec(message)?.[0] ?? ''}`);
}

async function cli(claims: readonly Claim[], history: string, env: Record<string, string> = {}): Promise<Report[]> {
  writeFileSync(at('now.ndjson'), lines(...claims));
  const words = ['check', at('now.ndjson'), '--history', history, '--received', '2026-11-24', '--format', 'json'];
  const { stdout, stderr } = await runCli(words, { env: { ...process.env, ...env } });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Report[];
}

describe('check --history', () => {
  it.each([
    ['one claim a line', lines(EARLIER)],
    ['an array', JSON.stringify([EARLIER], undefined, 2)],
    ['one claim', JSON.stringify(EARLIER)],
    ['with a byte-order mark and CRLF', `\ufeff${lines(EARLIER).replace(/\n/g, '\r\n')}`],
  ])('looks back on a file of claims: %s', async (_, text) => {
    writeFileSync(at('earlier.json'), text);
    const [report] = await cli([NOW], at('earlier.json'));
    expect(report && found(report)).toEqual(['history/wellness-visit claim A-50']);
    expect(report?.notChecked.filter(({ reason }) => reason.includes('other claims were not given'))).toEqual([]);
  });

  it('looks back on an 837', async () => {
    writeFileSync(at('earlier.837'), writeClaims([EARLIER], ENVELOPE));
    const [report] = await cli([NOW], at('earlier.837'));
    expect(report && found(report)).toEqual(['history/wellness-visit claim A-50']);
  });

  it('looks back on claims before in the same input, and not on those after', async () => {
    writeFileSync(at('nothing.ndjson'), lines(wellness('X', '2020-01-01', 'G0438', { patient: { memberId: 'OTHER' } })));
    const reports = await cli([EARLIER, NOW, wellness('A-102', '2026-03-04')], at('nothing.ndjson'));
    expect(reports.map(found)).toEqual([
      [],
      ['history/wellness-visit claim A-50'],
      ['history/duplicate-claim claim A-101', 'history/wellness-visit claim A-50'],
    ]);
  });

  it.each([
    ['without a key', {}],
    ['with a key', { CLEANCLAIM_STORE_KEY: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff' }],
  ])("looks back on an office's file, %s", async (name, env: Record<string, string>) => {
    const file = at(`office ${name}.sqlite`);
    const store = await openOffice(file, env['CLEANCLAIM_STORE_KEY']);
    await store.add(EARLIER, 'ann');
    const { id } = await store.add(wellness('A-60', '2025-12-04'), 'ann');
    await store.change(id, 1, { state: 'rejected' }, 'ann');
    const reports = await cli([NOW, wellness('A-103', '2026-03-04', 'G0439', { patient: { memberId: 'OTHER' } })], file, env);
    expect(reports.map(found)).toEqual([['history/wellness-visit claim A-50'], []]);
    expect((await store.audit(0, 100)).map(({ action }) => action)).toContain('claim.history');
    await store.close();
  });

  it.skipIf(programs === undefined)('looks back on an office in PostgreSQL (skipped where no server is installed)', async () => {
    const url = (await postgres?.database()) ?? '';
    const store = await openOffice(url);
    await store.add(EARLIER, 'ann');
    await store.close();
    expect((await cli([NOW], url)).map(found)).toEqual([['history/wellness-visit claim A-50']]);
    const empty = (await postgres?.database()) ?? '';
    const refused = await runCli(['check', at('now.ndjson'), '--history', empty]);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('keeps no claims of an office')]);
  });

  it('finds an empty office, and a claim without a patient is told so', async () => {
    const file = at('empty.sqlite');
    await (await openOffice(file)).close();
    const [known, unknown] = await cli([NOW, { ...NOW, id: 'A-104', patient: {} }], file);
    expect(known && found(known)).toEqual([]);
    expect(unknown?.notChecked.find(({ rule }) => rule === 'history/duplicate-claim')?.reason).toContain('does not say who the patient is');
  });

  it.each([
    ['no such file', '/nowhere/x.sqlite', 'there is no such file'],
    ['a folder', folder, 'is a folder'],
    ['another kind of address', 'mysql://example/x', 'postgres://'],
    ['standard input', '-', 'not standard input'],
    ['a server that is not there', 'postgres://localhost:1/x', 'does not answer'],
    ['an address that is none', 'postgres://:::', 'does not answer'],
  ])('refuses %s', async (_, where, says) => {
    writeFileSync(at('now.ndjson'), lines(NOW));
    const { status, stdout, stderr } = await runCli(['check', at('now.ndjson'), '--history', where]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
    expect(stderr.trim().split('\n').length, 'says what to do').toBe(2);
  });

  it.each([
    ['a text that is no JSON', 'hello', 'not JSON'],
    ['a claim that cannot be read, by its line', `${lines(EARLIER)}{"type":"professional","lines":1}\n`, 'claim or line 2'],
    ['an empty file', '', 'is empty'],
    ['a truncated database', 'SQLite format 3\0 and then nothing', 'damaged'],
  ])('refuses a file that holds %s', async (_, text, says) => {
    writeFileSync(at('now.ndjson'), lines(NOW));
    writeFileSync(at('wrong.file'), text);
    const { status, stdout, stderr } = await runCli(['check', at('now.ndjson'), '--history', at('wrong.file')]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });

  it('refuses another database and leaves it as it was', async () => {
    const other = new DatabaseSync(at('other.sqlite'));
    other.exec('create table music (name text)');
    const { status, stderr } = await runCli(['check', at('now.ndjson'), '--history', at('other.sqlite')]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('keeps no claims of an office')]);
    expect(other.prepare("select name from sqlite_master where type = 'table'").all()).toEqual([{ name: 'music' }]);
    other.close();
  });

  it('says that a database which another program holds does not answer', async () => {
    const file = at('held.sqlite');
    await (await openOffice(file)).close();
    const holder = new DatabaseSync(file);
    holder.exec('pragma locking_mode = exclusive; begin exclusive');
    const { status, stderr } = await runCli(['check', at('now.ndjson'), '--history', file]);
    holder.exec('rollback');
    holder.close();
    expect(status).toBe(2);
    expect(stderr).toMatch(/another program holds it|does not answer/);
  }, 30_000);

  it('the summary counts what could not be read, and stays one JSON text', async () => {
    writeFileSync(at('half.ndjson'), `${lines(NOW)}{"type":1}\n`);
    const { status, stdout, stderr } = await runCli(['check', at('half.ndjson'), '--summary', '--format', 'json']);
    expect([status, JSON.parse(stdout)]).toEqual([2, [expect.objectContaining({ claims: 1, unreadable: 1 })]]);
    expect(stderr).toContain('Claim or line 2');
  });

  it('keeps to one thread, and says so', async () => {
    const words = ['check', at('now.ndjson'), '--history', at('now.ndjson'), '--format', 'ndjson'];
    const one = await runCli(words);
    const { status, stdout, stderr } = await runCli([...words, '--jobs', '2']);
    expect([status, stdout]).toEqual([one.status, one.stdout]);
    expect(stderr).toContain('Checked in one thread');
  });
});

describe('the library and the server', () => {
  const context = { data: service.data, engine: service.engine, today: service.today() };

  it('take the history as an argument', () => {
    const past = new ClaimHistory();
    past.add(EARLIER, 'a claim');
    expect(found(perform(check, { claim: NOW }, { ...context, history: past }))).toEqual(['history/wellness-visit claim A-50']);
    expect(found(perform(check, { claim: NOW, history: [EARLIER] }, context))).toEqual(['history/wellness-visit claim A-50']);
    expect(found(perform(check, { claim: NOW, history: false }, { ...context, history: past }))).toEqual([]);
    expect(() => perform(check, { claim: NOW, history: true }, context)).toThrow(CleanclaimError);
    expect(() => perform(check, { claim: NOW, history: [{ type: 'professional' }] }, context)).toThrow(/lines/);
    expect(() => perform(check, { claim: NOW, history: Array.from({ length: 1_001 }, () => EARLIER) }, context)).toThrow(/at most 1000/);
  });

  it('the server looks back on the claims it keeps, when asked', async () => {
    const store = await openOffice(':memory:');
    await store.add(EARLIER, 'ann');
    const app = testApp({ store });
    const body = async (input: object): Promise<Report> => (await send(app, '/v1/claims.check', input)).body as Report;
    expect(found(await body({ claim: NOW }))).toEqual([]);
    expect(found(await body({ claim: NOW, history: true }))).toEqual(['history/wellness-visit claim A-50']);
    expect(found(await body({ claim: wellness('A-50', '2025-06-04', 'G0438'), history: true }))).toEqual([]);
    const streamed = await app.request('/v1/claims.check?history=true', {
      method: 'POST',
      body: lines(NOW, EARLIER),
      headers: { host: '127.0.0.1', 'content-type': 'application/x-ndjson' },
    });
    const reports = (await streamed.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Report);
    expect(reports.map(found)).toEqual([['history/wellness-visit claim A-50'], []]);
    const kept = (await send(app, '/v1/claims', { claim: NOW })).body as { id: string; report: Report };
    expect(found(kept.report), 'a claim that is kept is checked with the others').toEqual(['history/wellness-visit claim A-50']);
    const again = await send(app, `/v1/claims/${kept.id}/runs`, {});
    expect(found((again.body as { report: Report }).report), 'and is not its own history').toEqual(['history/wellness-visit claim A-50']);
    await store.close();
  });

  it('a server that keeps no claims says so', async () => {
    expect(await send(testApp(), '/v1/claims.check', { claim: NOW, history: true })).toMatchObject({ body: { code: 'store/none' } });
    expect(
      (
        await ask(testApp(), '/v1/claims.check?history=true', {
          method: 'POST',
          body: lines(NOW),
          headers: { 'content-type': 'application/x-ndjson' },
        })
      ).body,
    ).toMatchObject({ code: 'store/none' });
  });
});

describe('whatever the history', () => {
  const office = exampleOffice(data);
  const looking = office.claims.filter(({ id }) =>
    office.history.some((past) => past.patient?.memberId === office.claims.find((each) => each.id === id)?.patient?.memberId),
  );
  const report = (claim: Claim, history: readonly Claim[]): string => {
    const past = new ClaimHistory();
    for (const each of history) past.add(each, 'a claim');
    const read = readClaim(claim);
    return JSON.stringify(office.engine.check(claim, { received: SENT_ON, history: past, unknown: isFailure(read) ? [] : read.unknown }));
  };

  it('claims of other patients change nothing, nor does the order of the history', () => {
    expect(looking.length).toBeGreaterThan(8);
    const unrelated = (claim: Claim) =>
      [...office.claims, ...office.history].filter((each) => each.patient?.memberId !== claim.patient?.memberId);
    fc.assert(
      fc.property(
        fc.constantFrom(...looking).chain((claim) =>
          fc.tuple(
            fc.constant(claim),
            fc.shuffledSubarray([...unrelated(claim)], { maxLength: 20 }),
            fc.shuffledSubarray(
              office.history.filter((each) => each.patient?.memberId === claim.patient?.memberId),
              { minLength: office.history.filter((each) => each.patient?.memberId === claim.patient?.memberId).length },
            ),
            fc.nat(20),
          ),
        ),
        ([claim, others, own, place]) => {
          const plain = report(
            claim,
            office.history.filter((each) => each.patient?.memberId === claim.patient?.memberId),
          );
          const mixed = [...others.slice(0, place), ...own, ...others.slice(place)];
          expect(report(claim, mixed)).toBe(plain);
        },
      ),
      { numRuns: 150, seed: 5 },
    );
  });

  it('no finding or reason says anything of the patient', () => {
    const person = {
      birthDate: '1957-04-02',
      sex: 'female',
      memberId: '9ZZ9ZZ9ZZ99',
      name: { last: 'WINTERBOURNE', first: 'JANE' },
    } as const;
    const engine = makeEngine(RULES, data, UNMADE);
    const past = new ClaimHistory();
    past.add(wellness('A-50', '2026-03-04', 'G0439', { patient: person }), 'a claim');
    const told = JSON.stringify(
      engine.check(wellness('A-1', '2026-03-04', 'G0439', { patient: person }), { received: day('2026-11-24'), history: past }),
    );
    expect(told).toContain('claim A-50');
    expect(told).not.toMatch(/WINTERBOURNE|9ZZ9ZZ9ZZ99|1957-04-02/);
  });
});
