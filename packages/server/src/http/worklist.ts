import { type Claim, CleanclaimError, isDay, isFailure, parseJson, quote, readClaim } from '@cleanclaim/core';
import type { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Role } from '../role.ts';
import type { Service } from '../service.ts';
import { checkKept } from '../store/check-kept.ts';
import { type ClaimFilter, type State, STATES, type Store } from '../store/store.ts';
import { reached } from '../store/unreachable.ts';
import type { Access } from './access.ts';
import { type Carried, enter, type Request } from './envelope.ts';
import { bodyText, type Limits } from './limits.ts';
import { methodNotAllowed } from './problem.ts';

export interface WorklistParts {
  readonly service: Service;
  readonly store: Store | undefined;
  readonly access: Access;
  readonly limits: Limits;
}

const newClaim = z.strictObject({ claim: z.unknown() });
const change = z.strictObject({ version: z.number(), claim: z.optional(z.unknown()), state: z.optional(z.enum(STATES)) });
const FILTERS = new Set(['state', 'payer', 'from', 'to', 'limit', 'cursor']);

/** The claims an office keeps. Each is checked when it is saved, and the report is kept with it. */
export function addWorklist(app: Hono<Carried>, parts: WorklistParts): void {
  const { service, access, limits } = parts;
  const open = (c: Request, route: string, role: Role): { store: Store; who: string } => {
    enter(c, route, role, access);
    if (!parts.store) throw new CleanclaimError('store/none', 'This server keeps no claims.');
    return { store: parts.store, who: c.get('principal').name };
  };

  app.all('/v1/claims', async (c) => {
    const { store, who } = open(c, 'claims', 'bill');
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      const { claims, next } = await reached(store.list(readFilter(new URL(c.req.url).searchParams)));
      return answer(c, { claims, next, counts: await reached(store.counts()) });
    }
    if (c.req.method !== 'POST') throw methodNotAllowed('GET, HEAD, POST');
    const claim = readKept(read(newClaim, await jsonBody(c, limits)).claim);
    const added = await reached(store.add(claim, who));
    c.header('Location', `/v1/claims/${added.id}`);
    return answer(c, { ...added, report: await checkKept(store, added, service, who) }, 201);
  });

  app.all('/v1/claim-rates', async (c) => {
    const { store } = open(c, 'claims.rates', 'bill');
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw methodNotAllowed('GET, HEAD');
    return answer(c, { months: await reached(store.rates()) });
  });

  app.all('/v1/claims/:id', async (c) => {
    const id = c.req.param('id');
    if (c.req.method === 'DELETE') {
      const { store, who } = open(c, 'claims.one', 'admin');
      await reached(store.erase(id, who));
      return c.body(null, 204);
    }
    const { store, who } = open(c, 'claims.one', 'bill');
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return answer(c, await reached(store.read(id, who)));
    if (c.req.method !== 'PUT') throw methodNotAllowed('DELETE, GET, HEAD, PUT');
    const { version, claim, state } = read(change, await jsonBody(c, limits));
    if (claim === undefined && state === undefined) throw new CleanclaimError('input/invalid', 'Send the claim, its new state, or both.');
    const to = { ...(claim === undefined ? {} : { claim: readKept(claim) }), ...(state === undefined ? {} : { state }) };
    const changed = await reached(store.change(id, version, to, who));
    return answer(c, claim === undefined ? changed : { ...changed, report: await checkKept(store, changed, service, who) });
  });

  app.all('/v1/claims/:id/runs', async (c) => {
    const id = c.req.param('id');
    const { store, who } = open(c, 'claims.runs', 'bill');
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return answer(c, { runs: await reached(store.runs(id, who)) });
    if (c.req.method !== 'POST') throw methodNotAllowed('GET, HEAD, POST');
    return answer(c, { report: await checkKept(store, await reached(store.read(id, who)), service, who) }, 201);
  });

  app.all('/v1/audit', async (c) => {
    const { store } = open(c, 'audit', 'admin');
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw methodNotAllowed('GET, HEAD');
    const parameters = new URL(c.req.url).searchParams;
    const after = wholeNumber(parameters, 'after', 0, 2 ** 31 - 1) ?? 0;
    return answer(c, { entries: await reached(store.audit(after, wholeNumber(parameters, 'limit', 1, 500) ?? 100)) });
  });
}

async function jsonBody(c: Request, limits: Limits): Promise<unknown> {
  if ((c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() !== 'application/json')
    throw new CleanclaimError('http/media-type', 'The worklist takes JSON.');
  const parsed = parseJson(await bodyText(c, limits));
  if (!parsed.ok) throw new CleanclaimError(parsed.failure.code, parsed.failure.message, parsed.failure.path);
  return parsed.value;
}

function read<Value>(schema: z.ZodMiniType<Value>, value: unknown): Value {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).map((step) => `/${String(step)}`).join('');
  throw new CleanclaimError(
    'input/invalid',
    `${path === '' ? 'The body' : quote(path)} is not as expected: ${issue?.message ?? 'wrong'}.`,
    path,
  );
}

function readKept(value: unknown): Claim {
  const known = readClaim(value);
  if (isFailure(known)) throw new CleanclaimError(known.code, known.message, `/claim${known.path}`);
  return known.claim;
}

function readFilter(parameters: URLSearchParams): ClaimFilter {
  for (const name of parameters.keys()) {
    if (!FILTERS.has(name))
      throw new CleanclaimError('input/invalid', `The list has no parameter ${quote(name)}; it takes ${[...FILTERS].join(', ')}.`, '/');
  }
  const state = parameters.get('state');
  const known = STATES.find((each): each is State => each === state);
  if (state !== null && !known)
    throw new CleanclaimError('input/invalid', `${quote(state)} is no state; there are ${STATES.join(', ')}.`, '/state');
  const days: { from?: string; to?: string } = {};
  for (const name of ['from', 'to'] as const) {
    const text = parameters.get(name);
    if (text === null) continue;
    if (!isDay(text)) throw new CleanclaimError('input/not-a-day', `${quote(text)} is not a day.`, `/${name}`);
    days[name] = text;
  }
  const limit = wholeNumber(parameters, 'limit', 1, 500);
  const payer = parameters.get('payer');
  const cursor = parameters.get('cursor');
  return {
    ...days,
    ...(known ? { state: known } : {}),
    ...(payer === null ? {} : { payer }),
    ...(cursor === null ? {} : { cursor }),
    ...(limit === undefined ? {} : { limit }),
  };
}

function wholeNumber(parameters: URLSearchParams, name: string, least: number, most: number): number | undefined {
  const text = parameters.get(name);
  if (text === null) return undefined;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new CleanclaimError('input/out-of-range', `${name} is a whole number from ${least} to ${most}.`, `/${name}`);
  return value;
}

/** What a claim says is for the one who asked. */
function answer(c: Request, value: object, status: 200 | 201 = 200): Response {
  return c.body(JSON.stringify(value), status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
}
