import { chargesGuess, type GuessedMapping, perform } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { userTables } from '@cleanclaim/data/import';
import { chargedClaims, firstRows, readMappingFile, troubleOf } from '../charges/read-charges.ts';
import type { Command } from '../command.ts';
import type { Given } from '../given.ts';
import { openData } from '../open-data.ts';
import { OutFile } from '../out-file.ts';
import { EXIT, type Output, worstExit } from '../output.ts';
import { inPlace } from '../per-item.ts';

/** Rows a guess looks at. */
const GUESS_ROWS = 500;

const command: Command = {
  name: 'charges',
  usage: 'guess FILE | claims FILE --columns MAPPING',
  says: 'Claims from a CSV or Excel table of charges: propose which column holds what, and write the claims as JSON',
  flags: [
    { name: 'columns', takes: 'text', value: 'MAPPING', says: 'claims: the saved column mapping' },
    { name: 'out', takes: 'text', value: 'FILE', says: 'guess: write the proposed mapping to FILE' },
    { name: 'overwrite', takes: 'switch', says: 'With --out: replace FILE if it is there' },
  ],
  examples: [
    ['cleanclaim charges guess examples/charges.csv', 'Propose a mapping; look it over and keep it with --out'],
    ['cleanclaim charges claims examples/charges.csv --columns examples/charges-columns.json --format ndjson', 'The claims, one a line'],
    ['cleanclaim check examples/charges.csv --columns examples/charges-columns.json', 'Check them at once'],
  ],
  atLeast: 2,
  atMost: 2,
  run(given, output) {
    const [action = '', path = ''] = given.words;
    if (action === 'guess') return guess(path, given, output);
    if (action === 'claims') return claims(path, given, output);
    throw new CleanclaimError('usage/unknown-command', `charges knows guess and claims; not ${quote(action)}.`);
  },
};
export default command;

/** The sheet of a workbook whose headings say most. */
async function guess(path: string, given: Given, output: Output): Promise<number> {
  const context = { data: openData(given), today: given.today };
  let best: GuessedMapping | undefined;
  for (const table of await userTables(path)) {
    const rows = await firstRows(table, GUESS_ROWS);
    const found = perform(chargesGuess, { rows: rows.map((row) => [...row]) }, context);
    const fields = Object.keys(found.mapping.columns).length;
    if (best && Object.keys(best.mapping.columns).length >= fields) continue;
    best = table.sheet === null ? found : { ...found, mapping: { ...found.mapping, sheet: table.sheet } };
  }
  if (!best) throw new CleanclaimError('charges/unreadable', `${quote(path)} holds no table.`);
  const { out, overwrite } = given.flags;
  if (typeof out === 'string') {
    const file = new OutFile(out, overwrite === true);
    file.write(`${JSON.stringify(best.mapping, undefined, 2)}\n`);
    file.keep();
  }
  const guessed = best;
  output.single(guessed, () => show(guessed, output));
  return EXIT.fine;
}

function show({ mapping, headerRow, unused, open }: GuessedMapping, output: Output): string {
  const width = Math.max(...Object.keys(mapping.columns).map((field) => field.length), 0);
  return [
    `${output.bold('Proposed mapping')}, headings in row ${headerRow}`,
    ...Object.entries(mapping.columns).map(
      ([field, heading]) => `  ${field.padEnd(width)}  ${typeof heading === 'string' ? heading : heading.join(', ')}`,
    ),
    ...(mapping.dates ? [`  dates: ${mapping.dates}`] : []),
    ...(unused.length > 0 ? [`Not used: ${unused.join(', ')}`] : []),
    ...open.map((each) => output.paint('yellow', `! ${each}`)),
    'Look it over and keep it: --out mapping.json. Then: cleanclaim check FILE --columns mapping.json',
  ].join('\n');
}

async function claims(path: string, given: Given, output: Output): Promise<number> {
  const { columns } = given.flags;
  if (typeof columns !== 'string')
    throw new CleanclaimError('usage/missing-argument', 'Name the mapping: cleanclaim charges claims FILE --columns MAPPING');
  const mapping = await readMappingFile(columns);
  const statuses = new Set<number>();
  let count = 0;
  for await (const batch of chargedClaims(path, mapping)) {
    for (const charged of batch) {
      count++;
      if ('claim' in charged) {
        output.answer(charged.claim, () => `${output.bold(charged.id)}  rows ${charged.rows.join(', ')}\n${JSON.stringify(charged.claim)}`);
        statuses.add(EXIT.fine);
      } else {
        statuses.add(EXIT.usage);
        inPlace(output, { line: charged.rows[0] ?? count, input: charged.id, error: troubleOf(charged) });
      }
    }
    await output.flush();
  }
  output.end();
  return worstExit(statuses);
}
