import { type CheckContext, isFailure, makeEngine, perform, type Price, price, type PricedLine } from '@cleanclaim/core';
import { isCleanclaimError } from '@cleanclaim/core/errors';
import { RULES } from '@cleanclaim/rules';
import { type FileClaim, readClaimFile } from '../claim-file.ts';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output, worstExit } from '../output.ts';
import { inPlace } from '../per-item.ts';
import { Progress } from '../progress.ts';

const command: Command = {
  name: 'price',
  usage: 'FILE… | -',
  says: 'What Medicare is expected to pay for claims, line by line with every step',
  flags: [],
  examples: [
    ['cleanclaim price examples/office-visit.json', 'Price one claim by the fee schedules you added'],
    ['cleanclaim price claims.837 --format csv', 'One row a line of each claim'],
  ],
  csv: true,
  atLeast: 1,
  async run(given, output) {
    const data = openData(given);
    const context = { data, today: given.today, engine: makeEngine(RULES, data) };
    const statuses = new Set<number>();
    const progress = new Progress(given.flags['quiet'] !== true);
    progress.expect(given.words);
    output.header(['claim', 'on', 'line', 'code', 'allowed', 'notPriced', 'install', 'warnings']);
    for (const path of given.words) {
      for await (const { claims } of readClaimFile(
        path,
        () => import('../x12-claims.ts'),
        (bytes) => progress.read(bytes),
      )) {
        for (const entry of claims) {
          statuses.add(priceOne(entry, context, output));
          progress.add(1);
        }
        await output.flush();
      }
    }
    progress.end();
    output.end();
    return worstExit(statuses);
  },
};
export default command;

/** Writes the price of one claim, or why there is none in its place; gives the exit status it calls for. */
function priceOne({ read, text, number: line }: FileClaim, context: CheckContext, output: Output): number {
  if (isFailure(read)) {
    inPlace(output, { line, input: text, error: read });
    return EXIT.usage;
  }
  try {
    const priced = perform(price, { claim: read.claim }, context);
    write(priced, output);
    return exitOf(priced);
  } catch (error) {
    if (!isCleanclaimError(error) || error.failure.code === 'pack/damaged') throw error;
    inPlace(output, { line, input: text, error: error.failure });
    return EXIT.usage;
  }
}

/** No data for a line, or a line that has no price at all. */
function exitOf({ lines }: Price): number {
  if (lines.some(({ notPriced }) => notPriced !== null && notPriced.install !== null)) return EXIT.noData;
  return lines.some(({ notPriced }) => notPriced !== null) ? EXIT.finding : EXIT.fine;
}

function write(priced: Price, output: Output): void {
  if (output.format !== 'csv') {
    output.answer(priced, () => show(priced, output));
    return;
  }
  for (const { index, code, allowed, notPriced, warnings } of priced.lines)
    output.answer(
      priced,
      () => '',
      () => [priced.claim, priced.on, index + 1, code, allowed, notPriced?.reason, notPriced?.install, warnings.join(' | ')],
    );
}

function show({ claim, on, lines, complete, allowed, patient, payment, limitingCharge, editions }: Price, output: Output): string {
  const head = `${output.bold(claim ?? 'claim')}  ${on ?? 'no date of service'}`;
  const sums = `${complete ? 'In all' : 'Lines with a price'}: allowed ${allowed}, of which the patient ${patient}; Medicare pays ${payment}`;
  return [
    head,
    ...lines.flatMap((line) => showLine(line, output)),
    output.bold(sums),
    ...(limitingCharge === undefined ? [] : [`At most ${limitingCharge} may be charged (limiting charge).`]),
    output.paint('grey', `editions: ${editions.length === 0 ? 'none' : editions.map(({ id }) => id).join(', ')}`),
  ].join('\n');
}

function showLine({ index, code, allowed, notPriced, warnings, steps }: PricedLine, output: Output): string[] {
  return [
    `  ${index + 1}  ${code}  ${allowed === null ? output.paint('grey', '○ no price') : output.bold(allowed)}`,
    ...(notPriced ? [`       ${notPriced.reason}`, ...(notPriced.install === null ? [] : [`       ${notPriced.install}`])] : []),
    ...steps.map(({ what, value }) => `       ${what} = ${value}`),
    ...warnings.map((each) => output.paint('yellow', `       ! ${each}`)),
  ];
}
