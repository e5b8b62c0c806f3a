import { type Failure, isFailure, jsonErrorAt, parseClaims, type ReadClaim } from '@cleanclaim/core';
import { type FhirOrigins, isFhirFailure, readFhirText } from '@cleanclaim/fhir';

/** One claim of a file, or what stands in its place. */
export interface ReadEntry {
  readonly read: ReadClaim | Failure;
  /** The entry as it stood in the file, where it could not be read. */
  readonly text: string;
  /** Where the claim's fields stood in FHIR; undefined for other formats. */
  readonly fhir?: FhirOrigins;
}

/** The claims of one JSON text: ours or FHIR's, one or several. */
export function entriesOf(text: string): readonly ReadEntry[] {
  const claims = parseClaims(text);
  const found = Array.isArray(claims) ? claims : [{ read: claims, text }];
  if (!found.some(({ read }) => isFailure(read) && isFhirFailure(read))) return found;
  return readFhirText(text).map((entry) =>
    'failure' in entry ? { read: entry.failure, text: entry.text } : { read: entry.read, text: '', fhir: entry.origins },
  );
}

/** True when a file begins as X12 does; a byte-order mark and white space may stand before. */
export function isX12(first: Buffer): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*ISA[^A-Za-z0-9\s]/.test(first.subarray(0, 64).toString('latin1'));
}

/** True when a line is a JSON text of its own, or broken before its end: then each line of the file is. */
export function standsAlone(line: string): boolean {
  const text = line.replace(/^\ufeff/, '').trim();
  if (!text.startsWith('{')) return !text.startsWith('[');
  return jsonErrorAt(text) < text.length || text.endsWith('}');
}
