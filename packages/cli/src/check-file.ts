import type { CheckFlags } from './check-flags.ts';
import type { Session } from './check-session.ts';
import { checkRead, fixRead, isFixed, isUnreadable } from './check-text.ts';
import { writeChecked } from './check-write.ts';
import { type ClaimBatch, type LoadX12, readClaimFile } from './claim-file.ts';
import { EXIT } from './output.ts';
import type { Progress } from './progress.ts';

/** The claims of a file in batches: of a table of charges by its columns, of any other file by what it is. */
export async function claimBatches(
  path: string,
  { columns }: Pick<CheckFlags, 'columns'>,
  loadX12: LoadX12,
  progress: Progress,
): Promise<AsyncGenerator<ClaimBatch>> {
  if (columns !== undefined) return (await import('./charges/read-charges.ts')).readCharges(path, columns);
  return readClaimFile(path, loadX12, (bytes) => progress.read(bytes));
}

/** Claims that come in a batch are checked one after another: with a history, each looks back on those before it. */
export async function checkFile(batches: AsyncGenerator<ClaimBatch>, path: string, session: Session): Promise<void> {
  const { engine, when, history, summary, output, lines, progress, statuses } = session;
  const check = session.fix ? fixRead : checkRead;
  for await (const { claims, whole, x12 } of batches) {
    if (whole) session.repaired?.as(whole);
    // A history is asked about all patients of a batch at once; without one, a claim is held no longer than its own check.
    const held = history && [...claims];
    const past = held && (await history.prepare(held));
    let count = 0;
    for (const entry of held ?? claims) {
      count++;
      const checked = check(entry, engine, when, past);
      if (summary) summary.add(entry, checked, past);
      writeChecked(entry.rows && !isUnreadable(checked) ? { ...checked, rows: entry.rows } : checked, entry, session);
      history?.add(isFixed(checked) ? { ...entry, read: { claim: checked.fixed.claim, unknown: [] } } : entry);
    }
    progress.add(count);
    lines.flush();
    await output.flush();
    if (x12 && x12.errors > 0) {
      // The file itself is checked on the way: its errors count, but x12 check shows them.
      statuses.add(EXIT.finding);
      output.hint(`The file itself has ${x12.errors} error${x12.errors === 1 ? '' : 's'}: cleanclaim x12 check ${path}`);
    }
  }
}
