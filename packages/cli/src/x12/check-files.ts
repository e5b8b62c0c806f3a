import { X12Checker, type X12Report } from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import { readBytes } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output, worstExit } from '../output.ts';
import { showX12Report } from './show-x12-report.ts';

/** One report a file, whatever its bytes: exit 0 or 1. */
export async function checkFiles(paths: readonly string[], given: Given, output: Output): Promise<number> {
  const data = openData(given);
  const strict = given.flags['strict'] === true;
  const statuses: number[] = [];
  output.header(['file', 'severity', 'rule', 'snip', 'loop', 'segment', 'segmentNumber', 'element', 'component', 'byte', 'message', 'fix']);
  for (const path of paths) {
    const checker = new X12Checker({ data });
    for await (const bytes of readBytes(path)) checker.push(bytes);
    const report = checker.report();
    statuses.push(exitOf(report, strict));
    if (output.format === 'csv') writeRows(path, report, output);
    else output.answer({ input: path, ...report }, () => showX12Report(path, report, output));
    await output.flush();
  }
  output.end();
  return worstExit(statuses);
}

function exitOf(report: X12Report, strict: boolean): number {
  if (strict && report.notChecked.length > 0) return EXIT.noData;
  const summaries = report.interchanges.flatMap((interchange) => interchange.groups).flatMap((group) => group.transactions);
  const errors = report.findings.some((finding) => finding.severity === 'error') || summaries.some((summary) => summary.errors > 0);
  return errors ? EXIT.finding : EXIT.fine;
}

function writeRows(path: string, report: X12Report, output: Output): void {
  for (const finding of report.findings) {
    const { where } = finding;
    output.answer(
      finding,
      () => '',
      () => [
        path,
        finding.severity,
        finding.rule,
        finding.snip,
        where.loop,
        where.segment,
        where.segmentNumber,
        where.element,
        where.component,
        where.byte,
        finding.message,
        finding.fix,
      ],
    );
  }
}
