import { setImmediate } from 'node:timers/promises';
import { Hono } from 'hono';
import type { PgBoss } from 'pg-boss';
import { compress } from 'hono/compress';
import { type Access, openAccess } from './http/access.ts';
import { AnswerCache } from './http/answer-cache.ts';
import { type Carried, enter, envelope, refusal, type Request } from './http/envelope.ts';
import { addFhir } from './http/fhir.ts';
import { addJobs } from './http/jobs.ts';
import { type Limits, LIMITS, Slots } from './http/limits.ts';
import { Metrics } from './http/metrics.ts';
import { openapi } from './http/openapi.ts';
import { cacheHeaders, json, operationRoute, type RouteParts, unchanged } from './http/operation-route.ts';
import { addPacks } from './http/packs.ts';
import { addPage, pageFolder } from './http/page.ts';
import { methodNotAllowed } from './http/problem.ts';
import { addSignOn } from './http/sign-on-routes.ts';
import { suggest, type SuggestQuestion, suggestQuestion } from './http/suggest.ts';
import { warmUpTexts } from './http/warm-up.ts';
import { addWorklist } from './http/worklist.ts';
import { addX12 } from './http/x12.ts';
import { type Log, silent } from './log.ts';
import { mcpOverHttp } from './mcp/http.ts';
import { HeldQueue } from './queue/held-queue.ts';
import type { Role } from './role.ts';
import { SERVED } from './served.ts';
import type { Service } from './service.ts';
import type { Store } from './store/store.ts';

export interface AppOptions {
  readonly service: Service;
  readonly access?: Access;
  /** Where claims are kept; without it the worklist says that there is none. */
  readonly store?: Store;
  /** Opens the queue of the office's workers, when it is first asked for; without it no file can be left for them. */
  readonly queue?: () => Promise<PgBoss>;
  readonly limits?: Partial<Limits>;
  readonly log?: Log;
  /** The server can be reached from this machine alone: then the Host header must name it. */
  readonly loopbackOnly?: boolean;
  /** Callers reach the server by HTTPS, of its own or of a proxy: browsers are told to use nothing else. */
  readonly encrypted?: boolean;
  /** The folder of the built page; the package's own when left out. */
  readonly page?: string;
}

export interface App {
  readonly fetch: Hono<Carried>['fetch'];
  readonly request: Hono<Carried>['request'];
  /** Asks what warms search up, a little at a time, about a second in all: the first searches are then not the slow ones. */
  warmUp(): Promise<void>;
  /** From now on `/ready` says no, so that a balancer sends nothing more here. */
  stopping(): void;
  close(): Promise<void>;
}

/** Finished answers kept, in characters: about 20,000 type-ahead answers. */
const KEPT_ANSWERS = 16 * 1024 * 1024;

/** The whole HTTP surface. Needs no port: `request` answers in tests as `fetch` does behind one. */
export function makeApp(options: AppOptions): App {
  const {
    service,
    access = openAccess,
    store,
    queue: openQueue,
    log = silent,
    loopbackOnly = false,
    encrypted = false,
    page = pageFolder(),
  } = options;
  const limits = { ...LIMITS, ...options.limits };
  const requests = new Slots(limits.requests);
  const streams = new Slots(limits.streams);
  const metrics = new Metrics({ version: service.version, data: service.mark });
  metrics.read('cleanclaim_http_requests_in_flight', 'gauge', 'Requests being answered.', () => requests.taken);
  metrics.read('cleanclaim_http_streams_in_flight', 'gauge', 'Streams being answered.', () => streams.taken);
  metrics.read('process_resident_memory_bytes', 'gauge', 'Memory in use.', () => process.memoryUsage.rss());
  metrics.read('process_cpu_seconds_total', 'counter', 'CPU time used.', cpuSeconds);
  const parts: RouteParts = { service, limits, streams, metrics, answers: new AnswerCache(KEPT_ANSWERS), access, store };
  const mcp = mcpOverHttp(service, limits);
  const state = { ready: true };
  const queue = openQueue && new HeldQueue(openQueue);

  const app = new Hono<Carried>();
  app.use(envelope({ log, metrics, requests, loopbackOnly, encrypted, access }));
  app.use(compress());
  app.onError((error, c) => refusal(error, c, log));
  addStateRoutes(app, parts, { access, state, store, hasQueue: queue !== undefined });
  addSuggestRoute(app, parts, access);
  addPacks(app, parts);
  addWorklist(app, { service, store, access, limits });
  addJobs(app, { service, store, queue: queue && (() => queue.open()), access, limits, streams });
  addX12(app, { service, access, limits, streams });
  addFhir(app, { service, access, limits });
  addSignOn(app, access);
  app.all('/v1/:operation', (c) => {
    const name = c.req.param('operation');
    enter(c, SERVED.has(name) ? name : 'other', name === 'claims.check' ? 'bill' : 'read', access);
    return operationRoute(c, name, parts);
  });
  app.all('/mcp', (c) => {
    enter(c, 'mcp', 'bill', access);
    return mcp.fetch(c.req.raw);
  });
  addPage(app, page);

  return {
    fetch: app.fetch,
    request: app.request,
    async warmUp() {
      for (const texts of warmUpTexts(service)) {
        for (const q of texts) suggestion(suggestQuestion(new URLSearchParams({ q }), service), parts);
        await setImmediate();
        if (!state.ready) return;
      }
    },
    stopping() {
      state.ready = false;
    },
    async close() {
      await mcp.close();
      await queue?.close();
    },
  };
}

/** As `enter`, for what is only read. */
function enterToRead(c: Request, route: string, role: Role | undefined, access: Access): void {
  enter(c, route, role, access);
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw methodNotAllowed('GET, HEAD');
}

interface StateParts {
  readonly access: Access;
  readonly state: { readonly ready: boolean };
  readonly store: Store | undefined;
  readonly hasQueue: boolean;
}

function addStateRoutes(app: Hono<Carried>, parts: RouteParts, { access, state, store, hasQueue }: StateParts): void {
  const { service, limits, metrics } = parts;
  const document = (guarded: boolean): string =>
    JSON.stringify(openapi(service, { guarded, limits, keepsClaims: store !== undefined, hasQueue }));
  const documents = { open: document(false), guarded: document(true) };
  app.all('/health', (c) => {
    enterToRead(c, 'health', undefined, access);
    return c.json({ status: 'ok', version: service.version });
  });
  app.all('/ready', async (c) => {
    enterToRead(c, 'ready', undefined, access);
    const editions = service.data.editions().length;
    const kept = await store?.counts().then(
      () => true,
      () => false,
    );
    const status = !state.ready ? 'stopping' : editions === 0 ? 'no-data' : kept === false ? 'no-database' : 'ready';
    return c.json({ status, editions }, status === 'ready' ? 200 : 503);
  });
  app.all('/metrics', (c) => {
    enterToRead(c, 'metrics', 'read', access);
    return c.body(metrics.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
  app.all('/openapi.json', (c) => {
    enterToRead(c, 'openapi', undefined, access);
    c.header('Access-Control-Allow-Origin', '*');
    const headers = cacheHeaders(parts, '', 0);
    return unchanged(c, headers) ?? json(c, access.guarded ? documents.guarded : documents.open, headers);
  });
}

function addSuggestRoute(app: Hono<Carried>, parts: RouteParts, access: Access): void {
  const { service } = parts;
  app.all('/v1/suggest', (c) => {
    c.header('Access-Control-Allow-Origin', '*');
    if (c.req.method === 'OPTIONS') {
      c.set('route', 'suggest');
      return c.body(null, 204, {
        'Access-Control-Allow-Methods': 'GET',
        'Access-Control-Allow-Headers': 'Authorization',
        'Access-Control-Max-Age': '86400',
      });
    }
    enterToRead(c, 'suggest', 'read', access);
    const question = suggestQuestion(new URL(c.req.url).searchParams, service);
    const headers = cacheHeaders(parts, question.on, 60);
    return unchanged(c, headers) ?? json(c, suggestion(question, parts), headers);
  });
}

function suggestion(question: SuggestQuestion, { answers, service }: RouteParts): string {
  return answers.getOrMake(`suggest ${JSON.stringify(question)}`, () => suggest(question, service));
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
