import type { Designation } from './designations.ts';
import type { JsonObject } from './json.ts';

/** A concept of a code system. Values that cost something to find are functions. */
export interface Concept {
  readonly code: string;
  readonly display: string | undefined;
  /** No code to choose, only a heading over others. */
  readonly abstract: boolean;
  readonly inactive: boolean;
  /** What the code system says of the concept's state; undefined where it says nothing. */
  readonly status: string | undefined;
  definition(): string | undefined;
  designations(): readonly Designation[];
  /** In FHIR's form: `{code, value[x]}`. */
  properties(): readonly JsonObject[];
  /** Extensions of the concept, those of supplements before its own. */
  extensions(): readonly JsonObject[];
}

export interface PropertyDefinition {
  readonly code: string;
  readonly uri?: string | undefined;
  readonly type: string;
  readonly description?: string | undefined;
}

/** How a code system stands: FHIR's status, HL7's standards status, and whether it is an experiment. */
export interface ResourceStatus {
  readonly status: string | undefined;
  readonly standardsStatus: string | undefined;
  readonly experimental: boolean;
}

export type ContentMode = 'complete' | 'fragment' | 'example' | 'not-present' | 'supplement';

export interface Filter {
  readonly property: string;
  readonly op: string;
  readonly value: string;
}

/** A filter ready to be asked concept by concept; with the concepts themselves where the system finds them faster. */
export interface CompiledFilter {
  matches(concept: Concept): boolean;
  /** All concepts that match, in the system's order; left out where they have to be looked for one by one. */
  readonly concepts?: (() => Iterable<Concept>) | undefined;
}

/**
 * One version of a code system. Whatever answers about codes is one of these: a CodeSystem resource a caller sent, or a
 * system that Cleanclaim has data of.
 */
export interface CodeSystem {
  readonly url: string;
  readonly version: string | undefined;
  readonly name: string;
  readonly title: string;
  readonly content: ContentMode;
  readonly caseSensitive: boolean;
  /** The language of displays that name none. */
  readonly language: string | undefined;
  readonly state: ResourceStatus;
  readonly properties: readonly PropertyDefinition[];
  /** Filters that are more than questions about properties. */
  readonly filters: readonly { readonly code: string; readonly operators: readonly string[] }[];
  /** Supplements at work in it: `url|version`. */
  readonly supplements: readonly string[];
  /** The value set of all its codes, where it names one. */
  readonly valueSet: string | undefined;
  readonly copyright?: string | undefined;
  readonly size: number;
  /** Whether concepts have others under them. */
  readonly hierarchical: boolean;
  find(code: string): Concept | undefined;
  /** Every concept, a parent before its children. */
  concepts(): Iterable<Concept>;
  parents(concept: Concept): readonly Concept[];
  children(concept: Concept): readonly Concept[];
  /** Whether `code` lies under `ancestor`; false for the concept itself. */
  isUnder(code: Concept, ancestor: Concept): boolean;
  /** A filter of its own; undefined where the common ones do. */
  compile?(filter: Filter): CompiledFilter | undefined;
  /** Some concepts out of `concepts`, where the system finds them faster than by going through all. */
  page?(offset: number, count: number): Iterable<Concept>;
  /** Concepts whose words answer a text, best first, where the system has a search of its own. */
  search?(text: string, limit: number): Iterable<Concept>;
}

/** True where `reference` names a supplement of the system, with its version or without. */
export function hasSupplement({ supplements }: CodeSystem, reference: string): boolean {
  return supplements.some((each) => each === reference || each.slice(0, each.lastIndexOf('|')) === reference);
}

/** Everything under a concept, level by level as deep as it goes; each concept once. */
export function* under(system: CodeSystem, concept: Concept): Generator<Concept> {
  const seen = new Set([concept.code]);
  const open = system.children(concept).toReversed();
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next.code)) continue;
    seen.add(next.code);
    yield next;
    open.push(...system.children(next).toReversed());
  }
}

/** Whether `code` lies under `ancestor`, by asking for parents; each concept once, so that a circle ends. */
export function isUnder(system: CodeSystem, code: Concept, ancestor: Concept): boolean {
  const seen = new Set<string>();
  const open = [...system.parents(code)];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.code === ancestor.code) return true;
    if (seen.has(next.code)) continue;
    seen.add(next.code);
    open.push(...system.parents(next));
  }
  return false;
}
