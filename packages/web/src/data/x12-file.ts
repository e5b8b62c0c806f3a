import type { Claim, Data, ReadClaim } from '@cleanclaim/core';
import { checkX12, type ClaimEnvelope, unknownOf, writeClaims, type X12Content, X12FileReader, type X12Finding } from '@cleanclaim/x12';

/** Read a piece at a time with a breath between them, so that the page stays alive under a large file. */
const PIECE = 256 * 1024;

/** Reads any X12 file in this browser: nothing of it leaves. Loaded when the first file is opened. */
export async function readX12File(file: Blob, data: Data): Promise<X12Content> {
  const reader = new X12FileReader({ data, maxFindings: 200 });
  for (let at = 0; at < file.size; at += PIECE) {
    reader.push(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return reader.content();
}

/** The claims of an 837, with what was not carried over of each. */
export function claimsOf({ claims, passedOver }: X12Content): readonly ReadClaim[] {
  return claims.map((claim, at) => ({ claim, unknown: unknownOf(passedOver[at] ?? []) }));
}

export interface Written837 {
  readonly text: string;
  readonly findings: readonly X12Finding[];
  readonly errors: number;
}

/** The claim as 837P or 837I, checked as a receiver would check it. Throws CleanclaimError for what cannot be written. */
export function write837(claim: Claim, envelope: ClaimEnvelope, data: Data): Written837 {
  const text = writeClaims([claim], envelope);
  const { findings, errors } = checkX12(new TextEncoder().encode(text), { data });
  return { text, findings, errors };
}
