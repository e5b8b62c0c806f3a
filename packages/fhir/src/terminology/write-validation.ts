import type { Assessment, ToldCoding } from './assess-codings.ts';
import { type Findings, say } from './findings.ts';
import { outcomeOf, type TerminologyError } from './issues.ts';
import type { Json, JsonObject } from './json.ts';
import { SAY } from './messages.ts';
import type { Run } from './run.ts';
import type { Given } from './validation-request.ts';

type Put = (name: string, kind: string, value: Json | undefined) => void;

/** The answer of `$validate-code`: whether the code is valid, what is known of it, and the issues. */
export function writeValidation(given: Given, assessment: Assessment): JsonObject {
  const { findings, membership, matched, last, codings } = assessment;
  const valid = membership === 'in' && !findings.issues.hasErrors;
  // A CodeableConcept without a match is no one coding: facts of a single one are not given for it.
  const single = given.mode === 'codeableConcept' ? undefined : last;
  const told = matched ?? single;
  const parameter: Record<string, Json>[] = [{ name: 'result', valueBoolean: valid }];
  const put: Put = (name, kind, value) => {
    if (value !== undefined) parameter.push({ name, [kind]: value });
  };
  put('system', 'valueUri', matched?.system ?? (membership === 'in' ? assessment.inferredSystem : undefined) ?? single?.system);
  if (!valid)
    for (const system of findings.unknownSystems)
      put(membership === 'out' ? 'x-unknown-system' : 'x-caused-by-unknown-system', 'valueCanonical', system);
  put('normalized-code', 'valueCode', findings.normalForm);
  put('code', 'valueCode', told?.code);
  put('version', 'valueString', matched?.version ?? (single && (assessment.versionBeside ?? single.version)));
  if (told) put('display', 'valueString', assessment.display);
  noteState(findings, told, given, put);
  const texts = new Set([
    ...findings.said,
    ...findings.issues.all.flatMap(({ severity, message }) => (severity === 'error' ? message.text : [])),
  ]);
  if (texts.size > 0) put('message', 'valueString', [...texts].toSorted().join('; '));
  if (given.concept)
    put('codeableConcept', 'valueCodeableConcept', codings.length === 0 ? given.concept : { ...given.concept, coding: codings });
  if (findings.issues.all.length > 0) parameter.push({ name: 'issues', resource: outcomeOf(findings.issues.all) });
  return { resourceType: 'Parameters', parameter };
}

/** Says that a concept is inactive or deprecated. */
function noteState(findings: Findings, told: ToldCoding | undefined, given: Given, put: Put): void {
  const { inactive, status } = findings;
  if (inactive) {
    if (given.mode !== 'codeableConcept' || (told && inactive.at === told.at)) {
      put('inactive', 'valueBoolean', true);
      if (status !== undefined && status !== 'inactive') put('status', 'valueCode', status);
    }
    const words = status === undefined || status === 'inactive' ? 'inactive' : `${status} and inactive`;
    say(findings, SAY.inactive(inactive.code, words), {
      severity: 'warning',
      code: 'business-rule',
      detail: 'code-comment',
      at: inactive.at === '' ? 'code' : inactive.at,
    });
  } else if (status?.toLowerCase() === 'deprecated') {
    put('status', 'valueCode', 'deprecated');
    say(findings, SAY.deprecated(told?.code ?? given.codings[0]?.code ?? ''), {
      severity: 'warning',
      code: 'business-rule',
      detail: 'code-comment',
      at: given.at === '' ? 'code' : given.at,
    });
  }
}

/** The answer where an error is itself the answer: nothing could be looked up. */
export function writeNotValid(run: Run, error: TerminologyError, given: Given): JsonObject {
  const parameter: Record<string, Json>[] = [
    { name: 'issues', resource: outcomeOf([error.issue]) },
    { name: 'result', valueBoolean: false },
    { name: 'message', valueString: error.message },
  ];
  const [coding] = given.codings;
  if (given.concept) parameter.push({ name: 'codeableConcept', valueCodeableConcept: given.concept });
  else if (coding) {
    if (coding.system !== undefined) {
      parameter.push({ name: 'system', valueUri: coding.system });
      const version = coding.version ?? run.codeSystem(coding.system, undefined)?.version;
      if (version !== undefined) parameter.push({ name: 'version', valueString: version });
    }
    if (coding.code !== undefined) parameter.push({ name: 'code', valueCode: coding.code });
  }
  if (error.unknownSystem !== undefined) parameter.push({ name: 'x-caused-by-unknown-system', valueCanonical: error.unknownSystem });
  return { resourceType: 'Parameters', parameter };
}
