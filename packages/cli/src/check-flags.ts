import { type Day, isDay } from '@cleanclaim/core/day';
import { CleanclaimError } from '@cleanclaim/core/errors';
import type { Flag, Given } from './given.ts';

export const CHECK_FLAGS: readonly Flag[] = [
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
  {
    name: 'jobs',
    takes: 'number',
    value: 'N',
    says: 'Check in N threads: for one claim a line with --format ndjson; else one thread does it all',
  },
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
];

/** What the flags of `check` ask for, once it is known that they go together. */
export interface CheckFlags {
  /** The day claims reach the payer, where somebody said so. */
  readonly received: Day | undefined;
  readonly strict: boolean;
  readonly summary: boolean;
  readonly jobs: number;
  /** Where the patients' other claims are. */
  readonly history: string | undefined;
  /** How the columns of a table of charges are named. */
  readonly columns: string | undefined;
  readonly fix: boolean;
  readonly out: string | undefined;
  readonly overwrite: boolean;
  /** The user's own plans and rules. */
  readonly plan: string | undefined;
  readonly rules: string | undefined;
}

/** Reads the flags of `check`. Throws `usage/unknown-flag` for two that contradict each other or say nothing without a third. */
export function checkFlags({ flags, words }: Given): CheckFlags {
  const text = (name: string): string | undefined => {
    const value = flags[name];
    return typeof value === 'string' ? value : undefined;
  };
  const received = flags['received'];
  const asked: CheckFlags = {
    received: isDay(received) ? received : undefined,
    strict: flags['strict'] === true,
    summary: flags['summary'] === true,
    jobs: Number(flags['jobs'] ?? 1),
    history: text('history'),
    columns: text('columns'),
    fix: flags['fix'] === true,
    out: text('out'),
    overwrite: flags['overwrite'] === true,
    plan: text('plan'),
    rules: text('rules'),
  };
  const trouble = contradiction(asked, words.length);
  if (trouble !== undefined) throw new CleanclaimError('usage/unknown-flag', trouble);
  return asked;
}

function contradiction(asked: CheckFlags, files: number): string | undefined {
  const { fix, out } = asked;
  if (out !== undefined && !fix) return '--out writes repaired claims: add --fix.';
  if (asked.overwrite && out === undefined) return '--overwrite belongs to --out FILE.';
  if (fix && asked.summary) return '--fix does not go with --summary.';
  if (out !== undefined && files > 1) return '--out takes the claims of one file: name one file at a time.';
  return undefined;
}
