import { type Data, type Failure, failure, isFailure, parseClaims, type ReadClaim } from '@cleanclaim/core';
import type { X12Content } from '@cleanclaim/x12';
import { looksLikeX12, MOST_X12_BYTES } from '../../data/looks-like-x12.ts';
import { t } from '../../text/text.ts';

/** JSON is read whole on the spot, so it is bounded lower than X12, which is read piece by piece. */
const MOST_JSON_BYTES = 5_000_000;
const MOST_CLAIMS = 1_000;

/** What a text or file holds: claims for the bench, a payment or answer for its own page, or what is wrong with it. */
export type Opened =
  | { readonly is: 'claims'; readonly claims: readonly ReadClaim[]; readonly fileErrors: number; readonly leftOut: number }
  | { readonly is: 'answers'; readonly content: X12Content }
  | { readonly is: 'failed'; readonly failure: Failure };

/** Reads a claim as JSON or FHIR, or an X12 file of any kind. Nothing leaves the browser. */
export async function openText(blob: Blob, data: Data): Promise<Opened> {
  const isX12 = looksLikeX12(await blob.slice(0, 400).text());
  if (blob.size > (isX12 ? MOST_X12_BYTES : MOST_JSON_BYTES))
    return failed({
      ...failure('claim/too-large', t.import.tooLarge(blob.size, isX12)),
      recovery: t.import.split,
    });
  return isX12 ? openX12(blob, data) : openJson(await blob.text());
}

async function openJson(text: string): Promise<Opened> {
  const entries = parseClaims(text);
  if (isFailure(entries)) return failed(entries);
  const claims: ReadClaim[] = [];
  for (const { read } of entries) {
    if (isFailure(read)) return isFhir(read) ? openFhir(text) : failed(read);
    claims.push(read);
  }
  return inBounds(claims, 0);
}

/** Core's answer that a JSON text is FHIR and no claim of its own; the reader itself is loaded only then. */
function isFhir({ code, path }: Failure): boolean {
  return code === 'input/unsupported-format' && path.endsWith('/resourceType');
}

async function openFhir(text: string): Promise<Opened> {
  const { readFhirText } = await import('@cleanclaim/fhir');
  const claims: ReadClaim[] = [];
  for (const entry of readFhirText(text)) {
    if ('failure' in entry) return failed(entry.failure);
    claims.push(entry.read);
  }
  return inBounds(claims, 0);
}

async function openX12(blob: Blob, data: Data): Promise<Opened> {
  const { claimsOf, readX12File } = await import('../../data/x12-file.ts');
  const content = await readX12File(blob, data);
  if (content.claims.length > 0) return inBounds(claimsOf(content), content.report.errors);
  if (content.payments.length + content.answers.length > 0) return { is: 'answers', content };
  const [first] = content.report.findings;
  return failed({
    ...failure('input/unsupported-format', `${t.import.noClaimInX12}${first ? ` ${first.message}` : ''}`),
    recovery: first?.fix ?? t.import.checkFile,
  });
}

function inBounds(claims: readonly ReadClaim[], fileErrors: number): Opened {
  return { is: 'claims', claims: claims.slice(0, MOST_CLAIMS), fileErrors, leftOut: Math.max(0, claims.length - MOST_CLAIMS) };
}

function failed(why: Failure): Opened {
  return { is: 'failed', failure: why };
}
