import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  type Claim,
  CleanclaimError,
  type Failure,
  failure,
  isCleanclaimError,
  isFailure,
  parseClaim,
  parseClaims,
  quote,
} from '@cleanclaim/core';
import { ClaimReader } from '@cleanclaim/x12';
import type { Hono } from 'hono';
import type { PgBoss } from 'pg-boss';
import { fileEntries, fileState, queueClaims } from '../queue/files.ts';
import type { Service } from '../service.ts';
import type { Store } from '../store/store.ts';
import type { Access } from './access.ts';
import { type Carried, enter, type Request } from './envelope.ts';
import { bodyPieces, bodyText, type Limits, type Slots } from './limits.ts';
import { LineReader } from './ndjson.ts';
import { HttpFailure, methodNotAllowed } from './problem.ts';
import { mediaType, readX12, unread, X12_TYPE, X12_TYPES } from './x12-body.ts';

export interface JobParts {
  readonly service: Service;
  readonly store: Store | undefined;
  /** The queue of the office; undefined where claims are kept in a file, or not at all. */
  readonly queue: (() => Promise<PgBoss>) | undefined;
  readonly access: Access;
  readonly limits: Limits;
  readonly streams: Slots;
}

/** Claims of one file: each is kept and audited by itself, so more would outlast the caller's patience. */
const MOST_CLAIMS = 5_000;
/** Entries that could not be read, told in the answer; the rest is counted. */
const MOST_TOLD = 100;

interface FileClaims {
  readonly claims: Claim[];
  readonly unread: { readonly line: number; readonly error: Failure }[];
  /** Errors of an X12 file itself. */
  readonly x12Errors?: number;
}

/** Files of claims that workers check in their own time: sent, asked for, fetched (decision 0011). */
export function addJobs(app: Hono<Carried>, parts: JobParts): void {
  const open = async (c: Request, route: string, methods: string): Promise<{ store: Store; boss: PgBoss; who: string }> => {
    enter(c, route, 'bill', parts.access);
    if (!methods.split(', ').includes(c.req.method)) throw methodNotAllowed(methods);
    if (!parts.store) throw new CleanclaimError('store/none', 'This server keeps no claims.');
    if (!parts.queue) throw new CleanclaimError('queue/no-postgres', 'This server keeps claims in a file, and a queue needs a PostgreSQL.');
    return { store: parts.store, boss: await parts.queue(), who: c.get('principal').name };
  };

  app.all('/v1/jobs', async (c) => {
    const { store, boss, who } = await open(c, 'jobs', 'POST');
    const { claims, unread: wrong, x12Errors } = await readFile(c, parts);
    const [first] = wrong;
    if (claims.length === 0 && first)
      throw new CleanclaimError(first.error.code, `No claim can be read. Line ${first.line}: ${first.error.message}`, first.error.path);
    const id = randomUUID();
    let kept = 0;
    try {
      await queueClaims(claims, id, { boss, store, who, kept: (count) => (kept = count) });
    } catch (error) {
      if (kept === 0 || !isCleanclaimError(error)) throw error;
      const { code, message } = error.failure;
      throw new CleanclaimError(code, `${message} The first ${kept} claims are kept and wait as ${id}; send the others again.`);
    }
    c.header('Location', `/v1/jobs/${id}`);
    const told = { unread: wrong.slice(0, MOST_TOLD), unreadCount: wrong.length, ...(x12Errors === undefined ? {} : { x12Errors }) };
    return json(c, { id, claims: claims.length, ...told }, 202);
  });

  app.all('/v1/jobs/:id', async (c) => {
    const { boss } = await open(c, 'jobs.one', 'GET, HEAD');
    return json(c, await known(boss, c.req.param('id')));
  });

  app.all('/v1/jobs/:id/reports', async (c) => {
    const { boss, store, who } = await open(c, 'jobs.reports', 'GET, HEAD');
    const { id } = await known(boss, c.req.param('id'));
    const release = parts.streams.take();
    return c.body(linesOf(fileEntries(boss, store, id, who), release), 200, {
      'Content-Type': 'application/x-ndjson',
      'Cache-Control': 'no-store',
    });
  });
}

async function known(boss: PgBoss, id: string) {
  const state = id.length > 100 ? undefined : await fileState(boss, id);
  if (!state) throw new CleanclaimError('store/not-found', `The queue has no file ${quote(id)}; it forgets one some days after its check.`);
  return state;
}

async function readFile(c: Request, parts: JobParts): Promise<FileClaims> {
  const type = mediaType(c);
  if (type === 'application/x-ndjson') return readLines(c, parts);
  if (type === 'application/json') return readJson(c, parts);
  if (X12_TYPES.includes(type)) return readClaimsOfX12(c, parts);
  const types = ['application/json', 'application/x-ndjson', X12_TYPE].join(', ');
  throw new HttpFailure('http/media-type', `Claims to check come as ${types}.`, { 'Accept-Post': types });
}

async function readClaimsOfX12(c: Request, parts: JobParts): Promise<FileClaims> {
  const claims: Claim[] = [];
  const report = await readX12(c, parts, { follow: new ClaimReader((claim) => take(claims, claim)), maxFindings: 1 });
  if (claims.length === 0) throw unread('837 claim', report);
  return { claims, unread: [], x12Errors: report.errors };
}

async function readJson(c: Request, { limits }: JobParts): Promise<FileClaims> {
  const entries = parseClaims(await bodyText(c, limits));
  if (isFailure(entries)) throw new CleanclaimError(entries.code, entries.message, entries.path);
  const file: FileClaims = { claims: [], unread: [] };
  entries.forEach(({ read }, at) => (isFailure(read) ? file.unread.push({ line: at + 1, error: read }) : take(file.claims, read.claim)));
  return file;
}

async function readLines(c: Request, { limits, streams }: JobParts): Promise<FileClaims> {
  const file: FileClaims = { claims: [], unread: [] };
  const lines = new LineReader(limits.line);
  const add = (found: ReturnType<LineReader['rest']>): void => {
    for (const { text, number, tooLong } of found) {
      const read = tooLong ? failure('input/too-long', `The line holds more than ${limits.line / 1024} kB.`) : parseClaim(text);
      if (isFailure(read)) file.unread.push({ line: number, error: read });
      else take(file.claims, read.claim);
    }
  };
  const release = streams.take();
  try {
    for await (const piece of bodyPieces(c, limits)) {
      add(lines.add(piece));
      await setImmediate();
    }
    add(lines.rest());
  } finally {
    release();
  }
  if (file.claims.length + file.unread.length === 0) throw new CleanclaimError('input/empty', 'The body holds no claim.');
  return file;
}

function take(claims: Claim[], claim: Claim): void {
  if (claims.length === MOST_CLAIMS)
    throw new HttpFailure('http/body-too-large', `A file holds at most ${MOST_CLAIMS.toLocaleString('en-US')} claims: send it in parts.`, {
      Connection: 'close',
    });
  claims.push(claim);
}

function linesOf(entries: AsyncGenerator<object>, end: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await entries.next();
        if (done !== true) return controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
        end();
        controller.close();
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    async cancel() {
      end();
      await entries.return(undefined);
    },
  });
}

/** What a claim says is for the one who asked. */
function json(c: Request, value: object, status: 200 | 202 = 200): Response {
  return c.body(JSON.stringify(value), status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
}
