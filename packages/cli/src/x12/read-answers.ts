import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { type Answer, AnswerReader, X12Checker } from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import { readBytes } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output, worstExit } from '../output.ts';

/** Answers (271, 277, 277CA, 278) in plain words: one list a file. Exit 1 when the file itself is wrong. */
export async function readAnswers(paths: readonly string[], given: Given, output: Output): Promise<number> {
  const statuses: number[] = [];
  output.header(['file', 'transaction', 'payer', 'person', 'memberId', 'traces', 'code', 'says', 'about', 'details', 'notes']);
  for (const path of paths) {
    const answers: Answer[] = [];
    const checker = new X12Checker({ data: openData(given), follow: new AnswerReader((answer) => answers.push(answer)) });
    for await (const bytes of readBytes(path)) checker.push(bytes);
    const report = checker.report();
    if (answers.length === 0) {
      throw new CleanclaimError(
        'input/unsupported-format',
        `${path === '-' ? 'Standard input' : quote(path)} holds no 271, 277 or 278 answer that can be read: ${report.findings[0]?.message ?? 'it is another transaction'}`,
      );
    }
    statuses.push(report.errors > 0 ? EXIT.finding : EXIT.fine);
    if (output.format === 'csv') writeRows(path, answers, output);
    else
      output.answer({ input: path, answers, findings: report.findings }, () => answers.map((answer) => show(answer, output)).join('\n\n'));
    if (report.errors > 0) output.hint(`The file has errors: cleanclaim x12 check ${path}`);
    await output.flush();
  }
  output.end();
  return worstExit(statuses);
}

function writeRows(path: string, answers: readonly Answer[], output: Output): void {
  for (const { transaction, payer, person, traces, statements } of answers) {
    for (const { code, says, about, details, notes } of statements) {
      output.answer(
        code,
        () => '',
        () => [
          path,
          transaction,
          payer,
          person?.name ?? '',
          person?.memberId ?? '',
          traces.join(' '),
          code,
          says ?? '',
          about.join('; '),
          details.join('; '),
          notes.join('; '),
        ],
      );
    }
  }
}

function show({ payer, person, traces, statements }: Answer, output: Output): string {
  const who = person === null ? 'the file' : `${person.name}${person.memberId === null ? '' : ` (${person.memberId})`}`;
  return [
    output.bold(`${payer === '' ? 'The answer' : payer} about ${who}`),
    ...(traces.length > 0 ? [`  trace ${traces.join(', ')}`] : []),
    ...statements.flatMap(({ code, says, about, details, notes }) => [
      `  ${[says ?? `code ${code}`, about.join(', '), ...details].filter((part) => part !== '').join(' · ')}`,
      ...notes.map((note) => `    “${note}”`),
    ]),
  ].join('\n');
}
