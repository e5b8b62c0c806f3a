import { capabilityStatement, type Self, stubs, terminologyCapabilities } from './capabilities.ts';
import { Closures } from './closure.ts';
import { badRequest, outcomeOf, TerminologyError } from './issues.ts';
import { isObject, type Json, type JsonObject, object, objects, text } from './json.ts';
import { Library, sentResources, type SystemShelf } from './library.ts';
import { lookUp, subsumes } from './lookup.ts';
import { Parameters } from './parameters.ts';
import { ResourceCache } from './resource-cache.ts';
import { Run } from './run.ts';
import { Settings } from './settings.ts';
import { type OwnMaps, translate } from './translate.ts';
import { validateInCodeSystem, validateInValueSet } from './validate-code.ts';
import { valueSetAsked } from './validation-request.ts';
import { expandValueSet } from './write-expansion.ts';

/** One request to the service, in the form of FHIR R5. */
export interface TerminologyRequest {
  /** `ValueSet/$expand`, `CodeSystem/$lookup`, `$closure`, … */
  readonly operation: string;
  readonly parameters: Parameters;
  readonly acceptLanguage?: string | undefined;
  readonly cacheId?: string | undefined;
}

export interface TerminologyAnswer {
  readonly status: number;
  readonly resource: JsonObject;
}

export interface ServiceParts {
  readonly shelf: SystemShelf;
  readonly maps: OwnMaps;
  /** Milliseconds since 1970. */
  now(): number;
  /** A new random UUID. */
  newId(): string;
}

/** The most validations in one batch. */
const MOST_IN_BATCH = 1_000;

type Perform = (run: Run, parameters: Parameters) => JsonObject;

/** The terminology service: answers requests from our code systems and from what comes along. Keeps caches and closure tables, both bounded. */
export class TerminologyService {
  readonly #parts: ServiceParts;
  readonly #cache = new ResourceCache();
  readonly #closures = new Closures();
  readonly #operations: Readonly<Record<string, Perform>>;

  constructor(parts: ServiceParts) {
    this.#parts = parts;
    this.#operations = {
      'ValueSet/$expand': (run, parameters) => expandValueSet(run, valueSetAsked(run, parameters), `urn:uuid:${parts.newId()}`),
      'ValueSet/$validate-code': validateInValueSet,
      'CodeSystem/$validate-code': validateInCodeSystem,
      'CodeSystem/$lookup': lookUp,
      'CodeSystem/$subsumes': subsumes,
      'ConceptMap/$translate': (run, parameters) => translate(run, parts.maps, parameters),
      $closure: (run, parameters) => this.#closures.close(run, parameters),
      'ConceptMap/$closure': (run, parameters) => this.#closures.close(run, parameters),
    };
  }

  /** Names of all operations. */
  get operations(): readonly string[] {
    return [...Object.keys(this.#operations), ...BATCHES, '$versions', '$cache-control'];
  }

  has(operation: string): boolean {
    return this.operations.includes(operation);
  }

  /** Answers a request; what cannot be answered is an OperationOutcome with its status. Other errors are unforeseen. */
  answer(request: TerminologyRequest): TerminologyAnswer {
    try {
      return { status: 200, resource: this.#answer(request) };
    } catch (error) {
      if (!(error instanceof TerminologyError)) throw error;
      return { status: error.status, resource: outcomeOf([error.issue]) };
    }
  }

  #answer(request: TerminologyRequest): JsonObject {
    const { operation, parameters } = request;
    if (operation === '$cache-control') return this.#controlCache(request);
    const resources = this.#resources(request);
    if (BATCHES.has(operation)) return this.#batch(request, resources);
    const perform = Object.hasOwn(this.#operations, operation) ? this.#operations[operation] : undefined;
    if (!perform) throw notFound(`There is no operation ${operation}`);
    return perform(this.#run(parameters, request.acceptLanguage, resources), parameters);
  }

  #run(parameters: Parameters, acceptLanguage: string | undefined, resources: readonly JsonObject[]): Run {
    const settings = new Settings(parameters.list, acceptLanguage);
    return new Run(new Library(this.#parts.shelf, resources), settings, new Date(this.#parts.now()).toISOString());
  }

  /** What comes along, and what the client's cache holds. */
  #resources({ parameters, cacheId }: TerminologyRequest): readonly JsonObject[] {
    const sent = sentResources(parameters.list);
    const id = parameters.text('cache-id') ?? cacheId;
    if (id === undefined) return sent;
    const main = [...parameters.resources('valueSet'), ...parameters.resources('codeSystem')].filter((each) => text(each, 'url'));
    return this.#cache.with(id, [...sent, ...main], this.#parts.now());
  }

  #controlCache({ parameters, cacheId }: TerminologyRequest): JsonObject {
    const now = this.#parts.now();
    const answer = (...parameter: JsonObject[]): JsonObject => ({ resourceType: 'Parameters', parameter });
    switch (parameters.text('mode')) {
      case 'start': {
        const id = this.#parts.newId();
        const sealed = parameters.text('sealed') === 'true';
        this.#cache.start(id, sentResources(parameters.list), sealed, now);
        return answer({ name: 'cache-id', valueId: id }, { name: 'sealed', valueBoolean: sealed });
      }
      case 'end':
        if (cacheId === undefined) throw badRequest('Name the cache in the header X-Cache-Id');
        this.#cache.end(cacheId);
        return answer();
      case 'check': {
        if (cacheId === undefined) throw badRequest('Name the cache in the header X-Cache-Id');
        const status = this.#cache.status(cacheId, now);
        if (!status) return answer({ name: 'cache-id', valueId: cacheId }, { name: 'valid', valueBoolean: false });
        return answer(
          { name: 'cache-id', valueId: cacheId },
          { name: 'valid', valueBoolean: true },
          { name: 'sealed', valueBoolean: status.sealed },
          { name: 'resource-count', valueUnsignedInt: status.resources },
          { name: 'idle', valueUnsignedInt: status.idleSeconds },
          { name: 'timeout', valueUnsignedInt: ResourceCache.idleSeconds },
        );
      }
      default:
        throw badRequest('mode is start, end or check');
    }
  }

  /** Several codes at once: each validation takes the parameters of the whole, and its own before them. */
  #batch({ operation, parameters, acceptLanguage }: TerminologyRequest, resources: readonly JsonObject[]): JsonObject {
    const common = parameters.list.filter((each) => each['name'] !== 'validation' && each['name'] !== 'tx-resource');
    const validations = parameters.resources('validation');
    if (validations.length === 0) throw badRequest('Give one parameter "validation" with a Parameters resource for each code');
    if (validations.length > MOST_IN_BATCH) throw badRequest(`A batch takes at most ${MOST_IN_BATCH} validations`, 'too-costly');
    const library = new Library(this.#parts.shelf, resources);
    const parameter = validations.map((each) => {
      const own = objects(each, 'parameter');
      const names = new Set(own.map(({ name }) => name));
      const joined = new Parameters({ parameter: [...own, ...common.filter(({ name }) => !names.has(name))] });
      return { name: 'validation', resource: this.#validate(joined, acceptLanguage, library, operation.startsWith('CodeSystem')) };
    });
    return { resourceType: 'Parameters', parameter };
  }

  #validate(parameters: Parameters, acceptLanguage: string | undefined, library: Library, ofCodeSystem: boolean): JsonObject {
    try {
      const run = new Run(library, new Settings(parameters.list, acceptLanguage), new Date(this.#parts.now()).toISOString());
      const inValueSet = !ofCodeSystem && (parameters.has('url') || parameters.has('valueSet'));
      return inValueSet ? validateInValueSet(run, parameters) : validateInCodeSystem(run, parameters);
    } catch (error) {
      if (!(error instanceof TerminologyError)) throw error;
      return outcomeOf([error.issue]);
    }
  }

  /** `metadata`, with `mode=terminology` or without. */
  metadata(self: Self, mode: string | undefined): JsonObject {
    return mode === 'terminology' ? terminologyCapabilities(self, this.#parts.shelf) : capabilityStatement(self);
  }

  /** Our own CodeSystems and ValueSets that fit; content is left out of the first. */
  search(
    type: 'CodeSystem' | 'ValueSet',
    by: { readonly url?: string | undefined; readonly version?: string | undefined; readonly id?: string | undefined },
  ): JsonObject[] {
    return stubs(type, new Library(this.#parts.shelf)).filter(
      (each) =>
        (by.url === undefined || each['url'] === by.url) &&
        (by.version === undefined || each['version'] === by.version) &&
        (by.id === undefined || each['id'] === by.id),
    );
  }
}

const BATCHES: ReadonlySet<string> = new Set(['ValueSet/$batch-validate-code', 'CodeSystem/$batch-validate-code', '$batch-validate-code']);

export function notFound(text: string): TerminologyError {
  return new TerminologyError({ severity: 'error', code: 'not-found', message: { id: '', text } }, 404);
}

/** The parameters of a request's body: a Parameters resource, or the resource an operation is about. Throws TerminologyError for anything else. */
export function bodyParameters(body: Json, operation: string): Parameters {
  if (!isObject(body)) throw badRequest('The body is no FHIR resource');
  const type = text(body, 'resourceType');
  if (type === 'Parameters') return new Parameters(body);
  if (type === 'ValueSet' && operation.startsWith('ValueSet/'))
    return new Parameters({ parameter: [{ name: 'valueSet', resource: body }] });
  throw badRequest(`The operation takes Parameters, not ${type?.slice(0, 60) ?? 'a body without resourceType'}`);
}

/** `{operation, query}` of an entry of a batch Bundle. */
export function entryRequest(
  entry: JsonObject,
): { readonly method: string; readonly url: string; readonly body: JsonObject | undefined } | undefined {
  const request = object(entry, 'request');
  const url = request && text(request, 'url');
  if (!request || url === undefined) return undefined;
  return { method: text(request, 'method') ?? 'GET', url, body: object(entry, 'resource') };
}
