import { diff, type DiffAnswer, perform } from '@cleanclaim/core';
import { readCodes } from '../code-list.ts';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';

const command: Command = {
  name: 'diff',
  usage: 'EDITION EDITION [--only FILE]',
  says: 'What changed between two editions; with --only, what breaks in your own list',
  flags: [{ name: 'only', takes: 'text', value: 'FILE', says: 'Your own codes, one a line (the first word counts); - for standard input' }],
  examples: [
    ['cleanclaim diff FY2026 FY2027', 'Codes added, deleted and revised on 1 October 2026'],
    ['cleanclaim diff FY2026 FY2027 --only my-codes.txt', 'Which of your own codes break, and what replaces them'],
  ],
  atLeast: 2,
  atMost: 2,
  async run(given, output) {
    const data = openData(given);
    const [from, to] = given.words;
    const only = given.flags['only'];
    const list = typeof only === 'string' ? await readCodes(only) : undefined;
    const answer = perform(diff, { from, to, ...(list ? { only: list } : {}) }, { data, today: given.today });
    output.single(answer, () => show(answer, list?.length, output));
    return answer.breaks.length > 0 ? EXIT.finding : EXIT.fine;
  },
};
export default command;

function show(answer: DiffAnswer, listed: number | undefined, output: Output): string {
  const title = (text: string | null) => text ?? '(no title published)';
  const by = (codes: { code: string }[]) => (codes.length === 0 ? '' : ` → ${codes.map(({ code }) => code).join(' ')}`);
  const lines = [output.bold(`${answer.from} → ${answer.to}`)];
  if (listed !== undefined) {
    for (const each of answer.breaks) lines.push(`${output.paint('red', `✗ ${each.code}`)} ${each.why}${by(each.replacedBy)}`);
    lines.push(`${answer.breaks.length} of ${listed} codes break.`);
    return lines.join('\n');
  }
  for (const each of answer.added) lines.push(`${output.paint('green', `+ ${each.code}`)} ${title(each.display)}`);
  for (const each of answer.deleted) {
    lines.push(
      `${output.paint('red', `- ${each.code}`)} ${title(each.display)}${each.now === 'header' ? ' (now a header)' : ''}${by(each.replacedBy)}`,
    );
  }
  for (const each of answer.revised)
    lines.push(`${output.paint('yellow', `~ ${each.code}`)} ${title(each.before)}\n  now: ${title(each.after)}`);
  lines.push(`${answer.added.length} added, ${answer.deleted.length} deleted, ${answer.revised.length} revised.`);
  return lines.join('\n');
}
