import { type Failure, type FailureCode, failure, isCleanclaimError } from '@cleanclaim/core';

/** A failure on its way to the caller with its HTTP status and any headers the status calls for. */
export class HttpFailure extends Error {
  readonly failure: Failure;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(code: FailureCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'HttpFailure';
    this.failure = failure(code, message);
    this.status = statusOf(code);
    this.headers = headers;
  }
}

export function methodNotAllowed(allow: string): HttpFailure {
  return new HttpFailure('http/method-not-allowed', `This path takes ${allow}.`, { Allow: allow });
}

/** Wrong text is 400, a well-formed claim of the wrong shape 422; what concerns the request itself has its own status. */
const STATUS: Partial<Record<FailureCode, number>> = {
  'claim/wrong-shape': 422,
  'claim/missing-field': 422,
  'claim/too-large': 422,
  'input/unknown-edition': 404,
  'pack/damaged': 503,
  'store/none': 404,
  'queue/no-postgres': 404,
  'store/not-found': 404,
  'store/changed': 409,
  'store/not-empty': 409,
  'store/no-key': 503,
  'store/unreachable': 503,
  'store/damaged': 503,
  'http/not-found': 404,
  'http/method-not-allowed': 405,
  'http/media-type': 415,
  'http/body-too-large': 413,
  'http/too-slow': 408,
  'http/busy': 429,
  'http/no-token': 401,
  'http/not-allowed': 403,
  'http/provider-unreachable': 503,
  'http/other-site': 403,
  'http/unforeseen': 500,
};

export function statusOf(code: FailureCode): number {
  return STATUS[code] ?? 400;
}

/** What to do next, said for a caller over HTTP where the common text names the command line. */
const RECOVERY: Partial<Record<FailureCode, string>> = {
  'input/invalid': '/openapi.json shows what each operation takes.',
  'input/unknown-edition': 'List the installed editions with GET /v1/data.list.',
  'input/not-json': 'Send one JSON object with content-type application/json, or one a line with application/x-ndjson.',
};

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: FailureCode;
  readonly path: string;
  readonly recovery: string;
  readonly requestId: string;
}

/** Any error as RFC 9457 problem details. What we did not foresee says nothing of its inside. */
export function problemOf(error: unknown, requestId: string): { problem: Problem; headers: Readonly<Record<string, string>> } {
  const known = error instanceof HttpFailure || isCleanclaimError(error);
  const { code, message, path, recovery } = known
    ? error.failure
    : failure('http/unforeseen', 'The server met something it did not foresee.');
  const headers = error instanceof HttpFailure ? error.headers : {};
  return {
    problem: {
      type: `urn:cleanclaim:failure:${code}`,
      title: titleOf(code),
      status: statusOf(code),
      // A damaged pack names its file: that is for the log, not for callers.
      detail: code === 'pack/damaged' ? 'A data file of the server is damaged.' : message,
      code,
      path,
      recovery: RECOVERY[code] ?? recovery,
      requestId,
    },
    headers,
  };
}

/** FHIR's words for what went wrong, by HTTP status. */
const ISSUE_CODES: Readonly<Record<number, string>> = {
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-supported',
  408: 'timeout',
  413: 'too-long',
  415: 'not-supported',
  429: 'throttled',
  500: 'exception',
  503: 'transient',
};

/** A problem as FHIR's OperationOutcome. */
export function outcomeOfProblem({ status, detail, recovery, code, requestId }: Problem): object {
  return {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: status >= 500 ? 'fatal' : 'error',
        code: ISSUE_CODES[status] ?? 'invalid',
        details: { text: `${detail} ${recovery}` },
        diagnostics: `${code}, request ${requestId}`,
      },
    ],
  };
}

/** `input/not-a-day` reads "Not a day". */
function titleOf(code: FailureCode): string {
  const what = (code.split('/')[1] ?? '').replaceAll('-', ' ');
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
}

/** The failure an error carries; undefined when it is none that we foresaw. */
export function isFailureWithin(error: unknown): Failure | undefined {
  return error instanceof HttpFailure || isCleanclaimError(error) ? error.failure : undefined;
}
