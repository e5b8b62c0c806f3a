import type { Kysely, Transaction } from 'kysely';
import type { Cipher } from './cipher.ts';
import type { OfficeTables } from './schema.ts';
import type { AuditEntry, ChainCheck } from './store.ts';

/** What is chained: each entry's hash covers its content and the hash before it, so that none can be changed, taken out or put in unseen. */
function hashesOf({ seq, at, who, action, subject, previous }: Omit<AuditEntry, 'hash'>, cipher: Cipher): readonly [string, ...string[]] {
  return cipher.chains(JSON.stringify([seq, at, who, action, subject, previous]));
}

/** Adds an entry within the caller's transaction. Taking the end first makes writers wait for each other, so the chain never forks. */
export async function appendAudit(
  trx: Transaction<OfficeTables>,
  entry: { readonly at: string; readonly who: string; readonly action: string; readonly subject: string | null },
  cipher: Cipher,
): Promise<void> {
  const end = await trx
    .updateTable('audit_end')
    .set((each) => ({ seq: each('seq', '+', 1) }))
    .where('one', '=', 1)
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  const chained = { seq: end.seq, ...entry, previous: end.hash };
  const [hash] = hashesOf(chained, cipher);
  await trx
    .insertInto('audit')
    .values({ ...chained, hash })
    .execute();
  await trx.updateTable('audit_end').set({ hash }).where('one', '=', 1).execute();
}

const PAGE = 1_000;

/** Walks the chain from its start to the kept end. Keys may have changed on the way, each time to a newer one. */
export async function checkChain(db: Kysely<OfficeTables>, cipher: Cipher): Promise<ChainCheck> {
  let previous = '';
  let seq = 0;
  let key = Number.POSITIVE_INFINITY;
  for (;;) {
    const entries = await db.selectFrom('audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(PAGE).execute();
    for (const entry of entries) {
      const under = hashesOf(entry, cipher).indexOf(entry.hash);
      if (entry.seq !== seq + 1 || entry.previous !== previous || under < 0 || under > key) return { holds: false, brokenAt: seq + 1 };
      key = under;
      previous = entry.hash;
      seq = entry.seq;
    }
    if (entries.length < PAGE) break;
  }
  const end = await db.selectFrom('audit_end').selectAll().executeTakeFirst();
  return end?.seq === seq && end.hash === previous ? { holds: true, entries: seq, end: previous } : { holds: false, brokenAt: seq + 1 };
}
