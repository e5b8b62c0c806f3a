import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { type Layout, layoutOf, noColumn, OUTSIDE_KIND, Problems, type ReadRequest } from '@cleanclaim/core/statistics';
import { isWhoTable } from './who-table.ts';
import type { ReadCells } from './cells-read.ts';
import { nameOf, textOf } from './sql-text.ts';
import { delimiterOfFile } from './text-table.ts';

type Api = typeof import('@duckdb/node-api');
type Connection = Awaited<ReturnType<Awaited<ReturnType<Api['DuckDBInstance']['create']>>['connect']>>;

async function load(): Promise<Api | undefined> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    return undefined;
  }
}

export async function hasDuckdb(): Promise<boolean> {
  return (await load()) !== undefined;
}

/** A connection to a database in memory. Throws `table/needs-duckdb` where the optional package is not installed. */
export async function connect(): Promise<Connection> {
  const api = await load();
  if (!api) throw new CleanclaimError('table/needs-duckdb', 'Parquet is read through DuckDB, which is not installed here.');
  // What does not fit goes to a temporary folder: memory stays bounded however many groups there are.
  const settings = { memory_limit: '1500MB', temp_directory: join(tmpdir(), 'cleanclaim-duckdb') };
  return (await api.DuckDBInstance.create(':memory:', settings)).connect();
}

/** The table function of DuckDB that reads a file. */
export function sourceOf(path: string, kind: string, delimiter = ','): string {
  if (kind === 'parquet') return `read_parquet(${textOf(path)})`;
  if (kind === 'ndjson') return `read_json(${textOf(path)}, format = 'newline_delimited')`;
  return `read_csv(${textOf(path)}, delim = ${textOf(delimiter)}, quote = '"', header = true, all_varchar = true, ignore_errors = true, store_rejects = true, null_padding = false)`;
}

export interface SqlOptions {
  /** A table (code, kind): causes are counted together by their kind, one of them standing for all. */
  readonly alike?: string;
  /** Starts of bands, where the column of age is a whole number: ages are counted by them. */
  readonly ages?: readonly number[];
  /** Columns of text, whose numbers may have thousands set off. */
  readonly texts?: ReadonlySet<string>;
}

/**
 * The aggregation as SQL that any engine with these few functions can run: one row for each combination of the key columns,
 * with its events, the rows behind them, and what was left out.
 */
export function aggregationSql(source: string, layout: Layout, { alike, ages, texts }: SqlOptions = {}): string {
  const column = (heading: string): string => `t.${nameOf(heading)}`;
  const amount = (heading: string): string => {
    const cell = column(heading);
    if (!texts?.has(heading)) return `try_cast(${cell} AS DOUBLE)`;
    // Thousands set off by commas or spaces, as tables for people write them.
    return `coalesce(try_cast(${cell} AS DOUBLE), CASE WHEN regexp_full_match(${cell}, '[+-]?\\d{1,3}([ ,]\\d{3})+(\\.\\d+)?') THEN try_cast(regexp_replace(${cell}, '[ ,]', '', 'g') AS DOUBLE) END)`;
  };
  const grouped: string[] = [];
  const shown: string[] = [];
  let join = '';
  layout.keys.forEach(([as, heading], at) => {
    if (alike !== undefined && as === 'cause') {
      join = ` LEFT JOIN ${alike} AS a ON ${column(heading)} = a.code`;
      grouped.push('a.kind AS kind', `CASE WHEN a.kind IS NULL THEN ${column(heading)} END AS k${at}`);
    } else grouped.push(`${ages !== undefined && as === 'age' ? banded(column(heading), ages) : column(heading)} AS k${at}`);
    shown.push(`coalesce(CAST(k${at} AS VARCHAR), '') AS ${nameOf(as)}`);
  });
  const { measure, population } = layout;
  const measures: [as: string, sql: string][] = [['n', 'count(*)']];
  if (join !== '') {
    const heading = layout.keys.find(([as]) => as === 'cause')?.[1] ?? '';
    // One of the codes without a group is told; those with one need no example.
    measures.push(['example', `min(CASE WHEN a.kind = ${OUTSIDE_KIND} THEN ${column(heading)} END)`]);
  }
  if (measure === undefined) measures.push(['events', 'count(*)']);
  else
    measures.push(
      ['events', `coalesce(sum(greatest(${amount(measure)}, 0)), 0)`],
      ['negative', `count(*) FILTER (${amount(measure)} < 0)`],
      ['negative_sum', `coalesce(sum(least(${amount(measure)}, 0)), 0)`],
      ['missing', `count(*) FILTER (${column(measure)} IS NULL)`],
      ['unread', `count(*) FILTER (${amount(measure)} IS NULL)`],
    );
  if (population !== undefined) {
    const people = `greatest(${amount(population)}, 0)`;
    // People of a row that is left out for its count go with it.
    const kept = measure === undefined ? people : `CASE WHEN ${amount(measure)} >= 0 OR ${column(measure)} IS NULL THEN ${people} END`;
    measures.push(['people', `coalesce(sum(${kept}), 0)`]);
  }
  const inner = [...grouped, ...measures.map(([as, sql]) => `${sql} AS ${as}`)].join(', ');
  const outer = [...shown, ...(join === '' ? [] : ['kind']), ...measures.map(([as]) => as)].join(', ');
  return `SELECT ${outer} FROM (SELECT ${inner} FROM ${source} AS t${join}${layout.keys.length > 0 ? ' GROUP BY ALL' : ''})`;
}

/** The start of the band that holds a whole age; ages nobody reaches, such as 999, stay as they are. */
function banded(age: string, starts: readonly number[]): string {
  const sorted = [...starts].sort((one, other) => one - other);
  const cases = sorted.slice(1).map((start, at) => `WHEN ${age} < ${start} THEN ${sorted[at]}`);
  return `CASE WHEN ${age} < ${sorted[0]} OR ${age} > 130 THEN ${age} ${cases.join(' ')} ELSE ${sorted.at(-1)} END`;
}

/** Columns of a file as DuckDB sees them. */
async function columnsOf(connection: Connection, source: string, path: string): Promise<[name: string, type: string][]> {
  try {
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`);
    return described.getRows().map((row) => [String(row[0]), String(row[1])]);
  } catch (error) {
    throw new CleanclaimError('table/unreadable', `${quote(path)} cannot be read: ${firstLine(error)}.`);
  }
}

/** The headings of a Parquet file. */
export async function parquetColumns(path: string): Promise<readonly string[]> {
  const connection = await connect();
  try {
    return (await columnsOf(connection, sourceOf(path, 'parquet'), path)).map(([heading]) => heading);
  } finally {
    connection.closeSync();
  }
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 160) : 'DuckDB refused it';
}

/** Reads a file by SQL; undefined for the wide files of the WHO, which the text reader unfolds. */
export async function readWithDuckdb(path: string, kind: string, request: ReadRequest): Promise<ReadCells | undefined> {
  const connection = await connect();
  try {
    const source = sourceOf(path, kind, kind === 'csv' ? delimiterOfFile(path) : undefined);
    const described = await columnsOf(connection, source, path);
    const columns = described.map(([heading]) => heading);
    if (isWhoTable(columns)) return undefined;
    const layout = layoutOf(columns, request);
    const hasCause = layout.keys.some(([as]) => as === 'cause');
    if (request.causeFilter && !hasCause) throw noColumn('cause', columns);
    const age = layout.keys.find(([as]) => as === 'age')?.[1];
    const whole = described.some(([heading, type]) => heading === age && /INT/.test(type));
    const codeOfKind = hasCause && request.alike ? await fillAlike(connection, request.alike()) : undefined;
    const options: SqlOptions = {
      texts: new Set(described.filter(([, type]) => type === 'VARCHAR').map(([heading]) => heading)),
      ...(codeOfKind ? { alike: 'alike' } : {}),
      ...(whole && request.ages !== undefined && request.ages.length > 1 ? { ages: request.ages } : {}),
    };
    const problems = new Problems();
    const cells: { values: Record<string, string>; count: number; population?: number; rows: number }[] = [];
    const result = await connection.stream(aggregationSql(source, layout, options));
    const names = result.columnNames();
    const place = (as: string): number => names.indexOf(as, layout.keys.length);
    const [n, events, negative, negativeSum, missing, unread, people] = [
      'n',
      'events',
      'negative',
      'negative_sum',
      'missing',
      'unread',
      'people',
    ].map(place);
    const [kindAt = -1, exampleAt = -1] = ['kind', 'example'].map(place);
    let rows = 0;
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) break;
      const columns = chunk.getColumns();
      const figure = (at: number | undefined, row: number): number => (at === undefined || at < 0 ? 0 : Number(columns[at]?.[row] ?? 0));
      for (let row = 0; row < chunk.rowCount; row++) {
        const values: Record<string, string> = {};
        layout.keys.forEach(([as], at) => {
          values[as] = String(columns[at]?.[row] ?? '');
        });
        if (codeOfKind && columns[kindAt]?.[row] != null) {
          const number = figure(kindAt, row);
          values['cause'] = number === OUTSIDE_KIND ? String(columns[exampleAt]?.[row] ?? '') : (codeOfKind.get(number) ?? '');
        }
        rows += figure(n, row);
        if (figure(negative, row) > 0) problems.add('count-negative', figure(negative, row), figure(negativeSum, row));
        if (figure(missing, row) > 0) problems.add('count-missing', figure(missing, row));
        if (figure(unread, row) > figure(missing, row)) problems.add('count-unreadable', figure(unread, row) - figure(missing, row));
        const used = figure(n, row) - figure(negative, row) - Math.max(0, figure(unread, row) - figure(missing, row));
        if (used <= 0) continue;
        if (request.causeFilter && !request.causeFilter(values['cause'] ?? '')) continue;
        cells.push({
          values,
          count: figure(events, row),
          rows: used,
          ...(layout.population === undefined ? {} : { population: figure(people, row) }),
        });
      }
      request.onRows?.(chunk.rowCount);
    }
    if (layout.measure !== undefined) await tellDoubles(connection, source, columns, layout, problems);
    if (kind === 'csv') {
      const rejects = await connection.runAndReadAll('SELECT count(DISTINCT line) FROM reject_errors');
      const lost = Number(rejects.getRows()[0]?.[0] ?? 0);
      if (lost > 0) problems.add('row-width', lost);
      rows += lost;
    }
    return {
      cells,
      records: layout.measure === undefined,
      known: layout.known,
      mapping: layout.mapping,
      rows,
      hasPopulation: layout.population !== undefined,
      problems: problems.list(),
      reader: 'duckdb',
    };
  } finally {
    connection.closeSync();
  }
}

/** Rows of counts that agree in every column but the numbers name one stratum again. */
async function tellDoubles(
  connection: Connection,
  source: string,
  columns: readonly string[],
  layout: Layout,
  problems: Problems,
): Promise<void> {
  const identity = columns.filter((column) => column !== layout.measure && column !== layout.population).map(nameOf);
  if (identity.length === 0) return;
  const found = await connection.runAndReadAll(
    `SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM ${source} GROUP BY ${identity.join(', ')} HAVING count(*) > 1)`,
  );
  const doubles = Number(found.getRows()[0]?.[0] ?? 0);
  if (doubles > 0) problems.add('duplicate-stratum', doubles);
}

/** Fills the table to join with; returns one code of each kind. */
async function fillAlike(connection: Connection, pairs: Iterable<readonly [code: string, kind: number]>): Promise<Map<number, string>> {
  const codeOfKind = new Map<number, string>();
  await connection.run('CREATE TEMP TABLE alike (code VARCHAR, kind INTEGER)');
  const appender = await connection.createAppender('alike');
  for (const [code, kind] of pairs) {
    if (!codeOfKind.has(kind)) codeOfKind.set(kind, code);
    appender.appendVarchar(code);
    appender.appendInteger(kind);
    appender.endRow();
  }
  appender.closeSync();
  return codeOfKind;
}
