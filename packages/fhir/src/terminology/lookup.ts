import { type CodeSystem, type Concept, hasSupplement } from './code-system.ts';
import { Designations } from './designations.ts';
import { badRequest, TerminologyError } from './issues.ts';
import { type Json, type JsonObject, object, text, valueOf } from './json.ts';
import { SAY } from './messages.ts';
import type { Parameters } from './parameters.ts';
import type { Run } from './run.ts';
import { canonical } from './versions.ts';

/** `CodeSystem/$lookup`: everything that is known of a code. */
export function lookUp(run: Run, parameters: Parameters): JsonObject {
  const coding = parameters.object('coding');
  const url = (coding && text(coding, 'system')) ?? parameters.text('system') ?? parameters.text('url');
  const code = (coding && text(coding, 'code')) ?? parameters.text('code');
  if (url === undefined || code === undefined) throw badRequest('Give system and code, or a coding');
  const version = (coding && text(coding, 'version')) ?? parameters.text('version');
  const system = systemOf(run, url, version);
  for (const each of run.required) if (hasSupplement(system, each)) run.used.add(each);
  run.demandSupplements();
  const concept = conceptOf(system, code);
  return { resourceType: 'Parameters', parameter: [...describe(run, system, concept, parameters.texts('property'))] };
}

/** A code system, or a TerminologyError that says which versions there are. */
export function systemOf(run: Run, url: string, named: string | undefined): CodeSystem {
  const version = run.versionFor(url, named);
  const system = run.codeSystem(url, named);
  if (system) {
    run.checkVersion(system);
    return system;
  }
  const message = version === undefined ? SAY.unknownSystem(url) : SAY.unknownVersion(url, version, run.library.versions(url));
  throw new TerminologyError({ severity: 'error', code: 'not-found', detail: 'not-found', message, at: 'system' }, 404);
}

/** A concept, or a TerminologyError that the code system has none of that code. */
export function conceptOf(system: CodeSystem, code: string, at = 'code'): Concept {
  const concept = system.find(code);
  if (concept) return concept;
  throw new TerminologyError(
    { severity: 'error', code: 'not-found', detail: 'invalid-code', message: SAY.unknownCode(code, system.url, system.version), at },
    404,
  );
}

function* describe(run: Run, system: CodeSystem, concept: Concept, asked: readonly string[]): Generator<JsonObject> {
  const wants = (name: string): boolean => asked.length === 0 || asked.includes('*') || asked.includes(name);
  yield { name: 'name', valueString: system.name };
  yield { name: 'system', valueUri: system.url };
  if (system.version !== undefined) yield { name: 'version', valueString: system.version };
  yield { name: 'code', valueCode: concept.code };
  const designations = new Designations();
  designations.add(...concept.designations());
  const display = designations.preferred(run.settings.wanted);
  if (display) yield { name: 'display', valueString: display.value };
  const definition = concept.definition();
  if (definition !== undefined && wants('definition')) yield { name: 'definition', valueString: definition };
  yield { name: 'abstract', valueBoolean: concept.abstract };
  for (const each of system.supplements) yield { name: 'used-supplement', valueCanonical: each };
  if (wants('designation')) {
    for (const { language, use, value, source } of designations.list) {
      const part: JsonObject[] = [];
      if (language !== undefined) part.push({ name: 'language', valueCode: language });
      if (use) part.push({ name: 'use', valueCoding: use });
      part.push({ name: 'value', valueString: value });
      if (source !== undefined) part.push({ name: 'source', valueCanonical: source });
      yield { name: 'designation', part };
    }
  }
  if (wants('inactive')) yield propertyPart('inactive', 'valueBoolean', concept.inactive);
  const own = concept.properties();
  for (const each of own) {
    const name = text(each, 'code') ?? '';
    const value = valueOf(each);
    if (value && name !== 'inactive' && wants(name)) yield propertyPart(name, value.name, value.value, system);
  }
  if (wants('parent') && !own.some((each) => each['code'] === 'parent'))
    for (const { code, display: words } of system.parents(concept)) yield propertyPart('parent', 'valueCode', code, undefined, words);
  if (wants('child') && !own.some((each) => each['code'] === 'child'))
    for (const { code, display: words } of system.children(concept)) yield propertyPart('child', 'valueCode', code, undefined, words);
}

function propertyPart(code: string, kind: string, value: Json, system?: CodeSystem, words?: string): JsonObject {
  const part: JsonObject[] = [{ name: 'code', valueCode: code }];
  const description = words ?? (kind === 'valueCode' && typeof value === 'string' ? system?.find(value)?.display : undefined);
  part.push({ name: 'value', [kind]: value });
  if (description !== undefined) part.push({ name: 'description', valueString: description });
  return { name: 'property', part };
}

/** `CodeSystem/$subsumes`: whether one code is over the other. */
export function subsumes(run: Run, parameters: Parameters): JsonObject {
  const a = parameters.object('codingA');
  const b = parameters.object('codingB');
  const url = parameters.text('system') ?? (a && text(a, 'system')) ?? parameters.text('url');
  const other = b && text(b, 'system');
  const codeA = parameters.text('codeA') ?? (a && text(a, 'code'));
  const codeB = parameters.text('codeB') ?? (b && text(b, 'code'));
  if (url === undefined || codeA === undefined || codeB === undefined)
    throw badRequest('Give codeA and codeB with their system, or codingA and codingB');
  if (other !== undefined && other !== url) throw badRequest(`The codes are of two code systems, ${url} and ${other}`);
  const system = systemOf(run, url, parameters.text('version') ?? (a && text(a, 'version')));
  const outcome = relation(system, conceptOf(system, codeA, 'codeA'), conceptOf(system, codeB, 'codeB'));
  return { resourceType: 'Parameters', parameter: [{ name: 'outcome', valueCode: outcome }] };
}

export function relation(system: CodeSystem, a: Concept, b: Concept): 'equivalent' | 'subsumes' | 'subsumed-by' | 'not-subsumed' {
  if (a.code === b.code) return 'equivalent';
  if (system.isUnder(b, a)) return 'subsumes';
  return system.isUnder(a, b) ? 'subsumed-by' : 'not-subsumed';
}

/** A resource's canonical reference, for messages. */
export function named(system: CodeSystem): string {
  return canonical(system.url, system.version);
}

/** The Coding of a concept. */
export function codingOf(system: CodeSystem, concept: Concept): JsonObject {
  return {
    system: system.url,
    ...(system.version === undefined ? {} : { version: system.version }),
    code: concept.code,
    ...(concept.display === undefined ? {} : { display: concept.display }),
  };
}

/** Reads the parts of a parameter by name. */
export function partOf(parameter: JsonObject, name: string): JsonObject | undefined {
  return object({ found: (parameter['part'] as readonly JsonObject[] | undefined)?.find((each) => each['name'] === name) }, 'found');
}
