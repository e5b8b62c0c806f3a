import { CLAIM, CLAIM_LIMITS } from './read-claim.ts';
import type { Fields, Shape } from './shape.ts';

/** JSON Schema, as published to callers. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The claim as JSON Schema (2020-12), made from the same shape that `readClaim` checks. Unknown fields are allowed: they give a warning. */
export function claimJsonSchema(): JsonSchema {
  return ofFields(CLAIM, '', new Map());
}

/** Where each part was described first: what stands again in a part or a line is not described again, as callers send this to language models. */
type Described = Map<Fields, string>;

function ofFields(shape: Fields, path: string, described: Described): JsonSchema {
  const before = described.get(shape);
  if (before !== undefined && path.indexOf('/', 1) > 0) return { type: 'object', description: `The fields of ${before}.` };
  described.set(shape, path);
  const properties = Object.fromEntries(
    Object.entries(shape.fields).map(([name, field]) => [name, ofShape(field, `${path}/${name}`, described)]),
  );
  return { type: 'object', properties, ...(shape.needs ? { required: shape.needs } : {}) };
}

function ofShape(shape: Shape, path: string, described: Described): JsonSchema {
  if (shape === 'any') return {};
  if (shape === 'text') return { type: 'string', maxLength: CLAIM_LIMITS.text };
  if (shape === 'number') return { type: 'number' };
  if (shape === 'quantity') return { type: ['number', 'string'] };
  if (shape === 'pointer') return { anyOf: [{ type: 'number' }, { type: 'string', maxLength: 20 }] };
  if ('fields' in shape) return ofFields(shape, path, described);
  if ('oneOf' in shape) return { enum: shape.oneOf };
  const maxItems = path === '/lines' ? CLAIM_LIMITS.lines : path === '/diagnoses' ? CLAIM_LIMITS.diagnoses : CLAIM_LIMITS.list;
  return { type: 'array', items: ofShape(shape[0], `${path}/0`, described), maxItems };
}
