import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import {
  type Acknowledgment,
  AcknowledgmentReader,
  type ClaimAnswer,
  type ClaimStatus,
  type SetAnswer,
  type Told,
  X12Checker,
} from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import { readBytes } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output, worstExit } from '../output.ts';

const COLUMNS = ['file', 'kind', 'claim', 'result', 'category', 'status', 'entity', 'what', 'next'];

/** TA1, 999 and 277CA in plain words: one answer a file; CSV has a row a claim status. Exit 1 when something was rejected or the file is wrong. */
export async function readAcknowledgments(paths: readonly string[], given: Given, output: Output): Promise<number> {
  const statuses: number[] = [];
  output.header(COLUMNS);
  for (const path of paths) {
    const answers: Acknowledgment[] = [];
    const checker = new X12Checker({ data: openData(given), follow: new AcknowledgmentReader((answer) => answers.push(answer)) });
    for await (const bytes of readBytes(path)) checker.push(bytes);
    const report = checker.report();
    if (answers.length === 0) {
      throw new CleanclaimError(
        'input/unsupported-format',
        `${path === '-' ? 'Standard input' : quote(path)} holds no TA1, 999 or 277CA that can be read: ${report.findings[0]?.message ?? 'it is another transaction'}`,
      );
    }
    statuses.push(report.errors > 0 || answers.some(isBad) ? EXIT.finding : EXIT.fine);
    if (output.format === 'csv') writeRows(path, answers, output);
    else
      output.answer({ input: path, answers, findings: report.findings }, () => answers.map((answer) => show(answer, output)).join('\n\n'));
    if (report.errors > 0) output.hint(`The file has errors: cleanclaim x12 check ${path}`);
    await output.flush();
  }
  output.end();
  return worstExit(statuses);
}

function isBad(answer: Acknowledgment): boolean {
  return answer.kind === '277CA' ? answer.claims.some(({ result }) => result === 'rejected') : answer.result !== 'accepted';
}

function writeRows(path: string, answers: readonly Acknowledgment[], output: Output): void {
  const row = (answer: Acknowledgment, cells: readonly string[]): void =>
    output.answer(
      answer,
      () => '',
      () => [path, answer.kind, ...cells],
    );
  for (const answer of answers) {
    if (answer.kind !== '277CA') row(answer, ['', answer.result, '', '', '', '', '']);
    else
      for (const claim of answer.claims)
        for (const { category, status, entity } of statusesOf(claim))
          row(answer, [claim.claim, claim.result, category.code, status.code, entity?.code ?? '', status.says ?? '', claim.how]);
  }
}

function statusesOf({ statuses, lines }: ClaimAnswer): ClaimStatus[] {
  return [...statuses, ...lines.flatMap((line) => line.statuses)];
}

function show(answer: Acknowledgment, output: Output): string {
  switch (answer.kind) {
    case 'TA1':
      return `${output.bold(`File ${answer.control}: ${answer.result}`)}\n  ${told(answer.note)}`;
    case '999':
      return [
        output.bold(`Group ${answer.control} (${answer.code}): ${answer.result}`),
        ...answer.reasons.map((each) => `  ${told(each)}`),
        ...answer.sets.flatMap(showSet),
      ].join('\n');
    case '277CA':
      return [
        output.bold(`${answer.from} answers ${answer.claims.length} claim${answer.claims.length === 1 ? '' : 's'}`),
        ...answer.claims.flatMap((claim) => [
          '',
          `${output.bold(`Claim ${claim.claim}`)}: ${output.paint(claim.result === 'rejected' ? 'red' : 'green', claim.result)}`,
          ...statusesOf(claim).map(
            ({ category, status, entity, message }) =>
              `  ${told(category)}; ${told(status)}${entity === null ? '' : ` of ${told(entity)}`}${message === null ? '' : `; “${message}”`}`,
          ),
          output.paint('cyan', `  → ${claim.how}`),
        ]),
      ].join('\n');
  }
}

function showSet({ set, control, result, reasons, segments }: SetAnswer): string[] {
  return [
    `  ${set}, set ${control}: ${result}`,
    ...reasons.map((each) => `    ${told(each)}`),
    ...segments.flatMap(({ segment, position, loop, elements, ...each }) => [
      `    ${segment}${loop === null ? '' : `, loop ${loop}`}${position === null ? '' : `, segment ${position}`}: ${told(each)}`,
      ...elements.map((element) => `      ${segment}${String(element.element ?? '').padStart(2, '0')}: ${told(element)}`),
    ]),
  ];
}

function told({ code, says }: Told): string {
  return `${code} ${says ?? '(not in our list)'}`;
}
