import { perform, tree, type TreeAnswer } from '@cleanclaim/core';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';
import { perItem } from '../per-item.ts';

const STATUS = { found: EXIT.fine, unknown: EXIT.finding, 'no-data': EXIT.noData };

const command: Command = {
  name: 'tree',
  usage: 'CODE… | -',
  says: 'The family of a code: chapter, block, levels above, neighbours, what is under it',
  flags: [{ name: 'on', takes: 'day', value: 'DATE', says: 'The date of service; today when left out' }],
  examples: [['cleanclaim tree E11.2 --on 2026-03-04', 'What stands above and under E11.2']],
  atLeast: 1,
  run(given, output) {
    const data = openData(given);
    return perItem<TreeAnswer>(given, output, {
      ask: (code) => perform(tree, { code, on: given.on }, { data, today: given.today }),
      show: (answer) => show(answer, output),
      status: (answer) => STATUS[answer.status],
    });
  },
};
export default command;

function show(answer: TreeAnswer, output: Output): string {
  if (answer.code === null) return `${answer.input}: ${answer.status}. ${answer.fix ?? ''}`;
  const lines: string[] = [];
  if (answer.chapter) lines.push(output.paint('grey', `Chapter ${answer.chapter.id}: ${answer.chapter.title}`));
  for (const block of answer.blocks ?? []) lines.push(output.paint('grey', `${block.id}: ${block.title}`));
  const member = (each: { code: string; display: string | null; billable: boolean }, depth: number) =>
    `${'  '.repeat(depth)}${output.bold(each.code)} ${each.display ?? '(no title published)'}${each.billable ? '' : output.paint('grey', ' (header)')}`;
  answer.ancestors.forEach((each, depth) => lines.push(member(each, depth)));
  const depth = answer.ancestors.length;
  lines.push(
    `${member({ code: answer.code, display: answer.display ?? null, billable: answer.billable ?? false }, depth)}  ${output.paint('cyan', '←')}`,
  );
  for (const child of answer.children) lines.push(member(child, depth + 1));
  if (answer.fix) lines.push(answer.fix);
  if (answer.siblings.length > 0) lines.push(`beside it: ${answer.siblings.map((each) => each.code).join(' ')}`);
  lines.push(output.paint('grey', `Edition ${answer.edition}`));
  return lines.join('\n');
}
