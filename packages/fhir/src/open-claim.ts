import type { Claim, Diagnosis, InpatientProcedure, Line } from '@cleanclaim/core';

/** A part of the claim while it is being read. */
export type Open<Type> = { -readonly [Key in keyof Type]: Type[Key] };
export type OpenClaim = Open<Omit<Claim, 'diagnoses' | 'procedures' | 'lines'>> & {
  diagnoses: Diagnosis[];
  procedures: InpatientProcedure[];
  lines: Open<Line>[];
};

/** Where parts of the claim stood in FHIR: JSON path of the claim → FHIR path. */
export type FhirOrigins = ReadonlyMap<string, string>;
