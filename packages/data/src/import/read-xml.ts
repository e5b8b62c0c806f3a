import { StringDecoder } from 'node:string_decoder';
import { CleanclaimError } from '@cleanclaim/core';
import { SaxesParser } from 'saxes';
import { type ImportFile, quotePath } from './container.ts';
import type { Cells, XmlReader } from './table-source.ts';

/** The rows that a source's reader makes of an XML file; `line` is where the element ended. */
export async function* xmlRows(
  file: ImportFile,
  reader: XmlReader<string>,
): AsyncGenerator<{ readonly cells: Cells<string>; readonly line: number }> {
  const parser = new SaxesParser();
  let made: { cells: Cells<string>; line: number }[] = [];
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes));
  parser.on('text', (text) => reader.text(text));
  parser.on('closetag', ({ name }) => reader.close(name, (cells) => made.push({ cells, line: parser.line })));
  parser.on('error', (error) => {
    throw new CleanclaimError('data/refused', `${quotePath(file.path)} is no XML that can be read: ${error.message.slice(0, 100)}.`);
  });
  const decoder = new StringDecoder('utf8');
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) {
    parser.write(decoder.write(chunk));
    if (made.length === 0) continue;
    const batch = made;
    made = [];
    yield* batch;
  }
  parser.close();
  yield* made;
}
