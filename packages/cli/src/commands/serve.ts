import { readFileSync } from 'node:fs';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import type { Access, OidcSettings, Store } from '@cleanclaim/server';
import type { Given } from '../given.ts';
import type { Command } from '../command.ts';
import { DATABASE, neededDatabase, openNamedOffice } from '../office.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';

const PORT = 8080;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i;
/** A shorter token could be guessed. */
const SHORTEST_TOKEN = 24;

const command: Command = {
  name: 'serve',
  usage: '[--port N] [--host H]',
  says: 'Answer over HTTP: the page, the operations with OpenAPI, FHIR terminology, MCP',
  flags: [
    { name: 'port', takes: 'port', value: 'N', says: `The port (${PORT}); 0 takes a free one` },
    { name: 'host', takes: 'text', value: 'H', says: 'The address to listen on (127.0.0.1, this machine alone)' },
    { name: 'tls-cert', takes: 'text', value: 'FILE', says: 'Certificate chain, PEM; with --tls-key speaks HTTPS' },
    { name: 'tls-key', takes: 'text', value: 'FILE', says: 'Private key, PEM' },
    DATABASE,
    { name: 'oidc-issuer', takes: 'text', value: 'URL', says: 'Identity provider whose tokens count too (OpenID Connect)' },
    { name: 'oidc-audience', takes: 'text', value: 'NAME', says: 'What its tokens call this server (aud)' },
    { name: 'oidc-keys', takes: 'text', value: 'FILE', says: 'Its public keys (JWKS); fetched from the provider when left out' },
    { name: 'oidc-roles', takes: 'text', value: 'CLAIM', says: 'Which claim of a token holds the roles read, bill, admin (roles)' },
    {
      name: 'oidc-client',
      takes: 'text',
      value: 'ID',
      says: 'This server’s client there: the page then leads people to the provider (secret: CLEANCLAIM_OIDC_SECRET)',
    },
    { name: 'behind-proxy', takes: 'switch', says: 'A proxy in front of the server speaks TLS to the callers' },
  ],
  examples: [
    ['cleanclaim serve', 'On this machine alone, at http://127.0.0.1:8080'],
    ['CLEANCLAIM_TOKEN=… cleanclaim serve --host 0.0.0.0 --behind-proxy', 'For an office: a token for every call, TLS by the proxy'],
  ],
  atLeast: 0,
  atMost: 0,
  async run(given, output) {
    const token = process.env['CLEANCLAIM_TOKEN'];
    refuseWeakToken(token);
    const oidc = readOidc(given);
    const tls = readTls(given);
    const store = await openNamedOffice(given);
    try {
      await serve(given, output, { token, oidc, tls, store });
      return EXIT.fine;
    } finally {
      await store?.close();
    }
  },
};
export default command;

interface Parts {
  readonly token: string | undefined;
  readonly oidc: OidcSettings | undefined;
  readonly tls: Tls | undefined;
  readonly store: Store | undefined;
}

/** Serves until the process is told to stop. */
async function serve(given: Given, output: Output, { token, oidc, tls, store }: Parts): Promise<void> {
  const { isPostgres, jsonLog, listen, makeApp, makeService, openQueue, silent, withOidc } = await import('@cleanclaim/server');
  const host = String(given.flags['host'] ?? '127.0.0.1');
  const loopback = LOOPBACK.test(host);
  const proxied = given.flags['behind-proxy'] === true;
  const own = await accessOf(token, store, loopback && !proxied);
  const access = oidc ? await withOidc(own, oidc) : own;
  const encrypted = tls !== undefined || proxied;
  const anyToken = token !== undefined || oidc !== undefined || ((await store?.tokens()) ?? []).length > 0;
  refuseOpenDoor({ alone: loopback && !proxied, anyToken, encrypted });
  const data = openData(given);
  // Every byte that answers will rest on is read against its digest before the first question.
  data.icd10cmTable()?.pack.verify();
  const log = given.flags['quiet'] === true ? silent : jsonLog(process.stderr);
  const service = makeService(data);
  const database = store && neededDatabase(given);
  const queue = database !== undefined && isPostgres(database) ? () => openQueue(database, (message) => output.hint(message)) : undefined;
  const app = makeApp({
    service,
    access,
    log,
    loopbackOnly: loopback && !proxied,
    encrypted,
    ...(store ? { store } : {}),
    ...(queue ? { queue } : {}),
  });
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  const port = Number(given.flags['port'] ?? PORT);
  const running = await listen(app, { port, host, log, ...(tls ? { tls } : {}) }).catch((error: unknown) => {
    throw cannotListen(port, host, error);
  });
  output.text(`Cleanclaim answers at ${running.url}${access.guarded ? ' to callers with a token' : ''} (Ctrl+C stops it).`);
  await output.flush();
  await app.warmUp();
  await stopped;
  await running.stop();
}

function cannotListen(port: number, host: string, error: unknown): CleanclaimError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const why = {
    EADDRINUSE: 'something else listens there',
    EACCES: 'you may not listen there',
    EADDRNOTAVAIL: 'this machine has no such address',
    ENOTFOUND: 'no machine is called so',
  }[code];
  return new CleanclaimError('usage/cannot-listen', `Port ${port} of ${quote(host)} cannot be opened: ${why ?? code}.`);
}

/** Settings of an identity provider. Throws when they are not whole, or its keys cannot be read. */
function readOidc(given: Given): OidcSettings | undefined {
  const {
    'oidc-issuer': issuer,
    'oidc-audience': audience,
    'oidc-keys': file,
    'oidc-roles': roleClaim = 'roles',
    'oidc-client': client,
  } = given.flags;
  if (issuer === undefined && audience === undefined && file === undefined && client === undefined) return undefined;
  if (typeof issuer !== 'string' || typeof audience !== 'string')
    throw new CleanclaimError('usage/missing-argument', 'Give --oidc-issuer and --oidc-audience together.');
  const secret = process.env['CLEANCLAIM_OIDC_SECRET'];
  return {
    issuer,
    audience,
    roleClaim: String(roleClaim),
    ...(typeof file === 'string' ? { keys: readKeys(file) } : {}),
    ...(typeof client === 'string' ? { client: { id: client, ...(secret === undefined ? {} : { secret }) } } : {}),
  };
}

function readKeys(path: string): NonNullable<OidcSettings['keys']> {
  const text = readTextFile(path);
  let keys: unknown;
  try {
    keys = JSON.parse(text);
  } catch {
    throw new CleanclaimError('usage/oidc', `${quote(path)} is no JSON.`);
  }
  if (typeof keys !== 'object' || keys === null || !('keys' in keys) || !Array.isArray(keys.keys))
    throw new CleanclaimError('usage/oidc', `${quote(path)} is no set of keys (JWKS): it has no list "keys".`);
  return { keys: keys.keys as NonNullable<OidcSettings['keys']>['keys'] };
}

interface Tls {
  readonly cert: string;
  readonly key: string;
}

function readTls(given: Given): Tls | undefined {
  const { 'tls-cert': cert, 'tls-key': key } = given.flags;
  if (typeof cert !== 'string' && typeof key !== 'string') return undefined;
  if (typeof cert !== 'string' || typeof key !== 'string')
    throw new CleanclaimError('usage/missing-argument', 'Give --tls-cert and --tls-key together.');
  return { cert: readTextFile(cert), key: readTextFile(key) };
}

function readTextFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CleanclaimError('usage/unreadable-file', `${quote(path)} cannot be read.`);
  }
}

/** Tokens of the office and the one of the environment. Where there is neither, callers need none if this machine alone can reach the server. */
async function accessOf(token: string | undefined, store: Store | undefined, alone: boolean): Promise<Access> {
  const { changingAccess, keptToken, openAccess, tokenAccess } = await import('@cleanclaim/server');
  const own = token === undefined ? [] : [keptToken('CLEANCLAIM_TOKEN', 'admin', token)];
  if (!store) return own.length > 0 ? tokenAccess(own) : openAccess;
  const read = async () => [...own, ...(await store.tokens())];
  return changingAccess(read, await read(), { withoutTokens: alone ? 'open' : 'closed' });
}

function refuseWeakToken(token: string | undefined): void {
  if (token !== undefined && (token.length < SHORTEST_TOKEN || !/^[\w.~+/-]+=*$/.test(token))) {
    throw new CleanclaimError(
      'usage/unsafe-server',
      `CLEANCLAIM_TOKEN must have at least ${SHORTEST_TOKEN} characters of A–Z, a–z, 0–9 and -._~+/.`,
    );
  }
}

/** What others can reach needs a token, and what carries a token needs encryption. */
function refuseOpenDoor({ alone, anyToken, encrypted }: { alone: boolean; anyToken: boolean; encrypted: boolean }): void {
  if (alone) return;
  if (!anyToken)
    throw new CleanclaimError(
      'usage/unsafe-server',
      'A server that other machines can reach needs a token: set CLEANCLAIM_TOKEN, keep tokens in the database (cleanclaim office token add), or name an identity provider (--oidc-issuer).',
    );
  if (!encrypted)
    throw new CleanclaimError(
      'usage/unsafe-server',
      'A token must not travel in the clear: give --tls-cert and --tls-key, or say --behind-proxy.',
    );
}
