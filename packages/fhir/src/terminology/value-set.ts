import type { CodeSystem, CompiledFilter } from './code-system.ts';
import type { Designation } from './designations.ts';
import { compileFilter } from './filters.ts';
import { TerminologyError } from './issues.ts';
import { type JsonObject, objects, text } from './json.ts';
import { SAY } from './messages.ts';
import { readDesignation } from './resource-code-system.ts';
import { referenceOf } from './run.ts';
import { compareVersions, splitCanonical } from './versions.ts';

export function circular(reference: string, chain: readonly string[]): TerminologyError {
  return new TerminologyError(
    { severity: 'error', code: 'processing', detail: 'vs-invalid', message: SAY.circular(reference, chain) },
    422,
  );
}

/** Orders sets of one system by falling version; others stay as they stand. */
export function latestVersionFirst(one: JsonObject, other: JsonObject): number {
  const a = text(one, 'version');
  const b = text(other, 'version');
  return one['system'] === other['system'] && a !== undefined && b !== undefined ? compareVersions(b, a) : 0;
}

/** The filters of a set, compiled. Throws TerminologyError for one without a value or that the system does not have. */
export function readFilters(set: JsonObject, system: CodeSystem, valueSet: JsonObject, place: string): CompiledFilter[] {
  return objects(set, 'filter').map((each, at) => {
    const property = text(each, 'property') ?? '';
    const op = text(each, 'op') ?? '';
    const value = text(each, 'value');
    const where = `ValueSet.compose.${place}.filter[${at}]`;
    if (value === undefined)
      throw new TerminologyError(
        {
          severity: 'error',
          code: 'invalid',
          detail: 'vs-invalid',
          message: SAY.filterWithoutValue(system.url, property, op),
          at: where,
        },
        400,
      );
    const compiled = compileFilter(system, { property, op, value });
    if (!compiled)
      throw new TerminologyError(
        {
          severity: 'error',
          code: 'not-supported',
          detail: 'vs-invalid',
          message: SAY.filterNotUnderstood(property, op, value, referenceOf(valueSet), system.url),
          at: where,
        },
        400,
      );
    return compiled;
  });
}

/** How a value set words a concept that it lists. */
export function listedDesignations(listed: JsonObject, valueSet: JsonObject): Designation[] {
  const display = text(listed, 'display');
  return [
    ...(display === undefined ? [] : [{ value: display.trim(), language: text(valueSet, 'language'), isDisplay: true }]),
    ...objects(listed, 'designation').flatMap((each) => readDesignation(each)),
  ];
}

/** True for an address that says where it is, such as a URL or a URN. */
export function isAbsolute(url: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(splitCanonical(url).url);
}

/** Throws TerminologyError for a value set that is defined as of a day: which codes there were then, we cannot say. */
export function refuseLockedDate(valueSet: JsonObject, compose: JsonObject): void {
  if (text(compose, 'lockedDate') === undefined) return;
  throw new TerminologyError(
    {
      severity: 'error',
      code: 'business-rule',
      message: { id: '', text: `Cannot process ValueSet ${referenceOf(valueSet)} due to the presence of a lockedDate on the compose` },
    },
    422,
  );
}
