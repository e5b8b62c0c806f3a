import {
  CleanclaimError,
  type Day,
  failure,
  type History,
  isCleanclaimError,
  isDay,
  isFailure,
  parseClaim,
  parseJson,
  quote,
  readClaim,
  type Report,
} from '@cleanclaim/core';
import { type FhirEntry, isFhirFailure, readFhirText } from '@cleanclaim/fhir';
import { isFhir, otherClaim, readFhirInstead } from '../fhir-claim.ts';
import { answer, type Served, SERVED } from '../served.ts';
import type { Service } from '../service.ts';
import { keptHistory } from '../store/kept-history.ts';
import type { Store } from '../store/store.ts';
import type { Access } from './access.ts';
import { AnswerCache } from './answer-cache.ts';
import type { Request } from './envelope.ts';
import { bodyText, type Limits, type Slots } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { answerLines } from './ndjson.ts';
import { HttpFailure, methodNotAllowed } from './problem.ts';
import { queryInput } from './query-input.ts';
import { checkX12Claims, X12_TYPE } from './x12-body.ts';

export interface RouteParts {
  readonly service: Service;
  readonly limits: Limits;
  readonly streams: Slots;
  readonly metrics: Metrics;
  readonly answers: AnswerCache;
  /** Answers may be kept by shared caches only when nobody needs a token for them. */
  readonly access: Access;
  /** Where claims are kept that may be asked for as history. */
  readonly store: Store | undefined;
}

/** `/v1/<operation>`: POST with JSON or with one input a line, GET where the input is flat. */
export async function operationRoute(c: Request, name: string, parts: RouteParts): Promise<Response> {
  const served = SERVED.get(name);
  if (!served) throw new HttpFailure('http/not-found', `There is no operation ${quote(name)}; there are ${[...SERVED.keys()].join(', ')}.`);
  const { method } = c.req;
  if (served.flat && (method === 'GET' || method === 'HEAD')) return byGet(c, served, parts);
  if (method !== 'POST') throw methodNotAllowed(served.flat ? 'GET, HEAD, POST' : 'POST');
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-ndjson') return byLines(c, served, parts);
  if (served.operation.id === 'claims.check' && type === X12_TYPE) return checkX12Claims(c, parts, receivedDay(c, parts.service));
  if (served.operation.id === 'claims.check' && type === FHIR_TYPE) return checkFhirClaims(c, parts);
  if (type !== 'application/json')
    throw new HttpFailure('http/media-type', `${served.operation.id} takes JSON.`, {
      'Accept-Post': 'application/json, application/x-ndjson',
    });
  const parsed = parseJson(await bodyText(c, parts.limits));
  if (!parsed.ok) throw new CleanclaimError(parsed.failure.code, parsed.failure.message, parsed.failure.path);
  const history = asksHistory(served, parsed.value) ? await historyFor(c, [parsed.value.claim], parts.store) : undefined;
  return json(c, JSON.stringify(answer(served, parsed.value, parts.service, history)), { 'Cache-Control': 'no-store' });
}

const FHIR_TYPE = 'application/fhir+json';

/** Checks the FHIR Claim of the body, or every one of a Bundle: one report a line, as for claims sent as lines of JSON. */
async function checkFhirClaims(c: Request, { service, limits, store }: RouteParts): Promise<Response> {
  const text = await bodyText(c, { ...limits, body: limits.fhir });
  const parsed = parseJson(text);
  if (!parsed.ok) throw new CleanclaimError(parsed.failure.code, parsed.failure.message, parsed.failure.path);
  if (!isFhir(parsed.value)) throw new CleanclaimError('input/unsupported-format', 'The body is no FHIR resource.', '/resourceType');
  const entries = readFhirText(text);
  // What is no claim at all is a problem of the request; of several claims, one that cannot be read keeps its line.
  const [only] = entries;
  if (only && entries.length === 1) otherClaim(only);
  const { received, asked } = checkSettings(c, service, store);
  const lines = entries.map(async (entry, at) => {
    if ('failure' in entry) return { line: at + 1, input: entry.text, error: entry.failure };
    const { read, placed } = otherClaim(entry);
    const history = asked && store ? await keptHistory(store, [read.claim], c.get('principal').name) : undefined;
    const assumed = c.req.query('received') === undefined;
    return placed(service.engine.check(read.claim, { received, assumed, unknown: read.unknown, ...(history ? { history } : {}) }));
  });
  const answers = (await Promise.all(lines)).map((each) => JSON.stringify(each));
  return c.body(`${answers.join('\n')}\n`, 200, { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' });
}

function asksHistory({ operation }: Served, input: unknown): input is { readonly claim: unknown } {
  return (
    operation.id === 'claims.check' &&
    typeof input === 'object' &&
    input !== null &&
    'claim' in input &&
    'history' in input &&
    input.history === true
  );
}

/** Kept claims of the patients of claims that can be read; undefined where no claims are kept, which the operation says. */
async function historyFor(c: Request, claims: readonly unknown[], store: Store | undefined): Promise<History | undefined> {
  if (!store) return undefined;
  const known = claims.flatMap((claim) => {
    const read = readFhirInstead(claim)?.read ?? readClaim(claim);
    return isFailure(read) ? [] : [read.claim];
  });
  return keptHistory(store, known, c.get('principal').name);
}

function byGet(c: Request, served: Served, parts: RouteParts): Response {
  const parameters = new URL(c.req.url).searchParams;
  const input = queryInput(served, parameters);
  const dated = Object.hasOwn(served.fields, 'on') && !Object.hasOwn(input, 'on') ? parts.service.today() : '';
  const headers = cacheHeaders(parts, dated, 0);
  const make = (): string => JSON.stringify(answer(served, input, parts.service));
  const text = parts.answers.getOrMake(`${served.operation.id} ${dated} ${parameters.toString()}`, make);
  return unchanged(c, headers) ?? json(c, text, headers);
}

/** An answer's tag names the program, the editions and, where the day was left out, today: nothing else can change it. */
export function cacheHeaders({ service, access }: RouteParts, day: string, seconds: number): Record<string, string> {
  return {
    ETag: `W/"${service.mark}${day === '' ? '' : `-${day}`}"`,
    'Cache-Control': `${access.guarded ? 'private' : 'public'}, ${seconds === 0 ? 'no-cache' : `max-age=${seconds}`}`,
  };
}

/** 304 when the caller has the answer already. */
export function unchanged(c: Request, headers: Readonly<Record<string, string>>): Response | undefined {
  const known = c.req.header('if-none-match');
  if (known === undefined || !known.split(',').some((each) => each.trim() === headers['ETag'])) return undefined;
  return c.body(null, 304, { ...headers });
}

export function json(c: Request, text: string, headers: Readonly<Record<string, string>>): Response {
  return c.body(text, 200, { 'Content-Type': 'application/json', ...headers });
}

function byLines(c: Request, served: Served, { service, limits, streams, metrics, store }: RouteParts): Response {
  const { body } = c.req.raw;
  if (!body) throw new CleanclaimError('input/empty', 'The body is empty.');
  const one = served.operation.id === 'claims.check' ? claimLine(c, service, store) : inputLine(served, service);
  const release = streams.take();
  const answered = answerLines(
    body,
    (text, line) => {
      metrics.line();
      return one(text, line);
    },
    limits,
    release,
  );
  return c.body(answered, 200, { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' });
}

type LineAnswer = (text: string, line: number) => object | Promise<object>;

/** Each line is a claim, as on the command line; the day of receipt comes as the parameter `received`, and `history=true` asks for the kept claims. */
function claimLine(c: Request, service: Service, store: Store | undefined): LineAnswer {
  const { engine } = service;
  const { received, asked } = checkSettings(c, service, store);
  return (text, line) => {
    const parsed = parseClaim(text);
    const entry = isFailure(parsed) && isFhirFailure(parsed) ? oneClaim(text) : undefined;
    if (entry && 'failure' in entry) return { line, input: text, error: entry.failure };
    const other = entry && otherClaim(entry);
    const read = other?.read ?? parsed;
    if (isFailure(read)) return { line, input: text, error: read };
    const options = { received, assumed: c.req.query('received') === undefined, unknown: read.unknown };
    const place = (report: Report): Report => (other ? other.placed(report) : report);
    if (!asked || !store) return place(engine.check(read.claim, options));
    return keptHistory(store, [read.claim], c.get('principal').name).then((history) =>
      place(engine.check(read.claim, { ...options, history })),
    );
  };
}

/** The FHIR claim of a line; a Bundle of several has no place there. */
function oneClaim(text: string): FhirEntry | undefined {
  const [first, ...others] = readFhirText(text);
  if (others.length === 0) return first;
  const message = `The Bundle holds ${others.length + 1} claims: send one a line, or the Bundle as ${FHIR_TYPE}.`;
  return { failure: failure('input/invalid', message), text };
}

/** The day of receipt, and whether the kept claims are asked for as history. */
function checkSettings(c: Request, service: Service, store: Store | undefined): { readonly received: Day; readonly asked: boolean } {
  const asked = c.req.query('history') ?? 'false';
  if (asked !== 'true' && asked !== 'false') throw new CleanclaimError('input/invalid', 'history is true or false.', '/history');
  if (asked === 'true' && !store) throw new CleanclaimError('store/none', 'No claims are kept here that could be the history.', '/history');
  return { received: receivedDay(c, service), asked: asked === 'true' };
}

function receivedDay(c: Request, { today }: Service): Day {
  const received = c.req.query('received') ?? today();
  if (!isDay(received)) throw new CleanclaimError('input/not-a-day', `${quote(received)} is not a day.`, '/received');
  return received;
}

/** Each line is the input of the operation. */
function inputLine(served: Served, service: Service): LineAnswer {
  return (text, line) => {
    const parsed = parseJson(text);
    if (!parsed.ok) return { line, input: text, error: parsed.failure };
    try {
      return answer(served, parsed.value, service) as object;
    } catch (error) {
      if (!isCleanclaimError(error) || error.failure.code === 'pack/damaged') throw error;
      return { line, input: text, error: error.failure };
    }
  };
}
