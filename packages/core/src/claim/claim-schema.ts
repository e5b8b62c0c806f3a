import { CLAIM, CLAIM_LIMITS, type Fields, type Shape } from './read-claim.ts';

/** JSON Schema, as published to callers. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The claim as JSON Schema (2020-12), made from the same shape that `readClaim` checks. Unknown fields are allowed: they give a warning. */
export function claimJsonSchema(): JsonSchema {
  return ofFields(CLAIM, '');
}

function ofFields(shape: Fields, path: string): JsonSchema {
  const properties = Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, ofShape(field, `${path}/${name}`)]));
  return { type: 'object', properties, ...(shape.needs ? { required: shape.needs } : {}) };
}

function ofShape(shape: Shape, path: string): JsonSchema {
  if (shape === 'any') return {};
  if (shape === 'text') return { type: 'string', maxLength: CLAIM_LIMITS.text };
  if (shape === 'number') return { type: 'number' };
  if (shape === 'quantity') return { type: ['number', 'string'] };
  if (shape === 'pointer') return { anyOf: [{ type: 'number' }, { type: 'string', maxLength: 20 }] };
  if ('fields' in shape) return ofFields(shape, path);
  if ('oneOf' in shape) return { enum: shape.oneOf };
  const maxItems = path === '/lines' ? CLAIM_LIMITS.lines : path === '/diagnoses' ? CLAIM_LIMITS.diagnoses : CLAIM_LIMITS.list;
  return { type: 'array', items: ofShape(shape[0], `${path}/0`), maxItems };
}
