import { CleanclaimError, type OtherClaim } from '@cleanclaim/core';
import { type FhirEntry, placedInFhir, readFhirValue } from '@cleanclaim/fhir';

/** A FHIR Claim, or a Bundle with one, where a claim of ours is expected; undefined for what is no FHIR. Throws CleanclaimError. */
export function readFhirInstead(value: unknown): OtherClaim | undefined {
  if (!isFhir(value)) return undefined;
  const [first, ...others] = readFhirValue(value);
  if (!first || others.length > 0)
    throw new CleanclaimError(
      'input/invalid',
      `The Bundle holds ${others.length + 1} claims, and one is checked here: send it as application/fhir+json for a report on each.`,
      '/claim',
    );
  return otherClaim(first);
}

/** A claim that was read from FHIR, to be checked. Throws CleanclaimError for one that could not be read. */
export function otherClaim(entry: FhirEntry): OtherClaim {
  if ('failure' in entry) throw new CleanclaimError(entry.failure.code, entry.failure.message, entry.failure.path);
  return { read: entry.read, placed: (report) => placedInFhir(report, entry.origins) };
}

export function isFhir(value: unknown): value is { readonly resourceType: unknown } {
  return typeof value === 'object' && value !== null && 'resourceType' in value;
}
