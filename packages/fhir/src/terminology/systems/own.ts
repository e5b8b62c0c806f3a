import type { Data, Day } from '@cleanclaim/core';
import type { KnownSystem, SystemShelf } from '../library.ts';
import type { OwnMaps } from '../translate.ts';
import { CPT } from './cpt.ts';
import { fhirCore } from './fhir-core.ts';
import { HCPCS } from './hcpcs.ts';
import { ICD10 } from './icd10.ts';
import { icd10cmSystem } from './icd10cm.ts';
import { ICD10PCS } from './icd10pcs.ts';
import { ICD11 } from './icd11.ts';
import { ICD9CM } from './icd9cm.ts';
import { ownMaps } from './maps.ts';
import { placeOfServiceSystem } from './place-of-service.ts';
import { tableSystem } from './table-system.ts';
import { TAXONOMY } from './taxonomy.ts';

const TABLES = [ICD10PCS, HCPCS, CPT, ICD10, ICD11, ICD9CM, TAXONOMY];

/**
 * The code systems and maps that Cleanclaim has data of, and those of FHIR's own that they rest on; `today` says which
 * version is in force where none is asked for.
 */
export function ownTerminology(data: Data, today: () => Day): { readonly maps: OwnMaps; shelf(fhirVersion: string): SystemShelf } {
  const own: KnownSystem[] = [
    icd10cmSystem(data, today),
    ...TABLES.map((definition) => tableSystem(definition, data, today)),
    placeOfServiceSystem(data),
  ].filter((each) => each !== undefined);
  return {
    maps: ownMaps(data, today),
    shelf(fhirVersion) {
      const { systems, valueSets } = fhirCore(fhirVersion);
      return { systems: [...own, ...systems], valueSets };
    },
  };
}
