import { type Failure, failure } from '@cleanclaim/core';
import { ClaimStream, type PaidClaim, SentClaims, type SentMatch } from '@cleanclaim/x12';
import { looksLikeX12 } from './looks-like-x12.ts';

/** Read a piece at a time with a breath between them, so that the rules are answered meanwhile. */
const PIECE = 1024 * 1024;

/** A file of claims that were sent; the number is the page's own. */
export interface SentFile {
  readonly id: number;
  readonly blob: Blob;
}

/** A line as it was sent. */
export interface SentLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number | undefined;
  readonly charge: string | undefined;
}

/** The claim sent that a payment's claim answers, and how they differ. */
export interface SentAnswer extends SentMatch {
  readonly sentLines: readonly SentLine[];
}

// Claims of the files read last. They live in the worker alone; it is told the files with every question, so one that was started
// anew reads them again.
let held: { readonly key: string; readonly sent: Promise<SentClaims> } | undefined;

/** How many claims a file holds, or why it cannot be read. */
export async function countClaims(file: SentFile): Promise<number | Failure> {
  const sent = new SentClaims();
  const wrong = await addFile(file.blob, sent);
  if (wrong) return wrong;
  return sent.count > 0 ? sent.count : failure('input/unsupported-format', 'The file holds no claim that can be read.');
}

/** For each claim of a payment the claim sent, or null where no file holds it. */
export async function matchSent(files: readonly SentFile[], claims: readonly PaidClaim[]): Promise<readonly (SentAnswer | null)[]> {
  const sent = await claimsOf(files);
  return claims.map((paid) => {
    const found = sent.lookUp(paid);
    return found && { ...found.match, sentLines: found.claim.lines.map(lineOf) };
  });
}

function claimsOf(files: readonly SentFile[]): Promise<SentClaims> {
  const key = files.map(({ id }) => id).join(' ');
  if (held?.key !== key) held = { key, sent: readAll(files) };
  return held.sent;
}

async function readAll(files: readonly SentFile[]): Promise<SentClaims> {
  const sent = new SentClaims();
  for (const { blob } of files) await addFile(blob, sent);
  return sent;
}

async function addFile(blob: Blob, sent: SentClaims): Promise<Failure | undefined> {
  if (!looksLikeX12(await blob.slice(0, 400).text())) return sent.addJson(await blob.text());
  // What was sent is matched, not judged.
  const stream = new ClaimStream((claim) => sent.add(claim));
  for (let at = 0; at < blob.size; at += PIECE) {
    stream.push(new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer()));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  stream.end();
  return undefined;
}

function lineOf({ code, revenue, modifiers = [], units, minutes, charge }: Parameters<SentClaims['add']>[0]['lines'][number]): SentLine {
  return { code: code ?? revenue ?? '', modifiers, units: minutes ?? units, charge };
}
