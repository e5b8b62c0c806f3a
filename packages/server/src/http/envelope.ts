import { randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { errorPlace, type Log } from '../log.ts';
import type { Role } from '../role.ts';
import { type Access, admit, OPEN, type Principal, type Verified, verifiedBy } from './access.ts';
import type { Slots } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { isFailureWithin, outcomeOfProblem, problemOf } from './problem.ts';
import { DATA_POLICY, HEADERS, refuseOtherSites } from './security.ts';

/** What a request carries from the envelope to its route and back. */
export interface Carried {
  readonly Variables: {
    requestId: string;
    /** The route's name for log and metrics. */
    route: string;
    principal: Principal;
    /** Whom the identity provider vouches for. */
    verified: Verified | undefined;
    /** The code of the failure it ended in. */
    failure: string;
  };
}
export type Request = Context<Carried>;

export interface EnvelopeParts {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly requests: Slots;
  readonly loopbackOnly: boolean;
  readonly encrypted: boolean;
  readonly access: Access;
}

/** Around every request: its id, its place among those under way, refusal of other sites, headers, log and metrics. */
export function envelope({ log, metrics, requests, loopbackOnly, encrypted, access }: EnvelopeParts): MiddlewareHandler<Carried> {
  const newId = requestIds();
  return async (c, next) => {
    const start = performance.now();
    const sent = c.req.header('x-request-id');
    const requestId = sent !== undefined && /^[\w.-]{1,64}$/.test(sent) ? sent : newId();
    c.set('requestId', requestId);
    c.set('route', 'other');
    let release: (() => void) | undefined;
    try {
      release = requests.take();
      refuseOtherSites(c, loopbackOnly);
      c.set('verified', await verifiedBy(c.req.header('authorization'), access));
      await next();
    } catch (error) {
      c.res = refusal(error, c, log);
    } finally {
      release?.();
    }
    const { headers, status } = c.res;
    for (const name in HEADERS) headers.set(name, HEADERS[name] ?? '');
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', DATA_POLICY);
    if (encrypted) headers.set('Strict-Transport-Security', 'max-age=31536000');
    headers.set('X-Request-Id', requestId);
    const milliseconds = performance.now() - start;
    const route = c.get('route');
    const method = knownMethod(c.req.method);
    metrics.request(route, method, status, milliseconds / 1000);
    const failure = c.get('failure');
    const principal = c.get('principal');
    log({
      event: 'request',
      requestId,
      route,
      method,
      status,
      milliseconds: Math.round(milliseconds * 10) / 10,
      ...(failure === undefined ? {} : { failure }),
      ...(principal === undefined || principal === OPEN ? {} : { who: principal.name }),
    });
  };
}

/** The answer to a request that failed. What we did not foresee goes to the log with its place and to the caller without. */
export function refusal(error: unknown, c: Request, log: Log): Response {
  const { problem, headers } = problemOf(error, c.get('requestId'));
  c.set('failure', problem.code);
  if (!isFailureWithin(error) || problem.code === 'pack/damaged')
    log({ event: 'unforeseen', requestId: problem.requestId, ...errorPlace(error) });
  const isFhir = c.req.path.startsWith('/fhir/');
  return new Response(JSON.stringify(isFhir ? outcomeOfProblem(problem) : problem), {
    status: problem.status,
    headers: { 'Content-Type': isFhir ? 'application/fhir+json' : 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  });
}

/** Names the route for log and metrics, and asks for the role it needs. */
export function enter(c: Request, route: string, role: Role | undefined, access: Access): void {
  c.set('route', route);
  if (role !== undefined) c.set('principal', admit(c.req.header('authorization'), c.get('verified'), role, access));
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Methods are the caller's words: others than the usual are counted together. */
function knownMethod(method: string): string {
  return METHODS.has(method) ? method : 'OTHER';
}

/** Ids that do not repeat: random for the process, counted within it. */
function requestIds(): () => string {
  const start = randomBytes(6).toString('hex');
  let count = 0;
  return () => `${start}-${(++count).toString(36)}`;
}
