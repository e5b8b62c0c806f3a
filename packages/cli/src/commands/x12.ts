import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { acknowledge, acknowledgeClaims, ClaimCollector, jsonToX12, TreeBuilder, X12Checker, type X12Report } from '@cleanclaim/x12';
import type { Given } from '../arguments.ts';
import type { Command } from '../command.ts';
import { readBytes, readText } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output, worstExit } from '../output.ts';
import { showX12Report } from '../x12/show-x12-report.ts';

const WORDS = ['check', 'ack', 'json', 'write'] as const;
type Word = (typeof WORDS)[number];

const command: Command = {
  name: 'x12',
  usage: 'check|ack|json|write FILE… | -',
  says: 'Check, acknowledge, read as JSON and write HIPAA X12 files',
  flags: [
    { name: 'claims', takes: 'switch', says: 'ack: answer each claim with a 277CA instead of the 999' },
    { name: 'control', takes: 'number', value: 'N', says: 'ack: control number of the first interchange written; 1 when left out' },
    { name: 'strict', takes: 'switch', says: 'check: exit 3 when something could not be checked' },
  ],
  examples: [
    ['cleanclaim x12 check claims.837', 'What is wrong, in which loop, segment and element, why, and the fix'],
    ['cleanclaim x12 ack claims.837 > claims.999', 'Answer with a 999, and a TA1 where one is due'],
    ['cleanclaim x12 ack --claims claims.837 > claims.277', 'Answer each claim with a 277CA'],
    ['cleanclaim x12 json payment.835 > payment.json', 'Loops as a tree'],
    ['cleanclaim x12 write payment.json > payment.835', 'The same bytes again'],
  ],
  csv: true,
  atLeast: 2,
  async run(given, output) {
    const [word, ...paths] = given.words;
    const known = WORDS.find((each) => each === word);
    if (!known) throw new CleanclaimError('usage/unknown-command', `x12 takes ${WORDS.join(', ')}, not ${quote(word ?? '')}.`);
    return await WORK[known](paths, given, output);
  },
};
export default command;

const WORK: Readonly<Record<Word, (paths: readonly string[], given: Given, output: Output) => Promise<number>>> = {
  check,
  ack,
  json,
  write,
};

async function check(paths: readonly string[], given: Given, output: Output): Promise<number> {
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

async function ack(paths: readonly string[], given: Given, output: Output): Promise<number> {
  const data = openData(given);
  const now = new Date().toISOString();
  const moment = { date: now.slice(0, 10).replaceAll('-', ''), time: now.slice(11, 16).replace(':', '') };
  let control = Number(given.flags['control'] ?? 1);
  for (const path of paths) {
    const collector = given.flags['claims'] === true ? new ClaimCollector() : undefined;
    const checker = new X12Checker({ data, ...(collector ? { follow: collector } : {}) });
    for await (const bytes of readBytes(path)) checker.push(bytes);
    const report = checker.report();
    if (report.interchanges.length === 0) {
      throw new CleanclaimError(
        'x12/nothing-to-answer',
        `${path === '-' ? 'Standard input' : quote(path)} holds no interchange: ${report.findings[0]?.message ?? ''}`,
      );
    }
    const text = collector ? acknowledgeClaims(report, collector, { moment, control }) : acknowledge(report, { moment, control });
    if (text === '') output.hint(`Nothing in ${path} calls for ${collector ? 'a 277CA' : 'a 999 or TA1'}.`);
    control += (text.match(/^ISA\*/gm) ?? []).length;
    output.raw(text);
    await output.flush();
  }
  return EXIT.fine;
}

async function json(paths: readonly string[], given: Given, output: Output): Promise<number> {
  const statuses: number[] = [];
  for (const path of paths) {
    const builder = new TreeBuilder();
    const checker = new X12Checker({ data: openData(given), follow: builder });
    for await (const bytes of readBytes(path)) checker.push(bytes);
    const report = checker.report();
    if (report.interchanges.length === 0) {
      throw new CleanclaimError(
        'input/unsupported-format',
        `${path === '-' ? 'Standard input' : quote(path)} holds no X12 interchange: ${report.findings[0]?.message ?? ''}`,
      );
    }
    statuses.push(EXIT.fine);
    output.answer(builder.file, () => JSON.stringify(builder.file, undefined, 2));
    await output.flush();
  }
  output.end();
  return worstExit(statuses);
}

/** JSON as `x12 json` writes it, one file or a list of them, back to X12 on standard output, byte for byte. */
async function write(paths: readonly string[], _given: Given, output: Output): Promise<number> {
  for (const path of paths) {
    const text = await readText(path);
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      throw new CleanclaimError('input/not-json', `${path === '-' ? 'Standard input' : quote(path)} is not JSON.`);
    }
    const parts: Uint8Array[] = [];
    for (const file of Array.isArray(parsed) ? parsed : [parsed]) jsonToX12(file, (bytes) => parts.push(bytes));
    await output.flush();
    await writeAll(Buffer.concat(parts));
  }
  return EXIT.fine;
}

/** Bytes to standard output, whole: what is written is no text that may be recoded. */
async function writeAll(bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
