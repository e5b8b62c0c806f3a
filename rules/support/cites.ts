import { type Cite, day } from '@cleanclaim/core';

/** Sources that many rules rest on. */
const guidelines = (section: string): Cite => ({
  title: 'ICD-10-CM Official Guidelines for Coding and Reporting, FY2026',
  section,
  url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  checked: '2026-11-24',
});
const professionalForm = (section: string): Cite => ({
  title: 'Medicare Claims Processing Manual, chapter 26: completing and processing form CMS-1500',
  section,
  url: 'https://www.cms.gov/regulations-and-guidance/guidance/manuals/downloads/clm104c26pdf.pdf',
  checked: '2026-11-24',
});
const institutionalForm = (section: string): Cite => ({
  title: 'Medicare Claims Processing Manual, chapter 25: completing and processing form CMS-1450',
  section,
  url: 'https://www.cms.gov/regulations-and-guidance/guidance/manuals/downloads/clm104c25.pdf',
  checked: '2026-11-24',
});
/** The 837 implementation guides are under licence: named, never quoted. */
const electronicForm = (section: string): Cite => ({
  title: 'ASC X12N 837 implementation guides 005010X222A1 (professional) and 005010X223A2 (institutional)',
  section,
  url: 'https://x12.org/products/technical-reports',
  checked: '2026-11-24',
});
export const cite = { guidelines, professionalForm, institutionalForm, electronicForm } as const;

/** For rules of plain form and arithmetic, which hold on every day a claim can carry. */
export const ALWAYS = day('1800-01-01');
