import { PARTIES } from '@cleanclaim/x12';
import type { JsonSchema } from '../served.ts';
import { X12_TYPE, X12_TYPES } from './x12-body.ts';

const FILE: JsonSchema = { type: 'string', description: 'The file, byte for byte.' };
const OBJECT: JsonSchema = { type: 'object' };
const IN_JSON: JsonSchema = { type: 'string', description: 'The file as text, from its ISA on.' };
const COMPANION: JsonSchema = { type: 'object', description: 'What the payer asks for beyond the guide (docs/x12-companions.md).' };
const CONTROL: JsonSchema = { type: 'integer', minimum: 1, maximum: 999_999_999 };
const ONE_OR_MORE: JsonSchema = { type: 'array', items: OBJECT };
/** The fields of a question that comes as JSON, by name of its path. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>> = {
  check: { file: IN_JSON, companion: COMPANION },
  ack: { file: IN_JSON, claims: { type: 'boolean' }, control: CONTROL },
  'read-835': {
    file: IN_JSON,
    claims: { anyOf: [{ type: 'string' }, ONE_OR_MORE], description: 'The claims sent: an 837 as text, or a list of claims.' },
    contract: { type: 'object', description: 'What a unit of a code is to be allowed: {"G0108": "60.00"}.' },
    companion: COMPANION,
    received: { type: 'string', format: 'date' },
  },
  'read-ack': { file: IN_JSON },
  'read-answer': { file: IN_JSON },
  write: {
    claims: ONE_OR_MORE,
    requests: ONE_OR_MORE,
    tree: OBJECT,
    ...Object.fromEntries(PARTIES.map((party) => [party, { type: 'string' }])),
    control: CONTROL,
    test: { type: 'boolean' },
  },
};

/** The X12 paths of the OpenAPI document. `usual` are answers every path may give, `body` those to a body. */
export function x12Paths(usual: JsonSchema, body: JsonSchema): JsonSchema {
  const takes = (name: string): JsonSchema => {
    const fields = FIELDS[name];
    const asJson = fields
      ? { 'application/json': { schema: { type: 'object', properties: fields, ...('file' in fields ? { required: ['file'] } : {}) } } }
      : {};
    return { required: true, content: name === 'write' ? asJson : { ...x12Content(), ...asJson } };
  };
  const path = (name: string, summary: string, answer: JsonSchema, parameters: readonly JsonSchema[] = []): JsonSchema => ({
    post: {
      operationId: `x12.${name}`,
      summary,
      ...(parameters.length > 0 ? { parameters } : {}),
      requestBody: takes(name),
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
    '/v1/x12.write': path('write', 'Claims as 837, requests as 270, 276 and 278, a tree as X12', {
      description: 'What was written, and what the check finds in it; X12 alone when asked for',
      content: { 'application/json': { schema: OBJECT }, [X12_TYPE]: { schema: { type: 'string' } } },
    }),
    '/v1/x12.read-835': path('read-835', 'Payments in plain words', gives('payments and findings'), [
      {
        name: 'received',
        in: 'query',
        required: false,
        schema: { type: 'string', format: 'date' },
        description: 'The day from which the days left are counted; today when left out.',
      },
    ]),
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
