export { isFhirFailure, type FhirEntry, readFhirText, readFhirValue } from './read-fhir.ts';
export { type FhirOrigins } from './open-claim.ts';
export { placedInFhir } from './place-in-fhir.ts';
export { type FhirVersion, type Json, writeFhir, type WrittenFhir } from './write-fhir.ts';
