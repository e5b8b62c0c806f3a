import { type IndexAnswer, indexTerm, perform } from '@cleanclaim/core';
import { CleanclaimError } from '@cleanclaim/core/errors';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';

const STATUS = { found: EXIT.fine, partly: EXIT.fine, nothing: EXIT.finding, 'no-data': EXIT.noData };

type Match = IndexAnswer['matches'][number];
type Line = Match['lines'][number];
type Code = Line['codes'][number];

const command: Command = {
  name: 'index',
  usage: 'TERM… | --code CODE',
  says: 'Walk the Alphabetic Index: a term with its subterms and codes, or the terms that lead to a code',
  flags: [
    { name: 'on', takes: 'day', value: 'DATE', says: 'The date of service; today when left out' },
    { name: 'code', takes: 'text', value: 'CODE', says: 'The terms that lead to this code' },
    { name: 'part', takes: 'text', value: 'PART', says: 'Only main, neoplasm, drugs or externalCauses' },
    { name: 'limit', takes: 'number', value: 'N', says: 'How many lines (40)' },
    { name: 'offset', takes: 'number', value: 'N', says: 'Lines to pass over: the next page' },
  ],
  examples: [
    ['cleanclaim index diabetes', 'A main term with what stands under it'],
    ['cleanclaim index "Diabetes, type 2, with, kidney"', 'A path, as the index and its "see" lines write it'],
    ['cleanclaim index aspirin', 'A line of the Table of Drugs and Chemicals'],
    ['cleanclaim index --code E11.22', 'From a code back to its terms'],
  ],
  atLeast: 0,
  run(given, output) {
    const { code, limit, offset, part } = given.flags;
    if ((code === undefined) === (given.words.length === 0))
      throw new CleanclaimError('usage/missing-argument', `Give a term or --code, one of the two: cleanclaim index ${command.usage}`);
    const context = { data: openData(given), today: given.today };
    const input = {
      ...(code === undefined ? { term: given.words.join(' ') } : { code: String(code) }),
      on: given.on,
      ...(part === undefined ? {} : { part: String(part) }),
      ...(limit === undefined ? {} : { limit: Number(limit) }),
      ...(offset === undefined ? {} : { offset: Number(offset) }),
    };
    const answer = perform(indexTerm, input, context);
    output.single(answer, () => show(answer, output));
    return STATUS[answer.status];
  },
};
export default command;

const PARTS = {
  main: 'Index to Diseases and Injuries',
  neoplasm: 'Table of Neoplasms',
  drugs: 'Table of Drugs and Chemicals',
  externalCauses: 'External Cause Index',
} as const;

function show(answer: IndexAnswer, output: Output): string {
  if (answer.matches.length === 0) {
    const none = answer.total > 0 ? `There are ${answer.total} lines; --offset passes over all of them.` : `Nothing for "${answer.input}".`;
    return answer.status === 'no-data' ? (answer.fix ?? '') : `${none} ${answer.fix ?? ''}`.trim();
  }
  const lines: string[] = [];
  const { readAs, didYouMean = [] } = answer;
  if (readAs)
    lines.push(
      output.paint(
        'yellow',
        `"${answer.input}" was read as ${output.bold(readAs.term)}${didYouMean.length > 0 ? `; or did you mean ${didYouMean.join(', ')}?` : ''}`,
      ),
    );
  if (answer.missing.length > 0) lines.push(output.paint('yellow', `No term has: ${answer.missing.join(', ')}. The nearest:`));
  let part = '';
  for (const match of answer.matches) {
    if (match.part !== part) lines.push(output.paint('cyan', `${PARTS[match.part]} (${match.edition})`));
    if (match.part !== part && match.columns.length > 0) lines.push(...tableHead(match.columns).map((each) => output.paint('grey', each)));
    part = match.part;
    lines.push(...showMatch(match, output));
  }
  const last = answer.offset + answer.matches.reduce((sum, match) => sum + match.lines.length, 0);
  if (last < answer.total)
    lines.push(output.paint('grey', `Lines ${answer.offset + 1}–${last} of ${answer.total}; more with --offset ${last}`));
  lines.push(output.paint('grey', `Codes as of ${answer.edition}`));
  return lines.join('\n');
}

function showMatch(match: Match, output: Output): string[] {
  const top = match.path.length - 1;
  const above = match.path.slice(0, -1);
  const lead = above.length > 0 ? [output.paint('grey', above.join(', '))] : [];
  return [...lead, ...match.lines.map((line) => showLine(line, line.level - top, match.columns, output))];
}

function showLine(line: Line, depth: number, columns: readonly string[], output: Output): string {
  const modifiers = line.modifiers.map((each) => (each.startsWith('[') ? ` ${each}` : ` (${each})`)).join('');
  const name = `${'- '.repeat(Math.max(0, depth))}${line.title}${modifiers}`;
  const references = line.references.map((each) => ` ${each.kind === 'see' ? 'see' : 'see also'} ${output.bold(each.text)}`).join('');
  const carried = line.codes.filter((code) => code.carried !== null).map((code) => `\n    ${output.paint('yellow', showCarried(code))}`);
  const now = carried.join('');
  if (columns.length > 0 && line.codes.length > 0) {
    const cells = columns.slice(1).map((column) => withDash(line.codes.find((each) => each.column === column)) ?? '–');
    return `${tableRow([name, ...cells], columns)}${references}${now}`;
  }
  const codes = line.codes.map(
    (code) => ` ${output.bold(code.column === 'manifestation' ? `[${withDash(code)}]` : (withDash(code) ?? ''))}`,
  );
  const [first] = line.codes;
  const display = first?.carried === null && first.codes[0]?.display ? output.paint('grey', ` ${first.codes[0].display}`) : '';
  return `${name}${codes.join('')}${display}${references}${now}`;
}

/** A dash also where the printed code has been divided since. */
function withDash(code: Code | undefined): string | undefined {
  return code?.needsMore && !code.printed.endsWith('-') ? `${code.printed}-` : code?.printed;
}

const CARRIED = {
  conversion: 'by the conversion table',
  table: 'as the code lists show',
  'level-above': 'look under the level above',
} as const;

function showCarried({ printed, carried, codes }: Code): string {
  const how = carried === null ? '' : CARRIED[carried];
  return `${printed} is not in force: ${codes.map((each) => each.code).join(' ')} (${how})`;
}

/** One row of a table: the term, then its columns, each as wide as the longest word of its title. */
function tableRow(cells: readonly string[], columns: readonly string[]): string {
  const [name = '', ...rest] = cells;
  return `${name.padEnd(40)} ${rest.map((cell, at) => cell.padEnd(widthOf(columns[at + 1] ?? ''))).join(' ')}`.trimEnd();
}

/** The titles of the columns, one word a line. */
function tableHead(columns: readonly string[]): string[] {
  const words = columns.map((column) => column.split(' '));
  const height = Math.max(...words.map((each) => each.length));
  return Array.from({ length: height }, (_, at) =>
    tableRow(
      words.map((each) => each[at] ?? ''),
      columns,
    ),
  );
}

/** A code with its dash is at most nine characters. */
function widthOf(column: string): number {
  return Math.max(9, ...column.split(' ').map((word) => word.length));
}
