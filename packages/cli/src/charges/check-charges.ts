import type { Session, WriteChecked } from '../check-session.ts';
import { isUnreadable } from '../check-text.ts';
import { chargedClaims, readMappingFile, troubleOf } from './read-charges.ts';

/** Checks the claims of a table of charges as its rows come, one report a claim, with the rows of its lines. */
export async function checkCharges(path: string, columns: string, session: Session, put: WriteChecked): Promise<void> {
  const mapping = await readMappingFile(columns);
  for await (const batch of chargedClaims(path, mapping)) {
    for (const charged of batch) {
      const read = 'claim' in charged ? { claim: charged.claim, unknown: [] } : troubleOf(charged);
      const checked = session.judge(read, charged.id, charged.rows[0] ?? 0);
      put(isUnreadable(checked) ? checked : { ...checked, rows: charged.rows }, session, read, charged.rows);
    }
    session.progress.add(batch.length);
    await session.output.flush();
  }
}
