import type { Problem } from '@cleanclaim/core/statistics';
import { EXIT, type Output } from '../output.ts';

/** A column of a table for people and of CSV for programs. */
export interface Column<Row> {
  readonly name: string;
  /** The exact value, for CSV. */
  readonly value: (row: Row) => unknown;
  /** The value as shown; the exact one when left out. */
  readonly shown?: (row: Row) => string;
}

interface Answer {
  readonly by: Readonly<Record<string, string>>;
  readonly problems?: readonly unknown[] | undefined;
}

/** Writes rows in the format asked for: whole objects for programs, aligned columns for people, with problems told once at the end. */
export function showRows<Row extends Answer>(
  rows: readonly Row[],
  by: readonly string[],
  columns: readonly Column<Row>[],
  read: readonly Problem[],
  output: Output,
): number {
  const all: Column<Row>[] = [...by.map((name): Column<Row> => ({ name, value: (row) => row.by[name] })), ...columns];
  output.header(all.map(({ name }) => name));
  const withProblems = rows.map((row) => (read.length > 0 ? { ...row, problems: [...read, ...((row.problems ?? []) as Problem[])] } : row));
  if (output.format === 'table') {
    output.text(
      aligned([
        all.map(({ name }) => name),
        ...rows.map((row) => all.map(({ value, shown }) => shown?.(row) ?? String(value(row) ?? '–'))),
      ]),
    );
  } else {
    for (const row of withProblems)
      output.answer(
        row,
        () => '',
        () => all.map(({ value }) => value(row as Row)),
      );
    output.end();
  }
  return tell(withProblems, read, output);
}

/** Tells each problem once; returns the exit status it calls for. */
function tell(rows: readonly Answer[], read: readonly Problem[], output: Output): number {
  let error = read.some(({ severity }) => severity === 'error');
  const lines = new Set(read.map(lineOf));
  for (const row of rows) {
    for (const problem of (row.problems ?? []) as Problem[]) {
      if (read.includes(problem)) continue;
      error ||= problem.severity === 'error';
      const where = Object.values(row.by).join(', ');
      lines.add(`${lineOf(problem)}${where === '' ? '' : `  [${where}]`}`);
    }
  }
  const shown = [...lines].slice(0, MOST_LINES);
  if (shown.length > 0 && output.format !== 'json' && output.format !== 'ndjson') {
    const text = [...shown, ...(lines.size > shown.length ? [`… and ${lines.size - shown.length} more`] : [])];
    if (output.format === 'table') output.text(`\n${text.join('\n')}`);
    else for (const line of text) output.hint(line);
  }
  return error ? EXIT.finding : EXIT.fine;
}
const MOST_LINES = 40;

function lineOf({ severity, what, rows, count }: Problem): string {
  const counted = [...(rows > 0 ? [`${rows} rows`] : []), ...(count === null ? [] : [`${number(count)} events`])].join(', ');
  return `${severity === 'error' ? '✗' : '!'} ${what}${counted === '' ? '' : ` (${counted})`}`;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const numeric = widths.map((_, at) => rows.slice(1).every((row) => /^[-–\d]/.test(row[at] ?? '')));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (numeric[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function number(value: number | null, digits = 1): string {
  if (value === null) return '–';
  return Number.isInteger(value)
    ? value.toLocaleString('en-US')
    : value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function interval(value: readonly [number, number] | readonly number[] | null, digits = 1): string {
  return value === null ? '–' : `${number(value[0] ?? null, digits)}–${number(value[1] ?? null, digits)}`;
}
