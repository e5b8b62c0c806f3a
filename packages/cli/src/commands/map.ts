import { map, type MapAnswer, type MapTarget, perform } from '@cleanclaim/core';
import { CleanclaimError } from '@cleanclaim/core/errors';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';
import { perItem } from '../per-item.ts';

const STATUS = {
  found: EXIT.fine,
  'no-map': EXIT.finding,
  unknown: EXIT.finding,
  'no-route': EXIT.finding,
  'no-data': EXIT.noData,
} as const;

const command: Command = {
  name: 'map',
  usage: 'CODE… | - --to SYSTEM',
  says: 'The codes of another system: GEMs, ICD-10 and ICD-11, SNOMED CT, with flags and alternatives',
  flags: [
    { name: 'to', takes: 'text', value: 'SYSTEM', says: 'icd-9-cm, icd-10-cm, icd-10-pcs, icd-10 or icd-11' },
    { name: 'from', takes: 'text', value: 'SYSTEM', says: 'The system of the code, where its form fits several; snomed too' },
    { name: 'on', takes: 'day', value: 'DATE', says: 'The day on which the target codes are judged; today when left out' },
  ],
  examples: [
    ['cleanclaim map 250.00 --to icd-10-cm', 'What an ICD-9-CM code became'],
    ['cleanclaim map E11.9 --to icd-11', 'A diagnosis in ICD-11'],
    ['cleanclaim map - --to icd-9-cm --format csv < codes.txt', 'A list, one row a target'],
  ],
  csv: true,
  atLeast: 1,
  run(given, output) {
    const { to, from } = given.flags;
    if (typeof to !== 'string') throw new CleanclaimError('usage/missing-argument', 'Say where to: cleanclaim map CODE --to icd-10-cm');
    const context = { data: openData(given), today: given.today };
    const ask = (code: string): MapAnswer =>
      perform(map, { code, to, on: given.on, ...(typeof from === 'string' ? { from } : {}) }, context);
    // A wrong system is wrong for every code: said once.
    ask('');
    return perItem<MapAnswer>(given, output, {
      ask,
      show: (answer) => show(answer, output),
      columns: ['input', 'status', 'from', 'code', 'option', 'list', 'target', 'display', 'targetStatus', 'approximate', 'when', 'edition'],
      rows: rowsOf,
      status: (answer) => STATUS[answer.status],
    });
  },
};
export default command;

function rowsOf(answer: MapAnswer): readonly (readonly unknown[])[] {
  const rows = answer.maps.flatMap(({ from, options, edition }) =>
    options.flatMap(({ lists }, option) =>
      lists.flatMap((list, at) =>
        list.map((each) => [
          answer.input,
          answer.status,
          from.system,
          from.code,
          option + 1,
          at + 1,
          each.code,
          each.display,
          each.status,
          each.approximate,
          each.when,
          edition,
        ]),
      ),
    ),
  );
  return rows.length > 0 ? rows : [[answer.input, answer.status]];
}

function show(answer: MapAnswer, output: Output): string {
  const lines: string[] = [];
  if (answer.maps.length === 0) lines.push(`${output.bold(answer.input)}  ${output.paint('red', `○ ${answer.status}`)}`);
  for (const { from, through, options, edition, note } of answer.maps) {
    lines.push(`${output.bold(from.code)}  ${from.system}  ${from.display ?? ''}`.trimEnd());
    if (through) lines.push(`  by way of ${through.system} ${through.code}`);
    if (options.length === 0) lines.push(output.paint('yellow', '  no map'));
    options.forEach(({ lists }, at) => {
      const together = lists.length > 1;
      if (options.length > 1 || together)
        lines.push(
          `  ${[options.length === 1 ? '' : at === 0 ? 'either' : 'or', together ? 'all of these together' : ''].join(' ').trim()}`,
        );
      lists.forEach((list, place) => {
        const lead = place > 0 ? '  + ' : '  → ';
        list.forEach((each, nth) => lines.push(`${nth === 0 ? lead : '   or '}${showTarget(each, output)}`));
      });
    });
    if (note) lines.push(`  ${note}`);
    lines.push(output.paint('grey', `  edition ${edition}`));
  }
  if (answer.why) lines.push(`  why  ${answer.why}`);
  if (answer.fix) lines.push(`  fix  ${answer.fix}`);
  return lines.join('\n');
}

function showTarget(target: MapTarget, output: Output): string {
  const flags = [
    target.approximate === true ? 'approximate' : target.approximate === false ? 'exact' : '',
    target.status === undefined || target.status === 'billable' ? '' : target.status,
    target.when ?? '',
  ].filter(Boolean);
  const said = flags.length > 0 ? ` ${output.paint('grey', `[${flags.join('; ')}]`)}` : '';
  return `${output.bold(target.code)} ${target.display ?? ''}${said}`;
}
