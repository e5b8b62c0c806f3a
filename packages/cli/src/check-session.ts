import { type Engine, makeEngine, type PayerPlan, type Rule } from '@cleanclaim/core';
import { PLANS } from '@cleanclaim/plans';
import { RULES, UNMADE } from '@cleanclaim/rules';
import type { CheckFlags } from './check-flags.ts';
import type { CheckSummary } from './check-summary.ts';
import type { When } from './check-text.ts';
import type { Given } from './given.ts';
import type { GivenHistory } from './given-history.ts';
import { openData } from './open-data.ts';
import type { Output } from './output.ts';
import { Progress } from './progress.ts';
import { RepairedClaims } from './repaired-claims.ts';
import { ReportLines } from './report-lines.ts';

/** What one run of `check` works with, whichever way its claims come in. */
export interface Session {
  readonly engine: Engine;
  readonly when: When;
  readonly strict: boolean;
  /** What payers ask, the user's own plans first. */
  readonly plans: readonly PayerPlan[];
  readonly statuses: Set<number>;
  readonly output: Output;
  /** Reports on their way to `output`, where they are written one a line. */
  readonly lines: ReportLines;
  readonly progress: Progress;
  readonly history: GivenHistory | undefined;
  /** Counts by rule in place of reports. */
  readonly summary: CheckSummary | undefined;
  /** Claims are repaired where that is certain, and reported on as they then are. */
  readonly fix: boolean;
  /** Where repaired claims go, with --fix --out. */
  readonly repaired: RepairedClaims | undefined;
}

/** The other claims of patients are a bundle of its own, which the command loads by name. */
type LoadHistory = () => Promise<Pick<typeof import('./given-history.ts'), 'openHistory'>>;

/** Opens what the flags name: data, rules, plans, history. The file of --out is begun here and dropped by whoever fails before its end. */
export async function openSession(flags: CheckFlags, given: Given, output: Output, loadHistory: LoadHistory): Promise<Session> {
  const data = openData(given);
  const rules: readonly Rule[] =
    flags.rules === undefined ? RULES : [...RULES, ...(await (await import('./own-rules.ts')).loadRules(flags.rules))];
  const plans = flags.plan === undefined ? PLANS : await (await import('./own-plans.ts')).loadPlans(flags.plan, PLANS);
  const engine = makeEngine(rules, data, UNMADE, { plans });
  const received = flags.received ?? given.today;
  return {
    engine,
    when: flags.received === undefined ? { received, assumed: true } : { received },
    plans,
    strict: flags.strict,
    statuses: new Set(),
    output,
    lines: new ReportLines((bytes) => output.bytes(bytes)),
    progress: new Progress(given.flags['quiet'] !== true),
    history: flags.history === undefined ? undefined : await (await loadHistory()).openHistory(flags.history),
    summary: flags.summary ? new (await import('./check-summary.ts')).CheckSummary(rules, engine, received) : undefined,
    fix: flags.fix,
    repaired: flags.out === undefined ? undefined : new RepairedClaims(flags.out, flags.overwrite),
  };
}
