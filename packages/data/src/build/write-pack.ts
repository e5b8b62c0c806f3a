import { createHash } from 'node:crypto';
import {
  PACK_MAGIC,
  type PackEdition,
  type PackHeader,
  type PackManifest,
  type PackSection,
  type SectionType,
  type SectionView,
} from '@cleanclaim/core';

export type Sections = Readonly<Record<string, readonly [SectionType, SectionView]>>;

/** Lays out a pack. The same input gives the same bytes: sections keep their order, nothing of today enters. */
export function writePack(
  id: string,
  manifest: PackManifest,
  editions: readonly PackEdition[],
  facts: Readonly<Record<string, unknown>>,
  sections: Sections,
): Uint8Array {
  const parts: Uint8Array[] = [];
  const table: Record<string, PackSection> = {};
  let offset = 0;
  for (const [name, [type, view]] of Object.entries(sections)) {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    table[name] = { type, offset, bytes: bytes.length, sha256: sha256(bytes) };
    const padding = (8 - (bytes.length % 8)) % 8;
    parts.push(bytes, new Uint8Array(padding));
    offset += bytes.length + padding;
  }
  const header: PackHeader = { id, format: 1, manifest, editions, sections: table, facts };
  let body = JSON.stringify(header);
  // Spaces bring the sections to a multiple of 8 bytes from the start of the file.
  const encoder = new TextEncoder();
  body += ' '.repeat((8 - ((65 + encoder.encode(body).length) % 8)) % 8);
  const headerBytes = encoder.encode(`${sha256(encoder.encode(body))}\n${body}`);
  const lead = new Uint8Array(16);
  lead.set(encoder.encode(PACK_MAGIC));
  new DataView(lead.buffer).setUint32(8, headerBytes.length, true);
  return Buffer.concat([lead, headerBytes, ...parts]);
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
