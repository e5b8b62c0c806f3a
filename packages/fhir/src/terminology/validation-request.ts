import type { CodeSystem } from './code-system.ts';
import { field, type GivenCoding } from './findings.ts';
import { TerminologyError } from './issues.ts';
import { type JsonObject, objects, text } from './json.ts';
import { type Message, SAY } from './messages.ts';
import type { Parameters } from './parameters.ts';
import type { Run } from './run.ts';
import { canonical } from './versions.ts';

/** How the code came: a code with its system, a Coding, or a CodeableConcept. */
export type Mode = 'code' | 'coding' | 'codeableConcept';

/** What a request of `$validate-code` gives to be validated. */
export interface Given {
  readonly mode: Mode;
  /** FHIRPath of where it stands; empty for a bare code. */
  readonly at: string;
  readonly codings: readonly (Omit<GivenCoding, 'code'> & { readonly code: string | undefined })[];
  /** The CodeableConcept, where it came as one. */
  readonly concept: JsonObject | undefined;
}

const AT: Readonly<Record<Mode, string>> = { code: '', coding: 'Coding', codeableConcept: 'CodeableConcept' };

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

/** The code, Coding or CodeableConcept of a request. Throws TerminologyError when there is none. */
export function codeGiven(run: Run, parameters: Parameters, systemName: string, versionName: string): Given {
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
export function codeSystemAsked(run: Run, parameters: Parameters, given: Given): CodeSystem {
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
