import { CleanclaimError, quote } from '@cleanclaim/core';
import { type ImportFile, quotePath } from './container.ts';
import { lines } from './read-lines.ts';
import { type RowBatch, separatedRows } from './read-rows.ts';
import { type Sheet, xlsxSheets } from './read-xlsx.ts';
import type { FoundEdition, Heading, Layout, TableSource } from './table-source.ts';

export type TextFormat = 'csv' | 'tab' | 'xlsx' | 'fixed' | 'xml';

/** A file whose source, layout and edition are known. */
export interface Recognised {
  readonly file: ImportFile;
  readonly source: TableSource;
  readonly layout: Layout<string>;
  readonly format: TextFormat;
  readonly edition: FoundEdition;
  /** Number of the last heading row; 0 where the file has none. */
  readonly headerRow: number;
  /** Column of each field, and its heading as printed. */
  readonly columns: ReadonlyMap<string, { readonly at: number; readonly heading: string }>;
  readonly sheet: Sheet | undefined;
  /** Further sheets of the table, where it is parted over several. */
  readonly furtherSheets: readonly SheetPart[];
}

interface SheetPart extends Pick<Recognised, 'headerRow' | 'columns'> {
  readonly sheet: Sheet;
}

/** Rows looked at to find headings: official files have up to a dozen lines of captions above them. */
const PEEK_ROWS = 60;

interface Peeked {
  readonly format: TextFormat;
  readonly rows: readonly (readonly string[])[];
  readonly sheet?: Sheet;
}

/**
 * Finds which source and edition a file is. Its name proposes, its headings or first lines decide. Undefined for a file
 * that neither is named nor looks like any source; an error where name and content disagree. With `onlyNamed` a file of
 * another name is passed over.
 */
export async function recognise(file: ImportFile, sources: readonly TableSource[], onlyNamed = false): Promise<Recognised | undefined> {
  const named = sources.filter((source) => source.files.some((pattern) => pattern.test(file.name)));
  // A document or a program in an archive is passed over without being read.
  if (named.length === 0 && (onlyNamed || !/\.(?:txt|csv|tsv|tab|xlsx|xml|prn|dat|asc)$|^[^.]+$/i.test(file.name))) return undefined;
  const peeked = await peek(file);
  const matches = (list: readonly TableSource[]) =>
    list.flatMap((source) => {
      const found = source.layouts
        .filter((layout) => !('named' in layout) || named.includes(source))
        .map((layout) => peeked.flatMap((rows) => match(layout, rows) ?? []))
        .find((each) => each.length > 0);
      return found?.[0] ? [{ source, ...found[0], all: found }] : [];
    });
  const byName = matches(named);
  const candidates = byName.length > 0 ? byName : named.length > 0 ? [] : matches(sources);
  const [first, second] = candidates;
  if (!first) {
    if (named.length === 0) return undefined;
    const expected = named[0]?.layouts.map(describeLayout).join('; or ') ?? '';
    throw new CleanclaimError(
      'data/wrong-file',
      `${quotePath(file.path)} is named like "${named[0]?.title}", but its content is not: expected ${expected}; found ${describeRows(peeked)}.`,
    );
  }
  if (second) {
    const titles = candidates.map(({ source }) => source.title).join('" or "');
    throw new CleanclaimError(
      'data/wrong-file',
      `${quotePath(file.path)} can be "${titles}": only the publisher's file name tells them apart. Give the file its official name.`,
    );
  }
  const head = first.peeked.rows.map((row) => row.join('\t')).join('\n');
  const edition = first.source.edition({ name: file.name, path: file.path, head, modified: file.modified });
  if (typeof edition === 'string')
    throw new CleanclaimError('data/wrong-file', `${quotePath(file.path)} is "${first.source.title}", but ${edition}`);
  const { source, layout, headerRow, columns, peeked: own } = first;
  return {
    file,
    source,
    layout,
    format: own.format,
    edition,
    headerRow,
    columns,
    sheet: own.sheet,
    furtherSheets: further(layout, first.all),
  };
}

/** The other sheets on which a table goes on. */
function further(layout: Layout<string>, [, ...others]: readonly Match[]): SheetPart[] {
  if (layout.kind !== 'columns' || layout.everySheet !== true) return [];
  return others.flatMap(({ headerRow, columns, peeked: { sheet } }) => (sheet ? [{ sheet, headerRow, columns }] : []));
}

async function peek(file: ImportFile): Promise<Peeked[]> {
  if (/\.xlsx$/i.test(file.name)) {
    const peeked: Peeked[] = [];
    for (const sheet of await xlsxSheets(file)) peeked.push({ format: 'xlsx', rows: await firstRows(sheet.rows()), sheet });
    return peeked;
  }
  const text: string[] = [];
  for await (const [line] of lines(file)) {
    text.push(line);
    if (text.length === PEEK_ROWS) break;
  }
  if (/^\s*<\?xml|^\s*<[A-Za-z]/.test(text[0] ?? '')) return [{ format: 'xml', rows: text.map((line) => [line]) }];
  const fixed: Peeked = { format: 'fixed', rows: text.map((line) => [line]) };
  const tabs = text.some((line) => line.includes('\t'));
  const commas = text.some((line) => line.includes(','));
  return [
    ...(tabs ? [{ format: 'tab' as const, rows: await firstRows(separatedRows(file, 'tab')) }] : []),
    ...(commas ? [{ format: 'csv' as const, rows: await firstRows(separatedRows(file, 'csv')) }] : []),
    fixed,
  ];
}

async function firstRows(batches: AsyncGenerator<RowBatch>): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const batch of batches) {
    rows.push(...batch.rows);
    if (rows.length >= PEEK_ROWS) break;
  }
  return rows.slice(0, PEEK_ROWS);
}

type Match = Pick<Recognised, 'layout' | 'headerRow' | 'columns'> & { readonly peeked: Peeked };

function match(layout: Layout<string>, peeked: Peeked): Match[] | undefined {
  const none = new Map<string, { at: number; heading: string }>();
  if (layout.kind === 'xml') {
    const root = peeked.format === 'xml' && peeked.rows.some(([line = '']) => line.includes(`<${layout.root}`));
    return root ? [{ layout, headerRow: 0, columns: none, peeked }] : undefined;
  }
  if (layout.kind === 'fixed') {
    if (peeked.format !== 'fixed') return undefined;
    const line = peeked.rows.find(([text = '']) => text.trim() !== '' && !layout.skip?.test(text))?.[0];
    return line !== undefined && layout.shape.test(line) ? [{ layout, headerRow: 0, columns: none, peeked }] : undefined;
  }
  if (!layout.formats.some((format) => format === peeked.format)) return undefined;
  if (layout.kind === 'cells') {
    const row = peeked.rows.find((cells) => cells.some((cell) => cell.trim() !== ''));
    if (!row || !layout.shape.test(row.join('\t'))) return undefined;
    const columns = new Map(layout.fields.map((field, at) => [field, { at, heading: `column ${at + 1}` }]));
    return [{ layout, headerRow: 0, columns, peeked }];
  }
  const found = findHeadings(layout, peeked.rows);
  if (!found) return undefined;
  const above = peeked.rows.slice(0, found.headerRow).flat().join(' ');
  return layout.says && !layout.says.test(above) ? undefined : [{ layout, ...found, peeked }];
}

/** The first row at which every wanted column has its heading, alone or merged with the rows above it. */
function findHeadings(
  layout: Extract<Layout<string>, { kind: 'columns' }>,
  rows: readonly (readonly string[])[],
): Pick<Match, 'headerRow' | 'columns'> | undefined {
  const fields = Object.entries(layout.columns);
  for (let end = 0; end < rows.length; end++) {
    for (let count = Math.min(layout.headerLines ?? 1, end + 1); count >= 1; count--) {
      const part = rows.slice(end - count + 1, end + 1);
      const width = Math.max(...part.map((row) => row.length));
      const headings = Array.from({ length: width }, (_, at) =>
        part
          .map((row) => row[at]?.trim() ?? '')
          .filter(Boolean)
          .join(' '),
      );
      const plain = headings.map(plainHeading);
      const columns = new Map<string, { at: number; heading: string }>();
      for (const [field, wanted] of fields) {
        const at = columnOf(wanted, plain);
        if (at >= 0) columns.set(field, { at, heading: headings[at] ?? field });
        else if (!layout.optional?.includes(field)) break;
      }
      if (fields.every(([field]) => columns.has(field) || layout.optional?.includes(field))) return { headerRow: end + 1, columns };
    }
  }
  return undefined;
}

/** The column with the first of the wanted headings that the file has: of several columns alike, the source's order decides. */
function columnOf(wanted: readonly Heading[], headings: readonly string[]): number {
  for (const each of wanted) {
    const at = headings.findIndex((heading) => fits(each, heading));
    if (at >= 0) return at;
  }
  return -1;
}

function fits(wanted: Heading, heading: string): boolean {
  return typeof wanted === 'string' ? heading === wanted : wanted.test(heading);
}

/** Headings are compared by their letters and digits: case, line ends, dots and dashes differ between releases. */
function plainHeading(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function describeLayout(layout: Layout<string>): string {
  if (layout.kind === 'columns') {
    const names = Object.entries(layout.columns)
      .filter(([field]) => !layout.optional?.includes(field))
      .map(([field, [heading]]) => (typeof heading === 'string' ? heading : field));
    return `columns ${names.slice(0, 6).join(', ')}${names.length > 6 ? ' …' : ''}`;
  }
  if (layout.kind === 'cells') return `rows of ${layout.fields.join(', ')}`;
  return layout.kind === 'xml' ? `an XML file of <${layout.root}>` : 'lines of a fixed layout';
}

function describeRows(peeked: readonly Peeked[]): string {
  const row = peeked[0]?.rows.find((cells) => cells.some((cell) => cell.trim() !== ''));
  return row ? quote(row.filter((cell) => cell.trim() !== '').join(' | ')) : 'an empty file';
}
