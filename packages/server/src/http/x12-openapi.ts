import type { JsonSchema } from '../served.ts';
import { X12_TYPE, X12_TYPES } from './x12-body.ts';

const FILE: JsonSchema = { type: 'string', description: 'The file, byte for byte.' };
const OBJECT: JsonSchema = { type: 'object' };

/** The X12 paths of the OpenAPI document. `usual` are answers every path may give, `body` those to a body. */
export function x12Paths(usual: JsonSchema, body: JsonSchema): JsonSchema {
  const takes = { required: true, content: x12Content() };
  const path = (name: string, summary: string, answer: JsonSchema, parameters: readonly JsonSchema[] = []): JsonSchema => ({
    post: {
      operationId: `x12.${name}`,
      summary,
      ...(parameters.length > 0 ? { parameters } : {}),
      requestBody: takes,
      responses: { '200': answer, ...usual, ...body },
    },
  });
  const gives = (description: string, schema: JsonSchema = OBJECT): JsonSchema => ({
    description,
    content: { 'application/json': { schema } },
  });
  const ack = path(
    'ack',
    'Answer a file with a TA1 and 999, or its claims with a 277CA',
    { description: 'The answer, as X12', content: { 'application/edi-x12': { schema: { type: 'string' } } } },
    [
      { name: 'claims', in: 'query', required: false, schema: { type: 'boolean' }, description: 'Answer each claim with a 277CA.' },
      {
        name: 'control',
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 999_999_999 },
        description: 'Control number of the first interchange written; 1 when left out.',
      },
    ],
  );
  const post = ack['post'] as { responses: Record<string, JsonSchema> };
  post.responses['204'] = { description: 'Nothing in the file calls for an answer.' };
  return {
    '/v1/x12.check': path('check', 'Check an X12 file', gives('The report, as `cleanclaim x12 check` gives it')),
    '/v1/x12.ack': ack,
    '/v1/x12.json': path('json', 'An X12 file as the tree of its loops', gives('The tree (docs/x12.md)')),
    '/v1/x12.read-835': path('read-835', 'Payments in plain words', gives('payments and findings')),
    '/v1/x12.read-ack': path('read-ack', 'TA1, 999 and 277CA in plain words', gives('answers and findings')),
    '/v1/x12.read-answer': path('read-answer', '271, 277, 277CA and 278 in plain words', gives('answers and findings')),
  };
}

function x12Content(): JsonSchema {
  return Object.fromEntries(X12_TYPES.map((type) => [type, { schema: FILE }]));
}

/** An 837 where claims are taken. */
export const X12_CLAIMS: JsonSchema = {
  [X12_TYPE]: { schema: { ...FILE, description: 'An 837; one report a claim comes back, a line each.' } },
};
