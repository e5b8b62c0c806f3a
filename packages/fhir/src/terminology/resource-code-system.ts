import { type CodeSystem, type Concept, type ContentMode, isUnder, type PropertyDefinition, type ResourceStatus } from './code-system.ts';
import { type Designation, PREFERRED_USE } from './designations.ts';
import { CONCEPT_PROPERTIES, EXTENSION } from './extensions.ts';
import { badRequest } from './issues.ts';
import { extensionText, flag, type JsonObject, object, objects, primitive, text } from './json.ts';
import { canonical } from './versions.ts';

/** How deep concepts may nest: deeper ones are no code system anybody published. */
const MOST_LEVELS = 100;
/** Inactive by what their status says. */
const INACTIVE: ReadonlySet<string> = new Set(['retired', 'inactive', 'withdrawn']);
const CONTENT: ReadonlySet<string> = new Set(['complete', 'fragment', 'example', 'not-present', 'supplement']);

/** A CodeSystem resource, with supplements laid over it. */
export class ResourceCodeSystem implements CodeSystem {
  readonly url: string;
  readonly version: string | undefined;
  readonly name: string;
  readonly title: string;
  readonly content: ContentMode;
  readonly caseSensitive: boolean;
  readonly language: string | undefined;
  readonly state: ResourceStatus;
  readonly properties: readonly PropertyDefinition[];
  readonly filters: CodeSystem['filters'];
  readonly supplements: readonly string[];
  readonly valueSet: string | undefined;
  readonly copyright: string | undefined;
  readonly hierarchical: boolean;
  readonly #nodes = new Map<string, Node>();
  readonly #list: Node[] = [];

  constructor(resource: JsonObject, supplements: readonly JsonObject[] = []) {
    this.url = text(resource, 'url') ?? '';
    this.version = text(resource, 'version');
    this.name = text(resource, 'name') ?? this.url;
    this.title = text(resource, 'title') ?? this.name;
    const content = text(resource, 'content') ?? 'complete';
    this.content = CONTENT.has(content) ? (content as ContentMode) : 'not-present';
    this.caseSensitive = flag(resource, 'caseSensitive') ?? true;
    this.language = text(resource, 'language');
    this.state = stateOf(resource);
    this.valueSet = text(resource, 'valueSet');
    this.copyright = text(resource, 'copyright');
    this.supplements = supplements.map((each) => canonical(text(each, 'url') ?? '', text(each, 'version')));
    this.properties = [resource, ...supplements].flatMap((each) => objects(each, 'property').flatMap(propertyDefinition));
    this.filters = objects(resource, 'filter').map((each) => ({
      code: text(each, 'code') ?? '',
      operators: Array.isArray(each['operator']) ? each['operator'].map(String) : [],
    }));
    const facts = factNames(this.properties);
    this.#read(resource, facts);
    supplements.forEach((each, at) => this.#overlay(each, this.supplements[at] ?? ''));
    this.#link();
    this.hierarchical = this.#list.some(({ children }) => children.length > 0);
  }

  get size(): number {
    return this.#list.length;
  }

  find(code: string): Concept | undefined {
    return this.#nodes.get(this.#key(code));
  }

  concepts(): Iterable<Concept> {
    return this.#list;
  }

  parents(concept: Concept): readonly Concept[] {
    return this.#nodes.get(this.#key(concept.code))?.parents ?? [];
  }

  children(concept: Concept): readonly Concept[] {
    return this.#nodes.get(this.#key(concept.code))?.children ?? [];
  }

  isUnder(code: Concept, ancestor: Concept): boolean {
    return isUnder(this, code, ancestor);
  }

  #key(code: string): string {
    return this.caseSensitive ? code : code.toLowerCase();
  }

  #read(resource: JsonObject, facts: FactNames): void {
    const open: { readonly json: JsonObject; readonly parent: Node | undefined; readonly level: number }[] = objects(resource, 'concept')
      .map((json) => ({ json, parent: undefined, level: 1 }))
      .toReversed();
    for (let next = open.pop(); next; next = open.pop()) {
      const { json, parent, level } = next;
      if (level > MOST_LEVELS) throw badRequest(`The concepts of ${this.url} nest more than ${MOST_LEVELS} deep`, 'too-costly');
      const code = text(json, 'code');
      let node = parent;
      if (code !== undefined) {
        node = this.#nodes.get(this.#key(code));
        if (!node) {
          node = new Node(code, json, this, facts);
          this.#nodes.set(this.#key(code), node);
          this.#list.push(node);
        }
        if (parent && node !== parent && !node.parents.includes(parent)) link(parent, node);
      }
      for (const child of objects(json, 'concept').toReversed()) open.push({ json: child, parent: node, level: level + 1 });
    }
  }

  /** Parents and children that properties name. */
  #link(): void {
    const up = this.#named('parent', 'subsumedBy');
    const down = this.#named('child');
    if (up.size === 0 && down.size === 0) return;
    for (const node of this.#list) {
      for (const property of node.properties()) {
        const name = text(property, 'code') ?? '';
        if (!up.has(name) && !down.has(name)) continue;
        const other = this.#nodes.get(this.#key(codeValue(property) ?? ''));
        if (!other || other === node) continue;
        const [parent, child] = up.has(name) ? [other, node] : [node, other];
        if (!child.parents.includes(parent)) link(parent, child);
      }
    }
  }

  #named(...names: readonly string[]): Set<string> {
    return new Set(
      this.properties
        .filter(({ code, uri, type }) => type === 'code' && names.some((name) => uri === CONCEPT_PROPERTIES + name || code === name))
        .map(({ code }) => code),
    );
  }

  #overlay(supplement: JsonObject, reference: string): void {
    const language = text(supplement, 'language');
    const open = [...objects(supplement, 'concept')];
    for (let json = open.pop(); json; json = open.pop()) {
      this.#nodes.get(this.#key(text(json, 'code') ?? ''))?.overlay(json, reference, language);
      open.push(...objects(json, 'concept'));
    }
  }
}

/** Names the code system gives to properties that FHIR defines. */
interface FactNames {
  readonly notSelectable: string;
  readonly inactive: string;
  readonly status: string;
  readonly deprecated: string;
}

/**
 * The property that has FHIR's address, else the one of the usual name unless the code system defines that name with
 * another address.
 */
function factNames(properties: readonly PropertyDefinition[]): FactNames {
  const name = (usual: string): string => properties.find(({ uri }) => uri === CONCEPT_PROPERTIES + usual)?.code ?? usual;
  return { notSelectable: name('notSelectable'), inactive: name('inactive'), status: name('status'), deprecated: name('deprecationDate') };
}

class Node implements Concept {
  readonly code: string;
  readonly display: string | undefined;
  readonly abstract: boolean;
  readonly inactive: boolean;
  readonly status: string | undefined;
  readonly parents: Node[] = [];
  readonly children: Node[] = [];
  readonly #json: JsonObject;
  readonly #system: ResourceCodeSystem;
  readonly #overlays: { readonly json: JsonObject; readonly reference: string; readonly language: string | undefined }[] = [];

  constructor(code: string, json: JsonObject, system: ResourceCodeSystem, facts: FactNames) {
    this.code = code;
    this.#json = json;
    this.#system = system;
    this.display = text(json, 'display');
    const values = new Map(objects(json, 'property').map((each) => [text(each, 'code') ?? '', primitive(each)]));
    this.abstract = values.get(facts.notSelectable) === 'true';
    const status = values.get(facts.status) ?? extensionText(json, EXTENSION.standardsStatus);
    this.inactive = values.get(facts.inactive) === 'true' || INACTIVE.has(status ?? '');
    this.status = status ?? (this.inactive ? 'inactive' : values.has(facts.deprecated) ? 'deprecated' : undefined);
  }

  overlay(json: JsonObject, reference: string, language: string | undefined): void {
    this.#overlays.push({ json, reference, language });
  }

  definition(): string | undefined {
    return text(this.#json, 'definition');
  }

  designations(): readonly Designation[] {
    const { language } = this.#system;
    const found: Designation[] = [];
    if (this.display !== undefined) found.push({ value: this.display.trim(), language, use: PREFERRED_USE, isDisplay: true });
    found.push(...objects(this.#json, 'designation').flatMap((each) => readDesignation(each)));
    for (const { json, reference, language: own } of this.#overlays) {
      const display = text(json, 'display');
      if (display !== undefined) found.push({ value: display, language: own, use: PREFERRED_USE, isDisplay: true, source: reference });
      found.push(...objects(json, 'designation').flatMap((each) => readDesignation(each, reference)));
    }
    return found;
  }

  properties(): readonly JsonObject[] {
    return [this.#json, ...this.#overlays.map(({ json }) => json)].flatMap((each) => objects(each, 'property'));
  }

  extensions(): readonly JsonObject[] {
    return [...this.#overlays.map(({ json }) => json), this.#json].flatMap((each) => objects(each, 'extension'));
  }
}

function link(parent: Node, child: Node): void {
  parent.children.push(child);
  child.parents.push(parent);
}

/** A designation of a code system or of a value set. */
export function readDesignation(json: JsonObject, source?: string): Designation[] {
  const value = text(json, 'value');
  if (value === undefined) return [];
  const status = extensionText(json, EXTENSION.standardsStatus);
  const extension = objects(json, 'extension');
  return [
    {
      value: value.trim(),
      language: text(json, 'language'),
      use: object(json, 'use'),
      isDisplay: false,
      outdated: status === 'withdrawn' || status === 'deprecated' ? 'deprecated' : undefined,
      source,
      extension: extension.length > 0 ? extension : undefined,
    },
  ];
}

/** A property's value that is a code. */
export function codeValue(property: JsonObject): string | undefined {
  const coding = object(property, 'valueCoding');
  return coding ? text(coding, 'code') : primitive(property);
}

/** How any resource stands. */
export function stateOf(resource: JsonObject): ResourceStatus {
  return {
    status: text(resource, 'status'),
    standardsStatus: extensionText(resource, EXTENSION.standardsStatus),
    experimental: flag(resource, 'experimental') ?? false,
  };
}

function propertyDefinition(json: JsonObject): PropertyDefinition[] {
  const code = text(json, 'code');
  return code === undefined
    ? []
    : [{ code, uri: text(json, 'uri'), type: text(json, 'type') ?? 'string', description: text(json, 'description') }];
}
