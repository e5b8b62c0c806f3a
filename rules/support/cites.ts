import type { Cite } from '@cleanclaim/core';

const CHECKED = '2026-11-24';
const MANUAL = 'https://www.cms.gov/regulations-and-guidance/guidance/manuals/downloads';

/** A section of the ICD-10-CM Official Guidelines. */
export function guidelines(section: string): Cite {
  return {
    title: 'ICD-10-CM Official Guidelines for Coding and Reporting, FY2026',
    section,
    url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
    checked: CHECKED,
  };
}

/** The Medicare Code Editor. */
export function codeEditor(section: string): Cite {
  return {
    title: 'Definitions of Medicare Code Edits, version 43.1',
    section,
    url: 'https://www.cms.gov/medicare/payment/prospective-payment-systems/acute-inpatient-pps/ms-drg-classifications-and-software',
    checked: CHECKED,
  };
}

export function professionalForm(section: string): Cite {
  return {
    title: 'Medicare Claims Processing Manual, chapter 26: completing and processing form CMS-1500',
    section,
    url: `${MANUAL}/clm104c26pdf.pdf`,
    checked: CHECKED,
  };
}

export function institutionalForm(section: string): Cite {
  return {
    title: 'Medicare Claims Processing Manual, chapter 25: completing and processing form CMS-1450',
    section,
    url: `${MANUAL}/clm104c25.pdf`,
    checked: CHECKED,
  };
}

/** The 837 implementation guides are under licence: named, never quoted. */
export function electronicForm(section: string): Cite {
  return {
    title: 'ASC X12N 837 implementation guides 005010X222A1 (professional) and 005010X223A2 (institutional)',
    section,
    url: 'https://x12.org/products/technical-reports',
    checked: CHECKED,
  };
}
