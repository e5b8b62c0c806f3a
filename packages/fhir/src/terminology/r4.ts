import type { Json, JsonObject } from './json.ts';
import { isObject, object, objects, text } from './json.ts';

/**
 * The one place where FHIR R4 is made from R5. Requests need none: R4's names of parameters and elements are read beside
 * R5's. In answers, properties of an expansion, which R4 has no element for, are given as the extensions that FHIR defines for it, and maps speak
 * of equivalence.
 */
export function toR4(resource: JsonObject): JsonObject {
  switch (resource['resourceType']) {
    case 'ValueSet':
      return valueSetToR4(resource);
    case 'ConceptMap':
      return conceptMapToR4(resource);
    case 'Parameters':
      return parametersToR4(resource);
    case 'TerminologyCapabilities':
      return capabilitiesToR4(resource);
    default:
      return resource;
  }
}

const EXPANSION_PROPERTY = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.property';
const CONTAINS_PROPERTY = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.contains.property';

function valueSetToR4(resource: JsonObject): JsonObject {
  const expansion = object(resource, 'expansion');
  if (!expansion) return resource;
  const { property, contains, ...rest } = expansion;
  const declared = objects({ property }, 'property').map((each) => ({
    url: EXPANSION_PROPERTY,
    extension: [
      { url: 'code', valueCode: text(each, 'code') ?? '' },
      ...(text(each, 'uri') === undefined ? [] : [{ url: 'uri', valueUri: text(each, 'uri') ?? '' }]),
    ],
  }));
  return {
    ...resource,
    expansion: {
      ...withExtensions(rest, declared),
      ...(property === undefined ? {} : { property }),
      ...(contains === undefined ? {} : { contains: objects({ contains }, 'contains').map(containsToR4) }),
    },
  };
}

function containsToR4(entry: JsonObject): JsonObject {
  const { property, contains, ...rest } = entry;
  const values = objects({ property }, 'property').map((each) => {
    const value = Object.entries(each).find(([name]) => name.startsWith('value'));
    return {
      url: CONTAINS_PROPERTY,
      extension: [
        { url: 'code', valueCode: text(each, 'code') ?? '' },
        { url: 'value', ...(value ? { [value[0]]: value[1] } : {}) },
      ],
    };
  });
  return {
    ...withExtensions(rest, values),
    ...(property === undefined ? {} : { property }),
    ...(contains === undefined ? {} : { contains: objects({ contains }, 'contains').map(containsToR4) }),
  };
}

function withExtensions(of: JsonObject, added: readonly JsonObject[]): JsonObject {
  return added.length === 0 ? of : { ...of, extension: [...objects(of, 'extension'), ...added] };
}

/** R5's relationships in R4's words: those say what the target is to the source. */
const EQUIVALENCE: Readonly<Record<string, string>> = {
  equivalent: 'equivalent',
  'related-to': 'relatedto',
  'source-is-narrower-than-target': 'wider',
  'source-is-broader-than-target': 'narrower',
  'not-related-to': 'unmatched',
};

function equivalenceOf(relationship: Json | undefined): string {
  return typeof relationship === 'string' && Object.hasOwn(EQUIVALENCE, relationship) ? (EQUIVALENCE[relationship] ?? '') : 'relatedto';
}

function conceptMapToR4(resource: JsonObject): JsonObject {
  return {
    ...resource,
    ...(resource['group'] === undefined
      ? {}
      : {
          group: objects(resource, 'group').map((group) => ({
            ...group,
            element: objects(group, 'element').map((element) => ({
              ...element,
              target: objects(element, 'target').map(({ relationship, ...target }) => ({
                ...target,
                // R4 tells closure tables that the target holds the source.
                equivalence: relationship === 'source-is-narrower-than-target' ? 'subsumes' : equivalenceOf(relationship),
              })),
            })),
          })),
        }),
  };
}

function parametersToR4(resource: JsonObject): JsonObject {
  return {
    ...resource,
    parameter: objects(resource, 'parameter').map((parameter) => {
      const { part, resource: inside } = parameter;
      if (isObject(inside)) return { ...parameter, resource: toR4(inside) };
      if (parameter['name'] !== 'match' || part === undefined) return parameter;
      return {
        ...parameter,
        part: objects(parameter, 'part').map((each) =>
          each['name'] === 'relationship' ? { name: 'equivalence', valueCode: equivalenceOf(each['valueCode']) } : each,
        ),
      };
    }),
  };
}

/** R4 has no content or kind of a code system here. */
function capabilitiesToR4(resource: JsonObject): JsonObject {
  return {
    ...resource,
    codeSystem: objects(resource, 'codeSystem').map((each) =>
      Object.fromEntries(Object.entries(each).filter(([name]) => name !== 'content')),
    ),
  };
}
