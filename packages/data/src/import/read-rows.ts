import { CleanclaimError } from '@cleanclaim/core';
import { type CsvError, type Info, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { type ImportFile, quotePath } from './container.ts';
import { lineBlocks, linesOf, MAX_LINE_BYTES } from './read-lines.ts';

/** Some rows in order, and the number of the first of them, counted from 1 as a spreadsheet does. */
export interface RowBatch {
  readonly first: number;
  readonly rows: readonly (readonly string[])[];
}

const SEPARATOR = { csv: ',', tab: '\t', semicolon: ';' } as const;

/**
 * The rows of a separated file. As long as no quote was met, a row is a line cut at its separators, which is several
 * times faster; from the first quote on csv-parse reads.
 */
export async function* separatedRows(file: ImportFile, format: keyof typeof SEPARATOR): AsyncGenerator<RowBatch> {
  const separator = SEPARATOR[format];
  const blocks = lineBlocks(file);
  let count = 0;
  for (;;) {
    const next = await blocks.next();
    if (next.done === true) return;
    if (next.value.includes('"')) {
      yield* quotedRows(file, next.value, blocks, separator, count);
      return;
    }
    const rows = linesOf(next.value).map((line) => line.split(separator));
    yield { first: count + 1, rows };
    count += rows.length;
  }
}

async function* quotedRows(
  file: ImportFile,
  block: string,
  blocks: AsyncGenerator<string>,
  delimiter: string,
  before: number,
): AsyncGenerator<RowBatch> {
  async function* all(): AsyncGenerator<string> {
    yield block;
    yield* blocks;
  }
  const options = { delimiter, relax_column_count: true, relax_quotes: true, max_record_size: MAX_LINE_BYTES, info: true };
  const parser = Readable.from(all()).pipe(parse(options));
  let rows: string[][] = [];
  let first = before + 1;
  let line = before;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      line = before + info.lines;
      if (rows.length === BATCH) {
        yield { first, rows };
        first += rows.length;
        rows = [];
      }
      rows.push(record);
    }
  } catch (error) {
    if (error instanceof CleanclaimError) throw error;
    const why = error instanceof Error ? ((error as CsvError).code ?? error.message.slice(0, 80)) : 'unreadable';
    const what = WORDS[why] ?? why;
    throw new CleanclaimError('data/refused', `${quotePath(file.path)} is broken after line ${line}: ${what}.`);
  }
  if (rows.length > 0) yield { first, rows };
}

/** What csv-parse says, in words. */
const WORDS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark opens there and is never closed',
  CSV_MAX_RECORD_SIZE: 'a row has more than 8 MB',
};

const BATCH = 2_000;
