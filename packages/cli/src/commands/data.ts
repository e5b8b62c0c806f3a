import { editions, type EditionsAnswer, perform } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';

const command: Command = {
  name: 'data',
  usage: 'list',
  says: 'The editions that answers come from',
  flags: [],
  examples: [['cleanclaim data list', 'Every edition with its days, publisher and digest']],
  csv: true,
  atLeast: 1,
  run(given, output) {
    const [action = ''] = given.words;
    if (action !== 'list') {
      throw new CleanclaimError(
        'usage/unknown-command',
        `data knows "list"; ${quote(action)} is not in this version (adding your own files is planned, see coverage.yaml).`,
      );
    }
    const answer = perform(editions, {}, { data: openData(given), today: given.today });
    output.header(['id', 'source', 'edition', 'from', 'to', 'rows', 'sha256', 'licence']);
    for (const each of answer)
      output.answer(
        each,
        () => show(each, output),
        () => [each.id, each.source, each.edition, each.from, each.to, each.rows, each.sha256, each.licence],
      );
    output.end();
    return EXIT.fine;
  },
};
export default command;

function show(each: EditionsAnswer[number], output: Output): string {
  const notes = each.notesAsOf ? `; notes as of ${each.notesAsOf}` : '';
  return `${output.bold(each.id)}  ${each.edition}\n  ${each.from} to ${each.to ?? 'now'}, ${each.rows} codes${notes}\n  ${each.publisher}\n  ${output.paint('grey', `${each.licence}; sha256 ${each.sha256}`)}`;
}
