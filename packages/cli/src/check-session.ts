import type { Engine } from '@cleanclaim/core';
import type { Day } from '@cleanclaim/core/day';
import type { Failure, ReadClaim } from '@cleanclaim/core';
import type { Checked } from './check-text.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';
import type { RepairedClaims } from './repaired-claims.ts';

/** What one run of `check` works with, whichever way its claims come in. */
export interface Session {
  readonly engine: Engine;
  readonly received: Day;
  readonly strict: boolean;
  readonly statuses: Set<number>;
  readonly output: Output;
  readonly progress: Progress;
  /** Where repaired claims go, with --fix --out. */
  readonly repaired: RepairedClaims | undefined;
  /** Checks a claim that was read, and repairs it first with --fix. `text` is echoed where it could not be read. */
  judge(read: ReadClaim | Failure, text: string, line: number): Checked;
}

/**
 * Writes one report, or the failure in its place, in the format asked for; `read` is the claim as it came, `rows` the rows
 * of a table its lines stood in.
 */
export type WriteChecked = (checked: Checked, session: Session, read: ReadClaim | Failure, rows?: readonly number[]) => void;
