import { createHash, randomUUID } from 'node:crypto';
import { type Claim, CleanclaimError, isDay, patientKeys, quote, type Report } from '@cleanclaim/core';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Role } from '../role.ts';
import { appendAudit, checkChain } from './audit.ts';
import { backupLines, damaged, restoreLines } from './backup.ts';
import { type Cipher, noCipher } from './cipher.ts';
import { migrate } from './migrations.ts';
import type { OfficeTables } from './schema.ts';
import { type ClaimFilter, type ClaimSummary, type KeptClaim, type State, STATES, type Store } from './store.ts';

type ClaimRow = Selectable<OfficeTables['claims']>;
type Trx = Transaction<OfficeTables>;

const USUAL_PAGE = 50;
const LARGEST_PAGE = 500;
/** Patients asked for in one query: databases limit the values of one. */
const MOST_PATIENTS = 1_000;
/** Closed claims may be removed by age; others are still worked on. */
const CLOSED: readonly State[] = ['paid', 'denied'];

export interface StoreOptions {
  readonly cipher?: Cipher;
  /** The time in UTC, ISO 8601; set in tests. */
  readonly now?: () => string;
}

/** The store over a kysely database, whichever it is. Brings its schema up to date first. */
export async function openStore(
  db: Kysely<OfficeTables>,
  { cipher = noCipher, now = () => new Date().toISOString() }: StoreOptions = {},
): Promise<Store> {
  await migrate(db);

  /** Work and its audit entry in one transaction. */
  const audited = <Result>(who: string, action: string, subject: string | null, work: (trx: Trx) => Promise<Result>): Promise<Result> =>
    db.transaction().execute(async (trx) => {
      await appendAudit(trx, { at: now(), who, action, subject }, cipher);
      return work(trx);
    });

  const rowOf = async (trx: Kysely<OfficeTables>, id: string): Promise<ClaimRow> => {
    const row = await trx.selectFrom('claims').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw notFound(id);
    return row;
  };
  const kept = (row: ClaimRow): KeptClaim => ({
    ...summary(row),
    claim: JSON.parse(cipher.open(row.content, `claims/${row.id}`)) as Claim,
  });
  /** The mark of a claim's patient. Claims of earlier versions are marked by the member id with the spaces and dashes inside it. */
  const markOf = (claim: Claim): string | null => {
    const [key] = patientKeys(claim);
    return key === undefined ? null : cipher.marks(key.replace(/^m\|/, ''))[0];
  };
  const marksOf = (claim: Claim): string[] => {
    const asWritten = claim.patient?.memberId?.trim().toUpperCase();
    const texts = patientKeys(claim).map((key) => key.replace(/^m\|/, ''));
    return [...new Set(asWritten ? [...texts, asWritten] : texts)].flatMap((text) => cipher.marks(text));
  };
  const columns = (id: string, claim: Claim) => ({
    number: claim.id ?? null,
    payer: claim.payer?.id ?? claim.payer?.kind ?? null,
    service_on: firstService(claim),
    total: claim.total ?? null,
    patient: markOf(claim),
    content: cipher.seal(JSON.stringify(claim), `claims/${id}`),
  });

  /** The same content under the newest key. A claim that was erased meanwhile is passed over. */
  const resealOne = async (trx: Trx, id: string): Promise<void> => {
    const row = await trx.selectFrom('claims').select('content').where('id', '=', id).executeTakeFirst();
    if (!row) return;
    const { content, patient } = columns(id, JSON.parse(cipher.open(row.content, `claims/${id}`)) as Claim);
    await trx.updateTable('claims').set({ content, patient }).where('id', '=', id).execute();
    for (const run of await trx.selectFrom('runs').select(['id', 'report']).where('claim', '=', id).execute()) {
      const report = cipher.seal(cipher.open(run.report, `runs/${run.id}`), `runs/${run.id}`);
      await trx.updateTable('runs').set({ report }).where('id', '=', run.id).execute();
    }
  };

  return {
    add(claim, who) {
      const id = randomUUID();
      return audited(who, 'claim.save', id, async (trx) => {
        const at = now();
        await trx
          .insertInto('claims')
          .values({ id, version: 1, state: 'draft', ...columns(id, claim), created_at: at, changed_at: at, changed_by: who })
          .execute();
        return kept(await rowOf(trx, id));
      });
    },

    change(id, version, { claim, state }, who) {
      return audited(who, claim ? 'claim.save' : 'claim.state', id, async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('claims')
          .set({
            version: version + 1,
            changed_at: now(),
            changed_by: who,
            ...(claim ? columns(id, claim) : {}),
            ...(state ? { state } : {}),
          })
          .where('id', '=', id)
          .where('version', '=', version)
          .executeTakeFirst();
        const row = await rowOf(trx, id);
        if (numUpdatedRows === 0n)
          throw new CleanclaimError('store/changed', `The claim was changed since: it has version ${row.version}, not ${version}.`);
        return kept(row);
      });
    },

    read: (id, who) => audited(who, 'claim.read', id, async (trx) => kept(await rowOf(trx, id))),

    async list(filter) {
      const limit = Math.min(filter.limit ?? USUAL_PAGE, LARGEST_PAGE);
      const rows = await filtered(db, filter)
        .orderBy('changed_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return { claims: page.map(summary), next: rows.length > limit && last ? writeCursor(last) : null };
    },

    history(claims, who) {
      const patients = [...new Set(claims.flatMap(marksOf))];
      if (patients.length === 0) return Promise.resolve([]);
      return audited(who, 'claim.history', null, async (trx) => {
        const found: ClaimRow[] = [];
        for (let at = 0; at < patients.length; at += MOST_PATIENTS) {
          const rows = await trx
            .selectFrom('claims')
            .selectAll()
            .where('patient', 'in', patients.slice(at, at + MOST_PATIENTS))
            .where('state', '!=', 'rejected')
            .orderBy('service_on')
            .orderBy('id')
            .execute();
          found.push(...rows);
        }
        return found.map(kept);
      });
    },

    async keepRun(claim, report, data, who, id = randomUUID()) {
      const there = await db.selectFrom('runs').select('id').where('id', '=', id).executeTakeFirst();
      if (there) return;
      // Two at once with one id: the second breaks on the key, and nothing of it stays.
      await audited(who, 'run.keep', claim, async (trx) => {
        await rowOf(trx, claim);
        const run = { id, at: now(), by: who, data };
        await trx
          .insertInto('runs')
          .values({ ...run, claim, status: report.status, report: cipher.seal(JSON.stringify(report), `runs/${run.id}`) })
          .execute();
      });
    },

    runs: (claim, who) =>
      audited(who, 'run.read', claim, async (trx) => {
        await rowOf(trx, claim);
        const rows = await trx.selectFrom('runs').selectAll().where('claim', '=', claim).orderBy('at', 'desc').orderBy('id').execute();
        return rows.map(({ id, at, by, data, report }) => ({
          id,
          at,
          by,
          data,
          report: JSON.parse(cipher.open(report, `runs/${id}`)) as Report,
        }));
      }),

    async rates() {
      const first = db
        .selectFrom('runs')
        .select(['claim as of', (each) => each.fn.min('at').as('first')])
        .groupBy('claim');
      // Two reports of one moment count once.
      const one = db
        .selectFrom('runs')
        .innerJoin(first.as('f'), (join) => join.onRef('runs.claim', '=', 'f.of').onRef('runs.at', '=', 'f.first'))
        .select(['runs.claim', sql<string>`substr(runs.at, 1, 7)`.as('month'), (each) => each.fn.max('runs.status').as('status')])
        .groupBy(['runs.claim', 'runs.at']);
      const rows = await db
        .selectFrom(one.as('o'))
        .select(['month', 'status', (each) => each.fn.countAll().as('count')])
        .groupBy(['month', 'status'])
        .orderBy('month', 'desc')
        .execute();
      const months = new Map<string, { claims: number; passed: number; incomplete: number }>();
      for (const { month, status, count } of rows) {
        const sums = months.get(month) ?? { claims: 0, passed: 0, incomplete: 0 };
        sums.claims += Number(count);
        if (status !== 'findings') sums.passed += Number(count);
        if (status === 'incomplete') sums.incomplete += Number(count);
        months.set(month, sums);
      }
      return [...months].map(([month, sums]) => ({ month, ...sums }));
    },

    async counts() {
      const rows = await db
        .selectFrom('claims')
        .select(['state', (each) => each.fn.countAll().as('count')])
        .groupBy('state')
        .execute();
      const counted = new Map(rows.map(({ state, count }) => [state, Number(count)]));
      return Object.fromEntries(STATES.map((state) => [state, counted.get(state) ?? 0])) as Record<State, number>;
    },

    erase: (id, who) =>
      audited(who, 'claim.erase', id, async (trx) => {
        const { numDeletedRows } = await trx.deleteFrom('claims').where('id', '=', id).executeTakeFirst();
        if (numDeletedRows === 0n) throw notFound(id);
      }),

    eraseClosedBefore: (day, who) =>
      audited(who, 'claim.erase-closed', `before ${day}`, async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('claims')
          .where('state', 'in', CLOSED)
          .where('changed_at', '<', day)
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),

    async reseal(who) {
      let last = '';
      let count = 0;
      for (;;) {
        const rows = await db.selectFrom('claims').select('id').where('id', '>', last).orderBy('id').limit(LARGEST_PAGE).execute();
        for (const { id } of rows) await audited(who, 'claim.reseal', id, (trx) => resealOne(trx, id));
        count += rows.length;
        last = rows.at(-1)?.id ?? last;
        if (rows.length < LARGEST_PAGE) return count;
      }
    },

    audit: (after, limit) =>
      db.selectFrom('audit').selectAll().where('seq', '>', after).orderBy('seq').limit(Math.min(limit, LARGEST_PAGE)).execute(),

    checkAudit: () => checkChain(db, cipher),

    addToken: (name, role, token, who) =>
      audited(who, 'token.add', name, async (trx) => {
        await trx
          .insertInto('tokens')
          .values({ name, role, sha256: createHash('sha256').update(token).digest('hex'), created_at: now() })
          .onConflict((conflict) =>
            conflict.column('name').doUpdateSet((each) => ({ role: each.ref('excluded.role'), sha256: each.ref('excluded.sha256') })),
          )
          .execute();
      }),

    removeToken: (name, who) =>
      audited(
        who,
        'token.remove',
        name,
        async (trx) => (await trx.deleteFrom('tokens').where('name', '=', name).executeTakeFirst()).numDeletedRows > 0n,
      ),

    async tokens() {
      const rows = await db.selectFrom('tokens').selectAll().orderBy('name').execute();
      return rows.map(({ name, role, sha256 }) => ({ name, role: role as Role, sha256 }));
    },

    async *backup(who) {
      await audited(who, 'backup.make', null, async () => undefined);
      const trx = await db.startTransaction().setIsolationLevel('repeatable read').execute();
      try {
        yield* backupLines(trx, now());
      } finally {
        await trx.rollback().execute();
      }
    },

    restore: (lines, who) =>
      db.transaction().execute(async (trx) => {
        const { kept: count } = await sql<{
          kept: number | string;
        }>`select (select count(*) from claims) + (select count(*) from audit) as kept`
          .execute(trx)
          .then(({ rows }) => rows[0] ?? { kept: 0 });
        if (Number(count) > 0) throw new CleanclaimError('store/not-empty', 'The database already holds claims or an audit.');
        const rows = await restoreLines(trx, lines);
        const chain = await checkChain(trx, cipher);
        if (!chain.holds) throw damaged('its audit does not hold under the key that is set');
        await appendAudit(trx, { at: now(), who, action: 'backup.restore', subject: null }, cipher);
        return rows;
      }),

    close: () => db.destroy(),
  };
}

function filtered(db: Kysely<OfficeTables>, { state, payer, from, to, cursor }: ClaimFilter) {
  let query = db.selectFrom('claims').selectAll();
  if (state !== undefined) query = query.where('state', '=', state);
  if (payer !== undefined) query = query.where('payer', '=', payer);
  if (from !== undefined) query = query.where('service_on', '>=', from);
  if (to !== undefined) query = query.where('service_on', '<=', to);
  if (cursor !== undefined) {
    const { at, id } = readCursor(cursor);
    query = query.where((each) => each.or([each('changed_at', '<', at), each.and([each('changed_at', '=', at), each('id', '<', id)])]));
  }
  return query;
}

function summary(row: ClaimRow): ClaimSummary {
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    state: row.state as State,
    payer: row.payer,
    serviceOn: row.service_on,
    total: row.total,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  };
}

function firstService({ lines }: Claim): string | null {
  return (
    lines
      .map((line) => line.from)
      .filter(isDay)
      .sort()[0] ?? null
  );
}

function writeCursor({ changed_at, id }: ClaimRow): string {
  return `${changed_at}_${id}`;
}

function readCursor(cursor: string): { at: string; id: string } {
  const parts = /^([\d:.TZ-]{20,30})_([0-9a-f-]{36})$/.exec(cursor);
  if (!parts) throw new CleanclaimError('input/invalid', `${quote(cursor)} is not a cursor of this list.`, '/cursor');
  return { at: parts[1] ?? '', id: parts[2] ?? '' };
}

function notFound(id: string): CleanclaimError {
  return new CleanclaimError('store/not-found', `No claim is kept under ${quote(id)}.`);
}
