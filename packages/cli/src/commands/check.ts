import { makeEngine, type Rule } from '@cleanclaim/core';
import { isDay } from '@cleanclaim/core/day';
import { CleanclaimError } from '@cleanclaim/core/errors';
import { PLANS } from '@cleanclaim/plans';
import { RULES, UNMADE } from '@cleanclaim/rules';
import type { Session } from '../check-session.ts';
import { type Checked, checkRead, exitOf, isUnreadable } from '../check-text.ts';
import { readClaimFile } from '../claim-file.ts';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT, worstExit } from '../output.ts';
import { inPlace } from '../per-item.ts';
import { Progress } from '../progress.ts';
import { ReportLines } from '../report-lines.ts';
import { showReport } from '../show-report.ts';

const command: Command = {
  name: 'check',
  usage: 'FILE… | -',
  says: 'Check claims: what is wrong, in which box, why, and the fix',
  flags: [
    {
      name: 'received',
      takes: 'day',
      value: 'DATE',
      says: 'The day the claim reaches the payer; future dates and filing limits are judged by it; today when left out',
    },
    { name: 'on', takes: 'day', value: 'DATE', says: "Ignored: each line's own dates count" },
    { name: 'strict', takes: 'switch', says: 'Exit 3 when something could not be checked' },
    {
      name: 'history',
      takes: 'text',
      value: 'FILE|URL',
      says: "The patients' other claims: a file of claims, an office's database file, or postgres://… (docs/history.md)",
    },
    { name: 'summary', takes: 'switch', says: 'Count by rule what failed, passed and was not checked, in place of the reports' },
    { name: 'jobs', takes: 'number', value: 'N', says: 'Check in N threads (for ndjson)' },
    { name: 'plan', takes: 'text', value: 'FILE', says: "Also hold claims against the payers' plans in FILE (docs/plans.md)" },
    { name: 'rules', takes: 'text', value: 'DIR', says: 'Also run the rules of your own in DIR (*.rule.js or *.rule.ts)' },
  ],
  examples: [
    ['cleanclaim check examples/office-visit.json', 'Check one claim'],
    ['cleanclaim check claim.fhir.json', 'Check the Claims of a FHIR file, R4 or R5'],
    ['cleanclaim check claims.837', 'Check the claims of an X12 file; x12 check looks at the file itself'],
    ['cleanclaim check examples/day/claims.ndjson --history examples/day/history.ndjson', 'Look back on earlier claims too'],
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
    const jobs = Number(given.flags['jobs'] ?? 1);
    const { history: where, summary } = given.flags;
    if (jobs > 1 && (where !== undefined || summary === true))
      throw new CleanclaimError(
        'usage/unknown-flag',
        '--jobs does not go with --history or --summary: claims look back on those before them.',
      );
    const file = given.flags['plan'];
    const plans = typeof file === 'string' ? await (await import('../own-plans.ts')).loadPlans(file, PLANS) : PLANS;
    const engine = makeEngine(rules, data, UNMADE, { plans });
    const day = isDay(received) ? received : given.today;
    const session: Session = {
      engine,
      when: isDay(received) ? { received } : { received: day, assumed: true },
      plans,
      strict: given.flags['strict'] === true,
      statuses: new Set(),
      output,
      lines: new ReportLines((bytes) => output.bytes(bytes)),
      progress: new Progress(given.flags['quiet'] !== true),
      history: typeof where === 'string' ? await (await import('../given-history.ts')).openHistory(where) : undefined,
      summary: summary === true ? new (await import('../check-summary.ts')).CheckSummary(rules, engine, day) : undefined,
    };
    try {
      if (!session.summary) output.header(['claim', 'status', 'severity', 'rule', 'path', 'box', 'codes', 'message', 'fix']);
      for (const path of given.words) {
        if (jobs > 1 && typeof own !== 'string') await (await import('../check-jobs.ts')).checkInThreads(path, jobs, given, session);
        else await checkFile(path, session);
      }
      session.progress.end();
      if (session.summary) session.summary.show(output);
      else output.end();
    } finally {
      await session.history?.close();
    }
    return worstExit(session.statuses);
  },
};
export default command;

/** Claims that come in a batch are checked one after another: with a history, each looks back on those before it. */
async function checkFile(path: string, session: Session): Promise<void> {
  const { engine, when, history, summary, output, lines, progress, statuses } = session;
  for await (const { claims, x12 } of readClaimFile(path, () => import('../x12-claims.ts'))) {
    const past = await history?.prepare(claims);
    for (const entry of claims) {
      const checked = checkRead(entry, engine, when, past);
      if (summary) summary.add(entry, checked, past);
      write(checked, session);
      history?.add(entry);
    }
    progress.add(claims.length);
    lines.flush();
    await output.flush();
    if (x12 && x12.errors > 0) {
      // The file itself is checked on the way: its errors count, but x12 check shows them.
      statuses.add(EXIT.finding);
      output.hint(`The file itself has ${x12.errors} error${x12.errors === 1 ? '' : 's'}: cleanclaim x12 check ${path}`);
    }
  }
}

function write(checked: Checked, { output, lines, statuses, strict, summary }: Session): void {
  statuses.add(exitOf(checked, strict));
  if (summary && !isUnreadable(checked)) return;
  if (output.format === 'ndjson') {
    lines.add(checked);
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
