import { isFailure, makeEngine, type Rule } from '@cleanclaim/core';
import { isDay } from '@cleanclaim/core/day';
import { CleanclaimError } from '@cleanclaim/core/errors';
import { PLANS } from '@cleanclaim/plans';
import { RULES, UNMADE } from '@cleanclaim/rules';
import type { Session } from '../check-session.ts';
import { type Checked, checkRead, exitOf, fixRead, isFixed, isUnreadable } from '../check-text.ts';
import { type ClaimBatch, type FileClaim, readClaimFile } from '../claim-file.ts';
import type { Command } from '../command.ts';
import type { Given } from '../given.ts';
import { openData } from '../open-data.ts';
import { EXIT, worstExit } from '../output.ts';
import { inPlace } from '../per-item.ts';
import { Progress } from '../progress.ts';
import { RepairedClaims } from '../repaired-claims.ts';
import { ReportLines } from '../report-lines.ts';
import { showFixes } from '../show-fixes.ts';
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
    {
      name: 'columns',
      takes: 'text',
      value: 'MAPPING',
      says: 'FILE is a table of charges (CSV or xlsx) with these columns: see cleanclaim charges',
    },
    { name: 'fix', takes: 'switch', says: 'Make the repairs that are certain, show them, and report on the repaired claim' },
    { name: 'out', takes: 'text', value: 'FILE', says: 'With --fix: write the repaired claims to FILE' },
    { name: 'overwrite', takes: 'switch', says: 'With --out: replace FILE if it is there' },
    { name: 'plan', takes: 'text', value: 'FILE', says: "Also hold claims against the payers' plans in FILE (docs/plans.md)" },
    { name: 'rules', takes: 'text', value: 'DIR', says: 'Also run the rules of your own in DIR (*.rule.js or *.rule.ts)' },
  ],
  examples: [
    ['cleanclaim check examples/office-visit.json', 'Check one claim'],
    ['cleanclaim check claim.fhir.json', 'Check the Claims of a FHIR file, R4 or R5'],
    ['cleanclaim check claims.837', 'Check the claims of an X12 file; x12 check looks at the file itself'],
    ['cleanclaim check examples/day/claims.ndjson --history examples/day/history.ndjson', 'Look back on earlier claims too'],
    ['cleanclaim check examples/office-visit.json --fix --out repaired.json', 'Repair what is certain and keep the result'],
    ['cleanclaim check examples/charges.csv --columns examples/charges-columns.json', 'Check a table of charges'],
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
    const fixing = fixingOf(given);
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
      fix: fixing.fix,
      repaired: fixing.out === undefined ? undefined : new RepairedClaims(fixing.out, fixing.overwrite),
    };
    try {
      if (!session.summary) output.header(['claim', 'status', 'severity', 'rule', 'path', 'box', 'codes', 'message', 'fix']);
      for (const path of given.words) {
        if (jobs > 1 && typeof own !== 'string') await (await import('../check-jobs.ts')).checkInThreads(path, jobs, given, session);
        else await checkFile(await batchesOf(path, given), path, session);
      }
      session.repaired?.end();
      session.progress.end();
      if (session.summary) session.summary.show(output);
      else output.end();
    } finally {
      session.repaired?.drop();
      await session.history?.close();
    }
    return worstExit(session.statuses);
  },
};
export default command;

/** The flags of --fix, which say nothing without it. */
function fixingOf({ flags, words }: Given): { fix: boolean; out: string | undefined; overwrite: boolean } {
  const fix = flags['fix'] === true;
  const out = typeof flags['out'] === 'string' ? flags['out'] : undefined;
  const overwrite = flags['overwrite'] === true;
  if (out !== undefined && !fix) throw new CleanclaimError('usage/unknown-flag', '--out writes repaired claims: add --fix.');
  if (overwrite && out === undefined) throw new CleanclaimError('usage/unknown-flag', '--overwrite belongs to --out FILE.');
  for (const other of ['jobs', 'summary'])
    if (fix && flags[other] !== undefined) throw new CleanclaimError('usage/unknown-flag', `--fix does not go with --${other}.`);
  if (flags['columns'] !== undefined && flags['jobs'] !== undefined)
    throw new CleanclaimError('usage/unknown-flag', '--jobs works on one claim a line, not on a table of charges.');
  if (out !== undefined && words.length > 1)
    throw new CleanclaimError('usage/unknown-flag', '--out takes the claims of one file: name one file at a time.');
  return { fix, out, overwrite };
}

async function batchesOf(path: string, { flags }: Given): Promise<AsyncGenerator<ClaimBatch>> {
  const columns = flags['columns'];
  if (typeof columns === 'string') return (await import('../charges/read-charges.ts')).readCharges(path, columns);
  return readClaimFile(path, () => import('../x12-claims.ts'));
}

/** Claims that come in a batch are checked one after another: with a history, each looks back on those before it. */
async function checkFile(batches: AsyncGenerator<ClaimBatch>, path: string, session: Session): Promise<void> {
  const { engine, when, history, summary, output, lines, progress, statuses } = session;
  for await (const { claims, whole, x12 } of batches) {
    if (whole) session.repaired?.as(whole);
    const past = await history?.prepare(claims);
    for (const entry of claims) {
      const checked = (session.fix ? fixRead : checkRead)(entry, engine, when, past);
      if (summary) summary.add(entry, checked, past);
      write(entry.rows && !isUnreadable(checked) ? { ...checked, rows: entry.rows } : checked, entry, session);
      history?.add(isFixed(checked) ? { ...entry, read: { claim: checked.fixed.claim, unknown: [] } } : entry);
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

function write(checked: Checked, entry: FileClaim, session: Session): void {
  const { output, lines, statuses, strict, summary, repaired } = session;
  statuses.add(exitOf(checked, strict));
  if (summary) {
    if (isUnreadable(checked)) output.failure({ ...checked.error, message: `Claim or line ${checked.line}: ${checked.error.message}` });
    return;
  }
  // What could not be read stays in its place, so that no claim is lost.
  if (isUnreadable(checked)) repaired?.keepText(checked.input);
  else if (isFixed(checked)) repaired?.put(checked.fixed.claim);
  if (output.format === 'ndjson') {
    lines.add(checked);
    return;
  }
  if (isUnreadable(checked)) {
    inPlace(output, checked);
    return;
  }
  if (output.format !== 'csv') {
    output.answer(checked, () => {
      const report = showReport(checked, output, entry.rows);
      return isFixed(checked) && !isFailure(entry.read)
        ? `${showFixes(entry.read.claim, checked.fixed.changes, output)}\n\n${report}`
        : report;
    });
    return;
  }
  const repairs = isFixed(checked)
    ? checked.fixed.changes.map(({ rule, path, message, fix }) => ['fixed', rule, path, null, '', message, fix])
    : [];
  const found = checked.findings.map((finding) => [
    finding.severity,
    finding.rule,
    finding.where.path,
    finding.where.box,
    finding.codes.join(' '),
    finding.message,
    finding.fix,
  ]);
  const rows = [...repairs, ...found];
  for (const row of rows.length > 0 ? rows : [['', '', '', '', '', '', '']])
    output.answer(
      checked,
      () => '',
      () => [checked.claim, checked.status, ...row],
    );
}
