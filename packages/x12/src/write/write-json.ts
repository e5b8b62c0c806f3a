import { type Claim, CleanclaimError, type Data, isFailure, readClaim } from '@cleanclaim/core';
import type { Moment } from '../ack/segment-text.ts';
import { checkX12 } from '../check/checker.ts';
import type { X12Finding } from '../check/finding.ts';
import { type ClaimEnvelope, writeClaimBytes } from '../claim/claim-writer.ts';
import { jsonToX12 } from '../json/to-x12.ts';
import { isRequest, readRequest } from '../request/model.ts';
import { writeRequests } from '../request/write-requests.ts';

/** Who a file is from and for, part by part. */
export const PARTIES = ['sender', 'senderName', 'contact', 'phone', 'receiver', 'receiverName'] as const;
export type Party = (typeof PARTIES)[number];
export type Parties = Partial<Readonly<Record<Party, string>>>;

export interface WriteOptions {
  /** What is said of sender and receiver; claims tell the rest. */
  readonly parties: Parties;
  readonly moment: Moment;
  /** Number of the first interchange. */
  readonly control: number;
  readonly test: boolean;
  /** For the check of what was written. */
  readonly data?: Data;
  /** What to throw when a part of sender or receiver is nowhere said. */
  missing(party: Party): CleanclaimError;
}

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
  const bytes = entries.some(isRequest) ? requestsToBytes(entries, Array.isArray(value), options) : claimsToBytes(entries, options);
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
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function requestsToBytes(entries: readonly unknown[], listed: boolean, options: WriteOptions): Uint8Array {
  const requests = entries.map((entry, at) => readRequest(entry, listed ? `/${at}` : ''));
  return new TextEncoder().encode(writeRequests(requests, envelopeOf(options, {})));
}

function claimsToBytes(entries: readonly unknown[], options: WriteOptions): Uint8Array {
  const claims = entries.map((entry, at): Claim => {
    const read = readClaim(entry);
    if (isFailure(read)) throw new CleanclaimError(read.code, read.message, `/${at}${read.path}`);
    return read.claim;
  });
  return writeClaimBytes(claims, envelopeOf(options, partiesOf(claims)));
}

function envelopeOf({ parties, moment, control, test, missing }: WriteOptions, known: Parties): ClaimEnvelope {
  const part = (name: Party): string => {
    const value = parties[name] ?? known[name];
    // Claims may not tell a name or a phone number: the check of the file says what is missing.
    if (value === undefined || (value === '' && (name === 'sender' || name === 'receiver'))) throw missing(name);
    return value;
  };
  return {
    sender: { id: part('sender'), name: part('senderName'), contact: part('contact'), phone: part('phone') },
    receiver: { id: part('receiver'), name: part('receiverName') },
    moment,
    control,
    usage: test ? 'T' : 'P',
  };
}

/**
 * Who sends and who receives when nothing else says so: the billing provider and the payer, where all claims have the
 * same. What the claims do not tell stays empty, and the check after writing names it.
 */
function partiesOf(claims: readonly Claim[]): Parties {
  const billing = same(claims.map((claim) => claim.billing));
  const payer = same(claims.map((claim) => claim.payer));
  const name = textOf(billing?.name);
  return {
    ...(billing ? { sender: billing.npi ?? billing.taxId ?? '', senderName: name, contact: name, phone: billing.phone ?? '' } : {}),
    ...(payer ? { receiver: payer.id ?? '', receiverName: payer.name ?? '' } : {}),
  };
}

/** The one value of all; undefined when they differ or there is none. */
function same<Value>(values: readonly Value[]): Value | undefined {
  const [first] = values;
  const text = JSON.stringify(first);
  return values.every((value) => value === first || JSON.stringify(value) === text) ? first : undefined;
}

function textOf(name: unknown): string {
  if (typeof name === 'string') return name;
  const { last, first } = (name ?? {}) as { last?: unknown; first?: unknown };
  return [last, first].filter((part) => typeof part === 'string').join(' ');
}
