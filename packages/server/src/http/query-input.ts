import { CleanclaimError, quote } from '@cleanclaim/core';
import { type JsonSchema, type Served, strayField } from '../served.ts';

/** The input of a flat operation from the parameters of a URL. Texts stay texts; numbers and switches are read strictly. */
export function queryInput({ operation, fields }: Served, parameters: URLSearchParams): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) throw strayField(operation.id, name, fields);
    const values = parameters.getAll(name);
    if (field['type'] === 'array') input[name] = values.map((value) => readValue(value, name, field['items'] as JsonSchema));
    else if (values.length > 1) throw wrong(name, 'is given more than once');
    else input[name] = readValue(values[0] ?? '', name, field);
  }
  return input;
}

function readValue(text: string, name: string, { type }: JsonSchema): unknown {
  if (type === 'boolean') {
    if (text !== 'true' && text !== 'false') throw wrong(name, `takes true or false, not ${quote(text)}`);
    return text === 'true';
  }
  if (type === 'number' || type === 'integer') {
    if (!/^-?\d{1,9}(?:\.\d{1,9})?$/.test(text)) throw wrong(name, `takes a number, not ${quote(text)}`);
    return Number(text);
  }
  return text;
}

function wrong(name: string, what: string): CleanclaimError {
  return new CleanclaimError('input/invalid', `The parameter ${name} ${what}.`, `/${name}`);
}
