import type { Source } from '../source.ts';

/** Place of service: the two digits of box 24B that say where a service was rendered. */
export const placeOfService = {
  id: 'place-of-service',
  title: 'Place of Service Codes for Professional Claims',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'US government work, public domain in the United States; taken from an HL7 resource under CC0-1.0',
  page: 'https://www.cms.gov/medicare/coding-billing/place-of-service-codes',
  retrieved: '2026-11-24',
  packages: [
    {
      registry: 'npm',
      name: 'hl7.terminology.r4',
      version: '7.0.1',
      sha256: '170c546f761fb51b3355788ca500206f6b772b21c57348c29205de85a6612baa',
      member: 'package/CodeSystem-CMSPlaceofServiceCodes.json',
      memberSha256: '28a3c1fee5fa67117b31f6aa3b9830a6a36072fd9aec503926d28351eafa33a4',
      says: 'CMS place of service codes as an HL7 terminology resource',
    },
  ],
  files: [],
  /** The list dates these by their present wording; the codes are older. */
  olderThanTheirWording: ['49', '57'],
} as const satisfies Source & Record<string, unknown>;
