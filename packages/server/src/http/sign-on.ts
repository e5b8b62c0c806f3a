import { HttpFailure } from './problem.ts';

/** Leads people to the identity provider and back: authorization code with PKCE (RFC 7636), made by the page, exchanged here. */
export interface SignOn {
  /** Where the provider asks who it is. `back` is the address it sends the browser to afterwards. */
  begin(asked: { readonly back: string; readonly challenge: string; readonly state: string; readonly nonce: string }): Promise<URL>;
  /** The tokens for the code with which the browser came back, those that may count first. Throws HttpFailure. */
  end(came: { readonly back: URL; readonly verifier: string; readonly state: string; readonly nonce: string }): Promise<readonly string[]>;
}

export interface SignOnSettings {
  readonly issuer: string;
  /** This server's client at the provider, and its secret where it is not a public one. */
  readonly client: string;
  readonly secret?: string;
}

/** Where the page takes the browser up again; to be named at the provider as an allowed address. */
export const BACK = '/signed-in';

export async function makeSignOn({ issuer, client, secret }: SignOnSettings): Promise<SignOn> {
  const oidc = await import('openid-client');
  const server = new URL(issuer);
  // Plain HTTP only on this machine; oidc.ts has refused every other issuer without TLS.
  const execute = server.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const method = secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret);
  const config = await oidc.discovery(server, client, undefined, method, { execute, timeout: 10 });
  return {
    begin: async ({ back, challenge, state, nonce }) =>
      oidc.buildAuthorizationUrl(config, {
        redirect_uri: back,
        scope: 'openid profile',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        state,
        nonce,
      }),
    async end({ back, verifier, state, nonce }) {
      try {
        const { access_token: access, id_token: id } = await oidc.authorizationCodeGrant(config, back, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        return [access, id].filter((token) => token !== undefined);
      } catch (error) {
        if (error instanceof TypeError) throw new HttpFailure('http/provider-unreachable', 'The identity provider does not answer.');
        throw new HttpFailure('http/no-token', 'The identity provider did not accept the sign-on: begin it again.');
      }
    },
  };
}
