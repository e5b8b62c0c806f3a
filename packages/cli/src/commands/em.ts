import { perform, type VisitLevelAnswer, visitLevel } from '@cleanclaim/core';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';
import type { Given } from '../given.ts';

const COUNTS = ['notes', 'results', 'orders', 'minutes'] as const;
const TEXTS = ['problems', 'data', 'risk', 'code'] as const;
const SWITCHES = ['historian', 'interpreted', 'discussed'] as const;
const STATUS = { found: EXIT.fine, open: EXIT.finding, 'too-short': EXIT.finding, 'no-criteria': EXIT.noData };

const command: Command = {
  name: 'em',
  usage: '[SETTING]',
  says: 'The level of a visit, by medical decision making or time',
  flags: [
    { name: 'on', takes: 'day', value: 'DATE', says: 'The date of service; today when left out' },
    { name: 'problems', takes: 'text', value: 'LEVEL', says: 'straightforward, low, moderate or high' },
    { name: 'reviewed', takes: 'text', value: 'LEVEL', says: 'The same of the data; or count it:' },
    { name: 'notes', takes: 'number', value: 'N', says: 'Notes from outside that were read, each source once' },
    { name: 'results', takes: 'number', value: 'N', says: 'Results reviewed, each test once' },
    { name: 'orders', takes: 'number', value: 'N', says: 'Tests ordered' },
    { name: 'historian', takes: 'switch', says: 'Someone else had to tell the history' },
    { name: 'interpreted', takes: 'switch', says: 'A tracing, picture or specimen was read oneself, and is not billed' },
    { name: 'discussed', takes: 'switch', says: 'Discussed with someone outside the practice' },
    { name: 'risk', takes: 'text', value: 'LEVEL', says: 'What treating it risked for the patient' },
    { name: 'minutes', takes: 'number', value: 'N', says: 'All minutes of the day that the billing clinician spent' },
    { name: 'code', takes: 'text', value: 'CODE', says: 'A code that was chosen, to be held against the answer' },
  ],
  examples: [
    ['cleanclaim em office-established --problems moderate --results 1 --risk moderate --minutes 34', 'By decision and by time'],
    ['cleanclaim em --code 99215 --minutes 34', 'Whether a code is borne out'],
    ['cleanclaim em emergency', 'The questions, with what each level means'],
  ],
  atLeast: 0,
  atMost: 1,
  run(given, output) {
    const answer = perform(visitLevel, inputOf(given), { data: openData(given), today: given.today });
    output.single(answer, () => show(answer, output));
    return answer.claimed && answer.status !== 'no-criteria' && answer.claimed.borneOut !== true ? EXIT.finding : STATUS[answer.status];
  },
};
export default command;

function inputOf({ words: [setting], flags, on }: Given): Record<string, unknown> {
  const input: Record<string, unknown> = { on };
  if (setting !== undefined) input['setting'] = setting;
  for (const name of TEXTS) {
    const value = flags[name === 'data' ? 'reviewed' : name];
    if (value !== undefined) input[name] = value;
  }
  for (const name of COUNTS) if (flags[name] !== undefined) input[name] = Number(flags[name]);
  for (const name of SWITCHES) if (flags[name] === true) input[name] = true;
  return input;
}

function show({ setting, on, status, code, by, codes, claimed, ask, why, cautions }: VisitLevelAnswer, output: Output): string {
  const head = code === null ? output.paint('yellow', HEADS[status]) : `${output.bold(code)} ${output.paint('green', BY[by ?? 'both'])}`;
  const lines = [`${head}  ${setting}, ${on}`, ...why.split(/(?<=\.) (?=By time)/).map((each) => `  ${each}`)];
  if (claimed) {
    const word =
      claimed.borneOut === null
        ? output.paint('yellow', '? not known')
        : claimed.borneOut
          ? output.paint('green', '✓ borne out')
          : output.paint('red', '✗ not borne out');
    lines.push(`  ${output.bold(claimed.code)} ${word}. ${claimed.why}`);
  }
  for (const { part, question, choices } of ask) {
    lines.push(output.paint('cyan', `  ${part}: ${question}`));
    for (const { level, means } of choices) lines.push(`    ${level.padEnd(15)} ${means}`);
  }
  for (const { code: each, levels, least, most } of codes) {
    const minutes = least === null ? 'not by time' : most === null ? `from ${least} minutes` : `${least} to ${most} minutes`;
    lines.push(`  ${each}  ${levels.join(', ') || 'by time alone'}; ${minutes}`);
  }
  return [...lines, ...cautions.map((each) => output.paint('grey', `  ${each}`))].join('\n');
}

const BY = { decision: 'by decision', time: 'by time', both: 'by decision and by time' } as const;
const HEADS = { found: 'found', open: 'Not enough is given', 'too-short': 'Too short for a code', 'no-criteria': 'No criteria' } as const;
