import { isFailure } from '@cleanclaim/core';
import type { Session } from './check-session.ts';
import { type Checked, exitOf, isFixed, isUnreadable, type Unreadable } from './check-text.ts';
import type { FileClaim } from './claim-file.ts';
import { inPlace } from './per-item.ts';
import { showFixes } from './show-fixes.ts';
import { showReport } from './show-report.ts';

/** The columns of `check --format csv`. */
export const REPORT_COLUMNS = ['claim', 'status', 'severity', 'rule', 'path', 'box', 'codes', 'message', 'fix'] as const;

/** Writes what came of one claim in the format asked for, and keeps its repaired form. */
export function writeChecked(checked: Checked, entry: FileClaim, session: Session): void {
  const { output, statuses, strict, summary, repaired } = session;
  statuses.add(exitOf(checked, strict));
  if (summary) {
    if (isUnreadable(checked)) output.failure({ ...checked.error, message: `Claim or line ${checked.line}: ${checked.error.message}` });
    return;
  }
  // What could not be read stays in its place, so that no claim is lost.
  if (isUnreadable(checked)) repaired?.keepText(checked.input);
  else if (isFixed(checked)) repaired?.put(checked.fixed.claim);
  if (output.format === 'ndjson') {
    session.lines.add(checked);
    if (isUnreadable(checked)) output.unread(checked);
  } else if (isUnreadable(checked)) inPlace(output, checked);
  else if (output.format === 'csv')
    for (const row of rowsOf(checked))
      output.answer(
        checked,
        () => '',
        () => row,
      );
  else output.answer(checked, () => pageOf(checked, entry, session));
}

type Readable = Exclude<Checked, Unreadable>;

function pageOf(checked: Readable, { read, rows }: FileClaim, { output }: Session): string {
  const report = showReport(checked, output, rows);
  return isFixed(checked) && !isFailure(read) ? `${showFixes(read.claim, checked.fixed.changes, output)}\n\n${report}` : report;
}

/** A row for each repair and finding; a claim with neither has one row that says so. */
function rowsOf(checked: Readable): (readonly unknown[])[] {
  const repairs = isFixed(checked)
    ? checked.fixed.changes.map(({ rule, path, message, fix }) => ['fixed', rule, path, null, '', message, fix])
    : [];
  const found = checked.findings.map(({ severity, rule, where, codes, message, fix }) => [
    severity,
    rule,
    where.path,
    where.box,
    codes.join(' '),
    message,
    fix,
  ]);
  const rows = [...repairs, ...found];
  return (rows.length > 0 ? rows : [['', '', '', '', '', '', '']]).map((row) => [checked.claim, checked.status, ...row]);
}
