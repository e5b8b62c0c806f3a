import { createHash, timingSafeEqual } from 'node:crypto';
import type { Role } from '../role.ts';
import { HttpFailure } from './problem.ts';
import type { SignOn } from './sign-on.ts';

const RANK: Readonly<Record<Role, number>> = { read: 0, bill: 1, admin: 2 };

export interface Principal {
  readonly name: string;
  readonly role: Role;
}

/** Somebody whom the identity provider vouches for; `role` is null when it gives them none here. */
export interface Verified {
  readonly name: string;
  readonly role: Role | null;
}

/** Who may ask. Without tokens the server answers anybody who can reach it, which the start allows on this machine alone. */
export interface Access {
  /** True when a token must be sent. */
  readonly guarded: boolean;
  /** Who a token belongs to; undefined when to nobody. */
  find(token: string): Principal | undefined;
  /** Who a token of another issuer belongs to (oidc.ts); asked when `find` knows it not. */
  verify?(token: string): Promise<Verified | undefined>;
  /** Leads people to the issuer and back (sign-on.ts). */
  readonly signOn?: SignOn;
}

/** Stands for everybody where no token is needed. */
export const OPEN: Principal = { name: 'this machine', role: 'admin' };
export const openAccess: Access = { guarded: false, find: () => undefined };

/** A token as it is kept: its digest, never itself. */
export interface KeptToken {
  readonly name: string;
  readonly role: Role;
  /** SHA-256, lower-case hex. */
  readonly sha256: string;
}

export function keptToken(name: string, role: Role, token: string): KeptToken {
  return { name, role, sha256: digestOf(token).toString('hex') };
}

/** Access by tokens; each is compared in constant time. */
export function tokenAccess(tokens: readonly KeptToken[]): Access {
  const kept = tokens.map(({ name, role, sha256 }) => ({ principal: { name, role }, digest: Buffer.from(sha256, 'hex') }));
  return {
    guarded: true,
    find(token) {
      const digest = digestOf(token);
      let found: Principal | undefined;
      for (const each of kept) if (each.digest.length === digest.length && timingSafeEqual(each.digest, digest)) found = each.principal;
      return found;
    },
  };
}

/**
 * Access by tokens that may come and go while the server runs: read anew every few seconds, so the first one closes the
 * door and one taken back ends soon. `withoutTokens` says whether a server that has none answers everybody, which only
 * one that this machine alone can reach may do.
 */
export function changingAccess(
  read: () => Promise<readonly KeptToken[]>,
  first: readonly KeptToken[],
  { withoutTokens, seconds = 5 }: { readonly withoutTokens: 'open' | 'closed'; readonly seconds?: number },
): Access {
  let tokens = first;
  let current = tokenAccess(tokens);
  const again = async (): Promise<void> => {
    tokens = await read();
    current = tokenAccess(tokens);
  };
  // While they cannot be read, those last known hold.
  setInterval(() => void again().catch(() => undefined), seconds * 1_000).unref();
  return {
    get guarded() {
      return withoutTokens === 'closed' || tokens.length > 0;
    },
    find: (token) => current.find(token),
  };
}

/** What a token of another issuer says, asked before the routes are. Undefined without such a token. */
export async function verifiedBy(header: string | undefined, access: Access): Promise<Verified | undefined> {
  const token = bearer(header);
  return token === undefined || !access.verify || access.find(token) ? undefined : access.verify(token);
}

/** Who sends an Authorization header, if they may do what the role may. Throws `http/no-token` or `http/not-allowed`. */
export function admit(header: string | undefined, verified: Verified | undefined, role: Role, access: Access): Principal {
  if (!access.guarded) return OPEN;
  const token = bearer(header);
  const found = (token === undefined ? undefined : access.find(token)) ?? verified;
  if (!found) throw new HttpFailure('http/no-token', 'This server answers only with a token.', { 'WWW-Authenticate': 'Bearer' });
  if (found.role === null || RANK[found.role] < RANK[role])
    throw new HttpFailure('http/not-allowed', `This needs a token with the role ${role}.`);
  return { name: found.name, role: found.role };
}

/** The token of an `Authorization: Bearer` header (RFC 6750); undefined when the header is of another kind. */
function bearer(header: string | undefined): string | undefined {
  return /^Bearer ([\w.~+/-]+=*)$/i.exec(header ?? '')?.[1];
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
