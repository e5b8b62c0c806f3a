import { type Claim, jsonErrorAt, parseClaim, parseClaims, readClaim, type ReadClaim } from '@cleanclaim/core';
import { type Failure, failure } from '@cleanclaim/core/errors';
import { linesOf, lookInto, MAX_LINE, type TextLine } from './inputs.ts';

/** One claim of a file, or why it cannot be read. */
export interface ClaimInput {
  /** 1-based: the line of ndjson, else the place in the file. */
  readonly line: number;
  /** The input as given, to stand beside its failure. */
  readonly text: string;
  readonly read: ReadClaim | Failure;
}

/** The claims of a file in any form `check` reads, as they stream by: one claim, an array, one a line, or an 837. */
export async function* claimsOf(path: string): AsyncGenerator<ClaimInput> {
  const { first, all } = await lookInto(path);
  if (isX12(first)) {
    yield* x12Claims(all);
    return;
  }
  let whole: string[] | undefined;
  let any = false;
  for await (const lines of linesOf(all)) {
    if (!any && !standsAlone(lines[0])) whole = [];
    any = true;
    for (const line of lines) {
      if (whole) whole.push(line.text);
      else yield readLine(line);
    }
  }
  if (!whole && any) return;
  const text = (whole ?? []).join('\n').replace(/^\ufeff/, '');
  const claims = parseClaims(text);
  if (Array.isArray(claims)) for (const [at, entry] of claims.entries()) yield { line: at + 1, text: entry.text, read: entry.read };
  else yield { line: 1, text, read: claims };
}

async function* x12Claims(source: AsyncIterable<Buffer>): AsyncGenerator<ClaimInput> {
  const { ClaimReader, X12Checker } = await import('@cleanclaim/x12');
  let waiting: Claim[] = [];
  let count = 0;
  const checker = new X12Checker({ follow: new ClaimReader((claim) => waiting.push(claim)), maxFindings: 100 });
  const take = function* (): Generator<ClaimInput> {
    const claims = waiting;
    waiting = [];
    for (const claim of claims) yield { line: ++count, text: JSON.stringify(claim.id ?? ''), read: readClaim(claim) };
  };
  for await (const bytes of source) {
    checker.push(bytes);
    yield* take();
  }
  checker.report();
  yield* take();
}

function readLine({ text, number, tooLong }: TextLine): ClaimInput {
  if (tooLong) return { line: number, text, read: failure('input/too-long', `The line holds more than ${MAX_LINE / 1024 / 1024} MB.`) };
  return { line: number, text, read: parseClaim(number === 1 ? text.replace(/^\ufeff/, '') : text) };
}

/** True when a file begins as X12 does; a byte-order mark and white space may stand before. */
export function isX12(first: Buffer): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*ISA[^A-Za-z0-9\s]/.test(first.subarray(0, 64).toString('latin1'));
}

/** True when the first line is a JSON text of its own, or broken before its end: then each line is. */
export function standsAlone(first: TextLine | undefined): boolean {
  if (!first || first.tooLong) return true;
  const text = first.text.replace(/^\ufeff/, '').trim();
  if (!text.startsWith('{')) return !text.startsWith('[');
  return jsonErrorAt(text) < text.length || text.endsWith('}');
}
