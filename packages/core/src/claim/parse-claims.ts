import { type Failure, failure } from '../errors.ts';
import { isFailure, type ReadClaim, readClaim } from './read-claim.ts';
import { hasAllKeys, jsonErrorAt, keyTrouble } from './key-trouble.ts';
import { MAX_DEPTH, measure } from './measure-json.ts';
import { readPlain } from './plain-claim.ts';

/**
 * Reads one JSON text that should hold a claim. A wrong text gives one failure with the place of the trouble: not
 * JSON (line and column), a key given twice, the wrong shape (JSON path).
 */
export function parseClaim(text: string): ReadClaim | Failure {
  return readPlain(text) ?? readCarefully(text);
}

function readCarefully(text: string): ReadClaim | Failure {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed.failure;
  return refuseOther(parsed.value) ?? readClaim(parsed.value);
}

/** One entry of a text with several claims. */
export interface ClaimEntry {
  readonly read: ReadClaim | Failure;
  /** The entry as JSON, where it could not be read as a claim. */
  readonly text: string;
}

/** Reads a JSON text with one claim or an array of claims; each entry is a claim or the failure in its place. */
export function parseClaims(text: string): ClaimEntry[] | Failure {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed.failure;
  if (!Array.isArray(parsed.value)) return [{ read: refuseOther(parsed.value) ?? readClaim(parsed.value), text }];
  if (parsed.value.length === 0) return failure('input/empty', 'The list holds no claim.');
  return parsed.value.map((each: unknown, at) => {
    const read = refuseOther(each) ?? readClaim(each);
    return isFailure(read) ? { read: { ...read, path: `/${at}${read.path}` }, text: JSON.stringify(each) } : { read, text: '' };
  });
}

export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure };

/** Reads any JSON text strictly: no key twice in one object, no nesting beyond what our inputs need. The failure says where. */
export function parseJson(text: string): ParsedJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, failure: notJson(text) };
  }
  // JSON.parse keeps the last of two equal keys and says nothing. A text with as many colons as the value has keys lost none.
  const { keys, depth } = measure(value);
  if (depth > MAX_DEPTH) return { ok: false, failure: failure('input/too-deep', `The JSON is nested more than ${MAX_DEPTH} levels deep.`) };
  if (!hasAllKeys(text, keys)) {
    const path = keyTrouble(text);
    if (path !== undefined)
      return { ok: false, failure: failure('input/duplicate-key', 'The same key is given twice in one object.', path) };
  }
  return { ok: true, value };
}

/** Other things people send where a claim belongs, told apart so that the message helps. */
function refuseOther(value: unknown): Failure | undefined {
  if (typeof value !== 'object' || value === null || !('resourceType' in value)) return undefined;
  return failure(
    'input/unsupported-format',
    'This is a FHIR resource, and Cleanclaim JSON was expected here; cleanclaim convert makes one of the other.',
    '/resourceType',
  );
}

function notJson(text: string): Failure {
  if (text.trim() === '') return failure('input/empty', 'The input is empty.');
  const start = text.trimStart();
  if (start.startsWith('ISA'))
    return failure('input/unsupported-format', 'This is an X12 file; this version reads claims as Cleanclaim JSON.');
  const position = jsonErrorAt(text);
  if (position >= text.length) return failure('input/not-json', 'The input is not JSON: it ends too early.');
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  return failure('input/not-json', `The input is not JSON: see line ${line}, column ${column}.`);
}
