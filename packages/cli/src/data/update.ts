import { type ChangesOfCodes, codeChanges, perform } from '@cleanclaim/core';
import { CleanclaimError } from '@cleanclaim/core/errors';
import { readCodes } from '../code-list.ts';
import type { Given } from '../given.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';

const COLUMNS = ['input', 'code', 'system', 'kind', 'breaks', 'says', 'before', 'after', 'replacedBy'];

/** The yearly job: what the installed editions change for the codes of a list. Exit 1 when some of them break. */
export async function update(given: Given, output: Output): Promise<number> {
  const { report } = given.flags;
  const [from, to, more] = given.words;
  if (typeof report !== 'string' || more !== undefined || (from !== undefined && to === undefined))
    throw new CleanclaimError(
      'usage/missing-argument',
      'Write: cleanclaim data update [FROM TO] --report FILE (your own codes, one a line)',
    );
  const codes = await readCodes(report);
  const context = { data: openData(given), today: given.today };
  const answer = perform(codeChanges, { codes, ...(from !== undefined && to !== undefined ? { from, to } : {}) }, context);
  if (output.format === 'csv') {
    output.header(COLUMNS);
    for (const { replacedBy, ...each } of answer.changes)
      output.answer(
        each,
        () => '',
        () => [
          each.input,
          each.code,
          each.system,
          each.kind,
          each.breaks,
          each.says,
          each.before,
          each.after,
          replacedBy.map(({ code }) => code).join(' '),
        ],
      );
    for (const { what, reason } of answer.notCompared) output.hint(`not compared: ${what}: ${reason}`);
  } else output.single(answer, () => show(answer, output));
  return answer.changes.some(({ breaks }) => breaks) ? EXIT.finding : EXIT.fine;
}

function show({ from, to, codes, changes, unchanged, notCompared }: ChangesOfCodes, output: Output): string {
  const lines = [output.bold(`${from} → ${to}, ${codes} codes of yours`)];
  for (const { breaks, kind, says, before, after, replacedBy } of changes) {
    lines.push(`${breaks ? output.paint('red', '✗') : output.paint('yellow', '~')} ${says}`);
    if (kind === 'revised') lines.push(`    was  ${before ?? ''}`, `    now  ${after ?? ''}`);
    for (const { code, display } of replacedBy) lines.push(`    → ${code} ${display ?? ''}`.trimEnd());
  }
  lines.push(`${changes.filter(({ breaks }) => breaks).length} break, ${unchanged.length} of ${codes} stay as they are.`);
  for (const { what, reason, install } of notCompared)
    lines.push(output.paint('yellow', `○ Not compared: ${what}. ${reason}`), `    ${install}`);
  return lines.join('\n');
}
