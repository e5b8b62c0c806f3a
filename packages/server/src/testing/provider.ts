import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A tiny identity provider for tests: it knows one person, checks PKCE, and gives each code once. */
export interface Provider {
  readonly issuer: string;
  /** What its next tokens say; `nonce` in place of the one that was asked. */
  says: { roles: unknown; nonce?: string };
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly location?: string;
}

export async function startProvider(client: string): Promise<Provider> {
  const pair = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' }] };
  const codes = new Map<string, { challenge: string; back: string; nonce: string }>();
  let issuer = '';

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/jwks') return { status: 200, body: jwks };
    if (url.pathname === '/authorize') return authorize(url.searchParams);
    if (url.pathname === '/token') return await token(request);
    const endpoints = { authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` };
    return { status: 200, body: { issuer, ...endpoints, id_token_signing_alg_values_supported: ['ES256'] } };
  };
  const authorize = (asked: URLSearchParams): Answer => {
    const code = `code-${codes.size + 1}`;
    const back = asked.get('redirect_uri') ?? '';
    codes.set(code, { challenge: asked.get('code_challenge') ?? '', back, nonce: asked.get('nonce') ?? '' });
    const query = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer });
    return { status: asked.get('client_id') === client ? 302 : 400, location: `${back}?${query.toString()}` };
  };
  const token = async (request: IncomingMessage): Promise<Answer> => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const form = new URLSearchParams(text);
    const name = form.get('code') ?? '';
    const code = codes.get(name);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (code?.challenge !== challenge || code.back !== form.get('redirect_uri')) return { status: 400, body: { error: 'invalid_grant' } };
    codes.set(name, { challenge: 'used', back: '', nonce: '' });
    const { roles, nonce = code.nonce } = provider.says;
    const jwt = new SignJWT({ roles, nonce })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(issuer)
      .setAudience(client)
      .setSubject('u-17')
      .setIssuedAt()
      .setExpirationTime('5m');
    return { status: 200, body: { access_token: 'opaque', token_type: 'Bearer', id_token: await jwt.sign(pair.privateKey) } };
  };

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body, location }) => {
      response.writeHead(status, { 'content-type': 'application/json', ...(location === undefined ? {} : { location }) });
      response.end(JSON.stringify(body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: Provider = {
    issuer,
    says: { roles: ['bill'] },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return provider;
}
