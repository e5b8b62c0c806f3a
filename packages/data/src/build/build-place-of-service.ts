import type { PackManifest } from '@cleanclaim/core';
import { writePack } from './write-pack.ts';

interface Concept {
  readonly code: string;
  readonly display: string;
  readonly definition?: string;
}

/**
 * Compiles the place of service list: small enough to stand in the pack's header. Codes kept as two digits. The day a
 * definition gives is the code's first, but for codes that are older than their present wording.
 */
export function buildPlaceOfService(manifest: PackManifest, resource: string, olderThanTheirWording: readonly string[]): Uint8Array {
  const { concept = [] } = JSON.parse(resource) as { concept?: Concept[] };
  const codes = concept
    .filter((each) => /^\d{2}$/.test(each.code))
    .map((each) => ({
      code: each.code,
      display: each.display,
      definition: each.definition?.replace(/\s+/g, ' ').trim() ?? null,
      from: olderThanTheirWording.includes(each.code) ? null : effective(each.definition ?? ''),
    }))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
  if (codes.length === 0) throw new Error('no place of service code in the resource');
  const edition = {
    id: 'place-of-service-2024',
    title: 'Place of service codes, as listed in HL7 terminology 7.0.1',
    // The list states no dates by code; it is answered for the days our claims can be on, and says so.
    from: '2024-01-01',
    to: null,
    published: null,
    rows: codes.length,
  };
  return writePack('place-of-service', manifest, [edition], { codes }, {});
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The list gives some codes' first day in words: "(Effective January 1, 2003)". */
function effective(definition: string): string | null {
  const parts = /(?<!change )effective(?: date)?:?\s+\(?([A-Z][a-z]+) (\d{1,2}), (\d{4})/i.exec(definition);
  const month = MONTHS.indexOf(parts?.[1] ?? '') + 1;
  return parts && month > 0 ? `${parts[3]}-${String(month).padStart(2, '0')}-${(parts[2] ?? '').padStart(2, '0')}` : null;
}
