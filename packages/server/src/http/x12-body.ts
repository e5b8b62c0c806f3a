import { setImmediate } from 'node:timers/promises';
import { CleanclaimError, type Day, type Failure, isFailure, readClaim, type Report } from '@cleanclaim/core';
import { ClaimReader, type Follower, type TakeClaim, unknownOf, X12Checker, type X12Report } from '@cleanclaim/x12';
import type { Service } from '../service.ts';
import type { Request } from './envelope.ts';
import { bodyPieces, type Limits, type Slots } from './limits.ts';
import { HttpFailure } from './problem.ts';

/** Media types under which X12 travels: its registered one (RFC 1767), and what programs send that know no better. */
export const X12_TYPE = 'application/edi-x12';
export const X12_TYPES: readonly string[] = [X12_TYPE, 'text/plain', 'application/octet-stream'];
/** Bytes between two turns for other requests. */
const PIECE = 128 * 1024;
/** Findings of one answer; the report says how many more there were. */
const MOST_FINDINGS = 10_000;

export interface X12BodyParts {
  readonly service: Service;
  readonly limits: Limits;
  /** Files read at the same time count as streams. */
  readonly streams: Slots;
}

/** Checks every claim of an 837: one report a line, as for claims sent as lines of JSON. */
export async function checkX12Claims(c: Request, parts: X12BodyParts, received: Day): Promise<Response> {
  const lines: string[] = [];
  let count = 0;
  const take: TakeClaim = (claim, _place, passedOver) => {
    count++;
    const read = readClaim(claim);
    const answer: Report | { line: number; error: Failure } = isFailure(read)
      ? { line: count, error: read }
      : parts.service.engine.check(read.claim, {
          received,
          assumed: c.req.query('received') === undefined,
          unknown: [...read.unknown, ...unknownOf(passedOver)],
        });
    lines.push(JSON.stringify(answer));
  };
  const report = await readX12(c, parts, { follow: new ClaimReader(take), maxFindings: 100 });
  if (count === 0) throw unread('837 claim', report);
  c.header('X-X12-Errors', String(report.errors));
  return c.body(`${lines.join('\n')}\n`, 200, { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' });
}

interface ReadOptions {
  readonly follow?: Follower;
  readonly maxFindings?: number;
  readonly maxSummaries?: number;
}

/** Reads the body as it comes, within the limits, other requests getting their turn. */
export async function readX12(c: Request, { service, limits, streams }: X12BodyParts, options: ReadOptions): Promise<X12Report> {
  const type = mediaType(c);
  if (!X12_TYPES.includes(type))
    throw new HttpFailure('http/media-type', `X12 comes as ${X12_TYPES.join(', ')}.`, { 'Accept-Post': X12_TYPES.join(', ') });
  const checker = new X12Checker({ data: service.data, maxFindings: MOST_FINDINGS, ...options });
  const release = streams.take();
  try {
    for await (const piece of bodyPieces(c, limits)) {
      for (let at = 0; at < piece.length; at += PIECE) {
        checker.push(piece.subarray(at, at + PIECE));
        await setImmediate();
      }
    }
    return checker.report();
  } finally {
    release();
  }
}

export function mediaType(c: Request): string {
  return (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

export function unread(what: string, report: X12Report): CleanclaimError {
  return new CleanclaimError('input/unsupported-format', `The body holds no ${what} that can be read. ${firstFinding(report)}`);
}

export function firstFinding({ findings }: X12Report): string {
  return findings[0]?.message ?? '';
}
