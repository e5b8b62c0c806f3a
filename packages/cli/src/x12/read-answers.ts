import { type Answer, AnswerReader } from '@cleanclaim/x12';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { readTold } from './read-told.ts';

/** Answers (271, 277, 277CA, 278) in plain words: one list a file. Exit 1 when the file itself is wrong. */
export function readAnswers(paths: readonly string[], given: Given, output: Output): Promise<number> {
  return readTold<Answer>(paths, given, output, {
    holds: '271, 277 or 278 answer',
    list: 'answers',
    columns: ['file', 'transaction', 'payer', 'person', 'memberId', 'traces', 'code', 'says', 'about', 'details', 'notes'],
    reader: (tell) => new AnswerReader(tell),
    isBad: () => false,
    show,
    writeRows,
  });
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
