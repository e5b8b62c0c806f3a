import type { Claim, Day, Failure, Report } from '@cleanclaim/core';
import type { PaidClaim } from '@cleanclaim/x12';
import type { CodeFacts } from './code-facts.ts';
import type { PackFiles } from './pack-files.ts';
import type { SentAnswer, SentFile } from './sent-claims.ts';

/** What the page asks of the claims that were sent: the answer comes when their files are read. */
export type SentQuestion =
  | { readonly ask: 'count'; readonly file: SentFile }
  | { readonly ask: 'match'; readonly files: readonly SentFile[]; readonly claims: readonly PaidClaim[] };

/** What the page asks of the rules. */
export type RulesQuestion =
  | { readonly ask: 'check'; readonly claims: readonly Claim[]; readonly received: Day }
  /** The repairs that are certain: those of the report that is shown, which may be the server's, then what they bring to light. */
  | { readonly ask: 'fix'; readonly claim: Claim; readonly report: Report; readonly received: Day }
  | { readonly ask: 'facts'; readonly code: string; readonly on: Day };

export type Question = RulesQuestion | SentQuestion;

export interface Answers {
  readonly check: readonly Report[];
  readonly fix: Claim;
  readonly facts: CodeFacts;
  /** How many claims the file holds. */
  readonly count: number | Failure;
  readonly match: readonly (SentAnswer | null)[];
}

// What goes between the page and the worker that holds the rules.

export type ToRules = { readonly files: PackFiles } | { readonly id: number; readonly question: Question };
export type FromRules = { readonly id: number } & ({ readonly answer: Answers[Question['ask']] } | { readonly trouble: string });
