import { makeEngine, type Rule } from '@cleanclaim/core';
import { isDay } from '@cleanclaim/core/day';
import { RULES, UNMADE } from '@cleanclaim/rules';
import type { Session } from '../check-session.ts';
import { type Checked, checkLine, checkRead, exitOf, isUnreadable, writeLine } from '../check-text.ts';
import { entriesOf, isX12, standsAlone } from '../claim-entries.ts';
import type { Command } from '../command.ts';
import { linesOf, lookInto, MAX_LINE, type TextLine } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { worstExit } from '../output.ts';
import { inPlace } from '../per-item.ts';
import { Progress } from '../progress.ts';
import { showReport } from '../show-report.ts';
import { failure } from '@cleanclaim/core/errors';

const command: Command = {
  name: 'check',
  usage: 'FILE… | -',
  says: 'Check claims: what is wrong, in which box, why, and the fix',
  flags: [
    {
      name: 'received',
      takes: 'day',
      value: 'DATE',
      says: 'The day the claim is received; future dates are judged by it; today when left out',
    },
    { name: 'on', takes: 'day', value: 'DATE', says: "Ignored: each line's own dates count" },
    { name: 'strict', takes: 'switch', says: 'Exit 3 when something could not be checked' },
    { name: 'jobs', takes: 'number', value: 'N', says: 'Check in N threads (for ndjson)' },
    { name: 'rules', takes: 'text', value: 'DIR', says: 'Also run the rules of your own in DIR (*.rule.js or *.rule.ts)' },
  ],
  examples: [
    ['cleanclaim check examples/office-visit.json', 'Check one claim'],
    ['cleanclaim check claim.fhir.json', 'Check the Claims of a FHIR file, R4 or R5'],
    ['cleanclaim check claims.837', 'Check the claims of an X12 file; x12 check looks at the file itself'],
    ['cleanclaim check - --format ndjson < claims.ndjson', 'Check a stream, one claim a line, one report a line'],
  ],
  csv: true,
  atLeast: 1,
  async run(given, output) {
    const data = openData(given);
    const own = given.flags['rules'];
    const rules: readonly Rule[] =
      typeof own === 'string' ? [...RULES, ...(await (await import('../own-rules.ts')).loadRules(own))] : RULES;
    const received = given.flags['received'];
    const session: Session = {
      engine: makeEngine(rules, data, UNMADE),
      received: isDay(received) ? received : given.today,
      strict: given.flags['strict'] === true,
      statuses: new Set(),
      output,
      progress: new Progress(given.flags['quiet'] !== true),
    };
    output.header(['claim', 'status', 'severity', 'rule', 'path', 'box', 'codes', 'message', 'fix']);
    const jobs = Number(given.flags['jobs'] ?? 1);
    for (const path of given.words) {
      if (jobs > 1 && typeof own !== 'string') await (await import('../check-jobs.ts')).checkInThreads(path, jobs, given, session);
      else await checkFile(path, session);
    }
    session.progress.end();
    output.end();
    return worstExit(session.statuses);
  },
};
export default command;

/** A file is one claim, an array of claims, or one claim a line; the first line tells. Lines stream, memory stays flat. */
async function checkFile(path: string, session: Session): Promise<void> {
  const { first, all } = await lookInto(path);
  if (isX12(first)) {
    await (await import('../x12-claims.ts')).checkX12Claims(path, all, session, write);
    return;
  }
  let whole: string[] | undefined;
  let any = false;
  for await (const lines of linesOf(all)) {
    if (!any && lines[0] && !lines[0].tooLong && !standsAlone(lines[0].text)) whole = [];
    any = true;
    if (whole) for (const { text } of lines) whole.push(text);
    else {
      for (const line of lines) for (const checked of checkOne(line, session)) write(checked, session);
      session.progress.add(lines.length);
      await session.output.flush();
    }
  }
  if (whole || !any) checkWhole(whole?.join('\n') ?? '', session);
}

function checkOne({ text, number, tooLong }: TextLine, session: Session): readonly Checked[] {
  if (tooLong)
    return [{ line: number, input: text, error: failure('input/too-long', `The line holds more than ${MAX_LINE / 1024 / 1024} MB.`) }];
  return checkLine(number === 1 && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, number, session.engine, session.received);
}

function checkWhole(text: string, session: Session): void {
  entriesOf(text.replace(/^\ufeff/, '')).forEach((entry, at) =>
    write(checkRead(entry.read, entry.text, at + 1, session.engine, session.received, entry.fhir), session),
  );
}

function write(checked: Checked, { output, statuses, strict }: Session): void {
  statuses.add(exitOf(checked, strict));
  if (output.format === 'ndjson') {
    output.raw(`${writeLine(checked)}\n`);
    return;
  }
  if (isUnreadable(checked)) {
    inPlace(output, checked);
    return;
  }
  if (output.format !== 'csv') {
    output.answer(checked, () => showReport(checked, output));
    return;
  }
  const rows = checked.findings.map((finding) => [
    finding.severity,
    finding.rule,
    finding.where.path,
    finding.where.box,
    finding.codes.join(' '),
    finding.message,
    finding.fix,
  ]);
  for (const row of rows.length > 0 ? rows : [['', '', '', '', '', '', '']])
    output.answer(
      checked,
      () => '',
      () => [checked.claim, checked.status, ...row],
    );
}
