import { CleanclaimError, isCleanclaimError, quote } from '@cleanclaim/core/errors';
import { type Cell, plainCode, type Problem, Problems } from '@cleanclaim/core/statistics';
import { findColumn, type Mapping, noColumn } from './columns.ts';
import { type FileKind, kindOf, openTextTable, type TextRows } from './text-table.ts';
import { readNumber } from './number.ts';
import { isWhoTable, whoRows, type WhoWanted } from './who-table.ts';

export interface ReadRequest {
  /** Columns to keep apart, by the user's names. */
  readonly by: readonly string[];
  /** Roles wanted when the file has them: age, sex, cause, contributing … */
  readonly roles: readonly string[];
  /** The number in each row: deaths or people. Without such a column each row is one. */
  readonly measure: 'count' | 'population' | 'weight' | 'rate';
  /** Take the population too where the file has it. */
  readonly withPopulation?: boolean;
  /** Columns of `by` that may be missing here. */
  readonly mayMiss?: (column: string) => boolean;
  /** Only rows whose cause this takes; rows without a cause column are refused. */
  readonly causeFilter?: (code: string) => boolean;
  readonly map?: Mapping;
  /** For engines that join: codes with the number of their kind; codes of one kind may be counted together. */
  readonly alike?: () => Iterable<readonly [code: string, kind: number]>;
  /** For the same: starts of bands into which ages may be counted together. */
  readonly ages?: readonly number[];
  readonly onRows?: (count: number) => void;
}

export interface ReadCells {
  readonly cells: readonly Cell[];
  /** False when a column held the number of events. */
  readonly records: boolean;
  /** Columns of `by` that the file has. */
  readonly known: readonly string[];
  /** Role or name to the file's heading, to be shown. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly hasPopulation: boolean;
  readonly problems: readonly Problem[];
  readonly reader: 'text' | 'duckdb' | 'who';
}

/** Text files above this size go through DuckDB where it is installed. */
const LARGE = 64 * 1024 * 1024;

/**
 * Reads a table and counts together the rows that agree in every column asked for. Numbers that are negative or unreadable, rows
 * of another width and lines that are no JSON are left out and counted in `problems`.
 * Throws `usage/unreadable-file`, `table/unreadable`, `table/no-column`, `table/needs-duckdb`.
 */
export async function readCells(path: string, request: ReadRequest): Promise<ReadCells> {
  const kind = kindOf(path);
  if (kind === 'empty') throw new CleanclaimError('table/unreadable', `${quote(path)} is empty.`);
  if (kind === 'parquet' || (kind !== 'json' && (await isLarge(path)))) {
    const engine = await import('./duckdb.ts');
    if (kind === 'parquet' || (await engine.hasDuckdb())) {
      const read = await engine.readWithDuckdb(path, kind, request).catch((error: unknown) => {
        // What DuckDB cannot read as text (UTF-16, a broken heading), the text reader may; Parquet has no other reader.
        if (kind === 'parquet' || !isCleanclaimError(error) || error.failure.code !== 'table/unreadable') throw error;
        return undefined;
      });
      if (read) return read;
    }
  }
  return readText(path, kind as Exclude<FileKind, 'parquet' | 'empty'>, request);
}

async function isLarge(path: string): Promise<boolean> {
  const { statSync } = await import('node:fs');
  return statSync(path).size > LARGE;
}

export interface Layout {
  readonly keys: readonly (readonly [name: string, column: string])[];
  readonly measure: string | undefined;
  readonly population: string | undefined;
  readonly known: readonly string[];
  readonly mapping: Record<string, string>;
}

/** Finds the columns a request needs; what it finds is shown to the user. */
export function layoutOf(columns: readonly string[], request: ReadRequest): Layout {
  const map = request.map ?? {};
  const mapping: Record<string, string> = {};
  const keys = new Map<string, string>();
  const known: string[] = [];
  for (const name of request.by) {
    const column = findColumn(columns, name, map);
    if (column === undefined) {
      if (request.mayMiss?.(name)) continue;
      throw noColumn(quote(name), columns);
    }
    keys.set(name, column);
    known.push(name);
    mapping[name] = column;
  }
  const taken = new Set(keys.values());
  const measure = findColumn(columns, request.measure, map, taken);
  if (measure === undefined && request.measure !== 'count') throw noColumn(request.measure, columns);
  if (measure !== undefined) mapping[request.measure] = measure;
  for (const role of request.roles) {
    const column = findColumn(columns, role, map);
    // A role that is a column of `by` under another name is read twice, once for each use.
    if (column === undefined) continue;
    keys.set(role, column);
    taken.add(column);
    mapping[role] = column;
  }
  const population = request.withPopulation ? findColumn(columns, 'population', map, new Set([...taken, measure ?? ''])) : undefined;
  if (population !== undefined) mapping['population'] = population;
  return { keys: [...keys], measure, population, known, mapping };
}

async function readText(path: string, kind: 'csv' | 'ndjson' | 'json', request: ReadRequest): Promise<ReadCells> {
  let table: TextRows = await openTextTable(path, kind);
  const problems = new Problems();
  const who = isWhoTable(table.columns);
  if (who) {
    const wanted: WhoWanted = request.roles.includes('cause') || request.by.some((column) => /^cause$/i.test(column)) ? 'causes' : 'all';
    table = whoRows(table, wanted, problems);
  }
  const layout = layoutOf(table.columns, request);
  const at = (column: string | undefined): number => (column === undefined ? -1 : table.columns.indexOf(column));
  const keys = layout.keys.map(([name, column]) => [name, at(column)] as const);
  const measure = at(layout.measure);
  const population = at(layout.population);
  const cause = keys.find(([name]) => name === 'cause')?.[1] ?? -1;
  if (request.causeFilter && cause < 0) throw noColumn('cause', table.columns);
  const identity = table.columns.map((_, column) => column).filter((column) => column !== measure && column !== population);
  // Rows of counts that agree in every other column name one stratum twice; rows of one person each may well be alike.
  const seen = measure >= 0 && !who ? new Set<string>() : undefined;
  const cells = new Map<string, { values: Record<string, string>; count: number; population: number; rows: number }>();
  let rows = 0;
  for await (const batch of table.rows()) {
    for (const row of batch) {
      rows++;
      if (row === null) {
        problems.add(kind === 'csv' ? 'row-width' : 'row-unreadable', 1);
        continue;
      }
      if (request.causeFilter && !request.causeFilter(row[cause] ?? '')) continue;
      const count = amount(measure < 0 ? '1' : (row[measure] ?? ''), problems);
      const people = population < 0 ? 0 : amount(row[population] ?? '', problems);
      if (count === undefined || people === undefined) continue;
      if (seen && seen.size < MOST_SEEN) {
        const name = identity.map((column) => row[column] ?? '').join('\u0001');
        if (seen.has(name)) problems.add('duplicate-stratum', 1, count);
        else seen.add(name);
      }
      const key = keys.map(([, column]) => row[column] ?? '').join('\u0001');
      const cell = cells.get(key);
      if (cell) {
        cell.count += count;
        cell.population += people;
        cell.rows++;
      } else
        cells.set(key, {
          values: Object.fromEntries(keys.map(([name, column]) => [name, row[column] ?? ''])),
          count,
          population: people,
          rows: 1,
        });
    }
    request.onRows?.(batch.length);
  }
  return {
    cells: [...cells.values()].map(({ population: people, ...cell }) => (population < 0 ? cell : { ...cell, population: people })),
    records: measure < 0,
    known: layout.known,
    mapping: layout.mapping,
    rows,
    hasPopulation: population >= 0,
    problems: problems.list(),
    reader: who ? 'who' : 'text',
  };
}
/** Strata remembered to find doubles; files of counts are far smaller. */
const MOST_SEEN = 2_000_000;

function amount(text: string, problems: Problems): number | undefined {
  const number = readNumber(text);
  if (number === null) {
    problems.add('count-missing', 1);
    return 0;
  }
  if (number === undefined) {
    problems.add('count-unreadable', 1, null, quote(text));
    return undefined;
  }
  if (number < 0) {
    problems.add('count-negative', 1, number);
    return undefined;
  }
  return number;
}

/** True for codes in the ranges; what has no shape of a code is not. */
export function filterOf(inside: (code: string) => boolean): (text: string) => boolean {
  return (text) => {
    const code = plainCode(text);
    return code !== null && inside(code);
  };
}
