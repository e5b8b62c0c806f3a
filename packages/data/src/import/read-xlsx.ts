import { StringDecoder } from 'node:string_decoder';
import { CleanclaimError } from '@cleanclaim/core';
import { SaxesParser } from 'saxes';
import type yauzl from 'yauzl';
import { bytesOf, entries, type ImportFile, openMember, quotePath, refuseBomb, zipFromBytes } from './container.ts';
import type { RowBatch } from './read-rows.ts';

export interface Sheet {
  readonly name: string;
  /** Days are counted from 1904, as old programs for the Macintosh did; else from 1900. */
  readonly since1904: boolean;
  rows(): AsyncGenerator<RowBatch>;
}

/** The sheets of a workbook in their order. Cells are texts: numbers as a person sees them, formulas by their last value. */
export async function xlsxSheets(file: ImportFile): Promise<Sheet[]> {
  const zip = await zipFromBytes(await bytesOf(file), file.path);
  const members = new Map<string, yauzl.Entry>();
  const totals = { bytes: 0, members: 0 };
  for await (const entry of entries(zip, file.path)) {
    totals.bytes += entry.uncompressedSize;
    totals.members++;
    refuseBomb(entry, `${file.path} > ${entry.fileName}`, totals);
    members.set(entry.fileName.replace(/^\//, ''), entry);
  }
  const read = async (name: string, handlers: Handlers): Promise<void> => {
    const entry = members.get(name);
    if (entry) for await (const _ of parseXml(zip, entry, file, handlers)) continue;
  };
  const targets = new Map<string, string>();
  await read('xl/_rels/workbook.xml.rels', {
    open: ({ name, attributes }) => {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', (attributes['Target'] ?? '').replace(/^\/?(?:xl\/)?/, 'xl/'));
    },
  });
  const sheets: { name: string; member: string }[] = [];
  let since1904 = false;
  await read('xl/workbook.xml', {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      else if (name === 'sheet') sheets.push({ name: attributes['name'] ?? '', member: targets.get(attributes['r:id'] ?? '') ?? '' });
    },
  });
  if (sheets.length === 0) throw new CleanclaimError('data/refused', `${quotePath(file.path)} is no workbook with sheets.`);
  let strings: Promise<readonly string[]> | undefined;
  return sheets.map(({ name, member }) => ({
    name,
    since1904,
    rows: async function* () {
      strings ??= sharedStrings(read);
      const entry = members.get(member);
      if (entry) yield* sheetRows(zip, entry, file, await strings);
    },
  }));
}

interface Handlers {
  open?(tag: { readonly name: string; readonly attributes: Readonly<Record<string, string>> }): void;
  text?(text: string): void;
  close?(name: string): void;
}

async function* parseXml(zip: yauzl.ZipFile, entry: yauzl.Entry, file: ImportFile, handlers: Handlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  // Some programs write every element with a prefix.
  parser.on('opentag', ({ name, attributes }) => handlers.open?.({ name: localName(name), attributes }));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)));
  parser.on('error', (error) => {
    throw new CleanclaimError('data/refused', `${quotePath(file.path)} is no workbook that can be read: ${error.message.slice(0, 100)}.`);
  });
  const decoder = new StringDecoder('utf8');
  for await (const chunk of (await openMember(zip, entry, file.path)) as AsyncIterable<Buffer>) {
    parser.write(decoder.write(chunk));
    yield;
  }
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Texts that cells refer to by number. Pronunciation hints (rPh) are no part of a text. */
async function sharedStrings(read: (name: string, handlers: Handlers) => Promise<void>): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inside = false;
  let hint = false;
  await read('xl/sharedStrings.xml', {
    open: ({ name }) => {
      if (name === 'si') text = '';
      else if (name === 't') inside = true;
      else if (name === 'rPh') hint = true;
    },
    text: (part) => {
      if (inside && !hint) text += part;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      else if (name === 't') inside = false;
      else if (name === 'rPh') hint = false;
    },
  });
  return strings;
}

async function* sheetRows(zip: yauzl.ZipFile, entry: yauzl.Entry, file: ImportFile, strings: readonly string[]): AsyncGenerator<RowBatch> {
  let rows: string[][] = [];
  let first = 1;
  let row: string[] = [];
  let column = 0;
  let type = '';
  let value = '';
  let inside = false;
  const stream = parseXml(zip, entry, file, {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        const number = Number(attributes['r'] ?? first + rows.length);
        // Empty rows are left out of the file; their numbers still count.
        if (number - first - rows.length > MOST_EMPTY_ROWS || number < first + rows.length)
          throw new CleanclaimError('data/refused', `${quotePath(file.path)} numbers its rows wrongly near row ${first + rows.length}.`);
        while (first + rows.length < number) rows.push([]);
        row = [];
        column = -1;
      } else if (name === 'c') {
        type = attributes['t'] ?? 'n';
        value = '';
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        if (column > MOST_COLUMNS)
          throw new CleanclaimError('data/refused', `${quotePath(file.path)} has more than ${MOST_COLUMNS} columns.`);
      } else if (name === 'v' || name === 't') inside = true;
    },
    text: (part) => {
      if (inside) value += part;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inside = false;
      else if (name === 'c') {
        while (row.length < column) row.push('');
        row[column] = type === 's' ? (strings[Number(value)] ?? '') : type === 'n' ? plainNumber(value) : value;
      } else if (name === 'row') rows.push(row);
    },
  });
  for await (const _ of stream) {
    if (rows.length === 0) continue;
    const batch = rows;
    rows = [];
    const start = first;
    first += batch.length;
    yield { first: start, rows: batch };
  }
}

const MOST_COLUMNS = 16_384;
const MOST_EMPTY_ROWS = 100_000;

/** `C12` is column 2, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const character of reference) {
    const letter = character.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Binary fractions as a person wrote them: 19.309999999999999 is 19.31. */
function plainNumber(text: string): string {
  return /[.eE]/.test(text) ? String(Number(Number(text).toPrecision(12))) : text;
}
