import { type Identification, identify, perform } from '@cleanclaim/core';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';
import { perItem } from '../per-item.ts';

const command: Command = {
  name: 'identify',
  usage: 'CODE… | -',
  says: 'Which system a code belongs to, what it says, who keeps it, what to check next',
  flags: [{ name: 'on', takes: 'day', value: 'DATE', says: 'The date of service; today when left out' }],
  examples: [
    ['cleanclaim identify E11.9 G0108', 'A diagnosis says why, a procedure what was done'],
    ['cleanclaim identify - --format ndjson < codes.txt', 'A stream, one code a line'],
  ],
  csv: true,
  atLeast: 1,
  run(given, output) {
    const data = openData(given);
    return perItem<Identification>(given, output, {
      ask: (code) => perform(identify, { code, on: given.on }, { data, today: given.today }),
      show: (answer) => show(answer, output),
      columns: ['input', 'system', 'kind', 'category', 'owner', 'rhythm', 'certain', 'next'],
      // A code that fits nothing keeps its row, with empty cells.
      rows: ({ input, candidates: [first, ...more] }) =>
        [first, ...more].map((each) => [
          input,
          each?.system,
          each?.kind,
          each?.category,
          each?.owner,
          each?.rhythm,
          each?.certain,
          each?.next,
        ]),
      status: (answer) => (answer.candidates.length > 0 ? EXIT.fine : EXIT.finding),
    });
  },
};
export default command;

function show(answer: Identification, output: Output): string {
  const lines = [output.bold(answer.input)];
  answer.candidates.forEach((each, at) => {
    const sure = each.certain ? output.paint('green', '✓') : output.paint('yellow', '? by its shape');
    lines.push(
      `  ${at === 0 ? '' : 'or '}${each.name} ${sure}`,
      `    ${each.says}${each.display ? ` ${each.display}.` : ''}`,
      `    ${each.category}`,
    );
    lines.push(output.paint('grey', `    Kept by ${each.owner}. Changes: ${each.rhythm}`), `    Next: ${each.next}`);
  });
  if (answer.hint !== null) lines.push(`  ${answer.hint}`);
  return lines.join('\n');
}
