import { claimJsonSchema } from '@cleanclaim/core';
import type { JsonSchema } from '../served.ts';
import { SERVED } from '../served.ts';

const count: JsonSchema = { type: 'integer', minimum: 0 };
const text: JsonSchema = { type: 'string' };

/** The paths of files that workers check, for the OpenAPI document. `usual` are answers every path may give, `body` those to a body. */
export function jobPaths(usual: JsonSchema, body: JsonSchema): JsonSchema {
  const claim = claimJsonSchema();
  const parameters = [{ name: 'id', in: 'path', required: true, schema: text }];
  const outcomes = object({ clean: count, findings: count, incomplete: count, gone: count });
  const state = object({
    id: text,
    state: { enum: ['waiting', 'checking', 'done'] },
    claims: count,
    waiting: count,
    checking: count,
    checked: count,
    failed: count,
    outcomes,
  });
  const entry = object({
    number: count,
    claim: text,
    outcome: { enum: ['clean', 'findings', 'incomplete', 'gone', 'waiting', 'checking', 'failed'] },
    report: { anyOf: [SERVED.get('claims.check')?.output ?? {}, { type: 'null' }] },
  });
  const lines = (says: string): JsonSchema => ({ schema: { type: 'string', description: says } });
  return {
    '/v1/jobs': {
      post: {
        operationId: 'jobs.add',
        summary: 'Keep the claims of a file and have workers check them',
        description: 'At most 5,000 claims. Each is kept as a draft; those that cannot be read are told. Sent again, it is another file.',
        requestBody: {
          required: true,
          content: {
            'application/edi-x12': lines('An 837.'),
            'application/x-ndjson': lines('A claim a line.'),
            'application/json': { schema: { anyOf: [claim, { type: 'array', items: claim }] } },
          },
        },
        responses: {
          '202': {
            description: 'Kept; Location says where to ask',
            headers: { Location: { description: 'Where the file stands.', schema: text } },
            content: {
              'application/json': {
                schema: {
                  ...object({
                    id: text,
                    claims: count,
                    unread: { type: 'array', items: object({ line: count, error: { type: 'object' } }) },
                    unreadCount: count,
                  }),
                },
              },
            },
          },
          ...usual,
          ...body,
        },
      },
    },
    '/v1/jobs/{id}': {
      parameters,
      get: {
        operationId: 'jobs.state',
        summary: 'Where a file stands that workers check',
        responses: { '200': { description: 'Its state', content: { 'application/json': { schema: state } } }, ...usual },
      },
    },
    '/v1/jobs/{id}/reports': {
      parameters,
      get: {
        operationId: 'jobs.reports',
        summary: 'The reports on the claims of a file, a line each, in their order',
        responses: {
          '200': {
            description: 'A line a claim; one that has no report yet says where it stands',
            content: { 'application/x-ndjson': { schema: { type: 'string', description: `Lines of ${JSON.stringify(entry.required)}.` } } },
          },
          ...usual,
        },
      },
    },
  };
}

function object(properties: JsonSchema): JsonSchema & { readonly required: readonly string[] } {
  return { type: 'object', properties, required: Object.keys(properties) };
}
