import type { ResourceStatus } from './code-system.ts';
import type { Designations } from './designations.ts';
import { type Issue, IssueList } from './issues.ts';
import type { JsonObject } from './json.ts';
import { type Message, SAY } from './messages.ts';
import { stateOf } from './resource-code-system.ts';

/** A code as a caller gives it. */
export interface GivenCoding {
  readonly system: string | undefined;
  readonly version: string | undefined;
  readonly code: string;
  readonly display: string | undefined;
}

/** What is said of all codings of one request. */
export interface Findings {
  readonly issues: IssueList;
  /** Texts of the answer's message beside those of errors. */
  readonly said: Set<string>;
  readonly unknownSystems: Set<string>;
  /** The first inactive concept. */
  inactive: { readonly at: string; readonly code: string } | undefined;
  status: string | undefined;
  /** The code as its system writes it, where it was given otherwise. */
  normalForm: string | undefined;
}

/** What is found of one coding. */
export interface FoundCoding {
  readonly designations: Designations;
  version: string | undefined;
  language: string | undefined;
  system: string | undefined;
}

/** A coding with the system it is of. */
export type Coding = GivenCoding & { readonly system: string };

/** A coding that is held against a value set: where it stands in the request, and where what is found out goes. */
export interface Question<Asked extends GivenCoding = GivenCoding> {
  readonly coding: Asked;
  readonly at: string;
  readonly findings: Findings;
  readonly found: FoundCoding;
}

/** In the value set, not in it, or not to be told since the code system is not known. */
export type Membership = 'in' | 'out' | 'unknown';

export function noFindings(): Findings {
  return {
    issues: new IssueList(),
    said: new Set(),
    unknownSystems: new Set(),
    inactive: undefined,
    status: undefined,
    normalForm: undefined,
  };
}

/** A field of the coding at `at`. */
export function field(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}

/** An issue whose text is in the answer's message too. */
export function say(findings: Findings, message: Message, issue: Omit<Issue, 'message'>): void {
  findings.said.add(message.text);
  findings.issues.add({ ...issue, message });
}

/** Says where something that is used is not what it was, unless the value set is no better itself. */
export function noteStatus(state: ResourceStatus, type: string, reference: string, findings: Findings, valueSet: JsonObject): void {
  const own = stateOf(valueSet);
  const isDraft = own.status === 'draft' || own.standardsStatus === 'draft';
  const { standardsStatus } = state;
  const what =
    standardsStatus === 'deprecated' || standardsStatus === 'withdrawn'
      ? standardsStatus
      : state.status === 'retired'
        ? 'retired'
        : state.experimental && !own.experimental
          ? 'experimental'
          : (state.status === 'draft' || standardsStatus === 'draft') && !isDraft
            ? 'draft'
            : undefined;
  if (what)
    findings.issues.add({
      severity: 'information',
      code: 'business-rule',
      detail: 'status-check',
      message: SAY.referenceTo(what, type, reference),
    });
}
