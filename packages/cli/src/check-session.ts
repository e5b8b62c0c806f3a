import type { Engine, PayerPlan } from '@cleanclaim/core';
import type { CheckSummary } from './check-summary.ts';
import type { When } from './check-text.ts';
import type { GivenHistory } from './given-history.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';
import type { RepairedClaims } from './repaired-claims.ts';
import type { ReportLines } from './report-lines.ts';

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
