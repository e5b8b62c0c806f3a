import type { Context } from 'hono';
import { nextPart } from './next-part.ts';
import { HttpFailure } from './problem.ts';

/** What one caller may ask of the server. Sizes in bytes, times in milliseconds. */
export interface Limits {
  /** Largest body that is read whole. */
  readonly body: number;
  /** Largest body of the FHIR service, which takes code systems and value sets along with a question. */
  readonly fhir: number;
  /** Largest X12 file, read while it comes. */
  readonly x12: number;
  /** Longest line of a stream. */
  readonly line: number;
  /** Longest wait for a whole body. */
  readonly bodyTime: number;
  /** Longest silence within a stream. */
  readonly idleTime: number;
  /** Requests answered at the same time; one more is refused with 429. */
  readonly requests: number;
  /** Streams answered at the same time. */
  readonly streams: number;
}

export const LIMITS: Limits = {
  body: 2 * 1024 * 1024,
  fhir: 16 * 1024 * 1024,
  x12: 32 * 1024 * 1024,
  line: 1024 * 1024,
  bodyTime: 15_000,
  idleTime: 30_000,
  requests: 256,
  streams: 8,
};

/** Counts what is under way; refuses more than `most`. */
export class Slots {
  readonly #most: number;
  #taken = 0;
  constructor(most: number) {
    this.#most = most;
  }
  get taken(): number {
    return this.#taken;
  }
  /** Takes a slot and returns how to give it back (once; more calls do nothing). Throws `http/busy` when none is free. */
  take(): () => void {
    if (this.#taken >= this.#most) {
      throw new HttpFailure('http/busy', `The server answers ${this.#most} requests of this kind at a time.`, { 'Retry-After': '1' });
    }
    this.#taken++;
    let held = true;
    return () => {
      if (held) this.#taken--;
      held = false;
    };
  }
}

/** The body as text, never more than the limit and never slower than it. Throws HttpFailure. */
export async function bodyText(c: Context, limits: Limits): Promise<string> {
  const stated = Number(c.req.header('content-length') ?? Number.NaN);
  if (stated > limits.body) throw tooLarge(limits);
  const whole = Number.isNaN(stated) ? gather(c.req.raw.body, limits) : c.req.text();
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new HttpFailure('http/too-slow', `The body did not arrive within ${limits.bodyTime / 1000} seconds.`, { Connection: 'close' }),
        ),
      limits.bodyTime,
    );
  });
  try {
    return await Promise.race([whole, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}

/** The body piece by piece, never more than the X12 limit in all; a silence longer than that of a stream ends it. Throws HttpFailure. */
export async function* bodyPieces(c: Context, limits: Limits): AsyncGenerator<Uint8Array> {
  const most = limits.x12;
  const tooMuch = (): HttpFailure =>
    new HttpFailure('http/body-too-large', `An X12 body holds at most ${most / 1024 / 1024} MB.`, { Connection: 'close' });
  if (Number(c.req.header('content-length') ?? 0) > most) throw tooMuch();
  const { body } = c.req.raw;
  if (!body) return;
  const reader = body.getReader();
  let size = 0;
  try {
    for (;;) {
      const part = await nextPart(reader, limits.idleTime);
      if (part === undefined) return;
      if (part === 'silence')
        throw new HttpFailure('http/too-slow', `Nothing came for ${limits.idleTime / 1000} seconds.`, { Connection: 'close' });
      size += part.length;
      if (size > most) throw tooMuch();
      yield part;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A body of unknown length: counted while it comes. */
async function gather(body: ReadableStream<Uint8Array> | null, limits: Limits): Promise<string> {
  if (!body) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > limits.body) throw tooLarge(limits);
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

function tooLarge(limits: Limits): HttpFailure {
  return new HttpFailure('http/body-too-large', `A body holds at most ${limits.body / 1024 / 1024} MB.`, { Connection: 'close' });
}
