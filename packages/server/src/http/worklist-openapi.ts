import { claimJsonSchema } from '@cleanclaim/core';
import type { JsonSchema } from '../served.ts';
import { SERVED } from '../served.ts';
import { STATES } from '../store/store.ts';

const text: JsonSchema = { type: 'string' };
const maybe: JsonSchema = { type: ['string', 'null'] };
const state: JsonSchema = { enum: [...STATES] };

const SUMMARY = {
  id: text,
  version: { type: 'integer', description: 'Send it back with a change: one made from an older version is refused.' },
  number: maybe,
  state,
  payer: maybe,
  serviceOn: maybe,
  total: maybe,
  createdAt: text,
  changedAt: text,
  changedBy: text,
} as const;

const RATE = {
  month: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
  claims: { type: 'integer' },
  passed: { type: 'integer' },
  incomplete: { type: 'integer' },
} as const;

/** The paths of the worklist for the OpenAPI document. `usual` are answers every path may give, `body` those to a body. */
export function worklistPaths(usual: JsonSchema, body: JsonSchema): JsonSchema {
  const claim = claimJsonSchema();
  const report = SERVED.get('claims.check')?.output ?? {};
  const summary = object(SUMMARY);
  const kept = object({ ...SUMMARY, claim: { type: 'object' } });
  const keptAndChecked = object({ ...SUMMARY, claim: { type: 'object' }, report }, Object.keys({ ...SUMMARY, claim }));
  const id = { name: 'id', in: 'path', required: true, schema: text };
  const missing = { '404': usual['404'] ?? { description: 'There is no such claim.' } };
  const changed = {
    '409': {
      description: 'The claim was changed since.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  };
  const sends = (schema: JsonSchema): JsonSchema => ({ required: true, content: { 'application/json': { schema } } });
  const gives = (description: string, schema: JsonSchema): JsonSchema => ({ description, content: { 'application/json': { schema } } });
  const query = (name: string, schema: JsonSchema): JsonSchema => ({ name, in: 'query', required: false, schema });
  return {
    '/v1/claims': {
      get: {
        operationId: 'claims.list',
        summary: 'Kept claims, newest change first',
        parameters: [
          query('state', state),
          query('payer', text),
          query('from', DAY),
          query('to', DAY),
          query('limit', { type: 'integer', minimum: 1, maximum: 500 }),
          query('cursor', text),
        ],
        responses: {
          '200': gives('A page', object({ claims: { type: 'array', items: summary }, next: maybe, counts: { type: 'object' } })),
          ...usual,
        },
      },
      post: {
        operationId: 'claims.add',
        summary: 'Keep a claim and check it',
        requestBody: sends(object({ claim })),
        responses: { '201': gives('Kept', keptAndChecked), ...usual, ...body },
      },
    },
    '/v1/claim-rates': {
      get: {
        operationId: 'claims.rates',
        summary: 'Clean-claim rate by month of the first check (HFMA MAP Key CL-1)',
        responses: { '200': gives('Months, the newest first', object({ months: { type: 'array', items: object(RATE) } })), ...usual },
      },
    },
    '/v1/claims/{id}': {
      parameters: [id],
      get: { operationId: 'claims.read', summary: 'A kept claim', responses: { '200': gives('The claim', kept), ...usual, ...missing } },
      put: {
        operationId: 'claims.change',
        summary: 'Change a kept claim or its state',
        requestBody: sends(object({ version: { type: 'integer' }, claim, state }, ['version'])),
        responses: { '200': gives('Changed', keptAndChecked), ...usual, ...body, ...missing, ...changed },
      },
      delete: {
        operationId: 'claims.erase',
        summary: 'Erase a kept claim and its reports for good',
        responses: { '204': { description: 'Erased' }, ...usual, ...missing },
      },
    },
    '/v1/claims/{id}/runs': {
      parameters: [id],
      get: {
        operationId: 'claims.runs',
        summary: 'Reports on a kept claim, newest first',
        responses: { '200': gives('Reports', object({ runs: { type: 'array', items: { type: 'object' } } })), ...usual, ...missing },
      },
      post: {
        operationId: 'claims.checkAgain',
        summary: 'Check a kept claim again',
        responses: { '201': gives('The report', object({ report })), ...usual, ...missing },
      },
    },
    '/v1/audit': {
      get: {
        operationId: 'audit.list',
        summary: 'Who saw or changed what, in a chain of hashes',
        parameters: [
          query('after', { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 }),
          query('limit', { type: 'integer', minimum: 1, maximum: 500 }),
        ],
        responses: { '200': gives('Entries', object({ entries: { type: 'array', items: { type: 'object' } } })), ...usual },
      },
    },
  };
}

const DAY: JsonSchema = { type: 'string', format: 'date', pattern: '^(?:18|19|20|21)' };

function object(properties: JsonSchema, required: readonly string[] = Object.keys(properties)): JsonSchema {
  return { type: 'object', properties, required };
}
