import {
  CleanclaimError,
  type Failure,
  failure,
  isCleanclaimError,
  isFailure,
  type ReadClaim,
  readClaim,
  type UnknownField,
} from '@cleanclaim/core';
import { Cursor, exactJson } from './cursor.ts';
import type { FhirOrigins } from './open-claim.ts';
import { readFhirClaim } from './read-claim.ts';
import { type BundleIndex, indexBundle, Resources } from './resources.ts';

/** One claim of a FHIR text with where its parts stood, or what stands in its place. */
export type FhirEntry = { readonly read: ReadClaim; readonly origins: FhirOrigins } | { readonly failure: Failure; readonly text: string };

/** True for core's answer that a text is FHIR and no claim of its own. */
export function isFhirFailure({ code, path }: Failure): boolean {
  return code === 'input/unsupported-format' && path.endsWith('/resourceType');
}

/**
 * The claims of a JSON text that core's `parseClaims` found to be well-formed: a FHIR Claim, a Bundle with any number of
 * them, or a list that mixes these with Cleanclaim's own. Amounts are read from the digits as written.
 */
export function readFhirText(text: string): readonly FhirEntry[] {
  const value = exactJson(text);
  return Array.isArray(value) ? value.flatMap(readFhirValue) : readFhirValue(value);
}

/** The same from parsed JSON, whose numbers have been through a float: exact up to 15 digits. */
export function readFhirValue(value: unknown): readonly FhirEntry[] {
  try {
    if (typeof value !== 'object' || value === null || !('resourceType' in value)) return [ownClaim(value)];
    if (value.resourceType === 'Claim') return [readOne(value, undefined, true)];
    if (value.resourceType !== 'Bundle')
      throw new CleanclaimError(
        'input/unsupported-format',
        `This is a FHIR ${String(value.resourceType).slice(0, 60)}; a Claim, or a Bundle with Claims, is read.`,
        '/resourceType',
      );
    const index = indexBundle(new Cursor(value, 'Bundle', new Set()));
    if (index.claims.length === 0) throw new CleanclaimError('input/unsupported-format', 'The FHIR Bundle holds no Claim.', '/entry');
    return index.claims.map((claim, at) => readOne(claim, index, at === 0));
  } catch (error) {
    return [failed(error, value)];
  }
}

function readOne(value: unknown, index: BundleIndex | undefined, first: boolean): FhirEntry {
  try {
    const used = new Set<string>();
    const at = new Cursor(value, 'Claim', used);
    const resources = new Resources(at, index, used);
    const { read, origins, passedOver: unseated } = readFhirClaim(at, resources);
    const reached = new Set(resources.reached.map((each) => each.path));
    const unread = [at, ...resources.reached].flatMap((each) => each.unread());
    const passedOver = [
      ...unseated,
      ...at
        .list('contained')
        .filter((each) => !reached.has(each.path))
        .map(({ path }) => path),
      // What no claim refers to is told once.
      ...(first
        ? (index?.others ?? []).map((each) => index?.names.get(each) ?? '').filter((name) => name !== '' && !reached.has(name))
        : []),
    ];
    const unknown = [...read.unknown, ...[...unread, ...passedOver].map((path): UnknownField => ({ path, name: path }))];
    return { read: { claim: read.claim, unknown }, origins };
  } catch (error) {
    return failed(error, value);
  }
}

function ownClaim(value: unknown): FhirEntry {
  const read = readClaim(value);
  return isFailure(read) ? { failure: read, text: JSON.stringify(value) } : { read, origins: new Map() };
}

function failed(error: unknown, value: unknown): FhirEntry {
  if (!isCleanclaimError(error)) throw error;
  const { code, message, path } = error.failure;
  return { failure: failure(code, message, path), text: JSON.stringify(value) };
}
