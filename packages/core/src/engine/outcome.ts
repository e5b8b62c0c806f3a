export type Severity = 'error' | 'warning' | 'info';

/** What a rule says of one place on the claim: what is wrong, why it matters, what to do. */
export interface Found {
  /** JSON path on the claim, such as `/diagnoses/1` or `/lines/0/pointers`. */
  readonly at: string;
  readonly codes?: readonly string[];
  /** One sentence: what is wrong. */
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** Overrides the rule's own severity. */
  readonly severity?: Severity;
  /** `review` when a person has to decide; `fail` when left out. */
  readonly status?: 'fail' | 'review';
  /** The tabular note the finding rests on; it becomes the source. */
  readonly note?: number;
  /** Id of the table's edition the finding rests on, where it is not that of the line's own day. */
  readonly edition?: string;
  /** JSON Patch (RFC 6902), only where the repair is certain and changes no diagnosis or procedure. */
  readonly patch?: readonly PatchStep[];
  readonly suggestions?: readonly { readonly when: string; readonly patch: readonly PatchStep[] }[];
}

export type PatchStep =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move'; readonly from: string; readonly path: string };

/** The rule would have failed, but the claim itself gives the accepted reason. */
export interface Bypassed {
  readonly bypassed: string;
  readonly codes: readonly string[];
}

/** The rule could not decide here: never a pass. */
export interface NotChecked {
  readonly notChecked: string;
  /** What to install or do so that it can be checked. */
  readonly install: string;
}

export type Outcome = Found | Bypassed | NotChecked;
export type Outcomes = Outcome | readonly Outcome[] | undefined;
