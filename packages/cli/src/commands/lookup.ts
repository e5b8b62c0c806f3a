import { codeFacts, type FactsAnswer, lookup, type LookupAnswer, perform } from '@cleanclaim/core';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';
import { perItem } from '../per-item.ts';

const STATUS = { billable: EXIT.fine, header: EXIT.finding, 'not-in-force': EXIT.finding, unknown: EXIT.finding, 'no-data': EXIT.noData };
const TONE = { billable: 'green', header: 'yellow', 'not-in-force': 'red', unknown: 'red', 'no-data': 'grey' } as const;
const MARK = { billable: '✓ billable', header: '! header', 'not-in-force': '✗ not in force', unknown: '✗ unknown', 'no-data': '○ no data' };

const command: Command = {
  name: 'lookup',
  usage: 'CODE… | -',
  says: 'What a code is on a date: title, billable or not and why, dates, what replaces it',
  flags: [
    { name: 'on', takes: 'day', value: 'DATE', says: 'The date of service; today when left out' },
    { name: 'facts', takes: 'switch', says: 'What installed tables hold of diagnoses: Medicare Code Editor, POA, CC and MCC, HCC, CCSR' },
  ],
  examples: [
    ['cleanclaim lookup E11.9', 'One code, today'],
    ['cleanclaim lookup E11.9 S82.101 M54.5 --on 2026-03-04 --format json', 'Several, as of a date of service'],
    ['cleanclaim lookup - --format ndjson < codes.txt', 'A stream, one code a line'],
  ],
  csv: true,
  atLeast: 1,
  run(given, output) {
    const data = openData(given);
    const context = { data, today: given.today };
    if (given.flags['facts'] === true)
      return perItem<FactsAnswer>(given, output, {
        ask: (code) => perform(codeFacts, { code, on: given.on }, context),
        show: (answer) => showFacts(answer, output),
        columns: ['input', 'code', 'fact', 'says', 'values', 'edition'],
        rows: ({ input, code, facts }) =>
          facts.map(({ fact, says, values, edition }) => [input, code, fact, says, values.join(' | '), edition]),
        status: factsStatus,
      });
    return perItem<LookupAnswer>(given, output, {
      ask: (code) => perform(lookup, { code, on: given.on }, context),
      show: (answer) => show(answer, output),
      columns: ['input', 'system', 'code', 'display', 'status', 'billable', 'from', 'to', 'edition', 'fix'],
      row: (each) => [
        each.input,
        each.system,
        each.code,
        each.display,
        each.status,
        each.billable,
        each.from,
        each.to,
        each.edition,
        each.fix,
      ],
      status: (answer) => STATUS[answer.status],
    });
  },
};
export default command;

/** A fact whose table is missing is not known: that is no data. */
function factsStatus({ status, notInstalled }: FactsAnswer): number {
  if (status === 'unknown') return EXIT.finding;
  return status === 'no-data' || notInstalled.length > 0 ? EXIT.noData : EXIT.fine;
}

function showFacts({ code, status, facts, notInstalled, fix }: FactsAnswer, output: Output): string {
  const lines = [`${output.bold(code)}${status === 'found' ? '' : `  ${output.paint('red', status)}`}`];
  for (const { fact, says, edition } of facts) lines.push(`  ${fact.padEnd(20)} ${says}  ${output.paint('grey', edition)}`);
  for (const { fact, reason, install } of notInstalled)
    lines.push(`  ${fact.padEnd(20)} ${output.paint('grey', `○ no data. ${reason} Add it: ${install}`)}`);
  if (fix) lines.push(`  fix  ${fix}`);
  return lines.join('\n');
}

function show(answer: LookupAnswer, output: Output): string {
  const lines = [
    `${output.bold(answer.code)}  ${output.paint(TONE[answer.status], MARK[answer.status])}  ${answer.display ?? ''}`.trimEnd(),
  ];
  if (answer.why) lines.push(`  why  ${answer.why}`);
  if (answer.fix) lines.push(`  fix  ${answer.fix}`);
  for (const each of answer.needs?.choices ?? [])
    lines.push(`       ${each.code}  ${each.character === undefined ? (each.display ?? '') : (each.meaning ?? '')}`);
  if (answer.billableUntil) lines.push(`  It was complete itself until ${answer.billableUntil}.`);
  const since =
    answer.from === null
      ? ''
      : `in force from ${answer.from}${answer.fromKnown ? '' : ' or earlier'}${answer.to === null ? '' : ` to ${answer.to}`}; `;
  if (answer.edition) {
    const notes = answer.notesAsOf === undefined ? '' : `, notes as of ${answer.notesAsOf}`;
    lines.push(
      output.paint(
        'grey',
        `  ${since}edition ${answer.edition}${notes}${answer.mayBeSuperseded ? '; a newer edition may be in force on that day' : ''}`,
      ),
    );
  }
  return lines.join('\n');
}
