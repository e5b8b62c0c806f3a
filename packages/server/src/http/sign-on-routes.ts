import type { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Access, Verified } from './access.ts';
import { type Carried, enter, type Request } from './envelope.ts';
import { HttpFailure, methodNotAllowed } from './problem.ts';
import { BACK } from './sign-on.ts';

const piece = z.string().check(z.regex(/^[\w~.-]{16,128}$/));
const beginBody = z.strictObject({ challenge: piece, state: piece, nonce: piece });
const endBody = z.strictObject({ query: z.string().check(z.maxLength(4_096)), verifier: piece, state: piece, nonce: piece });

/** The routes of the sign-on: whether there is one, its begin and its end. Nobody has a token yet, so none is asked for. */
export function addSignOn(app: Hono<Carried>, access: Access): void {
  app.all('/v1/sign-on', (c) => {
    enter(c, 'sign-on', undefined, access);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw methodNotAllowed('GET, HEAD');
    return c.json({ offered: access.signOn !== undefined }, 200, NEVER_KEPT);
  });
  app.all('/v1/sign-on/begin', async (c) => {
    const { signOn, back, body } = await opened(c, access, beginBody);
    const url = await signOn.begin({ back, ...body });
    return c.json({ url: url.href }, 200, NEVER_KEPT);
  });
  app.all('/v1/sign-on/end', async (c) => {
    const { signOn, back, body } = await opened(c, access, endBody);
    const { query, ...secrets } = body;
    const address = new URL(back);
    address.search = query;
    const token = await counting(await signOn.end({ back: address, ...secrets }), access);
    return c.json({ token }, 200, NEVER_KEPT);
  });
}

const NEVER_KEPT = { 'Cache-Control': 'no-store' };
/** No body of a sign-on is longer. */
const MOST_BYTES = 8_192;

async function opened<Body>(c: Request, { signOn, ...access }: Access, shape: z.ZodMiniType<Body>) {
  c.set('route', 'sign-on');
  if (c.req.method !== 'POST') throw methodNotAllowed('POST');
  if (!signOn)
    throw new HttpFailure(
      'http/not-found',
      `This server leads nobody to an identity provider${access.guarded ? '' : ' and needs no token'}.`,
    );
  // Only a page of this server may begin one; the envelope has held the origin against the host.
  const origin = c.req.header('origin');
  if (origin === undefined) throw new HttpFailure('http/other-site', 'A sign-on begins at the page of this server.');
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new HttpFailure('http/media-type', 'A sign-on is sent as JSON.');
  if (!(Number(c.req.header('content-length') ?? Number.NaN) <= MOST_BYTES))
    throw new HttpFailure('http/body-too-large', 'This is longer than any sign-on.');
  const read = shape.safeParse(await c.req.json().catch(() => undefined));
  if (!read.success) throw new HttpFailure('http/no-token', 'This is no sign-on that the page began.');
  return { signOn, back: `${origin}${BACK}`, body: read.data };
}

/** The first token that this server takes for somebody with a role. */
async function counting(tokens: readonly string[], access: Access): Promise<string> {
  let known: Verified | undefined;
  for (const token of tokens) {
    const verified = await access.verify?.(token);
    if (verified?.role) return token;
    known ??= verified;
  }
  throw known
    ? new HttpFailure('http/not-allowed', 'The identity provider knows you, but gives you no role here.')
    : new HttpFailure(
        'http/no-token',
        'The identity provider gave no token that this server takes; whoever runs it should look at --oidc-audience.',
      );
}
