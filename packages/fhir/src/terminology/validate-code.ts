import { Designations } from './designations.ts';
import { IssueList, outcomeOf, TerminologyError } from './issues.ts';
import { type Json, type JsonObject, objects, text } from './json.ts';
import { type Message, SAY } from './messages.ts';
import type { Parameters } from './parameters.ts';
import type { Run } from './run.ts';
import { isAbsolute } from './value-set.ts';
import { field, type Findings, type FoundCoding, type GivenCoding, say, ValueSetChecker } from './value-set-checker.ts';
import { canonical } from './versions.ts';

/** How the code came: a code with its system, a Coding, or a CodeableConcept. */
type Mode = 'code' | 'coding' | 'codeableConcept';

interface Given {
  readonly mode: Mode;
  readonly at: string;
  readonly codings: readonly (Omit<GivenCoding, 'code'> & { readonly code: string | undefined })[];
  readonly concept: JsonObject | undefined;
}

const AT: Readonly<Record<Mode, string>> = { code: '', coding: 'Coding', codeableConcept: 'CodeableConcept' };

/** `ValueSet/$validate-code`: whether a code is in a value set. */
export function validateInValueSet(run: Run, parameters: Parameters): JsonObject {
  const valueSet = valueSetAsked(run, parameters);
  const given = codeGiven(run, parameters, 'system', 'systemVersion');
  run.require(valueSet);
  const checker = new ValueSetChecker(run, valueSet);
  return answered(run, given, () => {
    checker.prepare();
    return report(checker, given);
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
    return report(new ValueSetChecker(run, valueSet, true), given);
  });
}

/** Errors that are themselves the answer become one. */
function answered(run: Run, given: Given, make: () => JsonObject): JsonObject {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TerminologyError) || !error.isAnswer) throw error;
    return notValid(run, error, given);
  }
}

function notValid(run: Run, error: TerminologyError, given: Given): JsonObject {
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

/** The value set a request is about. Throws TerminologyError when none is named or it is not known. */
export function valueSetAsked(run: Run, parameters: Parameters): JsonObject {
  const sent = parameters.resource('valueSet');
  if (sent?.['resourceType'] === 'ValueSet') return sent;
  const url = parameters.text('url');
  if (url === undefined)
    throw new TerminologyError(
      {
        severity: 'error',
        code: 'invalid',
        message: { id: '', text: 'No ValueSet specified - provide url parameter or valueSet resource' },
      },
      400,
    );
  const version = run.versionFor(url, parameters.text('valueSetVersion'));
  const found = run.library.valueSet(url, version);
  if (!found)
    throw new TerminologyError(
      { severity: 'error', code: 'not-found', detail: 'not-found', message: SAY.unknownValueSet(canonical(url, version)) },
      422,
    );
  return found;
}

function codeGiven(run: Run, parameters: Parameters, systemName: string, versionName: string): Given {
  const concept = parameters.object('codeableConcept');
  const coding = parameters.object('coding');
  // A system is inferred for a bare code only: codings say their own.
  if (concept) {
    run.settings.set('inferSystem', false);
    return { mode: 'codeableConcept', at: AT.codeableConcept, codings: objects(concept, 'coding').map(readCoding), concept };
  }
  if (coding) {
    run.settings.set('inferSystem', false);
    return { mode: 'coding', at: AT.coding, codings: [readCoding(coding)], concept: undefined };
  }
  const code = parameters.text('code');
  const system = parameters.text(systemName) ?? parameters.text('system');
  if (code === undefined || (system === undefined && !run.settings.flag('inferSystem')))
    throw new TerminologyError({ severity: 'error', code: 'invalid', message: SAY.nothingToValidate() }, 400);
  return {
    mode: 'code',
    at: AT.code,
    codings: [{ code, system, version: parameters.text(versionName), display: parameters.text('display') }],
    concept: undefined,
  };
}

function readCoding(json: JsonObject): Given['codings'][number] {
  return { system: text(json, 'system'), version: text(json, 'version'), code: text(json, 'code'), display: text(json, 'display') };
}

/** The code system a code is held against. Throws TerminologyError, as an answer, when there is none. */
function codeSystemAsked(run: Run, parameters: Parameters, given: Given) {
  const sent = parameters.resource('codeSystem');
  const [first] = given.codings;
  const at = given.mode === 'codeableConcept' ? 'CodeableConcept.coding[0]' : given.at;
  const named = parameters.text('url');
  const url = (sent && text(sent, 'url')) ?? named ?? first?.system;
  if (url === undefined) throw answer(SAY.noSystem(), { severity: 'warning', code: 'invalid', detail: 'invalid-data', at });
  const version = run.versionFor(url, parameters.text('version') ?? (named === undefined ? first?.version : undefined));
  const system = run.library.codeSystem(url, version, {
    content: ['complete', 'fragment', 'example', 'supplement'],
    supplements: run.required,
  });
  const where = { severity: 'error', code: 'invalid', detail: 'invalid-data', at: field(at, 'system') } as const;
  if (system?.content === 'supplement') throw answer(SAY.systemIsSupplement(canonical(system.url, system.version)), where);
  if (system) return system;
  if (run.library.valueSet(url)) throw answer(SAY.systemIsValueSet(url), where);
  const known = version === undefined ? [] : run.library.versions(url);
  const message = version === undefined ? SAY.unknownSystem(url) : SAY.unknownVersion(url, version, known);
  throw new TerminologyError({ ...where, code: 'not-found', detail: 'not-found', message }, 422, {
    isAnswer: true,
    unknownSystem: known.length === 0 ? url : canonical(url, version),
  });
}

function answer(message: Message, issue: Omit<TerminologyError['issue'], 'message'>): TerminologyError {
  return new TerminologyError({ ...issue, message }, 400, { isAnswer: true });
}

/** The coding whose facts the answer gives. */
interface Told {
  readonly system: string | undefined;
  readonly code: string;
  readonly at: string;
  version: string | undefined;
}

/** Holds every coding against the value set and writes the answer. */
function report(checker: ValueSetChecker, given: Given): JsonObject {
  const { run } = checker;
  const { settings } = run;
  const findings: Findings = {
    issues: new IssueList(),
    said: new Set(),
    unknownSystems: new Set(),
    inactive: undefined,
    status: undefined,
    normalForm: undefined,
  };
  checker.noteOwnStatus(findings);
  let ok: 'in' | 'out' | 'unknown' = 'out';
  let matched: Told | undefined;
  let last: Told | undefined;
  let display: string | undefined;
  let inferred: string | undefined;
  let ownVersion: string | undefined;
  let withoutCode = false;
  const written: string[] = [];
  const matches = new Set<number>();
  const codings = given.concept ? [...objects(given.concept, 'coding')] : [];

  for (const [index, coding] of given.codings.entries()) {
    const at = given.mode === 'codeableConcept' ? `${given.at}.coding[${index}]` : given.at;
    if (coding.code === undefined) {
      const message = coding.system === undefined ? SAY.noSystem() : SAY.noCode(coding.system);
      say(findings, message, { severity: 'warning', code: 'invalid', detail: 'invalid-data', at });
      withoutCode = true;
      break;
    }
    const known: GivenCoding = { ...coding, code: coding.code };
    const found: FoundCoding = { designations: new Designations(), version: undefined, language: 'en', system: undefined };
    const member = checker.check(known, at, findings, found);
    inferred ??= found.system;
    const system = found.system ?? coding.system;
    if (!last || member === 'in') last = { system: coding.system, code: known.code, at, version: coding.version };
    last.version ??= found.version;
    written.push(`'${codingText(system, known)}'`);
    if (member === 'out' && !checker.ofCodeSystem && given.mode === 'codeableConcept')
      findings.issues.add({
        severity: 'information',
        code: 'code-invalid',
        detail: 'this-code-not-in-vs',
        message: SAY.notInValueSet(written.at(-1) ?? '', checker.name),
        at: field(at, 'code'),
      });
    if (ok !== 'in' && member !== 'out') ok = member;
    if (member === 'in') {
      matches.add(index);
      if (known.display !== undefined && found.designations.list.length > 0)
        checkDisplay(checker, { ...known, system }, found, at, findings);
      if (!matched) {
        matched = { system: coding.system, code: known.code, at, version: found.version };
        display = shown(found, run);
      }
    } else if (!settings.flag('valueset-membership-only') && system !== undefined) {
      const beside = lookBeside(checker, { ...known, system }, at, given.mode, findings, found);
      if (beside) {
        display = shown(found, run) ?? display;
        if (given.mode !== 'codeableConcept') ownVersion = beside;
        else if (coding.version === undefined && codings[index]) codings[index] = { ...codings[index], version: beside };
      }
    }
  }
  excuseOthers(given, matches, findings);
  if (
    ok === 'out' &&
    !(withoutCode && (given.mode !== 'codeableConcept' || checker.ofCodeSystem)) &&
    (!checker.ofCodeSystem || !findings.issues.hasErrors)
  ) {
    const message =
      given.mode === 'codeableConcept' ? SAY.noCodingInValueSet(checker.name) : SAY.notInValueSet(written.join(', '), checker.name);
    say(findings, message, {
      severity: 'error',
      code: 'code-invalid',
      detail: 'not-in-vs',
      at: given.mode === 'codeableConcept' ? '' : field(given.at, 'code'),
    });
  }
  const valid = ok === 'in' && !findings.issues.hasErrors;
  const isConcept = given.mode === 'codeableConcept';
  const told = matched ?? (isConcept ? undefined : last);
  const parameter: Record<string, Json>[] = [{ name: 'result', valueBoolean: valid }];
  const put = (name: string, kind: string, value: Json | undefined): void => {
    if (value !== undefined) parameter.push({ name, [kind]: value });
  };
  put('system', 'valueUri', matched?.system ?? (ok === 'in' ? inferred : undefined) ?? (isConcept ? undefined : last?.system));
  for (const system of findings.unknownSystems)
    if (!valid) put(ok === 'out' ? 'x-unknown-system' : 'x-caused-by-unknown-system', 'valueCanonical', system);
  put('normalized-code', 'valueCode', findings.normalForm);
  put('code', 'valueCode', told?.code);
  put('version', 'valueString', matched?.version ?? (isConcept ? undefined : (ownVersion ?? last?.version)));
  if (told) put('display', 'valueString', display);
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
function noteState(findings: Findings, told: Told | undefined, given: Given, put: (name: string, kind: string, value: Json) => void): void {
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

/** What is known of a code that is not in the value set; the version of its code system where it is there. */
function lookBeside(
  checker: ValueSetChecker,
  coding: GivenCoding & { readonly system: string },
  at: string,
  mode: Mode,
  findings: Findings,
  found: FoundCoding,
): string | undefined {
  const { run } = checker;
  const { system: url, code } = coding;
  const data = { severity: 'error', code: 'invalid', detail: 'invalid-data', at: field(at, 'system') } as const;
  if (!isAbsolute(url)) say(findings, SAY.systemIsRelative(), mode === 'code' ? { ...data, at } : data);
  const version = coding.version ?? checker.versionNamed(url);
  const system = run.codeSystem(url, version);
  if (!system) {
    noteUnknown(run, url, version, data, findings);
    return undefined;
  }
  run.checkVersion(system, findings.issues, field(at, 'version'));
  checker.noteStatusOf(system, findings);
  const concept = system.find(code);
  const place = { code: 'code-invalid', detail: 'invalid-code', at: field(at, 'code') } as const;
  if (!concept) {
    if (system.content === 'complete') say(findings, SAY.unknownCode(code, url, system.version), { severity: 'error', ...place });
    else findings.issues.add({ severity: 'warning', ...place, message: SAY.unknownCodeInFragment(code, url, system.version) });
    return undefined;
  }
  found.designations.add(...concept.designations());
  found.language = system.language ?? 'en';
  if (concept.inactive && !findings.inactive) {
    findings.inactive = { at, code };
    findings.status = concept.status ?? findings.status;
  }
  if (coding.display !== undefined) checkDisplay(checker, coding, found, at, findings, true);
  return system.version ?? '';
}

function noteUnknown(
  run: Run,
  url: string,
  version: string | undefined,
  data: Omit<TerminologyError['issue'], 'message'>,
  findings: Findings,
): void {
  if (run.library.valueSet(url)) {
    say(findings, SAY.systemIsValueSet(url), data);
    return;
  }
  const supplement = run.library.codeSystem(url, version, { content: ['supplement'] });
  if (supplement) {
    say(findings, SAY.systemIsSupplement(canonical(supplement.url, supplement.version)), data);
    return;
  }
  const isKnown = version !== undefined || run.library.codeSystem(url, undefined) !== undefined;
  const versions = run.library.versions(url);
  const name = isKnown && versions.length > 0 ? canonical(url, version) : url;
  const message = isKnown ? SAY.unknownVersion(url, version ?? '', versions) : SAY.unknownSystem(url);
  if (!findings.unknownSystems.has(name)) findings.issues.add({ ...data, code: 'not-found', detail: 'not-found', message });
  findings.unknownSystems.add(name);
  findings.said.add(message.text);
}

/** A concept is in the value set when one of its codings is: codings of systems nobody knows are then no error. */
function excuseOthers(given: Given, matches: ReadonlySet<number>, findings: Findings): void {
  if (given.mode !== 'codeableConcept' || matches.size === 0) return;
  for (const [index, { system, version }] of given.codings.entries()) {
    if (matches.has(index)) continue;
    for (const issue of findings.issues.all) {
      if (issue.severity !== 'error' || issue.detail !== 'not-found' || issue.at !== `${given.at}.coding[${index}].system`) continue;
      const message = SAY.codingNotChecked(canonical(system ?? '', version));
      findings.said.delete(issue.message.text);
      findings.said.add(message.text);
      findings.issues.replace(issue, { ...issue, severity: 'warning', message });
    }
  }
}

/** Holds a display against the right ones, in the languages asked for. */
function checkDisplay(
  checker: ValueSetChecker,
  { system = '', code, display = '' }: GivenCoding,
  { designations, language }: FoundCoding,
  at: string,
  findings: Findings,
  beside = false,
): void {
  const { settings } = checker.run;
  const { wanted } = settings;
  const place = { code: 'invalid', detail: 'invalid-display', at: field(at, 'display') } as const;
  const severity = settings.flag('lenient-display-validation') ? 'warning' : 'error';
  const match = designations.match(display, wanted, beside ? language : undefined);
  if (match === 'same') {
    if (designations.match(display, wanted, undefined, true) === 'same' || beside) return;
    const outdated = designations.list.find(({ value }) => value === display)?.outdated ?? 'inactive';
    findings.issues.add({
      severity: 'warning',
      ...place,
      detail: 'display-comment',
      message: SAY.oldDisplay(display, code, outdated, designations.current()),
    });
    return;
  }
  const languages = settings.writtenLanguages;
  const inLanguages = designations.count(wanted, true) || (beside ? 0 : designations.count(wanted, false));
  if (inLanguages > 0) {
    const message = SAY.wrongDisplay(display, system, code, designations.choices(wanted), languages, match === 'spacing');
    say(findings, message, { severity: designations.count(wanted, true) > 0 ? severity : 'warning', ...place });
    return;
  }
  const usual = designations.preferred(undefined)?.value;
  if (usual === undefined || beside) {
    say(findings, SAY.noDisplayAtAll(display, system, code), { severity: 'warning', ...place });
    return;
  }
  const right = designations.match(display, wanted, language) === 'same';
  const message = SAY.noDisplayInLanguage(display, system, code, languages, usual, right);
  say(findings, message, { severity: right ? 'information' : severity, ...place });
}

function shown({ designations }: FoundCoding, run: Run): string | undefined {
  return (designations.preferred(run.settings.wanted) ?? designations.preferred(undefined))?.value;
}

function codingText(system: string | undefined, { version, code, display }: GivenCoding): string {
  return `${canonical(system ?? '', version)}#${code}${display === undefined ? '' : ` ('${display}')`}`;
}
