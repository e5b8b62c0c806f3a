import { perform, search, SEARCHED_SYSTEMS, type SearchResponse } from '@cleanclaim/core';
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
    {
      name: 'limit',
      takes: 'number',
      value: 'N',
      says: 'How many results in all, the best ones (10, and 5 of each system beside ICD-10-CM)',
    },
    { name: 'all', takes: 'switch', says: 'Headers too, not only codes that may be billed' },
    { name: 'system', takes: 'text', value: 'SYSTEM', says: 'Only this one: icd10cm, hcpcs, cpt, icd10pcs, icd9cm, icd10, icd11' },
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
    const asked = SEARCHED_SYSTEMS.find((each) => each === system);
    if (system !== undefined && asked === undefined)
      throw new CleanclaimError(
        'input/unknown-system',
        `${quote(String(system))} cannot be searched; these can: ${SEARCHED_SYSTEMS.join(', ')}.`,
      );
    const context = { data: openData(given), today: given.today };
    // Several words on the command line are one phrase: quotes may be left out.
    const words = given.words.includes('-') ? given.words : [given.words.join(' ')];
    return perItem<SearchResponse>({ ...given, words }, output, {
      ask: (query) =>
        perform(
          search,
          {
            query,
            on: given.on,
            all: all === true,
            ...(limit === undefined ? {} : { limit: Number(limit) }),
            ...(asked === undefined ? {} : { system: asked }),
          },
          context,
        ),
      show: (answer) => show(answer, output),
      columns: ['query', 'rank', 'code', 'display', 'billable', 'score', 'system'],
      // A text that finds nothing keeps its row, with empty cells.
      rows: ({ query, results: [first, ...more] }) =>
        [first, ...more].map((each, at) => [query, each && at + 1, each?.code, each?.display, each?.billable, each?.score, each?.system]),
      status: (answer) => STATUS[answer.status],
    });
  },
};
export default command;

const NAMES: Readonly<Record<string, string>> = {
  icd10cm: 'ICD-10-CM',
  hcpcs: 'HCPCS Level II',
  cpt: 'CPT',
  icd10pcs: 'ICD-10-PCS',
  icd9cm: 'ICD-9-CM',
  icd10: 'ICD-10 (WHO)',
  icd11: 'ICD-11',
};
const GROUPS = { why: 'Why: diagnoses', what: 'What: procedures, supplies, drugs' } as const;

function show(answer: SearchResponse, output: Output): string {
  const lines: string[] = [];
  const { results, beside = [], notSearched = [], query, fix } = answer;
  const isOneSystem = results.every(({ system }) => system === 'icd10cm');
  let heading = '';
  for (const result of results) {
    const system = result.system.replace(/-modifier$/, '');
    const own = `${GROUPS[result.answers]}, ${NAMES[system] ?? system}`;
    if (!isOneSystem && own !== heading) lines.push(`${lines.length > 0 ? '\n' : ''}${output.paint('cyan', own)}`);
    heading = own;
    const reasons = result.why.map((each) =>
      each.means === undefined ? `${each.kind} "${each.matched}"` : `${each.kind} "${each.matched}" → "${each.means}"`,
    );
    const header = result.billable ? '' : output.paint('yellow', ' (header)');
    lines.push(`${output.bold(result.code.padEnd(9))} ${result.display}${header}\n          ${output.paint('grey', reasons.join('; '))}`);
  }
  if (lines.length === 0) lines.push(`Nothing found for "${query}". ${fix ?? ''}`);
  for (const { system, reason, install } of notSearched)
    lines.push(output.paint('yellow', `${NAMES[system] ?? system} was not searched: ${reason} ${install}`));
  const editions = [answer.edition, ...beside.map(({ edition }) => edition)].filter((each) => each !== null);
  if (editions.length > 0) lines.push(output.paint('grey', `Edition ${editions.join(', ')}`));
  return lines.join('\n');
}
