import type { Source } from '../source.ts';

/**
 * The Alphabetic Index of ICD-10-CM: four XML files a fiscal year, in the archive of tables and index. It does not travel
 * with Cleanclaim; users install the current one. Here are a few lines of it, for tests and for the guide.
 */
export const icd10cmIndex = {
  id: 'icd10cm-index',
  title: 'ICD-10-CM Alphabetic Index',
  publisher: 'National Center for Health Statistics (CDC)',
  licence: 'US government work, public domain in the United States',
  page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  retrieved: '2026-11-24',
  packages: [],
  files: [
    {
      file: 'sample/icd10cm_drug_2017.xml',
      sha256: '622603c6b255ecb43dac5a3cf2f454b3dcc2556a3569f3c8b52b35d519c460f9',
      says: 'Three lines of the Table of Drugs and Chemicals, FY2017',
    },
    {
      file: 'sample/icd10cm_eindex_2022.xml',
      sha256: '31e2315441411309e513f59195dfc245c306ceac16ee6751dad71176593c5e0e',
      says: 'Three lines of the External Cause of Injuries Index, FY2022',
    },
    {
      file: 'sample/icd10cm_index_2017.xml',
      sha256: '0932fb6af928e99b6a03d298c5152a022564355ce57080300a6e0bc539d038cc',
      says: 'Thirteen lines of the Index to Diseases and Injuries, FY2017',
    },
    {
      file: 'sample/icd10cm_neoplasm_2022.xml',
      sha256: '41c223a5ffd9542b4322ef1162a0129d975e5e2ce540e68bbf9b46091ae43b3f',
      says: 'Two lines of the Table of Neoplasms, FY2022',
    },
  ],

  addresses: ['https://www.cms.gov/files/zip/{FY}-code-tables-tabular-index.zip'],

  /** How the four files are named in the archive of a fiscal year. */
  names: [
    /^icd10cm[ _-]index[ _-].*\d{4}.*\.xml$/i,
    /^icd10cm[ _-]neoplasm[ _-].*\d{4}.*\.xml$/i,
    /^icd10cm[ _-]drug[ _-].*\d{4}.*\.xml$/i,
    /^icd10cm[ _-]eindex[ _-].*\d{4}.*\.xml$/i,
  ],
} as const satisfies Source & Record<string, unknown>;
