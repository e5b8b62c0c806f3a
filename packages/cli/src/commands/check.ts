import { type Failure, isFailure, jsonErrorAt, makeEngine, parseClaim, parseClaims, type ReadClaim, type Rule } from '@cleanclaim/core';
import { isDay } from '@cleanclaim/core/day';
import { RULES, UNMADE } from '@cleanclaim/rules';
import type { Session } from '../check-session.ts';
import { type Checked, checkRead, exitOf, fixRead, isFixed, isUnreadable, writeLine } from '../check-text.ts';
import type { Command } from '../command.ts';
import { linesOf, lookInto, MAX_LINE, type TextLine } from '../inputs.ts';
import { openData } from '../open-data.ts';
import { worstExit } from '../output.ts';
import { inPlace } from '../per-item.ts';
import { Progress } from '../progress.ts';
import { RepairedClaims } from '../repaired-claims.ts';
import { showFixes } from '../show-fixes.ts';
import { showReport } from '../show-report.ts';
import { CleanclaimError, failure } from '@cleanclaim/core/errors';
import type { Given } from '../given.ts';

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
    {
      name: 'columns',
      takes: 'text',
      value: 'MAPPING',
      says: 'FILE is a table of charges (CSV or xlsx) with these columns: see cleanclaim charges',
    },
    { name: 'fix', takes: 'switch', says: 'Make the repairs that are certain, show them, and report on the repaired claim' },
    { name: 'out', takes: 'text', value: 'FILE', says: 'With --fix: write the repaired claims to FILE' },
    { name: 'overwrite', takes: 'switch', says: 'With --out: replace FILE if it is there' },
    { name: 'rules', takes: 'text', value: 'DIR', says: 'Also run the rules of your own in DIR (*.rule.js or *.rule.ts)' },
  ],
  examples: [
    ['cleanclaim check examples/office-visit.json', 'Check one claim'],
    ['cleanclaim check claims.837', 'Check the claims of an X12 file; x12 check looks at the file itself'],
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
    const fixing = fixingOf(given);
    const engine = makeEngine(rules, data, UNMADE);
    const on = isDay(received) ? received : given.today;
    const session: Session = {
      engine,
      received: on,
      repaired: fixing.out === undefined ? undefined : new RepairedClaims(fixing.out, fixing.overwrite),
      judge: (read, text, line) => (fixing.fix ? fixRead : checkRead)(read, text, line, engine, on),
      strict: given.flags['strict'] === true,
      statuses: new Set(),
      output,
      progress: new Progress(given.flags['quiet'] !== true),
    };
    output.header(['claim', 'status', 'severity', 'rule', 'path', 'box', 'codes', 'message', 'fix']);
    const jobs = Number(given.flags['jobs'] ?? 1);
    try {
      const columns = given.flags['columns'];
      for (const path of given.words) {
        if (typeof columns === 'string') await (await import('../charges/check-charges.ts')).checkCharges(path, columns, session, write);
        else if (jobs > 1 && typeof own !== 'string') await (await import('../check-jobs.ts')).checkInThreads(path, jobs, given, session);
        else await checkFile(path, session);
      }
      session.repaired?.end();
    } catch (error) {
      session.repaired?.drop();
      throw error;
    }
    session.progress.end();
    output.end();
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
  if (fix && flags['jobs'] !== undefined) throw new CleanclaimError('usage/unknown-flag', '--fix works in one thread: leave --jobs out.');
  if (out !== undefined && words.length > 1)
    throw new CleanclaimError('usage/unknown-flag', '--out takes the claims of one file: name one file at a time.');
  return { fix, out, overwrite };
}

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
    if (!any && !standsAlone(lines[0])) whole = [];
    any = true;
    if (whole) for (const { text } of lines) whole.push(text);
    else {
      for (const line of lines) checkOne(line, session);
      session.progress.add(lines.length);
      await session.output.flush();
    }
  }
  if (whole || !any) checkWhole(whole?.join('\n') ?? '', session);
}

/** True when a file begins as X12 does; a byte-order mark and white space may stand before. */
function isX12(first: Buffer): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*ISA[^A-Za-z0-9\s]/.test(first.subarray(0, 64).toString('latin1'));
}

function checkOne({ text, number, tooLong }: TextLine, session: Session): void {
  const plain = number === 1 && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const read = tooLong ? failure('input/too-long', `The line holds more than ${MAX_LINE / 1024 / 1024} MB.`) : parseClaim(plain);
  write(session.judge(read, plain, number), session, read);
}

/** True when the first line is a JSON text of its own, or broken before its end: then each line is. */
function standsAlone(first: TextLine | undefined): boolean {
  if (!first || first.tooLong) return true;
  const text = first.text.replace(/^\ufeff/, '').trim();
  if (!text.startsWith('{')) return !text.startsWith('[');
  return jsonErrorAt(text) < text.length || text.endsWith('}');
}

function checkWhole(text: string, session: Session): void {
  const plain = text.replace(/^\ufeff/, '');
  const claims = parseClaims(plain);
  session.repaired?.as(plain.trimStart().startsWith('[') ? 'list' : 'one');
  if (!Array.isArray(claims)) write({ line: 1, input: text, error: claims }, session, claims);
  else claims.forEach(({ read, text: entry }, at) => write(session.judge(read, entry, at + 1), session, read));
}

function write(checked: Checked, session: Session, read: ReadClaim | Failure, rowNumbers?: readonly number[]): void {
  const { output, statuses, strict, repaired } = session;
  statuses.add(exitOf(checked, strict));
  // What could not be read stays in its place, so that no claim is lost.
  if (isUnreadable(checked)) repaired?.keepText(checked.input);
  else if (isFixed(checked)) repaired?.put(checked.fixed.claim);
  if (output.format === 'ndjson') {
    output.raw(`${writeLine(checked)}\n`);
    return;
  }
  if (isUnreadable(checked)) {
    inPlace(output, checked);
    return;
  }
  if (output.format !== 'csv') {
    output.answer(checked, () => {
      const report = showReport(checked, output, rowNumbers);
      return isFixed(checked) && !isFailure(read) ? `${showFixes(read.claim, checked.fixed.changes, output)}\n\n${report}` : report;
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
