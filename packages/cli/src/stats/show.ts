import { type Problem, Problems } from '@cleanclaim/core/statistics';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { csvCell, EXIT, type Output } from '../output.ts';
import type { Given } from '../given.ts';
import { type Page, write, writePages } from './pages.ts';
import { flag } from './flags.ts';

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
export async function showRows<Row extends Answer>(
  rows: readonly Row[],
  by: readonly string[],
  columns: readonly Column<Row>[],
  read: readonly Problem[],
  output: Output,
  page: Page,
  /** An answer in sentences, shown to people in place of a table. It tells its problems itself. */
  say?: (row: Row) => string,
): Promise<number> {
  const all: Column<Row>[] = [...by.map((name): Column<Row> => ({ name, value: (row) => row.by[name] })), ...columns];
  output.header(all.map(({ name }) => name));
  const withProblems = rows.map((row) => (read.length > 0 ? { ...row, problems: [...read, ...((row.problems ?? []) as Problem[])] } : row));
  if (output.format === 'table' && say) {
    for (const row of rows) output.text(`${say(row)}\n`);
  } else if (output.format === 'table') {
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
  const { lines, error } = told(withProblems, read);
  if (lines.length > 0 && output.format === 'table' && !say) output.text(`\n${lines.join('\n')}`);
  else if (output.format === 'csv') for (const line of lines) output.hint(line);
  await writeOut(page.given, all, rows);
  await writePages(page, {
    columns: all.map(({ name }) => name),
    rows: rows.map((row) => all.map(({ value, shown }) => shown?.(row) ?? String(value(row) ?? '–'))),
    problems: lines,
  });
  return error ? EXIT.finding : EXIT.fine;
}

/** Writes `--out FILE.csv`, `.json`, `.ndjson` or `.parquet`. Throws `input/out-of-range` for another ending. */
export async function writeOut<Row>(given: Given, columns: readonly Column<Row>[], rows: readonly Row[]): Promise<void> {
  const path = flag(given, 'out');
  if (path === undefined) return;
  const names = columns.map(({ name }) => name);
  const cells = rows.map((row) => columns.map(({ value }) => value(row)));
  const objects = (): Record<string, unknown>[] =>
    cells.map((row) => Object.fromEntries(row.map((cell, at) => [names[at] ?? '', cell ?? null])));
  if (/\.parquet$/i.test(path)) {
    const { writeParquet } = await import('@cleanclaim/stats');
    return writeParquet(path, names, cells);
  }
  if (/\.csv$/i.test(path)) write(path, [names, ...cells].map((row) => `${row.map(csvCell).join(',')}\n`).join(''));
  else if (/\.json$/i.test(path)) write(path, `${JSON.stringify(objects(), undefined, 2)}\n`);
  else if (/\.ndjson$/i.test(path))
    write(
      path,
      objects()
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    );
  else throw new CleanclaimError('input/out-of-range', `--out takes a file of .csv, .json, .ndjson or .parquet, not ${quote(path)}.`);
}

/** Each kind of problem once, with the groups that have it. */
function told(rows: readonly Answer[], read: readonly Problem[]): { lines: string[]; error: boolean } {
  const kinds = new Map<string, { problems: Problems; groups: Set<string> }>();
  let error = read.some(({ severity }) => severity === 'error');
  for (const row of rows) {
    for (const problem of (row.problems ?? []) as Problem[]) {
      if (read.includes(problem)) continue;
      error ||= problem.severity === 'error';
      const kind = kinds.get(problem.problem) ?? { problems: new Problems(), groups: new Set<string>() };
      kind.problems.addAll([problem]);
      kind.groups.add(Object.values(row.by).join(', '));
      kinds.set(problem.problem, kind);
    }
  }
  const lines = read.map(lineOf);
  for (const { problems, groups } of kinds.values()) {
    const named = [...groups].filter((group) => group !== '');
    const where = named.length === 0 ? '' : named.length <= 3 ? `  [${named.join('; ')}]` : `  [${named.length} groups]`;
    for (const problem of problems.list()) lines.push(`${lineOf(problem)}${where}`);
  }
  return { lines, error };
}

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

/** One end of an interval, for columns. */
export const pair = (value: readonly number[] | null, at: 0 | 1): number | null => value?.[at] ?? null;

export function percent(share: number | null, digits = 1): string {
  return share === null ? '–' : `${number(100 * share, digits)} %`;
}
