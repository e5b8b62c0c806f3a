import type { JsonObject } from './json.ts';
import type { Library, SystemShelf } from './library.ts';

/** The copy of HL7's test suite that answers were held against. */
const SUITE_VERSION = '1.9.1';
/** The day the service last changed what it can do. */
const RELEASED = '2026-11-24';

export interface Self {
  /** `http://host/fhir/r5`. */
  readonly base: string;
  /** `5.0.0` or `4.0.1`. */
  readonly fhirVersion: string;
  readonly softwareVersion: string;
}

const OPERATIONS = {
  lookup: 'http://hl7.org/fhir/OperationDefinition/CodeSystem-lookup',
  'validate-code': 'http://hl7.org/fhir/OperationDefinition/CodeSystem-validate-code',
  subsumes: 'http://hl7.org/fhir/OperationDefinition/CodeSystem-subsumes',
} as const;

const definitions = (operations: Readonly<Record<string, string>>): JsonObject[] =>
  Object.entries(operations).map(([name, definition]) => ({ name, definition }));

const feature = (definition: string, value: JsonObject): JsonObject => ({
  url: 'http://hl7.org/fhir/uv/application-feature/StructureDefinition/feature',
  extension: [
    { url: 'definition', valueCanonical: definition },
    { url: 'value', ...value },
  ],
});

const search: readonly JsonObject[] = ['url', 'version', '_id'].map((name) => ({ name, type: name === 'url' ? 'uri' : 'token' }));
const read: readonly JsonObject[] = [{ code: 'read' }, { code: 'search-type' }];

/** `metadata`: what the service does. */
export function capabilityStatement({ base, fhirVersion, softwareVersion }: Self): JsonObject {
  return {
    resourceType: 'CapabilityStatement',
    id: 'cleanclaim',
    extension: [
      feature('http://hl7.org/fhir/uv/tx-tests/FeatureDefinition/test-version', { valueCode: SUITE_VERSION }),
      feature('http://hl7.org/fhir/uv/tx-ecosystem/FeatureDefinition/CodeSystemAsParameter', { valueBoolean: true }),
    ],
    url: `${base}/CapabilityStatement/cleanclaim`,
    version: softwareVersion,
    name: 'CleanclaimTerminologyService',
    title: 'Cleanclaim terminology service',
    status: 'active',
    date: RELEASED,
    description: 'Code systems of US billing, dated and offline; and whatever is sent along with a request.',
    kind: 'instance',
    instantiates: ['http://hl7.org/fhir/CapabilityStatement/terminology-server'],
    software: { name: 'Cleanclaim', version: softwareVersion, releaseDate: RELEASED },
    implementation: { description: 'Cleanclaim terminology service', url: base },
    fhirVersion,
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        resource: [
          { type: 'CodeSystem', interaction: read, searchParam: search, operation: definitions(OPERATIONS) },
          {
            type: 'ValueSet',
            interaction: read,
            searchParam: search,
            operation: definitions({
              expand: 'http://hl7.org/fhir/OperationDefinition/ValueSet-expand',
              'validate-code': 'http://hl7.org/fhir/OperationDefinition/ValueSet-validate-code',
              'batch-validate-code': 'http://hl7.org/fhir/tools/OperationDefinition/ValueSet-batch-validate-code',
            }),
          },
          {
            type: 'ConceptMap',
            operation: definitions({ translate: 'http://hl7.org/fhir/OperationDefinition/ConceptMap-translate' }),
          },
        ],
        interaction: [{ code: 'batch' }],
        operation: definitions({
          closure: 'http://hl7.org/fhir/OperationDefinition/ConceptMap-closure',
          versions: 'http://hl7.org/fhir/OperationDefinition/fhir-versions',
          'cache-control': 'http://hl7.org/fhir/tools/OperationDefinition/cache-control',
        }),
      },
    ],
  };
}

const EXPANSION_PARAMETERS = [
  'activeOnly',
  'check-system-version',
  'count',
  'default-valueset-version',
  'designation',
  'displayLanguage',
  'excludeNested',
  'excludeNotForUI',
  'excludePostCoordinated',
  'filter',
  'force-system-version',
  'includeDefinition',
  'includeDesignations',
  'offset',
  'property',
  'system-version',
  'tx-resource',
  'useSupplement',
] as const;

/** `metadata?mode=terminology`: code systems with their versions, and what an expansion may be asked. */
export function terminologyCapabilities({ base, softwareVersion }: Self, shelf: SystemShelf): JsonObject {
  return {
    resourceType: 'TerminologyCapabilities',
    id: 'cleanclaim',
    url: `${base}/TerminologyCapabilities/cleanclaim`,
    version: softwareVersion,
    name: 'CleanclaimTerminologyCapabilities',
    title: 'What the Cleanclaim terminology service answers',
    status: 'active',
    date: RELEASED,
    kind: 'instance',
    codeSystem: shelf.systems.map((each) => {
      const versions = each.versions();
      return {
        uri: each.url,
        version: versions.toReversed().map((code, at) => ({ code, isDefault: at === 0 })),
        content: 'complete',
        subsumption: true,
      };
    }),
    expansion: { hierarchical: true, paging: true, incomplete: true, parameter: EXPANSION_PARAMETERS.map((name) => ({ name })) },
    codeSearch: 'in-compose',
    validateCode: { translations: false },
    translation: { needsMap: false },
    closure: { translation: false },
  };
}

/** Our code systems and the value sets of all their codes as resources without their content. */
export function stubs(type: 'CodeSystem' | 'ValueSet', library: Library): JsonObject[] {
  const named = type === 'ValueSet' ? library.shelf.valueSets : [];
  const all = library.shelf.systems.flatMap((known) =>
    known.versions().map((version) => {
      const id = `${known.name}-${version}`.replace(/[^A-Za-z0-9\-.]/g, '-').slice(0, 64);
      if (type === 'ValueSet') return { ...library.valueSet(`${known.url}/vs`, version), id };
      return {
        resourceType: 'CodeSystem',
        id,
        url: known.url,
        version,
        name: known.name,
        title: known.title,
        status: 'active',
        content: 'not-present',
        valueSet: `${known.url}/vs`,
      };
    }),
  );
  return [...named, ...all.filter(({ url }) => url !== undefined)];
}
