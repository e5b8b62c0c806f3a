import { createReadStream, statSync } from 'node:fs';
import { CleanclaimError, isCleanclaimError, quote } from '@cleanclaim/core/errors';

/** Largest file that is read whole; larger ones must come one object a line. */
const MAX_WHOLE = 256 * 1024 * 1024;
/** Longest line of a stream. */
export const MAX_LINE = 16 * 1024 * 1024;

/** The bytes of a file, or of standard input for `-`, as text. UTF-8 (a byte-order mark is dropped) or UTF-16 by its mark. */
export async function readText(path: string): Promise<string> {
  return await textOf(path, readBytes(path));
}

/** The text of a file whose bytes are being read. */
export async function textOf(path: string, source: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of source) {
    size += part.length;
    if (size > MAX_WHOLE)
      throw new CleanclaimError('input/too-long', `${name(path)} holds more than 256 MB; send it one claim a line with --format ndjson.`);
    parts.push(part);
  }
  return decode(Buffer.concat(parts));
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  const text = bytes.toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

export interface TextLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** The line was longer than the limit; `text` holds its beginning. */
  readonly tooLong: boolean;
}

/** Lines of a file or standard input as they come, memory flat however long it is. Empty lines are passed over but counted. */
export function readLines(path: string, seen?: (bytes: number) => void): AsyncGenerator<TextLine[]> {
  return linesOf(readBytes(path, seen));
}

/** A file whose first bytes have been looked at; reading `all` begins with them. */
export async function lookInto(path: string, seen?: (bytes: number) => void): Promise<{ first: Buffer; all: AsyncGenerator<Buffer> }> {
  const parts = readBytes(path, seen);
  const { value } = await parts.next();
  const first = value ?? Buffer.alloc(0);
  async function* all(): AsyncGenerator<Buffer> {
    if (first.length > 0) yield first;
    yield* parts;
  }
  return { first, all: all() };
}

export async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<TextLine[]> {
  let rest = '';
  let dropping = false;
  let number = 0;
  const decoder = new TextDecoder('utf-8');
  for await (const part of source) {
    const lines: TextLine[] = [];
    for (let from = 0; from < part.length; from += PIECE) {
      const text = decoder.decode(part.subarray(from, from + PIECE), { stream: true });
      let start = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        number++;
        const line = withoutReturn(rest + text.slice(start, end));
        rest = '';
        start = end + 1;
        if (dropping) dropping = false;
        else if (!isBlank(line)) lines.push({ number, text: line, tooLong: false });
      }
      if (!dropping) rest += text.slice(start);
      if (rest.length > MAX_LINE) {
        lines.push({ number: number + 1, text: rest.slice(0, 200), tooLong: true });
        dropping = true;
        rest = '';
      }
    }
    if (lines.length > 0) yield lines;
  }
  rest += decoder.decode();
  if (!dropping && !isBlank(rest)) yield [{ number: number + 1, text: withoutReturn(rest), tooLong: false }];
}

/** Bytes turned into text at a time: texts of more than 128 kB lie outside the young heap, and cost five times as much. */
const PIECE = 64 * 1024;

function withoutReturn(line: string): string {
  return line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line;
}

/** Most lines begin with something other than space: only the others are looked through. */
function isBlank(line: string): boolean {
  return !(line.charCodeAt(0) > 32) && line.trim() === '';
}

/** The bytes of a file, or of standard input for `-`, as they come; `seen` is told how many. */
export async function* readBytes(path: string, seen?: (bytes: number) => void): AsyncGenerator<Buffer> {
  if (path !== '-') expectFile(path);
  const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024 });
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      seen?.(part.length);
      yield part;
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

function expectFile(path: string): void {
  try {
    if (statSync(path).isDirectory()) throw new CleanclaimError('usage/unreadable-file', `${name(path)} is a folder, not a file.`);
  } catch (error) {
    throw isCleanclaimError(error) ? error : unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): CleanclaimError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = { ENOENT: 'there is no such file', EACCES: 'you may not read it' }[code] ?? `reading it failed (${code || 'unknown'})`;
  return new CleanclaimError('usage/unreadable-file', `${name(path)} cannot be read: ${why}.`);
}

function name(path: string): string {
  return path === '-' ? 'Standard input' : quote(path);
}
