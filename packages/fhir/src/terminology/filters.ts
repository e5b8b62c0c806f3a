import { type CodeSystem, type CompiledFilter, type Concept, type Filter, under } from './code-system.ts';
import { type JsonObject, object, primitive, text } from './json.ts';
import { compilePattern, PatternError } from './pattern.ts';

/** Filters of value sets over any code system; undefined for one that the system does not have. */
export function compileFilter(system: CodeSystem, filter: Filter): CompiledFilter | undefined {
  return system.compile?.(filter) ?? byHierarchy(system, filter) ?? byProperty(system, filter);
}

const isCode = (property: string): boolean => property === 'concept' || property === 'code';

function byHierarchy(system: CodeSystem, { property, op, value }: Filter): CompiledFilter | undefined {
  if (!isCode(property)) return undefined;
  const root = system.find(value);
  switch (op) {
    case 'is-a':
      return {
        matches: (each) => root !== undefined && (each.code === root.code || system.isUnder(each, root)),
        concepts: () => (root ? [root, ...under(system, root)] : []),
      };
    case 'descendent-of':
    case 'descendant-of':
      return {
        matches: (each) => root !== undefined && system.isUnder(each, root),
        concepts: () => (root ? under(system, root) : []),
      };
    case 'descendent-leaf':
    case 'descendant-leaf': {
      const isLeaf = (each: Concept): boolean => system.children(each).length === 0;
      return {
        matches: (each) => root !== undefined && isLeaf(each) && system.isUnder(each, root),
        concepts: () => (root ? [...under(system, root)].filter(isLeaf) : []),
      };
    }
    case 'is-not-a':
      return { matches: (each) => root === undefined || (each.code !== root.code && !system.isUnder(each, root)) };
    case 'child-of':
      return {
        matches: (each) => root !== undefined && system.parents(each).some(({ code }) => code === root.code),
        concepts: () => (root ? system.children(root) : []),
      };
    case 'generalizes':
      return { matches: (each) => root !== undefined && (each.code === root.code || system.isUnder(root, each)) };
    default:
      return undefined;
  }
}

function byProperty(system: CodeSystem, { property, op, value }: Filter): CompiledFilter | undefined {
  const values = valuesOf(system, property);
  if (!values) return undefined;
  switch (op) {
    case '=':
      return { matches: (each) => values(each).includes(value) };
    case 'in':
    case 'not-in': {
      const wanted = new Set(value.split(',').map((each) => each.trim()));
      return { matches: (each) => values(each).some((found) => wanted.has(found)) === (op === 'in') };
    }
    case 'exists':
      return { matches: (each) => values(each).length > 0 === (value === 'true') };
    case 'regex': {
      const pattern = patternOf(value);
      return pattern && { matches: (each) => values(each).some((found) => pattern.matches(found)) };
    }
    default:
      return undefined;
  }
}

function patternOf(source: string) {
  try {
    return compilePattern(source);
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

/** What a concept has as values of a property; undefined for a property that the code system does not define. */
function valuesOf(system: CodeSystem, property: string): ((concept: Concept) => readonly string[]) | undefined {
  if (isCode(property)) return ({ code }) => [code];
  switch (property) {
    case 'display':
      return ({ display }) => (display === undefined ? [] : [display]);
    case 'definition':
      return (concept) => optional(concept.definition());
    case 'parent':
      return (concept) => system.parents(concept).map(({ code }) => code);
    case 'child':
      return (concept) => system.children(concept).map(({ code }) => code);
    default:
  }
  if (system.properties.some(({ code }) => code === property) || system.filters.some(({ code }) => code === property))
    return (concept) => propertyValues(concept, property);
  if (property === 'inactive') return ({ inactive }) => [String(inactive)];
  if (property === 'notSelectable') return (concept) => propertyValues(concept, property);
  if (property === 'status') return ({ status }) => optional(status);
  return undefined;
}

function propertyValues(concept: Concept, name: string): readonly string[] {
  return concept
    .properties()
    .filter((each) => text(each, 'code') === name)
    .flatMap((each) => optional(filterText(each)));
}

function filterText(property: JsonObject): string | undefined {
  const coding = object(property, 'valueCoding');
  return coding ? text(coding, 'code') : primitive(property);
}

function optional(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}
