import { CleanclaimError } from '@cleanclaim/core';
import { quotePath } from './container.ts';
import { lines } from './read-lines.ts';
import { type RowBatch, separatedRows } from './read-rows.ts';
import { xmlRows } from './read-xml.ts';
import type { Recognised } from './recognise.ts';
import { type Cells, RowProblem, type TableRecord } from './table-source.ts';

/**
 * The records of a recognised file in order. A row that cannot be right ends the import: an error names file, row and
 * column. Handed out in batches: a pair table has millions.
 */
export async function* records(found: Recognised): AsyncGenerator<readonly TableRecord[]> {
  const { source } = found;
  let open: TableRecord | undefined;
  for await (const batch of cells(found)) {
    const made: TableRecord[] = [];
    for (const { row, cells } of batch) {
      const read = source.row(cells);
      if (read === undefined) continue;
      if (read instanceof RowProblem) throw problem(found, row, read);
      for (const record of Array.isArray(read) ? (read as readonly TableRecord[]) : [read as TableRecord]) {
        if (!source.continues) {
          made.push(record);
          continue;
        }
        const joined: TableRecord | undefined = open && source.continues(open, record);
        if (!joined && open) made.push(open);
        open = joined ?? record;
      }
    }
    yield made;
  }
  if (open) yield [open];
}

interface Row {
  readonly row: number;
  readonly cells: Cells<string>;
}

async function* cells(found: Recognised): AsyncGenerator<readonly Row[]> {
  const { layout, file, format } = found;
  if (layout.kind === 'xml') {
    for await (const { cells, line } of xmlRows(file, layout.reader())) yield [{ row: line, cells }];
    return;
  }
  if (layout.kind === 'fixed') {
    yield* fixedCells(found);
    return;
  }
  if (format !== 'xlsx') {
    yield* columnCells(found, separatedRows(file, format === 'tab' ? 'tab' : 'csv'), found);
    return;
  }
  const { sheet, furtherSheets } = found;
  for (const part of [...(sheet ? [{ ...found, sheet }] : []), ...furtherSheets]) yield* columnCells(found, part.sheet.rows(), part);
}

async function* columnCells(
  { layout }: Recognised,
  batches: AsyncGenerator<RowBatch>,
  { headerRow, columns: found }: Pick<Recognised, 'headerRow' | 'columns'>,
): AsyncGenerator<readonly Row[]> {
  const columns = [...found].map(([field, { at }]) => [field, at] as const);
  const absent = layout.kind === 'columns' ? Object.keys(layout.columns).filter((field) => !found.has(field)) : [];
  for await (const { first, rows } of batches) {
    const made: Row[] = [];
    for (let at = 0; at < rows.length; at++) {
      const row = first + at;
      if (row <= headerRow) continue;
      const values = rows[at] ?? [];
      if (values.length === 1 && (values[0] === '' || values[0] === '\u001a')) continue;
      const record: Record<string, string> = {};
      for (const [field, column] of columns) record[field] = values[column]?.trim() ?? '';
      for (const field of absent) record[field] = '';
      made.push({ row, cells: record });
    }
    yield made;
  }
}

async function* fixedCells({ layout, file }: Recognised): AsyncGenerator<readonly Row[]> {
  if (layout.kind !== 'fixed') return;
  const fields = Object.entries(layout.fields);
  let made: Row[] = [];
  for await (const [line, row] of lines(file)) {
    if (line.trim() === '' || line === '\u001a' || layout.skip?.test(line)) continue;
    if (!layout.shape.test(line))
      throw new CleanclaimError(
        'data/wrong-file',
        `${quotePath(file.path)}, line ${row}: it does not have the layout of the lines before it.`,
      );
    const record: Record<string, string> = {};
    for (const [field, [first, last]] of fields) record[field] = line.slice(first - 1, last).trim();
    made.push({ row, cells: record });
    if (made.length === BATCH) {
      yield made;
      made = [];
    }
  }
  yield made;
}

const BATCH = 2_000;

function problem(found: Recognised, row: number, { field, why }: RowProblem): CleanclaimError {
  const { layout } = found;
  const column = found.columns.get(field);
  const positions = layout.kind === 'fixed' ? layout.fields[field] : undefined;
  const where = column
    ? `column ${column.at + 1} (${column.heading.replace(/\s+/g, ' ')})`
    : positions
      ? `positions ${positions[0]}–${positions[1]} (${field})`
      : field;
  const line = layout.kind === 'fixed' || layout.kind === 'xml' ? 'line' : 'row';
  return new CleanclaimError('data/wrong-row', `${quotePath(found.file.path)}, ${line} ${row}, ${where}: ${why}.`);
}
