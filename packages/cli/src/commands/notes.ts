import { notes, type NotesAnswer, perform } from '@cleanclaim/core';
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
  flags: [{ name: 'on', takes: 'day', value: 'DATE', says: 'The date of service; today when left out' }],
  examples: [['cleanclaim notes E11.22 --on 2026-04-02', 'What to code with E11.22 and what not']],
  atLeast: 1,
  run(given, output) {
    const data = openData(given);
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
  if (answer.notes.length === 0) lines.push('  No note binds this code.');
  lines.push(output.paint('grey', `Edition ${answer.edition}${answer.notesAsOf === undefined ? '' : `, notes as of ${answer.notesAsOf}`}`));
  return lines.join('\n');
}
