import { toHtml, toSarif, X12Checker, type X12Report } from '@cleanclaim/x12';
import manifest from '../../package.json' with { type: 'json' };
import type { Given } from '../given.ts';
import { readBytes } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output, worstExit } from '../output.ts';
import { Progress } from '../progress.ts';
import { companionOf } from './companions.ts';
import { showX12Report } from './show-x12-report.ts';

/** One report a file, whatever its bytes: exit 0 or 1. */
export async function checkFiles(paths: readonly string[], given: Given, output: Output): Promise<number> {
  const data = openData(given);
  const companion = await companionOf(given);
  const strict = given.flags['strict'] === true;
  const statuses: number[] = [];
  const page = given.flags['html'] === true ? 'html' : given.flags['sarif'] === true ? 'sarif' : undefined;
  const files: { path: string; report: X12Report }[] = [];
  if (page === undefined)
    output.header([
      'file',
      'severity',
      'rule',
      'snip',
      'loop',
      'segment',
      'segmentNumber',
      'element',
      'component',
      'byte',
      'message',
      'fix',
    ]);
  const progress = new Progress(given.flags['quiet'] !== true, 'bytes');
  progress.expect(paths);
  for (const path of paths) {
    const checker = new X12Checker({ data, ...(companion ? { companions: [companion] } : {}) });
    for await (const bytes of readBytes(path, (count) => progress.read(count))) {
      checker.push(bytes);
      progress.add(bytes.length);
    }
    const report = checker.report();
    statuses.push(exitOf(report, strict));
    if (page !== undefined) files.push({ path, report });
    else if (output.format === 'csv') writeRows(path, report, output);
    else output.answer({ input: path, ...report }, () => showX12Report(path, report, output));
    await output.flush();
  }
  progress.end();
  if (page === 'html') output.raw(toHtml(files));
  else if (page === 'sarif') output.raw(`${JSON.stringify(toSarif(files, manifest.version), undefined, 2)}\n`);
  else output.end();
  return worstExit(statuses);
}

function exitOf(report: X12Report, strict: boolean): number {
  if (strict && report.notChecked.length > 0) return EXIT.noData;
  return report.errors > 0 ? EXIT.finding : EXIT.fine;
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
