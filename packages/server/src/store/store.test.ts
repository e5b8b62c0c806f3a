import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Claim, check, perform, type Report } from '@cleanclaim/core';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { service } from '../testing/ask.ts';
import { postgresPrograms, startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { makeCipher, noCipher } from './cipher.ts';
import { migrator } from './migrations.ts';
import { openOffice } from './open.ts';
import { openPostgres } from './postgres.ts';
import type { OfficeTables } from './schema.ts';
import { openStore } from './sql-store.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

const KEY = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
const programs = postgresPrograms();
let postgres: TestPostgres | undefined;
const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-office-'));

beforeAll(async () => {
  if (programs !== undefined) postgres = await startPostgres(programs);
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true });
});

let files = 0;
const DATABASES: Readonly<Record<string, () => Promise<Kysely<OfficeTables>>>> = {
  SQLite: async () => openSqlite(join(folder, `office-${++files}.sqlite`)),
  'PostgreSQL (skipped where no server is installed)': async () => openPostgres((await postgres?.database()) ?? ''),
};

function claim(id: string, more: Partial<Claim> = {}): Claim {
  return {
    type: 'professional',
    id,
    payer: { id: '12302', kind: 'medicare' },
    patient: { memberId: '1EG4TE5MK73', name: { family: 'Winterbourne' }, sex: 'female', birthDate: '1957-04-02' },
    diagnoses: [{ code: 'E11.22' }],
    lines: [
      { code: 'G0108', from: '2026-03-05', charge: '128.00', pointers: [1] },
      { code: 'G0109', from: '2026-03-04' },
    ],
    total: '128.00',
    ...more,
  };
}

/** A clock that moves on by a second each time. */
function clock(): () => string {
  let seconds = 0;
  return () => new Date(Date.UTC(2026, 10, 24, 9, 0, seconds++)).toISOString();
}

describe.each(Object.entries(DATABASES))('a store in %s', (name, open) => {
  const describeHere = name === 'SQLite' ? describe : describe.skipIf(programs === undefined);

  describeHere.each([
    ['without a key', noCipher],
    ['with a key', makeCipher(KEY)],
  ])('%s', (_, cipher) => {
    let db: Kysely<OfficeTables>;
    let store: Store;
    beforeEach(async () => {
      db = await open();
      store = await openStore(db, { cipher, now: clock() });
      return () => store.close();
    });

    it('keeps a claim and gives it back unchanged', async () => {
      const added = await store.add(claim('A-1'), 'ann');
      expect(added).toMatchObject({
        version: 1,
        number: 'A-1',
        state: 'draft',
        payer: '12302',
        serviceOn: '2026-03-04',
        total: '128.00',
        changedBy: 'ann',
      });
      expect((await store.read(added.id, 'ben')).claim).toEqual(claim('A-1'));
      await expect(store.read('none', 'ben')).rejects.toMatchObject({ failure: { code: 'store/not-found' } });
    });

    it('a change made from an older version is refused', async () => {
      const { id } = await store.add(claim('A-1'), 'ann');
      const changed = await store.change(id, 1, { claim: claim('A-1', { total: '130.00' }), state: 'ready' }, 'ben');
      expect(changed).toMatchObject({ version: 2, state: 'ready', total: '130.00', changedBy: 'ben' });
      await expect(store.change(id, 1, { state: 'sent' }, 'ann')).rejects.toMatchObject({ failure: { code: 'store/changed' } });
      expect((await store.read(id, 'ann')).state).toBe('ready');
    });

    it('lists by state, payer and day, page by page, newest change first', async () => {
      for (let at = 1; at <= 5; at++) await store.add(claim(`A-${at}`), 'ann');
      const { id } = await store.add(claim('B-1', { payer: { id: 'X' }, lines: [{ code: 'G0108', from: '2026-05-01' }] }), 'ann');
      await store.change(id, 1, { state: 'ready' }, 'ann');
      const first = await store.list({ state: 'draft', limit: 2 });
      const second = await store.list({ state: 'draft', limit: 2, cursor: first.next ?? '' });
      const third = await store.list({ state: 'draft', limit: 2, cursor: second.next ?? '' });
      expect([first, second, third].map((page) => page.claims.map((each) => each.number))).toEqual([
        ['A-5', 'A-4'],
        ['A-3', 'A-2'],
        ['A-1'],
      ]);
      expect(third.next).toBeNull();
      expect((await store.list({ payer: 'X' })).claims.map((each) => each.number)).toEqual(['B-1']);
      expect((await store.list({ from: '2026-04-01', to: '2026-06-01' })).claims.map((each) => each.number)).toEqual(['B-1']);
      expect(await store.counts()).toMatchObject({ draft: 5, ready: 1, paid: 0 });
      await expect(store.list({ cursor: "'; drop table claims; --" })).rejects.toMatchObject({ failure: { code: 'input/invalid' } });
    });

    it('finds the earlier claims of a patient', async () => {
      await store.add(claim('A-2', { lines: [{ code: 'G0108', from: '2026-04-04' }] }), 'ann');
      await store.add(claim('A-1'), 'ann');
      await store.add(claim('B-1', { patient: { memberId: 'OTHER' } }), 'ann');
      const { id } = await store.add(claim('A-3'), 'ann');
      await store.change(id, 1, { state: 'rejected' }, 'ann');
      const asked = [claim('C-1', { patient: { memberId: ' 1eg4-te5 mk73 ' } }), claim('C-2', { patient: { memberId: 'NONE' } })];
      expect((await store.history(asked, 'ann')).map((each) => each.number)).toEqual(['A-1', 'A-2']);
      expect(await store.history([claim('C-3', { patient: {} })], 'ann')).toEqual([]);
    });

    it('finds them by birth date, sex and name where there is no member id', async () => {
      const person = { birthDate: '1957-04-02', sex: 'female', name: 'Jane Q Doe' } as const;
      await store.add(claim('A-1', { patient: person }), 'ann');
      await store.add(claim('A-2', { patient: { ...person, name: 'Joan Doe' } }), 'ann');
      const asked = claim('C-1', { patient: { ...person, name: { last: 'DOE', first: 'Jane' } } });
      expect((await store.history([asked], 'ann')).map((each) => each.number)).toEqual(['A-1']);
    });

    it('keeps reports, newest first', async () => {
      const { id, claim: kept } = await store.add(claim('A-1'), 'ann');
      const report: Report = perform(check, { claim: kept }, { data: service.data, engine: service.engine, today: service.today() });
      await store.keepRun(id, report, service.mark, 'ann');
      for (const _ of ['once', 'twice']) await store.keepRun(id, report, service.mark, 'ben', 'run-2');
      const runs = await store.runs(id, 'ann');
      expect(runs.map((run) => run.by)).toEqual(['ben', 'ann']);
      expect(runs[0]).toMatchObject({ id: 'run-2', data: service.mark, report: JSON.parse(JSON.stringify(report)) });
      await expect(store.keepRun('none', report, service.mark, 'ann')).rejects.toMatchObject({ failure: { code: 'store/not-found' } });
    });

    it('gives the clean-claim rate by the first report of each claim', async () => {
      expect(await store.rates()).toEqual([]);
      for (const statuses of [['findings', 'clean'], ['incomplete', 'findings'], ['clean']] as const) {
        const { id, claim: kept } = await store.add(claim('R-1'), 'ann');
        const report = perform(check, { claim: kept }, { data: service.data, engine: service.engine, today: service.today() });
        for (const status of statuses) {
          await store.keepRun(id, { ...report, status }, service.mark, 'ann');
          await wait(2);
        }
      }
      const month = new Date().toISOString().slice(0, 7);
      expect(await store.rates()).toEqual([{ month, claims: 3, passed: 2, incomplete: 1 }]);
    });

    it('what names the patient is sealed when there is a key', async () => {
      const { id } = await store.add(claim('A-1'), 'ann');
      const { rows } = await sql<Record<string, string>>`select * from claims where id = ${id}`.execute(db);
      const readable = JSON.stringify(rows);
      expect(readable.includes('Winterbourne')).toBe(cipher === noCipher);
      expect(readable.includes('1EG4TE5MK73')).toBe(cipher === noCipher);
    });

    it('erases a claim with its reports and keeps that it was there', async () => {
      const { id, claim: kept } = await store.add(claim('A-1'), 'ann');
      await store.keepRun(
        id,
        perform(check, { claim: kept }, { data: service.data, engine: service.engine, today: service.today() }),
        service.mark,
        'ann',
      );
      await store.erase(id, 'ben');
      await expect(store.read(id, 'ann')).rejects.toMatchObject({ failure: { code: 'store/not-found' } });
      const { rows } = await sql<{ left: number | string }>`select count(*) as left from runs`.execute(db);
      expect(Number(rows[0]?.left)).toBe(0);
      expect((await store.audit(0, 100)).map(({ who, action, subject }) => [who, action, subject])).toContainEqual([
        'ben',
        'claim.erase',
        id,
      ]);
      await expect(store.erase(id, 'ben')).rejects.toMatchObject({ failure: { code: 'store/not-found' } });
    });

    it('retention takes closed claims of before the day and no others', async () => {
      const { id: paid } = await store.add(claim('A-1'), 'ann');
      await store.change(paid, 1, { state: 'paid' }, 'ann');
      await store.add(claim('A-2'), 'ann');
      expect(await store.eraseClosedBefore('2026-11-24', 'ann')).toBe(0);
      expect(await store.eraseClosedBefore('2026-11-25', 'ann')).toBe(1);
      expect((await store.list({})).claims.map((each) => each.number)).toEqual(['A-2']);
    });

    it('writes the audit in a chain that shows any change', async () => {
      await Promise.all(Array.from({ length: 12 }, (_, at) => store.add(claim(`A-${at}`), `who-${at}`)));
      const whole = await store.checkAudit();
      expect(whole).toMatchObject({ holds: true, entries: 12 });
      await sql`update audit set who = 'nobody' where seq = 5`.execute(db);
      expect(await store.checkAudit()).toEqual({ holds: false, brokenAt: 5 });
      await sql`update audit set who = (select 'who-x') where seq = 5`.execute(db);
      await sql`delete from audit where seq > 10`.execute(db);
      expect((await store.checkAudit()).holds).toBe(false);
    });

    it('a transaction that fails leaves nothing, also no entry', async () => {
      await expect(store.erase('none', 'ann')).rejects.toThrow();
      expect(await store.audit(0, 10)).toEqual([]);
      expect(await store.checkAudit()).toMatchObject({ holds: true, entries: 0 });
    });

    it('keeps tokens as digests', async () => {
      await store.addToken('desk', 'bill', 'a-long-token-for-the-desk', 'ann');
      await store.addToken('desk', 'read', 'another-token-for-the-desk', 'ann');
      expect(await store.tokens()).toMatchObject([{ name: 'desk', role: 'read' }]);
      expect(JSON.stringify(await store.tokens())).not.toContain('another-token');
      expect([await store.removeToken('desk', 'ann'), await store.removeToken('desk', 'ann')]).toEqual([true, false]);
    });

    it('a backup is restored whole into another database, and a changed one is not', async () => {
      const { id } = await store.add(claim('A-1', { total: "'; drop table claims; --" }), 'ann');
      await store.addToken('desk', 'bill', 'a-long-token-for-the-desk', 'ann');
      const lines: string[] = [];
      for await (const line of store.backup('ann')) lines.push(line);
      if (cipher !== noCipher) expect(lines.join('')).not.toContain('Winterbourne');
      const other = await openStore(await open(), { cipher, now: clock() });
      const cut = lines.toSpliced(1, 1);
      await expect(other.restore(cut, 'ann')).rejects.toMatchObject({ failure: { code: 'store/damaged' } });
      await expect(other.restore(lines.slice(0, -1), 'ann')).rejects.toMatchObject({ failure: { code: 'store/damaged' } });
      await expect(other.restore(['{"kind":"x"}'], 'ann')).rejects.toMatchObject({ failure: { code: 'store/damaged' } });
      expect(await other.restore(lines, 'ann')).toBe(lines.length - 2);
      expect((await other.read(id, 'ann')).claim.total).toBe("'; drop table claims; --");
      expect(await other.checkAudit()).toMatchObject({ holds: true });
      await expect(other.restore(lines, 'ann')).rejects.toMatchObject({ failure: { code: 'store/not-empty' } });
      await other.close();
    });

    it('every step of the schema goes down and up again', async () => {
      expect((await migrator(db).migrateDown()).error).toBeUndefined();
      await expect(store.counts()).rejects.toThrow();
      expect((await migrator(db).migrateToLatest()).error).toBeUndefined();
      expect(await store.counts()).toMatchObject({ draft: 0 });
    });
  });
});

describe('opening an office', () => {
  it('what was sealed does not open without the key, or with another', async () => {
    const path = join(folder, 'sealed.sqlite');
    const sealed = await openOffice(path, KEY);
    const { id } = await sealed.add(claim('A-1'), 'ann');
    await sealed.close();
    for (const key of [undefined, KEY.replace('00', 'ff')]) {
      const other = await openOffice(path, key);
      await expect(other.read(id, 'ann')).rejects.toMatchObject({ failure: { code: 'store/no-key' } });
      expect((await other.checkAudit()).holds).toBe(false);
      await other.close();
    }
  });

  it('a key is set later, then changed, then the old one given up', async () => {
    const path = join(folder, 'rotated.sqlite');
    const newer = KEY.replace('00', 'ee');
    const withKeys = async <Result>(keys: string | undefined, work: (store: Store) => Promise<Result>): Promise<Result> => {
      const store = await openOffice(path, keys);
      return work(store).finally(() => store.close());
    };
    const { id } = await withKeys(undefined, (store) => store.add(claim('A-1'), 'ann'));
    await expect(withKeys(KEY, (store) => store.read(id, 'ann'))).rejects.toMatchObject({ failure: { code: 'store/no-key' } });
    expect(await withKeys(KEY, (store) => store.checkAudit())).toMatchObject({ holds: false });
    await withKeys(`${KEY},none`, async (store) => {
      expect((await store.history([claim('C-1')], 'ann')).map((each) => each.id)).toEqual([id]);
      await store.add(claim('A-2'), 'ann');
      expect(await store.checkAudit()).toMatchObject({ holds: true });
      expect(await store.reseal('ann')).toBe(2);
    });
    await withKeys(`${newer}, ${KEY}, none`, async (store) => {
      expect(await store.reseal('ann')).toBe(2);
      expect(await store.checkAudit()).toMatchObject({ holds: true });
    });
    await withKeys(newer, async (store) => {
      expect((await store.read(id, 'ann')).claim).toEqual(claim('A-1'));
      expect((await store.history([claim('C-1')], 'ann')).length).toBe(2);
    });
  });

  it('an entry under an older key after one under a newer breaks the chain', async () => {
    const path = join(folder, 'backwards.sqlite');
    for (const keys of [KEY, undefined]) {
      const store = await openOffice(path, keys);
      await store.add(claim('A-1'), 'ann');
      await store.close();
    }
    const store = await openOffice(path, `${KEY},none`);
    expect(await store.checkAudit()).toEqual({ holds: false, brokenAt: 2 });
    await store.close();
  });

  it('the file is for its owner alone', async () => {
    const path = join(folder, 'mine.sqlite');
    await (await openOffice(path)).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('a sealed text moved to another claim does not open', async () => {
    const db = openSqlite(':memory:');
    const store = await openStore(db, { cipher: makeCipher(KEY) });
    const one = await store.add(claim('A-1'), 'ann');
    const other = await store.add(claim('B-1'), 'ann');
    await sql`update claims set content = (select content from claims where id = ${one.id}) where id = ${other.id}`.execute(db);
    await expect(store.read(other.id, 'ann')).rejects.toMatchObject({ failure: { code: 'store/damaged' } });
    await store.close();
  });

  it.each([
    ['a folder that is not there', '/nowhere/office.sqlite', undefined, 'store/unreachable'],
    ['a database that does not answer', 'postgres://office:secret@127.0.0.1:1/office', undefined, 'store/unreachable'],
    ['a key that is none', ':memory:', 'short', 'store/no-key'],
    ['no key at all by name', ':memory:', 'none', 'store/no-key'],
  ])('%s is told', async (_, where, key, code) => {
    const refused = openOffice(where, key).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(await refused).toMatchObject({ failure: { code } });
    expect(String(await refused)).not.toContain('secret');
  });
});
