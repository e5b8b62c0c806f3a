import type { Severity } from '@cleanclaim/core';
import type { AckCodes } from '../ack-codes.ts';

/** What is the same in every finding of a rule. */
export interface RuleText {
  readonly snip: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: string;
  readonly codes: AckCodes;
}

export const error = (snip: RuleText['snip'], codes: AckCodes, why: string, fix: string): RuleText => ({
  snip,
  severity: 'error',
  why,
  fix,
  codes,
});
export const warning = (snip: RuleText['snip'], codes: AckCodes, why: string, fix: string): RuleText => ({
  snip,
  severity: 'warning',
  why,
  fix,
  codes,
});
