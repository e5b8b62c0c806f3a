import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { openOffice } from '../store/open.ts';
import { ask, send, testApp } from '../testing/ask.ts';
import { keptToken, tokenAccess } from './access.ts';
import { withOidc } from './oidc.ts';

const SETTINGS = { issuer: 'https://login.office.example', audience: 'cleanclaim', roleClaim: 'roles' } as const;
const LOOKUP = '/v1/codes.lookup?code=E11.9&on=2026-05-12';
const CLAIM = { type: 'professional', id: 'A-1', lines: [{ code: 'G0108', from: '2026-03-04' }] };

describe('tokens of an identity provider', () => {
  let app: App;
  let sign: (claims: JWTPayload, change?: (jwt: SignJWT) => SignJWT) => Promise<string>;
  let stranger: (claims: JWTPayload) => Promise<string>;
  const store = openOffice(':memory:');
  const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

  beforeAll(async () => {
    const pair = await generateKeyPair('ES256');
    const other = await generateKeyPair('ES256');
    const keys = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' }] };
    const jwt = (claims: JWTPayload): SignJWT =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
        .setIssuer(SETTINGS.issuer)
        .setAudience(SETTINGS.audience)
        .setSubject('u-17')
        .setIssuedAt()
        .setExpirationTime('5m');
    sign = (claims, change = (same) => same) => change(jwt(claims)).sign(pair.privateKey);
    stranger = (claims) => jwt(claims).sign(other.privateKey);
    const own = tokenAccess([keptToken('front desk', 'bill', 'front-desk-token-of-32-characters')]);
    app = testApp({ access: await withOidc(own, { ...SETTINGS, keys }), store: await store });
  });

  it('each role may what it may, and the highest counts', async () => {
    const statuses = async (roles: unknown) => {
      const token = await sign({ roles });
      return [
        (await ask(app, LOOKUP, as(token))).status,
        (await send(app, '/v1/claims', { claim: CLAIM }, { authorization: `Bearer ${token}` })).status,
        (await ask(app, '/v1/audit', as(token))).status,
      ];
    };
    expect(await statuses(['read'])).toEqual([200, 403, 403]);
    expect(await statuses('openid cleanclaim:bill')).toEqual([200, 201, 403]);
    expect(await statuses(['read', 'admin'])).toEqual([200, 201, 200]);
    for (const none of [undefined, [], 'boss', { admin: true }, 7]) expect(await statuses(none)).toEqual([403, 403, 403]);
  });

  it('the audit names the person, in plain characters', async () => {
    const token = await sign({ roles: ['bill'], preferred_username: 'ann\n<b>"' });
    await send(app, '/v1/claims', { claim: CLAIM }, { authorization: `Bearer ${token}` });
    const entries = await (await store).audit(0, 500);
    expect(entries.at(-1)?.who).toBe('ann??b?? (u-17)');
  });

  it('the server’s own tokens go on to work', async () => {
    expect((await ask(app, LOOKUP, as('front-desk-token-of-32-characters'))).status).toBe(200);
  });

  it('anything that does not hold is nobody’s', async () => {
    const good = await sign({ roles: ['admin'] });
    const [head = '', body = '', signature = ''] = good.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    const symmetric = await new SignJWT({ roles: ['admin'] })
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .setIssuer(SETTINGS.issuer)
      .setAudience(SETTINGS.audience)
      .setSubject('u-17')
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode('a secret that somebody guessed, of some length'));
    const bad = [
      await stranger({ roles: ['admin'] }),
      await sign({ roles: ['admin'] }, (jwt) => jwt.setExpirationTime('-1m')),
      await sign({ roles: ['admin'] }, (jwt) => jwt.setNotBefore('10m')),
      await sign({ roles: ['admin'] }, (jwt) => jwt.setAudience('another')),
      await sign({ roles: ['admin'] }, (jwt) => jwt.setIssuer('https://evil.example')),
      unsigned,
      symmetric,
      `${head}.${Buffer.from('{"roles":["admin"]}').toString('base64url')}.${signature}`,
      'a.b.c',
      '..',
      `${good}${'A'.repeat(9_000)}`,
    ];
    for (const token of bad) expect((await ask(app, LOOKUP, as(token))).status, token.slice(0, 40)).toBe(401);
    expect((await ask(app, LOOKUP)).status).toBe(401);
  });

  it('asks the provider for its keys only where that is safe', async () => {
    for (const issuer of ['http://login.office.example', 'file:///etc/passwd', 'nonsense'])
      await expect(withOidc(tokenAccess([]), { ...SETTINGS, issuer })).rejects.toMatchObject({ failure: { code: 'usage/oidc' } });
    await expect(withOidc(tokenAccess([]), { ...SETTINGS, issuer: 'http://127.0.0.1:9' })).rejects.toMatchObject({
      failure: { message: expect.stringMatching(/cannot be reached/) as unknown },
    });
  });
});
