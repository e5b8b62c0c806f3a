import type { Report } from '@cleanclaim/core';
import type { FhirOrigins } from './open-claim.ts';

/**
 * A report on a claim that came as FHIR, with each finding's `where.fhir` at the element the file really has: diagnoses
 * and items may stand there in another order than their sequences, and providers anywhere in the care team.
 */
export function placedInFhir(report: Report, origins: FhirOrigins): Report {
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const { path, fhir } = finding.where;
      const [numbered] = /^\/(?:lines|diagnoses|procedures)\/\d+/.exec(path) ?? [];
      const origin = origins.get(numbered ?? /^\/[A-Za-z]+/.exec(path)?.[0] ?? '');
      if (origin === undefined) return finding;
      const placed = numbered === undefined || fhir === null ? origin : fhir.replace(/^Claim\.\w+(?:\[\d+\])?/, origin);
      return { ...finding, where: { ...finding.where, fhir: placed } };
    }),
  };
}
