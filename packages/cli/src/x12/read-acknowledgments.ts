import { type Acknowledgment, AcknowledgmentReader, type ClaimAnswer, type ClaimStatus, type SetAnswer, type Told } from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { readTold } from './read-told.ts';

/** TA1, 999 and 277CA in plain words: one answer a file; CSV has a row a claim status. Exit 1 when something was rejected or the file is wrong. */
export function readAcknowledgments(paths: readonly string[], given: Given, output: Output): Promise<number> {
  return readTold<Acknowledgment>(paths, given, output, {
    holds: 'TA1, 999 or 277CA',
    list: 'answers',
    columns: ['file', 'kind', 'claim', 'result', 'category', 'status', 'entity', 'what', 'next'],
    reader: (tell) => new AcknowledgmentReader(tell),
    isBad,
    show,
    writeRows,
  });
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
