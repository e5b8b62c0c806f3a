import type { JsonObject } from '../json.ts';
import type { KnownSystem } from '../library.ts';
import { ResourceCodeSystem } from '../resource-code-system.ts';

/** Code systems of FHIR itself that claims, and the value sets around them, rest on: name, title, codes with displays. From the FHIR specification (CC0), the same in R4 and R5. */
const CORE: readonly (readonly [id: string, name: string, codes: Readonly<Record<string, string>>])[] = [
  ['administrative-gender', 'AdministrativeGender', { male: 'Male', female: 'Female', other: 'Other', unknown: 'Unknown' }],
  ['publication-status', 'PublicationStatus', { draft: 'Draft', active: 'Active', retired: 'Retired', unknown: 'Unknown' }],
  ['claim-use', 'Use', { claim: 'Claim', preauthorization: 'Preauthorization', predetermination: 'Predetermination' }],
  [
    'fm-status',
    'FinancialResourceStatusCodes',
    { active: 'Active', cancelled: 'Cancelled', draft: 'Draft', 'entered-in-error': 'Entered in Error' },
  ],
];

const BASE = 'http://hl7.org/fhir/';

/** Those code systems, in the version of FHIR that is spoken, with the value sets of all their codes. */
export function fhirCore(fhirVersion: string): { readonly systems: readonly KnownSystem[]; readonly valueSets: readonly JsonObject[] } {
  const systems = CORE.map(([id, name, codes]): KnownSystem => {
    let opened: ResourceCodeSystem | undefined;
    return {
      url: BASE + id,
      name,
      title: name,
      versions: () => [fhirVersion],
      resolve: (written) => (written === fhirVersion ? written : undefined),
      open: () =>
        (opened ??= new ResourceCodeSystem({
          resourceType: 'CodeSystem',
          url: BASE + id,
          version: fhirVersion,
          name,
          status: 'active',
          caseSensitive: true,
          language: 'en',
          content: 'complete',
          valueSet: `${BASE}ValueSet/${id}`,
          concept: Object.entries(codes).map(([code, display]) => ({ code, display })),
        })),
    };
  });
  const valueSets = CORE.map(([id, name]) => ({
    resourceType: 'ValueSet',
    id,
    url: `${BASE}ValueSet/${id}`,
    version: fhirVersion,
    name,
    title: name,
    status: 'active',
    compose: { include: [{ system: BASE + id }] },
  }));
  return { systems, valueSets };
}
