import { assessCodings } from './assess-codings.ts';
import { TerminologyError } from './issues.ts';
import type { JsonObject } from './json.ts';
import type { Parameters } from './parameters.ts';
import type { Run } from './run.ts';
import { codeGiven, codeSystemAsked, type Given, valueSetAsked } from './validation-request.ts';
import { ValueSetChecker } from './value-set-checker.ts';
import { writeNotValid, writeValidation } from './write-validation.ts';

/** `ValueSet/$validate-code`: whether a code is in a value set. */
export function validateInValueSet(run: Run, parameters: Parameters): JsonObject {
  const valueSet = valueSetAsked(run, parameters);
  const given = codeGiven(run, parameters, 'system', 'systemVersion');
  run.require(valueSet);
  const checker = new ValueSetChecker(run, valueSet);
  return answered(run, given, () => {
    checker.prepare();
    return writeValidation(given, assessCodings(checker, given));
  });
}

/** `CodeSystem/$validate-code`: whether a code is in a code system. */
export function validateInCodeSystem(run: Run, parameters: Parameters): JsonObject {
  const given = codeGiven(run, parameters, 'url', 'version');
  return answered(run, given, () => {
    const system = codeSystemAsked(run, parameters, given);
    const valueSet: JsonObject = {
      resourceType: 'ValueSet',
      status: 'active',
      url: system.valueSet ?? `${system.url}/vs`,
      ...(system.version === undefined ? {} : { version: system.version }),
      compose: { include: [{ system: system.url, ...(system.version === undefined ? {} : { version: system.version }) }] },
    };
    return writeValidation(given, assessCodings(new ValueSetChecker(run, valueSet, true), given));
  });
}

/** Errors that are themselves the answer become one. */
function answered(run: Run, given: Given, make: () => JsonObject): JsonObject {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TerminologyError) || !error.isAnswer) throw error;
    return writeNotValid(run, error, given);
  }
}
