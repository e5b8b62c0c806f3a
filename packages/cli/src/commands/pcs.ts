import { PCS_TABLE_LENGTH, type PcsAnswer, pcsTable, perform } from '@cleanclaim/core';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';
import { perItem } from '../per-item.ts';

const STATUS = { open: EXIT.fine, valid: EXIT.fine, invalid: EXIT.finding, 'no-data': EXIT.noData };

const command: Command = {
  name: 'pcs',
  usage: 'CHARACTERS… | -',
  says: 'The tables of ICD-10-PCS: what remains on each axis, whether a code is valid',
  flags: [{ name: 'on', takes: 'day', value: 'DATE', says: 'The date of discharge; today when left out' }],
  examples: [
    ['cleanclaim pcs 0DT --on 2026-03-04', 'A table: section, body system, operation'],
    ['cleanclaim pcs 0DT_4 --on 2026-03-04', 'An underscore leaves a character open'],
    ['cleanclaim pcs 0DTJ4ZZ --on 2026-03-04', 'Whether a complete code is valid'],
  ],
  atLeast: 1,
  run(given, output) {
    const data = openData(given);
    return perItem<PcsAnswer>(given, output, {
      ask: (code) => perform(pcsTable, { code, on: given.on }, { data, today: given.today }),
      show: (answer) => show(answer, output),
      status: (answer) => STATUS[answer.status],
    });
  },
};
export default command;

const TONES = { valid: 'green', invalid: 'red', open: 'cyan', 'no-data': 'yellow' } as const;

function show(answer: PcsAnswer, output: Output): string {
  const { code, status, axes, rows, codes, display, definition, editions, why, fix } = answer;
  const lines = [`${output.bold(code)} ${output.paint(TONES[status], status)}${display === null ? '' : `  ${display}`}`];
  const chosen = axes.flatMap(({ position, name, chosen: own }) =>
    own ? [`  ${position} ${name}: ${output.bold(own.value)} ${own.label}`] : [],
  );
  lines.push(...chosen);
  if (definition) {
    const { operation, text, explanation, includes } = definition;
    lines.push(output.paint('grey', `  ${operation}: ${text}${explanation === undefined ? '' : `. ${explanation}`}`));
    if (includes) lines.push(output.paint('grey', `  for example ${includes.join(', ')}`));
  }
  if (why !== undefined) lines.push(`${why}${fix === undefined ? '' : ` ${fix}`}`);
  const isBare = answer.code.slice(PCS_TABLE_LENGTH).replaceAll('_', '') === '';
  if (rows.length > 0 && isBare) lines.push(...rows.map((row, at) => printedRow(row, at, axes)));
  else
    for (const { position, name, chosen: own, values } of axes)
      if (!own && values.length > 0)
        lines.push(`  ${position} ${name}: ${values.map((each) => `${output.bold(each.value)} ${each.label}`).join('; ')}`);
  if (status === 'open') lines.push(output.paint('grey', `${codes.toLocaleString('en-US')} codes left`));
  if (editions.length > 0) lines.push(output.paint('grey', `Edition ${editions.join(', ')}`));
  return lines.join('\n');
}

/** A row of the table as printed: what stands in one row goes together. */
function printedRow({ axes: row }: PcsAnswer['rows'][number], at: number, axes: PcsAnswer['axes']): string {
  const columns = row.map((values, axis) => {
    const { position, name } = axes[axis + PCS_TABLE_LENGTH] ?? { position: 0, name: '' };
    return `    ${position} ${name}: ${values.map(({ value, label }) => `${value} ${label}`).join('; ')}`;
  });
  return [`  row ${at + 1}`, ...columns].join('\n');
}
