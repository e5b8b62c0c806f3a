import { editions, type EditionsAnswer, perform } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import type { Given } from '../given.ts';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';

type Action = (given: Given, output: Output) => number | Promise<number>;

/** Actions that read or change files are loaded only when called. */
const ACTIONS: Readonly<Record<string, Action>> = {
  list,
  add: async (given, output) => (await import('../data/add.ts')).add(given, output),
  pull: async (given, output) => (await import('../data/pull.ts')).pull(given, output),
  verify: async (given, output) => (await import('../data/verify.ts')).verify(given, output),
  remove: async (given, output) => (await import('../data/remove.ts')).remove(given, output),
  diff: async (given, output) => (await import('../data/diff.ts')).diff(given, output),
  update: async (given, output) => (await import('../data/update.ts')).update(given, output),
  sources: async (given, output) => (await import('../data/sources.ts')).sources(given, output),
};

const command: Command = {
  name: 'data',
  usage: 'list | sources | add FILE… | pull SOURCE | verify | remove EDITION… | diff EDITION EDITION | update [FROM TO] --report FILE',
  says: 'The editions that answers come from: list them, add files of your own, check and remove them',
  flags: [
    { name: 'from', takes: 'text', value: 'FOLDER|URL', says: 'pull: a folder or the address of a file to take it from' },
    { name: 'year', takes: 'number', value: 'YEAR', says: "pull: the year, where the publisher's address needs one" },
    { name: 'sha256', takes: 'text', value: 'HEX', says: 'pull: the digest the downloaded file must have' },
    { name: 'accept-licence', takes: 'switch', says: 'pull: you have read and accept the terms of a source that is not free for all' },
    {
      name: 'report',
      takes: 'text',
      value: 'FILE',
      says: 'update: your own codes, one a line; what the newest edition, or FROM to TO, changes for them',
    },
    { name: 'repair', takes: 'switch', says: 'verify: make again what can be made from the installed editions' },
  ],
  examples: [
    ['cleanclaim data list', 'Every edition with its days, publisher and digest'],
    ['cleanclaim data add 2021-code-descriptions-tabular-order.zip', 'Find out what a file is and add it'],
    ['cleanclaim data pull icd10cm-codes --from ./downloads', 'Add what a folder holds of one source'],
    ['cleanclaim data update --report examples/my-codes.txt', 'The yearly job: what the newest edition changes for your own codes'],
    ['cleanclaim data verify', 'Read every pack whole and hold it against its digests'],
  ],
  csv: true,
  atLeast: 1,
  run(given, output) {
    const [name = '', ...words] = given.words;
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (!action) throw new CleanclaimError('usage/unknown-command', `data knows ${Object.keys(ACTIONS).join(', ')}; not ${quote(name)}.`);
    return action({ ...given, words }, output);
  },
};
export default command;

function list(given: Given, output: Output): number {
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
}

function show(each: EditionsAnswer[number], output: Output): string {
  const notes = each.notesAsOf ? `; notes as of ${each.notesAsOf}` : '';
  return `${output.bold(each.id)}  ${each.edition}\n  ${each.from} to ${each.to ?? 'now'}, ${each.rows} rows${notes}\n  ${each.publisher}\n  ${output.paint('grey', `${each.licence}; sha256 ${each.sha256}`)}`;
}
