import { isFailure, jsonErrorAt, parseClaim, parseClaims, type ReadClaim } from '@cleanclaim/core';
import { type Failure, failure } from '@cleanclaim/core/errors';
import { type FhirOrigins, isFhirFailure, readFhirText } from '@cleanclaim/fhir';
import type { X12Report } from '@cleanclaim/x12';
import { isX12 } from './is-x12.ts';
import { linesOf, lookInto, MAX_LINE, type TextLine } from './inputs.ts';

/** A claim of a file, or why it could not be read. */
export interface FileClaim {
  readonly read: ReadClaim | Failure;
  /** The claim as it stood in the file, where it could not be read. */
  readonly text: string;
  /** 1-based: the line, or the place in the array or among the claims of an 837. */
  readonly number: number;
  /** Rows of a table of charges that its lines stood in. */
  readonly rows?: readonly number[];
  /** Where the claim's parts stood, when it came as FHIR. */
  readonly fhir?: FhirOrigins;
}

export interface ClaimBatch {
  /** To be walked once: claims of lines are read as they are asked for, so that no more than one need be held. */
  readonly claims: Iterable<FileClaim>;
  /** A file that was read whole: one claim, or a list. */
  readonly whole?: 'one' | 'list';
  /** What the check of an 837 as a file says; comes last. */
  readonly x12?: X12Report;
}

export type ReadX12 = (path: string, source: AsyncIterable<Buffer>) => AsyncGenerator<ClaimBatch>;

export type LoadX12 = () => Promise<{ readonly readX12: ReadX12 }>;

/** A file of claims whose beginning has told what it is: an 837, one claim a line, or one JSON text. */
export type ClaimFile =
  | { readonly path: string; readonly is: 'x12'; readonly source: AsyncIterable<Buffer> }
  | { readonly path: string; readonly is: 'lines' | 'whole'; readonly lines: AsyncIterable<TextLine[]> };

/** Looks into a file, or standard input for `-`. `seen` is told of bytes as they are read. */
export async function openClaimFile(path: string, seen?: (bytes: number) => void): Promise<ClaimFile> {
  const { first, all } = await lookInto(path, seen);
  if (isX12(first)) return { path, is: 'x12', source: all };
  const batches = linesOf(all);
  const { value: begun } = await batches.next();
  async function* lines(): AsyncGenerator<TextLine[]> {
    if (begun) yield begun;
    yield* batches;
  }
  return { path, is: begun && standsAlone(begun[0]) ? 'lines' : 'whole', lines: lines() };
}

/**
 * The claims of a file, or of standard input for `-`, as they come. A file is one claim, an array of claims, one claim a
 * line, each of our own or FHIR's (a Bundle may hold several), or an 837; its beginning tells. Lines and 837s stream: memory stays flat. `loadX12` loads the reader of 837s, whose guides are large: it is
 * a bundle of its own, and only the caller knows where it lies.
 */
export async function* readClaimFile(path: string, loadX12: LoadX12, seen?: (bytes: number) => void): AsyncGenerator<ClaimBatch> {
  yield* claimsOf(await openClaimFile(path, seen), loadX12);
}

export async function* claimsOf(file: ClaimFile, loadX12: LoadX12): AsyncGenerator<ClaimBatch> {
  if (file.is === 'x12') {
    yield* (await loadX12()).readX12(file.path, file.source);
  } else if (file.is === 'lines') {
    for await (const lines of file.lines) yield { claims: readEach(lines) };
  } else {
    const texts: string[] = [];
    for await (const lines of file.lines) for (const { text } of lines) texts.push(text);
    const text = texts.join('\n').replace(/^\ufeff/, '');
    const claims = text.includes(DESTROYED) ? [{ read: failure('input/not-utf8', NOT_UTF8), text, number: 1 }] : readWhole(text);
    yield { claims, whole: claims.length === 1 && !text.trimStart().startsWith('[') ? 'one' : 'list' };
  }
}

/** What a byte that is not UTF-8 is read as: the letter that stood there is lost, so nothing is guessed. */
const DESTROYED = '\ufffd';
const NOT_UTF8 = 'The text holds bytes that are not UTF-8 (Latin-1, Windows-1252 or UTF-16, perhaps): its letters cannot be told.';

function* readEach(lines: readonly TextLine[]): Generator<FileClaim> {
  for (const line of lines) yield* readLine(line);
}

/** One line of ndjson: a claim, or a FHIR Bundle with several. */
export function readLine({ text, number, tooLong }: TextLine): readonly FileClaim[] {
  if (tooLong) return [{ read: failure('input/too-long', `The line holds more than ${MAX_LINE / 1024 / 1024} MB.`), text, number }];
  if (text.includes(DESTROYED)) return [{ read: failure('input/not-utf8', NOT_UTF8), text, number }];
  const plain = number === 1 && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const read = parseClaim(plain);
  return isFailure(read) && isFhirFailure(read) ? readFhir(plain).map((claim) => ({ ...claim, number })) : [{ read, text: plain, number }];
}

/** True when the first line is a JSON text of its own, or broken before its end: then each line is. */
function standsAlone(first: TextLine | undefined): boolean {
  if (!first || first.tooLong) return true;
  const text = first.text.replace(/^\ufeff/, '').trim();
  if (!text.startsWith('{')) return !text.startsWith('[');
  return jsonErrorAt(text) < text.length || text.endsWith('}');
}

function readWhole(text: string): readonly FileClaim[] {
  const claims = parseClaims(text);
  if (Array.isArray(claims)) {
    const fhir = claims.some(({ read }) => isFailure(read) && isFhirFailure(read));
    return (fhir ? readFhir(text) : claims).map((entry, at) => ({ ...entry, number: at + 1 }));
  }
  return [{ read: claims, text, number: 1 }];
}

/** Claims of a text that holds FHIR. */
function readFhir(text: string): readonly Omit<FileClaim, 'number'>[] {
  return readFhirText(text).map((entry) =>
    'failure' in entry ? { read: entry.failure, text: entry.text } : { read: entry.read, text: '', fhir: entry.origins },
  );
}
