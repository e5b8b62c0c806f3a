import type { Finding, Report } from '@cleanclaim/core';
import type { Output } from './output.ts';

const MARK = { error: ['red', '✗ error'], warning: ['yellow', '! warning'], info: ['cyan', 'i info'] } as const;
const STATUS = {
  clean: ['green', '✓ Clean: every rule that applies was run and none failed.'],
  findings: ['red', '✗ Findings: see below.'],
  incomplete: ['yellow', '○ Nothing wrong found, but not everything could be checked.'],
} as const;

/** A report for reading: findings first, then what was not checked, then the editions. `rows` are those of a table its lines stood in. */
export function showReport(report: Report, output: Output, rows?: readonly number[]): string {
  const [tone, words] = STATUS[report.status];
  const lines = [
    `${output.bold(`Claim ${report.claim ?? '(no id)'}`)}${report.on === null ? '' : `, date of service ${report.on}`}`,
    output.paint(tone, words),
  ];
  for (const finding of report.findings) lines.push('', ...showFinding(finding, output, rows));
  for (const each of report.bypassed)
    lines.push('', `${output.paint('grey', '→ let through')} ${each.rule}: ${each.codes.join(', ')} by ${each.by}`);
  if (report.notChecked.length > 0) {
    lines.push('', output.paint('yellow', `○ Not checked (${report.notChecked.length})`));
    for (const [reason, rules] of byReason(report)) lines.push(`  ${rules.join(', ')}: ${reason}`);
  }
  const editions = report.editions.map((each) => `${each.id}${each.notesAsOf === undefined ? '' : ` (notes as of ${each.notesAsOf})`}`);
  if (editions.length > 0) lines.push('', output.paint('grey', `Answered from ${editions.join(', ')}`));
  return lines.join('\n');
}

/** Rules that one reason keeps from running stand together. */
function byReason({ notChecked }: Report): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const { rule, reason } of notChecked) {
    const rules = reasons.get(reason);
    if (rules) rules.push(rule);
    else reasons.set(reason, [rule]);
  }
  return reasons;
}

function showFinding(finding: Finding, output: Output, rows: readonly number[] | undefined): string[] {
  const [tone, mark] = MARK[finding.severity];
  const { where } = finding;
  const line = /^\/lines\/(\d+)/.exec(where.path)?.[1];
  const row = line === undefined ? undefined : rows?.[Number(line)];
  const place = [row === undefined ? '' : `row ${row}`, where.box === null ? '' : `box ${where.box}`, where.path]
    .filter((part) => part !== '')
    .join(', ');
  const source = [finding.source.title, finding.source.locator, finding.source.edition].filter((part) => part !== null).join('; ');
  return [
    `${output.paint(tone, mark)} ${finding.message} ${output.paint('grey', `[${finding.rule}]`)}`,
    `  where  ${place}`,
    `  why    ${finding.why}`,
    `  fix    ${finding.fix}`,
    output.paint('grey', `  source ${source}`),
  ];
}
