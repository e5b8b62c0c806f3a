import { EXTENSION } from './extensions.ts';
import type { Json, JsonObject } from './json.ts';
import type { Message } from './messages.ts';

export type IssueSeverity = 'error' | 'warning' | 'information';

/** What an issue is about, by HL7's code system of terminology issues. */
export type IssueDetail =
  | 'not-found'
  | 'vs-invalid'
  | 'not-in-vs'
  | 'this-code-not-in-vs'
  | 'invalid-code'
  | 'invalid-display'
  | 'display-comment'
  | 'invalid-data'
  | 'code-rule'
  | 'code-comment'
  | 'status-check'
  | 'cannot-infer'
  | 'version-error'
  | 'process-note'
  | 'too-costly'
  | 'cache-id-unknown';

const ISSUE_TYPE = 'http://hl7.org/fhir/tools/CodeSystem/tx-issue-type';

export interface Issue {
  readonly severity: IssueSeverity;
  /** FHIR's issue type: `invalid`, `not-found`, `code-invalid`, … */
  readonly code: string;
  readonly detail?: IssueDetail;
  readonly message: Message;
  /** A FHIRPath to the element; left out where it is the whole request. */
  readonly at?: string;
}

/** Issues of one answer, each once. */
export class IssueList {
  readonly #issues: Issue[] = [];

  /** False when the same was said before. */
  add(issue: Issue): boolean {
    if (this.#issues.some((each) => sameIssue(each, issue))) return false;
    this.#issues.push(issue);
    return true;
  }

  get all(): readonly Issue[] {
    return this.#issues;
  }

  get hasErrors(): boolean {
    return this.#issues.some(({ severity }) => severity === 'error');
  }

  /** Puts other words in the place of an issue. */
  replace(issue: Issue, instead: Issue): void {
    const at = this.#issues.indexOf(issue);
    if (at >= 0) this.#issues[at] = instead;
  }
}

function sameIssue(one: Issue, other: Issue): boolean {
  return one.message.text === other.message.text && one.at === other.at && one.severity === other.severity && one.detail === other.detail;
}

export function outcomeOf(issues: readonly Issue[]): JsonObject {
  return { resourceType: 'OperationOutcome', issue: issues.map(writeIssue) };
}

function writeIssue({ severity, code, detail, message, at }: Issue): JsonObject {
  const details: Record<string, Json> = {};
  if (detail) details['coding'] = [{ system: ISSUE_TYPE, code: detail }];
  details['text'] = message.text;
  return {
    ...(message.id === '' ? {} : { extension: [{ url: EXTENSION.messageId, valueString: message.id }] }),
    severity,
    code,
    details,
    ...(at === undefined || at === '' ? {} : { expression: [at] }),
  };
}

/** The request cannot be answered: an OperationOutcome with an HTTP status. */
export class TerminologyError extends Error {
  readonly issue: Issue;
  readonly status: number;
  /** For validations: the answer is that the code is not valid, with this issue, rather than a failed request. */
  readonly isAnswer: boolean;
  /** The code system nobody knows that caused it. */
  readonly unknownSystem: string | undefined;

  constructor(issue: Issue, status: number, options: { readonly isAnswer?: boolean; readonly unknownSystem?: string } = {}) {
    super(issue.message.text);
    this.name = 'TerminologyError';
    this.issue = issue;
    this.status = status;
    this.isAnswer = options.isAnswer ?? false;
    this.unknownSystem = options.unknownSystem;
  }
}

/** A request that is wrong in itself. */
export function badRequest(text: string, code = 'invalid'): TerminologyError {
  return new TerminologyError({ severity: 'error', code, message: { id: '', text } }, 400);
}
