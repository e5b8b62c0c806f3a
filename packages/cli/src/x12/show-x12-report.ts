import type { X12Finding, X12Report } from '@cleanclaim/x12';
import type { Output } from '../output.ts';

const MARK = { error: ['red', '✗ error'], warning: ['yellow', '! warning'], info: ['cyan', 'i info'] } as const;
const STATUS = {
  clean: ['green', '✓ Clean: every check that applies was made and none found anything.'],
  findings: ['red', '✗ Findings: see below.'],
  incomplete: ['yellow', '○ Nothing wrong found, but not everything could be checked.'],
} as const;
/** Findings shown in full; a table of thousands is for no one. */
const SHOWN = 200;

/** A report for reading: what the file holds, then findings with their place, then what was not checked. */
export function showX12Report(path: string, report: X12Report, output: Output): string {
  const [tone, words] = STATUS[report.status];
  const lines = [output.bold(path), ...contents(report), output.paint(tone, words)];
  for (const finding of report.findings.slice(0, SHOWN)) lines.push('', ...showFinding(finding, output));
  const more = Math.max(report.findings.length - SHOWN, 0) + report.leftOut;
  if (more > 0) lines.push('', `… and ${more} more findings (--format ndjson shows up to 10,000).`);
  if (report.notChecked.length > 0) {
    lines.push('', output.paint('yellow', `○ Not checked (${report.notChecked.length})`));
    for (const each of report.notChecked) lines.push(`  ${each.rule}: ${each.reason}`);
  }
  return lines.join('\n');
}

/** One line a group: its guide, sets, segments and claims. */
function contents(report: X12Report): string[] {
  return report.interchanges.slice(0, 20).flatMap((interchange) =>
    interchange.groups.slice(0, 20).map(({ control, version, transactions }) => {
      const claims = transactions.reduce((sum, each) => sum + each.claims, 0);
      const sets = [...new Set(transactions.map((each) => each.guide ?? each.set))].join(', ');
      return `  interchange ${interchange.control}, group ${control}: ${transactions.length} × ${sets} (${version})${claims > 0 ? `, ${claims} claims` : ''}`;
    }),
  );
}

function showFinding(finding: X12Finding, output: Output): string[] {
  const [tone, mark] = MARK[finding.severity];
  const { where, codes } = finding;
  const place = [
    where.loop === null ? '' : `loop ${where.loop}`,
    where.element === null
      ? where.segment
      : `${where.segment}${String(where.element).padStart(2, '0')}${where.component === null ? '' : `-${where.component}`}`,
    `segment ${where.segmentNumber}`,
    `byte ${where.byte}`,
  ].filter((part) => part !== '');
  const answers = [
    codes.ta1 === undefined ? '' : `TA1 ${codes.ta1}`,
    codes.ak905 === undefined ? '' : `AK905 ${codes.ak905}`,
    codes.ik502 === undefined ? '' : `IK502 ${codes.ik502}`,
    codes.ik304 === undefined ? '' : `IK304 ${codes.ik304}`,
    codes.ik403 === undefined ? '' : `IK403 ${codes.ik403}`,
  ].filter((part) => part !== '');
  return [
    `${output.paint(tone, mark)} ${finding.message} ${output.paint('grey', `[${finding.rule}, SNIP ${finding.snip}]`)}`,
    `  where  ${place.join(', ')}`,
    `  why    ${finding.why}`,
    `  fix    ${finding.fix}`,
    ...(answers.length > 0 ? [output.paint('grey', `  999    ${answers.join(', ')}`)] : []),
  ];
}
