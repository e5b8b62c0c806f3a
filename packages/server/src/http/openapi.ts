import { FAILURES } from '@cleanclaim/core';
import type { JsonSchema, Served } from '../served.ts';
import { SERVED } from '../served.ts';
import type { Service } from '../service.ts';
import { jobPaths } from './jobs-openapi.ts';
import type { Limits } from './limits.ts';
import { signOnPaths } from './sign-on-openapi.ts';
import { MOST_SUGGESTIONS } from './suggest.ts';
import { worklistPaths } from './worklist-openapi.ts';
import { X12_CLAIMS, x12Paths } from './x12-openapi.ts';

/** FHIR claims as a body of their own. */
const FHIR_CLAIMS: JsonSchema = {
  'application/fhir+json': {
    schema: { type: 'object', description: 'A FHIR Claim, or a Bundle of claims; one report a claim comes back, a line each.' },
  },
};

const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'What went wrong and what to do next (RFC 9457).',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong, in a sentence.' },
    code: { enum: Object.keys(FAILURES), description: 'Stable name of the failure.' },
    path: { type: 'string', description: 'Where in the input, as a JSON pointer; empty for the whole input.' },
    recovery: { type: 'string', description: 'What to do next.' },
    requestId: { type: 'string', description: 'The same id stands in the log of the server.' },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'path', 'recovery', 'requestId'],
};

export interface OpenApiOptions {
  readonly guarded: boolean;
  readonly limits: Limits;
  readonly keepsClaims: boolean;
  readonly hasQueue: boolean;
}

/** The OpenAPI 3.1 document, made from the operations that the server serves. */
export function openapi(service: Service, { guarded, limits, keepsClaims, hasQueue }: OpenApiOptions): JsonSchema {
  const problem = (description: string): JsonSchema => ({
    description,
    content: { 'application/problem+json': { schema: ref('Problem') } },
  });
  const busy: JsonSchema = {
    '429': {
      ...problem('The server is busy.'),
      headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'string' } } },
    },
  };
  const usual: JsonSchema = {
    '400': problem('Wrong use: the code says which, recovery what to do.'),
    '404': problem('There is no such edition.'),
    ...busy,
    '503': problem('A data file of the server is damaged.'),
    ...(guarded
      ? { '401': problem('No token, or one that is not known.'), '403': problem('The token has not the role.') }
      : { '403': problem('The request comes from another site.') }),
  };
  const body: JsonSchema = {
    '408': problem('The body came too slowly.'),
    '413': problem(
      `The body holds more than ${limits.body / 1024 / 1024} MB, or the claim more than a claim can; an X12 file ${limits.x12 / 1024 / 1024} MB.`,
    ),
    '415': problem('The body is not of a type that this path takes.'),
    '422': problem('The claim has not the shape of a claim.'),
  };
  const tagged = { description: 'The caller has the answer already (If-None-Match).' };
  const paths = Object.fromEntries(
    [...SERVED.values()].map((served) => [`/v1/${served.operation.id}`, pathOf(served, { usual, body, tagged })]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cleanclaim',
      version: service.version,
      description: 'Medical codes by date of service and claim checks, from official data on this machine. Answers are no payer decision.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    ...(guarded ? { security: [{ token: [] }] } : {}),
    paths: {
      ...paths,
      ...(keepsClaims ? worklistPaths(usual, body) : {}),
      ...(hasQueue ? jobPaths(usual, body) : {}),
      ...x12Paths(usual, body),
      ...signOnPaths(problem, busy),
      '/v1/suggest': { get: suggestPath(usual, tagged) },
      '/health': { get: plain('health', 'The server runs.', 'application/json', { type: 'object' }) },
      '/ready': { get: { ...plain('ready', 'The server takes requests.', 'application/json', { type: 'object' }), ...withNotReady() } },
      '/metrics': { get: plain('metrics', 'Counts and times in the text form of Prometheus.', 'text/plain', { type: 'string' }) },
    },
    components: {
      schemas: { Problem: PROBLEM },
      ...(guarded ? { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } : {}),
    },
  };
}

interface Answers {
  readonly usual: JsonSchema;
  readonly body: JsonSchema;
  readonly tagged: JsonSchema;
}

function pathOf(served: Served, { usual, body, tagged }: Answers): JsonSchema {
  const { operation, input, output, flat } = served;
  const examples = Object.fromEntries(
    operation.examples.map(({ says, input: value }, at) => [`example${at + 1}`, { summary: says, value }]),
  );
  const answered = { description: operation.title, content: { 'application/json': { schema: output } } };
  const lines = { schema: { type: 'string', description: 'One input a line; one answer a line comes back, in order.' } };
  const description = `${operation.title}. Wrong use: ${operation.failures.join(', ') || 'none'}.`;
  const post = {
    operationId: operation.id,
    summary: operation.title,
    description,
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: input, examples },
        'application/x-ndjson': lines,
        ...(operation.id === 'claims.check' ? { ...X12_CLAIMS, ...FHIR_CLAIMS } : {}),
      },
    },
    responses: {
      '200': { ...answered, content: { ...answered.content, 'application/x-ndjson': { schema: { type: 'string' } } } },
      ...usual,
      ...body,
    },
  };
  if (!flat) return { post };
  const get = {
    operationId: `${operation.id}.get`,
    summary: operation.title,
    description,
    parameters: parametersOf(served),
    responses: { '200': answered, '304': tagged, ...usual },
  };
  return { get, post };
}

function parametersOf({ fields, input, operation }: Served): JsonSchema[] {
  const required = new Set((input['required'] as readonly string[] | undefined) ?? []);
  const [example] = operation.examples;
  const values = (example?.input ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(fields).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema,
    ...(Object.hasOwn(values, name) ? { example: values[name] } : {}),
  }));
}

function suggestPath(usual: JsonSchema, tagged: JsonSchema): JsonSchema {
  const parameter = (name: string, required: boolean, schema: JsonSchema, description: string): JsonSchema => ({
    name,
    in: 'query',
    required,
    schema,
    description,
  });
  return {
    operationId: 'suggest',
    summary: 'Codes for what is being typed',
    description:
      'Answers by position, as the NLM Clinical Tables do: [how many, [codes], null, [[code, title], …]]. Pages of any site may ask. terms and maxList are other names of q and count.',
    parameters: [
      parameter('q', true, { type: 'string', maxLength: 500 }, 'What was typed so far.'),
      parameter('count', false, { type: 'integer', minimum: 1, maximum: MOST_SUGGESTIONS }, 'How many; 7 when left out.'),
      parameter('on', false, dayOf(SERVED.get('codes.search')), 'The date of service; today when left out.'),
      parameter('all', false, { type: 'boolean' }, 'Headers too.'),
    ],
    responses: {
      '200': {
        description: 'Suggestions',
        content: {
          'application/json': {
            // By position; written without prefixItems, which common readers of 3.1 do not know yet.
            schema: { type: 'array', minItems: 4, maxItems: 4, items: {} },
          },
        },
      },
      '304': tagged,
      ...usual,
    },
  };
}

/** The day of an operation, so that it is described once. */
function dayOf(served: Served | undefined): JsonSchema {
  return served?.fields['on'] ?? { type: 'string' };
}

function plain(operationId: string, summary: string, type: string, schema: JsonSchema): JsonSchema & { readonly responses: JsonSchema } {
  return {
    operationId,
    summary,
    responses: { '200': { description: summary, content: { [type]: { schema } } }, '429': problemRef('The server is busy.') },
  };
}

function withNotReady(): { readonly responses: JsonSchema } {
  const { responses } = plain('ready', 'The server takes requests.', 'application/json', { type: 'object' });
  return {
    responses: {
      ...responses,
      '503': { description: 'It is stopping, or has no data.', content: { 'application/json': { schema: { type: 'object' } } } },
    },
  };
}

function problemRef(description: string): JsonSchema {
  return { description, content: { 'application/problem+json': { schema: ref('Problem') } } };
}

function ref(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}
