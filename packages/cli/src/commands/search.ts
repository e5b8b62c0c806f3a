import { perform, search, type SearchResponse } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';
import { perItem } from '../per-item.ts';

const STATUS = { found: EXIT.fine, nothing: EXIT.finding, 'no-data': EXIT.noData };

const command: Command = {
  name: 'search',
  usage: 'TEXT… | -',
  says: 'Find codes by words: clinical, lay, abbreviated or misspelt',
  flags: [
    { name: 'on', takes: 'day', value: 'DATE', says: 'The date of service; today when left out' },
    { name: 'limit', takes: 'number', value: 'N', says: 'How many results (10)' },
    { name: 'all', takes: 'switch', says: 'Headers too, not only codes that may be billed' },
    { name: 'system', takes: 'text', value: 'icd10cm', says: 'The code system to search' },
  ],
  examples: [
    ['cleanclaim search "kidney type 2 diabetes"', 'Words in any order'],
    ['cleanclaim search "htn ckd 3" --limit 5', 'Abbreviations, several conditions in one line'],
    ['cleanclaim search - --format ndjson < phrases.txt', 'A stream, one phrase a line'],
  ],
  csv: true,
  atLeast: 1,
  run(given, output) {
    const { system, limit, all } = given.flags;
    if (system !== undefined && system !== 'icd10cm')
      throw new CleanclaimError('input/unknown-system', `Only icd10cm can be searched in this version, not ${quote(String(system))}.`);
    const context = { data: openData(given), today: given.today };
    // Several words on the command line are one phrase: quotes may be left out.
    const words = given.words.includes('-') ? given.words : [given.words.join(' ')];
    return perItem<SearchResponse>({ ...given, words }, output, {
      ask: (query) =>
        perform(search, { query, on: given.on, all: all === true, ...(limit === undefined ? {} : { limit: Number(limit) }) }, context),
      show: (answer) => show(answer, output),
      columns: ['query', 'rank', 'code', 'display', 'billable', 'score'],
      row: (answer) => {
        const [first] = answer.results;
        return [answer.query, first ? 1 : '', first?.code, first?.display, first?.billable, first?.score];
      },
      status: (answer) => STATUS[answer.status],
    });
  },
};
export default command;

function show(answer: SearchResponse, output: Output): string {
  const lines = answer.results.map((result) => {
    const reasons = result.why.map((each) =>
      each.means === undefined ? `${each.kind} "${each.matched}"` : `${each.kind} "${each.matched}" → "${each.means}"`,
    );
    return `${output.bold(result.code.padEnd(9))} ${result.display}${result.billable ? '' : output.paint('yellow', ' (header)')}\n          ${output.paint('grey', reasons.join('; '))}`;
  });
  if (lines.length === 0) lines.push(`Nothing found for "${answer.query}". ${answer.fix ?? ''}`);
  if (answer.edition) lines.push(output.paint('grey', `Edition ${answer.edition}`));
  return lines.join('\n');
}
