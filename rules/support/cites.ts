import type { Cite } from '@cleanclaim/core';

/** The Official Guidelines of the fiscal year, with the section a rule rests on. */
export function guidelines(section: string): Cite {
  return {
    title: 'ICD-10-CM Official Guidelines for Coding and Reporting, FY2026',
    section,
    url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
    checked: '2026-11-24',
  };
}
