import type { PatchStep, Severity } from './outcome.ts';
import type { Where } from './where.ts';

/** What `check` answers for one claim; the names are stable (docs/report.md). */
export interface Report {
  readonly claim: string | null;
  readonly status: 'clean' | 'findings' | 'incomplete';
  readonly on: string | null;
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotCheckedEntry[];
  readonly bypassed: readonly { readonly rule: string; readonly codes: readonly string[]; readonly by: string }[];
  readonly editions: readonly { readonly id: string; readonly from: string; readonly to: string | null; readonly notesAsOf?: string }[];
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly status: 'fail' | 'review';
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  readonly patch?: readonly PatchStep[];
  readonly suggestions?: readonly { readonly when: string; readonly patch: readonly PatchStep[] }[];
  readonly where: Where;
  readonly codes: readonly string[];
  readonly source: { readonly title: string; readonly edition: string | null; readonly locator: string | null; readonly url: string };
  readonly effective: { readonly from: string; readonly to: string | null };
}

export interface NotCheckedEntry {
  readonly rule: string;
  readonly reason: string;
  readonly install: string;
}
