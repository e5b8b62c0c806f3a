import type { Engine, PayerPlan } from '@cleanclaim/core';
import type { Checked, When } from './check-text.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';

/** What one run of `check` works with, whichever way its claims come in. */
export interface Session {
  readonly engine: Engine;
  readonly when: When;
  readonly strict: boolean;
  /** What payers ask, the user's own plans first. */
  readonly plans: readonly PayerPlan[];
  readonly statuses: Set<number>;
  readonly output: Output;
  readonly progress: Progress;
}

/** Writes one report, or the failure in its place, in the format asked for. */
export type WriteChecked = (checked: Checked, session: Session) => void;
