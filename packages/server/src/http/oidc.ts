import { CleanclaimError, quote } from '@cleanclaim/core';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Role } from '../role.ts';
import type { Access, Verified } from './access.ts';
import { HttpFailure } from './problem.ts';
import { makeSignOn, type SignOn } from './sign-on.ts';

/** Who vouches for people, and what they must say. */
export interface OidcSettings {
  /** The issuer's address, as it stands in `iss`. */
  readonly issuer: string;
  /** This server's name at the issuer, as it stands in `aud`. */
  readonly audience: string;
  /** The claim that holds roles: a list or words with spaces between. */
  readonly roleClaim: string;
  /** The issuer's public keys; fetched from the issuer when left out. */
  readonly keys?: JSONWebKeySet;
  /** This server's client at the issuer: with it the page leads people there to sign on. */
  readonly client?: { readonly id: string; readonly secret?: string };
}

/** Signatures by a key pair only: with a shared secret whoever checks a token could also make one. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
/** Clocks differ a little. */
const CLOCK_SECONDS = 10;
const LONGEST_TOKEN = 8_192;
const LONGEST_NAME = 120;
const ROLES: readonly Role[] = ['admin', 'bill', 'read'];

/** Adds tokens of an identity provider (OpenID Connect access or id tokens, JWT) to the server's own. */
export async function withOidc(own: Access, settings: OidcSettings): Promise<Access> {
  const keys: JWTVerifyGetKey = settings.keys ? createLocalJWKSet(settings.keys) : createRemoteJWKSet(await keysAddress(settings.issuer));
  const signOn = settings.client && (await signOnOf(settings.issuer, settings.client));
  return {
    guarded: true,
    find: (token) => own.find(token),
    verify: (token) => verify(token, keys, settings),
    ...(signOn ? { signOn } : {}),
  };
}

async function signOnOf(issuer: string, { id, secret }: NonNullable<OidcSettings['client']>): Promise<SignOn> {
  if (!isSafe(issuer)) throw new CleanclaimError('usage/oidc', `The identity provider ${quote(issuer)} must be reached by https.`);
  try {
    return await makeSignOn({ issuer, client: id, ...(secret === undefined ? {} : { secret }) });
  } catch {
    throw new CleanclaimError('usage/oidc', `The identity provider ${quote(issuer)} does not say how people sign on there.`);
  }
}

async function verify(token: string, keys: JWTVerifyGetKey, { issuer, audience, roleClaim }: OidcSettings): Promise<Verified | undefined> {
  if (token.length > LONGEST_TOKEN || token.split('.').length !== 3) return undefined;
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_SECONDS,
      requiredClaims: ['exp', 'sub'],
    });
    return { name: nameOf(payload), role: roleOf(payload[roleClaim]) };
  } catch (error) {
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return undefined;
    throw new HttpFailure('http/provider-unreachable', 'The keys of the identity provider cannot be had.');
  }
}

/** For the audit: the name people know, and the one that never changes. */
function nameOf({ sub = '', preferred_username: known }: JWTPayload): string {
  const plain = (text: string): string => text.replace(/[^\p{L}\p{N}@._ +-]/gu, '?').slice(0, LONGEST_NAME);
  return typeof known === 'string' && known !== '' ? `${plain(known)} (${plain(sub)})` : plain(sub);
}

/** The highest of the roles given. Providers often put the application before it: `cleanclaim:bill`. */
function roleOf(value: unknown): Role | null {
  const given = typeof value === 'string' ? value.split(/\s+/) : Array.isArray(value) ? value.map(String) : [];
  return ROLES.find((role) => given.includes(role) || given.includes(`cleanclaim:${role}`)) ?? null;
}

/** Where the issuer says its keys are (OpenID Connect Discovery 1.0, section 4). Throws `usage/oidc`. */
async function keysAddress(issuer: string): Promise<URL> {
  const trouble = (why: string): CleanclaimError => new CleanclaimError('usage/oidc', `The identity provider ${quote(issuer)} ${why}.`);
  if (!isSafe(issuer)) throw trouble('must be reached by https');
  let found: unknown;
  try {
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    found = answer.ok ? await answer.json() : undefined;
  } catch {
    throw trouble('cannot be reached');
  }
  const { issuer: named, jwks_uri: keys } = (found ?? {}) as Readonly<Record<string, unknown>>;
  if (named !== issuer) throw trouble('does not say that it is the issuer of this name');
  if (typeof keys !== 'string' || !isSafe(keys)) throw trouble('does not say where its keys are');
  return new URL(keys);
}

/** By https, or on this machine. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname));
}
