import { createReadStream, openSync, readSync, closeSync } from 'node:fs';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { CsvSplitter, delimiterOf } from '@cleanclaim/core/statistics';

/** A table of texts: its headings, then its rows as they stream. A row of another width than the heading comes as null. */
export interface TextRows {
  readonly columns: readonly string[];
  rows(): AsyncIterable<(readonly string[] | null)[]>;
}

export type FileKind = 'csv' | 'ndjson' | 'json' | 'parquet' | 'empty';

/** What a file holds, by its first bytes. */
export function kindOf(path: string): FileKind {
  const start = firstBytes(path, 64 * 1024);
  if (start.length === 0) return 'empty';
  if (start.subarray(0, 4).toString('latin1') === 'PAR1') return 'parquet';
  const text = decodeStart(start).trimStart();
  if (text === '') return 'empty';
  if (text.startsWith('[')) return 'json';
  return text.startsWith('{') ? 'ndjson' : 'csv';
}

function firstBytes(path: string, most: number): Buffer {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const buffer = Buffer.alloc(most);
    return buffer.subarray(0, readSync(file, buffer, 0, most, 0));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = { ENOENT: 'there is no such file', EACCES: 'you may not read it', EISDIR: 'it is a folder' }[code] ?? 'reading it failed';
    throw new CleanclaimError('usage/unreadable-file', `${quote(path)} cannot be read: ${why}.`);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function encodingOf(start: Buffer): 'utf16le' | 'utf8' {
  return start[0] === 0xff && start[1] === 0xfe ? 'utf16le' : 'utf8';
}

function decodeStart(start: Buffer): string {
  return start.toString(encodingOf(start)).replace(/^\ufeff/, '');
}

/** The delimiter of a CSV file, by its first lines. */
export function delimiterOfFile(path: string): string {
  return delimiterOf(decodeStart(firstBytes(path, 256 * 1024)));
}

/** Opens a CSV (comma, semicolon, tab or bar; quotes; a byte-order mark), ndjson or a JSON array of flat objects. */
export async function openTextTable(path: string, kind: 'csv' | 'ndjson' | 'json'): Promise<TextRows> {
  return kind === 'csv' ? openCsv(path) : openJson(path, kind);
}

function openCsv(path: string): TextRows {
  const bytes = firstBytes(path, 256 * 1024);
  const start = decodeStart(bytes);
  const delimiter = delimiterOf(start);
  const encoding = encodingOf(bytes);
  const [heading] = new CsvSplitter(delimiter).push(start, true);
  if (!heading || heading.every((cell) => cell === ''))
    throw new CleanclaimError('table/unreadable', `${quote(path)} has no heading line.`);
  const width = heading.length;
  const fits = (row: readonly string[]): boolean => row.length >= width && row.slice(width).every((cell) => cell === '');
  return {
    columns: heading,
    async *rows() {
      const splitter = new CsvSplitter(delimiter);
      let started = false;
      let headed = false;
      const take = (text: string, last: boolean): (string[] | null)[] => {
        const rows = splitter.push(started ? text : text.replace(/^\ufeff/, ''), last);
        started = true;
        if (!headed && rows.length > 0) {
          rows.shift();
          headed = true;
        }
        return rows.map((row) => (row && fits(row) ? row : null));
      };
      for await (const part of createReadStream(path, { encoding, highWaterMark: 1 << 18 })) yield take(String(part), false);
      yield take('', true);
    },
  };
}

async function openJson(path: string, kind: 'ndjson' | 'json'): Promise<TextRows> {
  const columns = new Set<string>();
  for await (const batch of objects(path, kind)) {
    for (const each of batch) if (each) for (const name of Object.keys(each)) columns.add(name);
    if (kind === 'ndjson') break;
  }
  const names = [...columns];
  return {
    columns: names,
    async *rows() {
      for await (const batch of objects(path, kind)) yield batch.map((each) => each && names.map((name) => textOf(each[name])));
    },
  };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  return typeof value === 'object' ? '' : String(value);
}

/** Objects of a file in batches; a line that is none comes as null. */
async function* objects(path: string, kind: 'ndjson' | 'json'): AsyncGenerator<(Record<string, unknown> | null)[]> {
  const asObject = (value: unknown): Record<string, unknown> | null =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  if (kind === 'json') {
    let text = '';
    for await (const part of createReadStream(path, { encoding: 'utf8' })) {
      text += String(part);
      if (text.length > MOST_JSON)
        throw new CleanclaimError('table/unreadable', `${quote(path)} is a JSON array of over 256 MB; write one object a line.`);
    }
    let read: unknown;
    try {
      read = JSON.parse(text.replace(/^\ufeff/, ''));
    } catch {
      throw new CleanclaimError('table/unreadable', `${quote(path)} begins like JSON but is none.`);
    }
    yield (read as unknown[]).map(asObject);
    return;
  }
  let rest = '';
  for await (const part of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (rest + String(part)).split('\n');
    rest = lines.pop() ?? '';
    yield lines.flatMap((line) => parseLine(line, asObject));
  }
  yield parseLine(rest, asObject);
}
const MOST_JSON = 256 * 1024 * 1024;

function parseLine(line: string, asObject: (value: unknown) => Record<string, unknown> | null): (Record<string, unknown> | null)[] {
  const text = line.replace(/^\ufeff/, '').trim();
  if (text === '') return [];
  try {
    return [asObject(JSON.parse(text))];
  } catch {
    return [null];
  }
}
