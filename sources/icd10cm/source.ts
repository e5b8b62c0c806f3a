import type { Source } from '../source.ts';

/** ICD-10-CM: diagnoses and reasons for encounter on US claims. New releases take effect on 1 October and 1 April. */
export const icd10cm = {
  id: 'icd10cm',
  title: 'International Classification of Diseases, Tenth Revision, Clinical Modification (ICD-10-CM)',
  publisher: 'National Center for Health Statistics (CDC) and Centers for Medicare & Medicaid Services',
  licence: 'US government work, public domain in the United States',
  page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  retrieved: '2026-11-24',
  packages: [
    {
      registry: 'pypi',
      name: 'simple-icd-10-cm',
      version: '1.4.0',
      sha256: 'd8a1b58282315af86acf4a4fc1765a6f42f5456ec216e53173b7be880825c36c',
      member: 'simple_icd_10_cm/data/icd10cm-tabular-April-2025.xml',
      memberSha256: 'd6cdf5283f35a102d77ead236ec8c8929f22ba7f3356dbadff18ede01a3a3de5',
      says: 'ICD-10-CM tabular list, release of 1 April 2025, as published by NCHS',
    },
    {
      registry: 'pypi',
      name: 'simple-icd-10-cm',
      version: '1.5.0',
      sha256: '6d461d71dc26aedc530ae65f02cfb578a154e49507c32e8241e75f701d4b7e42',
      member: 'simple_icd_10_cm/data/icd10c-tabular-April-1-2026.xml',
      memberSha256: 'f161f8182aff3ce3a2a78e202f8259c08eaee2c670a9e45b0072445c52302935',
      says: 'ICD-10-CM tabular list, release of 1 April 2026, as published by NCHS',
    },
  ],
  files: [
    {
      file: 'addenda-2027.txt',
      sha256: 'cfba025073235af449a177204dcb9455048729f4b7634fc39cde55b601f06237',
      says: 'ICD-10-CM code addenda for FY2027, effective 1 October 2026',
    },
  ],

  /**
   * Editions by the day they took effect. `codes` and `notes` number the releases read: the October and April code
   * lists of FY2025 are identical, those of FY2026 too; notes exist as of each April.
   */
  editions: [
    {
      id: 'icd10cm-2024-10',
      title: 'ICD-10-CM FY2025',
      from: '2024-10-01',
      to: '2025-03-31',
      published: null,
      codes: 0,
      notes: 0,
      notesAsOf: '2025-04-01',
    },
    {
      id: 'icd10cm-2025-04',
      title: 'ICD-10-CM FY2025, April 2025',
      from: '2025-04-01',
      to: '2025-09-30',
      published: null,
      codes: 0,
      notes: 0,
      notesAsOf: null,
    },
    {
      id: 'icd10cm-2025-10',
      title: 'ICD-10-CM FY2026',
      from: '2025-10-01',
      to: '2026-03-31',
      published: null,
      codes: 1,
      notes: 1,
      notesAsOf: '2026-04-01',
    },
    {
      id: 'icd10cm-2026-04',
      title: 'ICD-10-CM FY2026, April 2026',
      from: '2026-04-01',
      to: '2026-09-30',
      published: null,
      codes: 1,
      notes: 1,
      notesAsOf: null,
    },
    {
      id: 'icd10cm-2026-10',
      title: 'ICD-10-CM FY2027',
      from: '2026-10-01',
      to: null,
      published: null,
      codes: 2,
      notes: 1,
      notesAsOf: '2026-04-01',
      /** A release may take effect the day after; answers later than this say that they may be superseded. */
      surelyUntil: '2027-03-31',
    },
  ],

  /** Codes that the 7th-character definitions would make and the official list does not have. */
  exceptions: [
    {
      matches: /^S06..[78]$/,
      only: 'A',
      why: 'Death before regaining consciousness: only the initial encounter exists (order files FY2025 and FY2026).',
    },
  ],
} as const satisfies Source & Record<string, unknown>;
