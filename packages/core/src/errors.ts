/**
 * Every way a call can be wrongly used, in one place. An answer such as "not billable" is not an error; these are.
 * Errors are data: a code, the facts, and what to do next.
 */
export const FAILURES = {
  'input/invalid': 'The page docs/operations.md shows what each operation takes.',
  'input/not-text': 'Send the code or the words as text.',
  'input/too-long': 'Send at most the stated number of characters.',
  'input/not-a-day': 'Write the day as YYYY-MM-DD, for example 2026-03-04.',
  'input/out-of-range': 'Use a value inside the stated range.',
  'input/unknown-system': 'Use one of the systems named in the message.',
  'input/unknown-edition': 'List the installed editions with: cleanclaim data list',
  'input/not-json': 'Send JSON: one claim, an array of claims, or one claim a line with --format ndjson.',
  'input/not-utf8': 'Save the file as UTF-8, the encoding of JSON, and send it again.',
  'input/duplicate-key': 'Keep one of the two; a reader cannot know which was meant.',
  'input/too-deep': 'Claims nest a few levels; send a claim as described in docs/claim.md.',
  'input/empty': 'Send at least one item.',
  'input/unsupported-format': 'Send the claim as Cleanclaim JSON (docs/claim.md) or as X12 837 (docs/x12.md).',
  'claim/wrong-shape': 'Write the field as docs/claim.md shows.',
  'claim/missing-field': 'Add the field; docs/claim.md shows a whole claim.',
  'claim/too-large': 'Split the claim; the limits are in docs/claim.md.',
  'charges/wrong-mapping': 'See docs/charges.md, or let it be proposed: cleanclaim charges guess FILE',
  'charges/no-column': 'Name the columns as the file has them, or propose the mapping anew: cleanclaim charges guess FILE',
  'charges/wrong-cell': 'Correct the cell in the table and run it again; the other claims were read.',
  'charges/unreadable': 'Save the table as CSV (UTF-8) or xlsx, with one row of headings.',
  'plan/wrong': 'Correct the plan at the place named; docs/plans.md shows a whole one.',
  'form/no-form': 'Print professional claims (CMS-1500) and institutional ones (UB-04); send dental claims as 837D.',
  'x12/nothing-to-answer': 'Send a file with at least one interchange (ISA … IEA).',
  'table/no-column': 'Name the column with --map ROLE=COLUMN, for example --map age=AgeGroup.',
  'table/unreadable': 'Save the table as CSV with one heading line, as ndjson, or as Parquet.',
  'table/needs-duckdb': 'Install it beside Cleanclaim: npm install @duckdb/node-api@1.5.6-r.1',
  'table/needs-plot': 'Install it beside Cleanclaim: npm install @observablehq/plot@0.6.17 linkedom@0.18.15 @napi-rs/canvas@1.1.1',
  'pack/damaged': 'Install the package again; for an installed edition run: cleanclaim data verify',
  'http/not-found': 'The paths are listed in /openapi.json.',
  'http/method-not-allowed': 'Use one of the methods named in the Allow header.',
  'http/media-type': 'Send JSON with content-type application/json, or one input a line with application/x-ndjson.',
  'http/body-too-large': 'Send fewer claims at a time, or one a line with content-type application/x-ndjson.',
  'http/too-slow': 'Send the whole request at once; large batches go one a line with content-type application/x-ndjson.',
  'http/busy': 'Wait as long as the Retry-After header says and send it again.',
  'http/no-token': 'Send the header Authorization: Bearer TOKEN; whoever runs the server gives out the token.',
  'http/provider-unreachable': 'Try again in a moment; whoever runs the server can see whether the identity provider answers.',
  'http/not-allowed': 'Ask whoever runs the server for a token with the role named in the message.',
  'http/other-site': 'Call the server from its own page, or from a program that sends no Origin header.',
  'http/unforeseen': 'Report it with the request id and without patient data; the server log holds the same id.',
  'data/unrecognised': 'See which files are known: cleanclaim data sources. Give a file its official name where you renamed it.',
  'data/wrong-file': 'Take the file from its publisher again, whole and under its own name.',
  'data/wrong-row': 'Look at that place in the file; if it is as published, please report it.',
  'data/refused':
    'Mend what the message names and run it again, unpack an archive yourself and give the table inside, or take the file from where it came from again.',
  'data/edition-exists': 'Remove the installed one first: cleanclaim data remove EDITION',
  'data/busy': 'Wait until the other import has ended, then run the command again.',
  'data/disk': 'Free some space or name another folder with --data, then run the command again.',
  'data/no-edition': 'See what is installed: cleanclaim data list',
  'data/offline': 'Download the file with a browser from the page named, then: cleanclaim data add FILE',
  'data/licence': 'Read the terms on the page named, then run again with --accept-licence.',
  'store/none': 'Start the server with --database FILE to keep claims.',
  'store/not-found': 'List the kept claims; it may have been erased.',
  'store/changed': 'Read the claim again, apply your change to it, and save it with its new version.',
  'store/no-key': 'Set CLEANCLAIM_STORE_KEY to the key the claims were kept under.',
  'store/unreachable': 'Check the path or address of the database and that it may be opened.',
  'queue/no-postgres': 'Name the PostgreSQL of the office: --database postgres://…, or CLEANCLAIM_DATABASE.',
  'store/not-empty': 'Restore into a new database.',
  'store/damaged': 'Take another backup; docs/office.md says how a backup is checked.',
  'usage/unknown-flag': 'See the flags with: cleanclaim COMMAND --help',
  'usage/unknown-command': 'See the commands with: cleanclaim --help',
  'usage/missing-argument': 'See examples with: cleanclaim COMMAND --help',
  'usage/cannot-listen': 'Choose another with --port and --host.',
  'usage/unsafe-server': 'Leave --host out to serve this machine alone; docs/http.md shows a server for an office.',
  'usage/oidc': 'Check --oidc-issuer and --oidc-audience against your identity provider; docs/http.md shows the settings.',
  'usage/unwritable-file': 'Name another path, or make room, and run the command again.',
  'usage/unreadable-file': 'Check the path and that you may read the file.',
} as const;

export type FailureCode = keyof typeof FAILURES;

export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  /** Where in the input, as a JSON path such as `/lines/0/charge`; empty for the whole input. */
  readonly path: string;
  readonly recovery: string;
}

export function failure(code: FailureCode, message: string, path = ''): Failure {
  return { code, message, path, recovery: FAILURES[code] };
}

/** Carries a Failure out of an operation; surfaces turn it into an exit status, an HTTP problem or a tool error. */
export class CleanclaimError extends Error {
  readonly failure: Failure;
  constructor(code: FailureCode, message: string, path = '') {
    super(message);
    this.name = 'CleanclaimError';
    this.failure = failure(code, message, path);
  }
}

/** True for a CleanclaimError, also one made by another copy of this module (each command of the command line is a bundle of its own). */
export function isCleanclaimError(error: unknown): error is CleanclaimError {
  return error instanceof Error && error.name === 'CleanclaimError' && 'failure' in error;
}

/** A piece of the user's own text fit for a message: no control characters, at most 60 characters. */
export function quote(text: string): string {
  let shown = '';
  for (const character of text) {
    if (shown.length >= 60) return `"${shown}…"`;
    const point = character.codePointAt(0) ?? 0;
    const hidden =
      point < 32 ||
      (point >= 0x7f && point <= 0x9f) ||
      (point >= 0xd800 && point <= 0xdfff) ||
      (point >= 0x200b && point <= 0x200f) ||
      (point >= 0x2028 && point <= 0x202e) ||
      point === 0xfeff;
    shown += hidden ? `\\u${point.toString(16).padStart(4, '0')}` : character;
  }
  return `"${shown}"`;
}
