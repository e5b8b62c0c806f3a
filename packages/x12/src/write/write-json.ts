import { type Claim, CleanclaimError, isFailure, readClaim } from '@cleanclaim/core';
import { checkX12 } from '../check/checker.ts';
import type { X12Finding } from '../check/finding.ts';
import { byKind } from '../claim/claim-writer.ts';
import { jsonToX12 } from '../json/to-x12.ts';
import { isRequest, readRequest } from '../request/model.ts';
import { writeRequests } from '../request/write-requests.ts';
import { joined } from '../text/joined.ts';
import { ClaimFileWriter } from './claim-file-writer.ts';
import { envelopeOf, type WriteOptions } from './envelope.ts';

export interface WrittenX12 {
  readonly bytes: Uint8Array;
  /** What the check finds in it; nothing for a tree, which goes back as it was. */
  readonly findings: readonly X12Finding[];
  readonly errors: number;
}

/**
 * Writes JSON as X12: the tree of `x12ToJson` byte for byte, claims of our model as 837P, 837I and 837D, small forms as
 * 270, 276 and 278; one of them or a list of one kind. What was written is checked. Throws CleanclaimError with the path
 * of what is wrong.
 */
export function writeJson(value: unknown, options: WriteOptions): WrittenX12 {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (entries.length === 0) throw new CleanclaimError('input/empty', 'Nothing was given to be written.');
  if (entries.some(isTree)) return { bytes: treesToBytes(entries), findings: [], errors: 0 };
  if (!entries.some(isRequest)) return claimsToBytes(entries, options);
  const bytes = requestsToBytes(entries, Array.isArray(value), options);
  const { data } = options;
  const { findings, errors } = checkX12(bytes, data ? { data } : {});
  return { bytes, findings, errors };
}

function isTree(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'x12' in entry;
}

function treesToBytes(entries: readonly unknown[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const entry of entries) jsonToX12(entry, (bytes) => parts.push(bytes));
  return joined(parts);
}

function requestsToBytes(entries: readonly unknown[], isList: boolean, options: WriteOptions): Uint8Array {
  const requests = entries.map((entry, at) => readRequest(entry, isList ? `/${at}` : ''));
  return new TextEncoder().encode(writeRequests(requests, envelopeOf(options, {})));
}

function claimsToBytes(entries: readonly unknown[], options: WriteOptions): WrittenX12 {
  const claims = entries.map((entry, at): Claim => {
    const read = readClaim(entry);
    if (isFailure(read)) throw new CleanclaimError(read.code, read.message, `/${at}${read.path}`);
    return read.claim;
  });
  const pieces: Uint8Array[] = [];
  const writer = new ClaimFileWriter(options, (bytes) => pieces.push(bytes.slice()));
  for (const [claim, at] of byKind(claims)) writer.add(claim, `/${at}`);
  const checked = writer.end();
  return { bytes: joined(pieces), ...checked };
}
