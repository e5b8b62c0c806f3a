import type { Engine } from '@cleanclaim/core';
import type { Day } from '@cleanclaim/core/day';
import type { CheckSummary } from './check-summary.ts';
import type { GivenHistory } from './given-history.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';

/** What one run of `check` works with, whichever way its claims come in. */
export interface Session {
  readonly engine: Engine;
  readonly received: Day;
  readonly strict: boolean;
  readonly statuses: Set<number>;
  readonly output: Output;
  readonly progress: Progress;
  readonly history: GivenHistory | undefined;
  /** Counts by rule in place of reports. */
  readonly summary: CheckSummary | undefined;
}
