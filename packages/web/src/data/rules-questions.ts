import type { Claim, Day, Report } from '@cleanclaim/core';
import type { CodeFacts } from './code-facts.ts';
import type { PackFiles } from './pack-files.ts';

/** What the page asks of the rules. */
export type Question =
  | { readonly ask: 'check'; readonly claims: readonly Claim[]; readonly received: Day }
  /** The repairs that are certain: those of the report that is shown, which may be the server's, then what they bring to light. */
  | { readonly ask: 'fix'; readonly claim: Claim; readonly report: Report; readonly received: Day }
  | { readonly ask: 'facts'; readonly code: string; readonly on: Day };

export interface Answers {
  readonly check: readonly Report[];
  readonly fix: Claim;
  readonly facts: CodeFacts;
}

// What goes between the page and the worker that holds the rules.

export type ToRules = { readonly files: PackFiles } | { readonly id: number; readonly question: Question };
export type FromRules = { readonly id: number } & ({ readonly answer: Answers[Question['ask']] } | { readonly trouble: string });
