import { namedBy, type NamedByAnswer, notes, type NotesAnswer, perform } from '@cleanclaim/core';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';
import { perItem } from '../per-item.ts';

const STATUS = { found: EXIT.fine, unknown: EXIT.finding, 'no-data': EXIT.noData };

const TITLES: Readonly<Record<string, string>> = {
  includes: 'Includes',
  inclusionTerm: 'Inclusion terms',
  excludes1: 'Excludes1 (not together)',
  excludes2: 'Excludes2 (may be together)',
  codeFirst: 'Code first',
  useAdditionalCode: 'Use additional code',
  codeAlso: 'Code also',
  notes: 'Notes',
  sevenCharacterNote: '7th character',
  sevenCharacter: '7th characters',
};

const command: Command = {
  name: 'notes',
  usage: 'CODE… | -',
  says: 'The notes that bind a code, own and inherited, each with the level it comes from',
  flags: [
    { name: 'on', takes: 'day', value: 'DATE', says: 'The date of service; today when left out' },
    { name: 'named-by', takes: 'switch', says: 'The notes of other codes that name this one instead' },
  ],
  examples: [
    ['cleanclaim notes E11.22 --on 2026-04-02', 'What to code with E11.22 and what not'],
    ['cleanclaim notes N18.3 --named-by', 'Which codes ask for N18.3, or exclude it'],
  ],
  atLeast: 1,
  run(given, output) {
    const data = openData(given);
    if (given.flags['named-by'] === true) {
      return perItem<NamedByAnswer>(given, output, {
        ask: (code) => perform(namedBy, { code, on: given.on }, { data, today: given.today }),
        show: (answer) => showNamedBy(answer, output),
        status: (answer) => STATUS[answer.status],
      });
    }
    return perItem<NotesAnswer>(given, output, {
      ask: (code) => perform(notes, { code, on: given.on }, { data, today: given.today }),
      show: (answer) => show(answer, output),
      status: (answer) => STATUS[answer.status],
    });
  },
};
export default command;

function show(answer: NotesAnswer, output: Output): string {
  if (answer.code === null) return `${answer.input}: ${answer.status}. ${answer.fix ?? ''}`;
  const lines = [output.bold(answer.code)];
  let kind = '';
  for (const note of answer.notes) {
    if (note.kind !== kind) lines.push(`  ${output.paint('cyan', TITLES[note.kind] ?? note.kind)}`);
    kind = note.kind;
    const from = note.inherited ? output.paint('grey', ` (from ${note.level === 'chapter' ? 'chapter ' : ''}${note.from})`) : '';
    lines.push(`    ${note.character === undefined ? '' : `${note.character} = `}${note.text}${from}`);
  }
  if (answer.notes.length === 0) lines.push(`  ${answer.fix ?? 'No note binds this code.'}`);
  lines.push(output.paint('grey', `Edition ${answer.edition}${answer.notesAsOf === undefined ? '' : `, notes as of ${answer.notesAsOf}`}`));
  return lines.join('\n');
}

function showNamedBy(answer: NamedByAnswer, output: Output): string {
  if (answer.code === null) return `${answer.input}: ${answer.status}. ${answer.fix ?? ''}`;
  const lines = answer.notes.map(({ from, level, kind, text }) => {
    const holder = level === 'chapter' ? `chapter ${from}` : from;
    return `  ${holder} ${output.paint('cyan', TITLES[kind] ?? kind)}: ${text}`;
  });
  if (lines.length === 0) lines.push(`  ${answer.fix ?? 'No note elsewhere names this code.'}`);
  const notesAsOf = answer.notesAsOf === undefined ? '' : `, notes as of ${answer.notesAsOf}`;
  return [output.bold(answer.code), ...lines, output.paint('grey', `Edition ${answer.edition}${notesAsOf}`)].join('\n');
}
