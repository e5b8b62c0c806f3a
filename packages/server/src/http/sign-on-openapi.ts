import type { JsonSchema } from '../served.ts';

const piece: JsonSchema = { type: 'string', pattern: '^[\\w~.-]{16,128}$' };
const PIECES = { challenge: 'The PKCE challenge (S256).', verifier: 'The PKCE verifier of that challenge.' } as const;

/** The paths of the sign-on for the OpenAPI document. Nobody has a token yet, so none is asked for. */
export function signOnPaths(problem: (description: string) => JsonSchema, busy: JsonSchema): JsonSchema {
  const answer = (description: string, name: string, schema: JsonSchema): JsonSchema => ({
    description,
    content: { 'application/json': { schema: object({ [name]: schema }) } },
  });
  const sent = (operationId: string, summary: string, properties: JsonSchema, answered: JsonSchema): JsonSchema => ({
    post: {
      operationId,
      summary,
      description: 'For the page of this server alone: the request bears its Origin. The body holds at most 8 kB.',
      security: [],
      requestBody: { required: true, content: { 'application/json': { schema: { ...object(properties), additionalProperties: false } } } },
      responses: {
        '200': answered,
        '401': problem('This is no sign-on that the page began, or the provider did not accept it.'),
        '403': problem('The request comes from another site, or the provider gives no role.'),
        '404': problem('This server leads nobody to an identity provider.'),
        '413': problem('This is longer than any sign-on.'),
        '415': problem('A sign-on is sent as JSON.'),
        ...busy,
        '503': problem('The identity provider does not answer.'),
      },
    },
  });
  const both = { state: piece, nonce: piece };
  return {
    '/v1/sign-on': {
      get: {
        operationId: 'signOn.offered',
        summary: 'Whether people can sign on with their account',
        security: [],
        responses: {
          '200': answer('Whether there is an identity provider', 'offered', { type: 'boolean' }),
          '403': problem('The request comes from another site.'),
          ...busy,
        },
      },
    },
    '/v1/sign-on/begin': sent(
      'signOn.begin',
      'Where the browser goes to sign on (authorization code with PKCE, RFC 7636)',
      { challenge: { ...piece, description: PIECES.challenge }, ...both },
      answer('The address at the provider', 'url', { type: 'string', format: 'uri' }),
    ),
    '/v1/sign-on/end': sent(
      'signOn.end',
      'The token for the code with which the browser came back',
      {
        query: { type: 'string', maxLength: 4_096, description: 'What stood after the question mark of the address it came back to.' },
        verifier: { ...piece, description: PIECES.verifier },
        ...both,
      },
      answer('A token that this server takes', 'token', { type: 'string' }),
    ),
  };
}

function object(properties: JsonSchema): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties) };
}
