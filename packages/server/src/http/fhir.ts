import { randomUUID } from 'node:crypto';
import { CleanclaimError, parseJson, quote } from '@cleanclaim/core';
import type { JsonObject, Parameters, TerminologyAnswer, TerminologyService } from '@cleanclaim/fhir/terminology';
import type { Hono } from 'hono';
import type { Service } from '../service.ts';
import type { Access } from './access.ts';
import { type Carried, enter, type Request } from './envelope.ts';
import { bodyText, type Limits } from './limits.ts';
import { HttpFailure, methodNotAllowed } from './problem.ts';

type Terminology = typeof import('@cleanclaim/fhir/terminology');

/** The versions of FHIR that are spoken, by the name in the address. */
const VERSIONS: Readonly<Record<string, string>> = { r4: '4.0.1', r5: '5.0.0' };
const FHIR_JSON = 'application/fhir+json';
/** The most requests in one batch Bundle. */
const MOST_ENTRIES = 1_000;

export interface FhirParts {
  readonly service: Service;
  readonly access: Access;
  readonly limits: Limits;
}

/** A request to the service, from a caller or from an entry of a batch. */
interface Asked {
  readonly method: string;
  /** Without `/fhir/r5` and without a leading slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: JsonObject | undefined;
  readonly base: string;
  readonly version: string;
  readonly acceptLanguage: string | undefined;
  readonly cacheId: string | undefined;
}

/** `/fhir/r4` and `/fhir/r5`: the terminology service. Loaded when it is first asked, so that nobody else waits for it. */
export function addFhir(app: Hono<Carried>, { service, access, limits }: FhirParts): void {
  let loaded: Promise<FhirRoutes> | undefined;
  const load = (): Promise<FhirRoutes> =>
    (loaded ??= import('@cleanclaim/fhir/terminology').then((terminology) => new FhirRoutes(terminology, service)));
  for (const path of ['/fhir/:version{r4|r5}', '/fhir/:version{r4|r5}/*'] as const) {
    app.all(path, async (c) => {
      enter(c, 'fhir', 'read', access);
      refuseOtherFormats(c);
      const name = c.req.param('version');
      const url = new URL(c.req.url);
      const body = await bodyOf(c, limits);
      const query = body instanceof URLSearchParams ? new URLSearchParams([...url.searchParams, ...body]) : url.searchParams;
      const routes = await load();
      const answer = routes.answer({
        method: c.req.method,
        path: url.pathname.slice(`/fhir/${name}`.length).replace(/^\//, ''),
        query,
        body: body instanceof URLSearchParams ? undefined : body,
        base: `${url.protocol}//${c.req.header('host') ?? url.host}/fhir/${name}`,
        version: name,
        acceptLanguage: c.req.header('accept-language'),
        cacheId: c.req.header('x-cache-id'),
      });
      return c.body(JSON.stringify(answer.resource), answer.status as 200, { 'Content-Type': FHIR_JSON, 'Cache-Control': 'no-store' });
    });
  }
}

/** FHIR's JSON is all that is spoken. */
function refuseOtherFormats(c: Request): void {
  const asked = c.req.query('_format') ?? c.req.header('accept') ?? '*/*';
  if (!/json|\*\/\*|application\/\*|text\/html/i.test(asked))
    throw new HttpFailure('http/media-type', 'The terminology service answers in application/fhir+json only.');
}

async function bodyOf(c: Request, limits: Limits): Promise<JsonObject | URLSearchParams | undefined> {
  const { method } = c.req;
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (method !== 'POST') throw methodNotAllowed('GET, HEAD, POST');
  const text = await bodyText(c, { ...limits, body: limits.fhir });
  if (text.trim() === '') return undefined;
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/x-www-form-urlencoded') return new URLSearchParams(text);
  if (type !== FHIR_JSON && type !== 'application/json' && type !== 'text/json')
    throw new HttpFailure('http/media-type', `The terminology service takes ${FHIR_JSON}.`, { 'Accept-Post': FHIR_JSON });
  const parsed = parseJson(text);
  if (!parsed.ok) throw new CleanclaimError(parsed.failure.code, parsed.failure.message, parsed.failure.path);
  if (typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value))
    throw new CleanclaimError('input/invalid', 'The body is no FHIR resource.', '/');
  return parsed.value as JsonObject;
}

/** Operations that belong to a kind of resource, and those of the whole service. */
const OPERATION = /^(?:(CodeSystem|ValueSet|ConceptMap)\/(?:([A-Za-z0-9\-.]{1,64})\/)?)?(\$[a-z-]{1,40})$/;
const RESOURCE = /^(CodeSystem|ValueSet)(?:\/([A-Za-z0-9\-.]{1,64}))?$/;

class FhirRoutes {
  readonly #terminology: Terminology;
  /** By the name of the version. */
  readonly #services: Readonly<Record<string, TerminologyService>>;
  readonly #softwareVersion: string;

  constructor(terminology: Terminology, service: Service) {
    this.#terminology = terminology;
    this.#softwareVersion = service.version;
    const { shelf, maps } = terminology.ownTerminology(service.data, () => service.today());
    const clock = { now: () => Date.now(), newId: randomUUID };
    this.#services = Object.fromEntries(
      Object.entries(VERSIONS).map(([name, version]) => [
        name,
        new terminology.TerminologyService({ shelf: shelf(version), maps, ...clock }),
      ]),
    );
  }

  /** Answers in the FHIR version of the address. */
  answer(asked: Asked): TerminologyAnswer {
    const { TerminologyError, outcomeOf, toR4 } = this.#terminology;
    let answer: TerminologyAnswer;
    try {
      answer = this.#route(asked);
    } catch (error) {
      if (!(error instanceof TerminologyError)) throw error;
      answer = { status: error.status, resource: outcomeOf([error.issue]) };
    }
    return asked.version === 'r4' ? { ...answer, resource: toR4(answer.resource) } : answer;
  }

  #at(version: string): TerminologyService {
    const service = this.#services[version];
    if (!service) throw this.#terminology.notFound(`FHIR ${quote(version)} is not spoken here`);
    return service;
  }

  #route(asked: Asked): TerminologyAnswer {
    const { path, method, query, base, version } = asked;
    if (path === '') return this.#batch(asked);
    if (path === 'metadata') {
      const self = { base, fhirVersion: VERSIONS[version] ?? '', softwareVersion: this.#softwareVersion };
      return ok(this.#at(version).metadata(self, query.get('mode') ?? undefined));
    }
    const operation = OPERATION.exec(path);
    if (operation) return this.#operation(asked, operation);
    const resource = RESOURCE.exec(path);
    if (resource && method !== 'POST') return this.#resource(asked, resource[1] as 'CodeSystem' | 'ValueSet', resource[2]);
    throw this.#terminology.notFound(`There is nothing at ${quote(path)}`);
  }

  #operation({ query, body, version, acceptLanguage, cacheId }: Asked, [, type, id, name = '']: RegExpExecArray): TerminologyAnswer {
    if (name === '$versions') return ok(versionsOf(version));
    const operation = type === undefined ? name : `${type}/${name}`;
    const service = this.#at(version);
    if (!service.has(operation)) throw this.#terminology.notFound(`There is no operation ${operation}`);
    const given = body ? this.#terminology.bodyParameters(body, operation) : undefined;
    const fromQuery = this.#terminology.Parameters.ofQuery(query);
    const parameters = [...(given?.list ?? []), ...fromQuery.list, ...this.#named(version, type, id)];
    return service.answer({
      operation,
      parameters: new this.#terminology.Parameters({ parameter: parameters }) satisfies Parameters,
      acceptLanguage,
      cacheId,
    });
  }

  /** The parameters that stand for a resource of ours named by its id. */
  #named(version: string, type: string | undefined, id: string | undefined): JsonObject[] {
    if (id === undefined || (type !== 'CodeSystem' && type !== 'ValueSet')) return [];
    const [found] = this.#at(version).search(type, { id });
    if (!found) throw this.#terminology.notFound(`There is no ${type} with the id ${id}`);
    const name = type === 'CodeSystem' ? 'version' : 'valueSetVersion';
    return [
      { name: 'url', valueUri: found['url'] },
      { name, valueString: found['version'] },
    ];
  }

  #resource({ query, base, version }: Asked, type: 'CodeSystem' | 'ValueSet', id: string | undefined): TerminologyAnswer {
    if (id !== undefined) {
      const [found] = this.#at(version).search(type, { id });
      if (!found) throw this.#terminology.notFound(`There is no ${type} with the id ${id}`);
      return ok(found);
    }
    const found = this.#at(version).search(type, {
      url: query.get('url') ?? undefined,
      version: query.get('version') ?? undefined,
      id: query.get('_id') ?? undefined,
    });
    return ok({
      resourceType: 'Bundle',
      type: 'searchset',
      total: found.length,
      link: [{ relation: 'self', url: `${base}/${type}` }],
      entry: found.map((resource) => ({
        fullUrl: `${base}/${type}/${String(resource['id'])}`,
        resource,
        search: { mode: 'match' },
      })),
    });
  }

  /** A batch Bundle: each entry answered by itself. */
  #batch(asked: Asked): TerminologyAnswer {
    const { objects, entryRequest, notFound, TerminologyError, outcomeOf } = this.#terminology;
    const { body } = asked;
    if (body?.['resourceType'] !== 'Bundle' || body['type'] !== 'batch') throw notFound('Send a Bundle of type batch here');
    const entries = objects(body, 'entry');
    if (entries.length > MOST_ENTRIES)
      throw new TerminologyError(
        { severity: 'error', code: 'too-costly', message: { id: '', text: `A batch holds at most ${MOST_ENTRIES} entries` } },
        413,
      );
    const entry = entries.map((each) => {
      const request = entryRequest(each);
      let answer: TerminologyAnswer;
      try {
        if (!request || request.url.length === 0) throw notFound('The entry has no request with an address');
        const [path = '', query = ''] = request.url.replace(/^\//, '').split('?', 2);
        if (path === '') throw notFound('A batch cannot hold another');
        answer = this.#route({ ...asked, method: request.method, path, query: new URLSearchParams(query), body: request.body });
      } catch (error) {
        if (!(error instanceof TerminologyError)) throw error;
        answer = { status: error.status, resource: outcomeOf([error.issue]) };
      }
      const converted = asked.version === 'r4' ? this.#terminology.toR4(answer.resource) : answer.resource;
      return { resource: converted, response: { status: String(answer.status) } };
    });
    return ok({ resourceType: 'Bundle', type: 'batch-response', entry });
  }
}

function ok(resource: JsonObject): TerminologyAnswer {
  return { status: 200, resource };
}

function versionsOf(version: string): JsonObject {
  const short = version === 'r4' ? '4.0' : '5.0';
  return {
    resourceType: 'Parameters',
    parameter: [
      { name: 'version', valueCode: short },
      { name: 'default', valueCode: short },
    ],
  };
}
