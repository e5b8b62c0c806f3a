import { badRequest, TerminologyError } from './issues.ts';
import { type JsonObject, objects, text } from './json.ts';
import { conceptOf, relation, systemOf } from './lookup.ts';
import type { Parameters } from './parameters.ts';
import type { Run } from './run.ts';
import type { CodeSystem, Concept } from './code-system.ts';
import { canonical } from './versions.ts';

const MOST_TABLES = 100;
const MOST_CONCEPTS = 2_000;
const LONGEST_NAME = 100;

interface Entry {
  readonly system: CodeSystem;
  readonly concept: Concept;
}

interface Table {
  /** By `system|version#code`. */
  readonly entries: Map<string, Entry>;
  /** What each call added, so that a client can ask for what it missed. */
  readonly additions: (readonly JsonObject[])[];
}

/** Closure tables of clients: which of the codes a client uses lie under which. In memory, the least used go first. */
export class Closures {
  readonly #tables = new Map<string, Table>();

  /** `$closure`: makes a table by its name alone, adds concepts to it, or says again what came after a version. */
  close(run: Run, parameters: Parameters): JsonObject {
    const name = parameters.text('name');
    if (name === undefined || name.length > LONGEST_NAME) throw badRequest(`Give the table a name of at most ${LONGEST_NAME} characters`);
    const concepts = parameters.list.flatMap((each) => (each['name'] === 'concept' ? [given(each)] : []));
    const version = parameters.text('version');
    if (version === undefined && concepts.length === 0) return this.#begin(name, run.now);
    const table = this.#tables.get(name);
    if (!table)
      throw new TerminologyError(
        {
          severity: 'error',
          code: 'not-found',
          message: { id: '', text: `There is no closure table "${name}"; make it by its name alone` },
        },
        404,
      );
    this.#tables.delete(name);
    this.#tables.set(name, table);
    if (version !== undefined) {
      if (concepts.length > 0) throw badRequest('Give concepts or a version, not both');
      const from = Number(version);
      if (!/^\d{1,9}$/.test(version) || from > table.additions.length) throw badRequest(`The table has no version ${version.slice(0, 20)}`);
      return mapOf(name, table.additions.length, table.additions.slice(from).flat(), run.now);
    }
    const found = concepts.map((each) => {
      const url = text(each, 'system');
      const code = text(each, 'code');
      if (url === undefined || code === undefined) throw badRequest('A concept is a Coding with system and code');
      const system = systemOf(run, url, text(each, 'version'));
      return { system, concept: conceptOf(system, code, 'concept') };
    });
    const added = add(run, table, found);
    table.additions.push(added);
    return mapOf(name, table.additions.length, added, run.now);
  }

  #begin(name: string, now: string): JsonObject {
    this.#tables.delete(name);
    const [oldest] = this.#tables.keys();
    if (this.#tables.size >= MOST_TABLES && oldest !== undefined) this.#tables.delete(oldest);
    this.#tables.set(name, { entries: new Map(), additions: [] });
    return mapOf(name, 0, [], now);
  }
}

function given(parameter: JsonObject): JsonObject {
  const value = parameter['valueCoding'];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badRequest('A concept is a Coding with system and code');
  return value as JsonObject;
}

/** Adds concepts and returns the relations that are new: element under target. */
function add(run: Run, table: Table, found: readonly Entry[]): JsonObject[] {
  const relations: JsonObject[] = [];
  for (const entry of found) {
    const key = `${canonical(entry.system.url, entry.system.version)}#${entry.concept.code}`;
    if (table.entries.has(key)) continue;
    if (table.entries.size >= MOST_CONCEPTS)
      throw new TerminologyError(
        { severity: 'error', code: 'too-costly', message: { id: '', text: `A closure table holds at most ${MOST_CONCEPTS} concepts` } },
        422,
      );
    for (const other of table.entries.values()) {
      run.spend();
      if (other.system.url !== entry.system.url || other.system.version !== entry.system.version) continue;
      const how = relation(entry.system, entry.concept, other.concept);
      if (how === 'subsumed-by') relations.push(relationOf(entry, other));
      else if (how === 'subsumes') relations.push(relationOf(other, entry));
    }
    table.entries.set(key, entry);
  }
  return relations;
}

interface Relation extends JsonObject {
  readonly system: string;
  readonly version: string | undefined;
  readonly under: string;
  readonly over: string;
}

function relationOf(under: Entry, over: Entry): Relation {
  return { system: under.system.url, version: under.system.version, under: under.concept.code, over: over.concept.code };
}

function mapOf(name: string, version: number, relations: readonly JsonObject[], now: string): JsonObject {
  const groups = new Map<string, { readonly system: string; readonly elements: Map<string, JsonObject[]> }>();
  for (const each of relations) {
    const system = text(each, 'system') ?? '';
    const reference = canonical(system, text(each, 'version'));
    let group = groups.get(reference);
    if (!group) groups.set(reference, (group = { system: reference, elements: new Map() }));
    const under = text(each, 'under') ?? '';
    const targets = group.elements.get(under) ?? [];
    targets.push({ code: text(each, 'over') ?? '', relationship: 'source-is-narrower-than-target' });
    group.elements.set(under, targets);
  }
  const group = Array.from(groups.values(), ({ system, elements }) => ({
    source: system,
    target: system,
    element: Array.from(elements, ([code, target]) => ({ code, target })),
  }));
  return {
    resourceType: 'ConceptMap',
    version: String(version),
    name: 'ClosureTable',
    title: name,
    status: 'active',
    experimental: true,
    date: now,
    ...(group.length > 0 ? { group } : {}),
  };
}

/** How many relations a ConceptMap of a closure names. */
export function relationsIn(map: JsonObject): number {
  return objects(map, 'group').reduce(
    (sum, group) => sum + objects(group, 'element').reduce((inner, element) => inner + objects(element, 'target').length, 0),
    0,
  );
}
