import type { Cite } from '@cleanclaim/core';

/** A citation of one section of the ICD-10-CM Official Guidelines. */
export function guidelines(section: string): Cite {
  return {
    title: 'ICD-10-CM Official Guidelines for Coding and Reporting, FY2026',
    section,
    url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
    checked: '2026-11-24',
  };
}

/** A citation of the Medicare Code Editor. */
export function codeEditor(section: string): Cite {
  return {
    title: 'Definitions of Medicare Code Edits, version 43.1',
    section,
    url: 'https://www.cms.gov/medicare/payment/prospective-payment-systems/acute-inpatient-pps/ms-drg-classifications-and-software',
    checked: '2026-11-24',
  };
}
