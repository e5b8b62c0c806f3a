import * as core from '@cleanclaim/core';
import * as statistics from '@cleanclaim/core/statistics';
import { type CheckContext, CleanclaimError, type History, type Operation, quote } from '@cleanclaim/core';
import * as z from 'zod/mini';
import { readFhirInstead } from './fhir-claim.ts';
import type { Service } from './service.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;
type AnyOperation = Operation<unknown, unknown, CheckContext>;

/** An operation as the server publishes it. */
export interface Served {
  readonly operation: AnyOperation;
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  /** Each input by name, with its JSON Schema. */
  readonly fields: Readonly<Record<string, JsonSchema>>;
  /** Every input is one text, number, switch, or a list of them: it can be asked by GET. */
  readonly flat: boolean;
}

/** Every operation of core, found and not listed: one that is added there is served here. Statistics have a door of their own in core. */
export const SERVED: ReadonlyMap<string, Served> = new Map(
  [...Object.values(core as Readonly<Record<string, unknown>>), ...Object.values(statistics as Readonly<Record<string, unknown>>)]
    .filter(isOperation)
    .map((operation) => [operation.id, describe(operation)]),
);

function isOperation(value: unknown): value is AnyOperation {
  return typeof value === 'object' && value !== null && 'id' in value && 'run' in value && 'failures' in value && 'examples' in value;
}

function describe(operation: AnyOperation): Served {
  const input = { ...schemaOf(operation.input, 'input'), additionalProperties: false };
  const fields = ('properties' in input ? input.properties : {}) as Readonly<Record<string, JsonSchema>>;
  return { operation, input, output: schemaOf(operation.output, 'output'), fields, flat: Object.values(fields).every(isFlat) };
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => plainTuple(jsonSchema) });
  return rest;
}

/** Two ends of an interval as a list of two: readers of OpenAPI documents stumble over a schema for each place of a list. */
function plainTuple(schema: z.core.JSONSchema.BaseSchema): void {
  const { prefixItems } = schema;
  const [first, ...others] = prefixItems ?? [];
  if (!first || others.some((each) => JSON.stringify(each) !== JSON.stringify(first))) return;
  delete schema.prefixItems;
  Object.assign(schema, { items: first, minItems: others.length + 1, maxItems: others.length + 1 });
}

function isFlat(field: JsonSchema): boolean {
  const { type, items } = field;
  return isScalar(type === 'array' ? (items as JsonSchema) : field);
}

function isScalar({ type }: JsonSchema): boolean {
  return type === 'string' || type === 'number' || type === 'integer' || type === 'boolean';
}

/**
 * Answers one question. A field the operation does not know is refused: a misspelt `on` must not quietly mean today.
 * Throws CleanclaimError.
 */
export function answer({ operation, fields }: Served, input: unknown, service: Service, history?: History): unknown {
  if (typeof input === 'object' && input !== null) {
    const stray = Object.keys(input).find((name) => !Object.hasOwn(fields, name));
    if (stray !== undefined) throw strayField(operation.id, stray, fields);
  }
  return core.perform(operation, input, {
    data: service.data,
    engine: service.engine,
    today: service.today(),
    readOther: readFhirInstead,
    ...(history ? { history } : {}),
  });
}

export function strayField(id: string, name: string, fields: Served['fields']): CleanclaimError {
  const known = Object.keys(fields);
  return new CleanclaimError(
    'input/invalid',
    `${id} has no input ${quote(name)}; it takes ${known.length > 0 ? known.join(', ') : 'none'}.`,
    `/${core.escapePointer(name)}`,
  );
}
