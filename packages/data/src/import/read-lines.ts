import { isAscii, isUtf8 } from 'node:buffer';
import { CleanclaimError } from '@cleanclaim/core';
import { type ImportFile, quotePath } from './container.ts';

/** No line of a published table is longer; a longer one is no table. */
export const MAX_LINE_BYTES = 8 * 1024 ** 2;

/**
 * The text of a file in blocks of whole lines, without a byte order mark. Each block is UTF-8 where it is valid UTF-8,
 * Windows-1252 else: publishers mix them.
 */
export async function* lineBlocks(file: ImportFile): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let first = true;
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf(10);
    if (end < 0) {
      waiting.push(chunk);
      waitingBytes += chunk.length;
      if (rest.length + waitingBytes > MAX_LINE_BYTES) throw tooLong(file);
      continue;
    }
    const block = Buffer.concat([rest, ...waiting, chunk.subarray(0, end + 1)]);
    rest = chunk.subarray(end + 1);
    waiting = [];
    waitingBytes = 0;
    yield decode(block, file, first);
    first = false;
  }
  const last = Buffer.concat([rest, ...waiting]);
  if (last.length > 0) yield first ? oldLineEnds(decode(last, file, first)) : decode(last, file, first);
}

/** Programs for old Macintosh computers, and a kind of CSV that Excel still offers, end lines with a carriage return alone. */
function oldLineEnds(text: string): string {
  return text.replaceAll(/\r(?=[^\r])/g, '\n');
}

/** Lines with their numbers, line ends of any kind removed. */
export async function* lines(file: ImportFile): AsyncGenerator<readonly [text: string, number: number]> {
  let number = 0;
  for await (const block of lineBlocks(file)) {
    for (const line of linesOf(block)) yield [line, ++number];
  }
}

/** The lines of a block that ends with a line end. */
export function linesOf(block: string): string[] {
  const list = block.split('\n');
  if (list.at(-1) === '') list.pop();
  for (let at = 0; at < list.length; at++) {
    const line = list[at] ?? '';
    if (line.endsWith('\r')) list[at] = line.slice(0, -1);
  }
  return list;
}

function decode(bytes: Buffer, file: ImportFile, first: boolean): string {
  if (first && bytes[0] === 0xff && bytes[1] === 0xfe)
    throw new CleanclaimError('data/refused', `${quotePath(file.path)} is written in UTF-16: save it as UTF-8.`);
  if (bytes.includes(0)) bytes = Buffer.from(bytes.map((byte) => (byte === 0 ? 32 : byte)));
  const start = first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (isAscii(bytes)) return bytes.toString('latin1', start);
  return isUtf8(bytes) ? bytes.toString('utf8', start) : new TextDecoder('windows-1252').decode(bytes.subarray(start));
}

function tooLong(file: ImportFile): CleanclaimError {
  return new CleanclaimError('data/refused', `${quotePath(file.path)} has a line of more than 8 MB: that is no table.`);
}
