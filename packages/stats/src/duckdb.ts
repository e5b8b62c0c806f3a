import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { Problems } from '@cleanclaim/core/statistics';
import { isWhoTable } from './who-table.ts';
import { type Layout, layoutOf, type ReadCells, type ReadRequest } from './read-cells.ts';
import { noColumn } from './columns.ts';

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
  return (await api.DuckDBInstance.create(':memory:', { threads: '2' })).connect();
}

const name = (column: string): string => `"${column.replace(/"/g, '""')}"`;
const text = (value: string): string => `'${value.replace(/'/g, "''")}'`;

/** The table function of DuckDB that reads a file. */
export function sourceOf(path: string, kind: string): string {
  if (kind === 'parquet') return `read_parquet(${text(path)})`;
  if (kind === 'ndjson') return `read_json(${text(path)}, format = 'newline_delimited')`;
  return `read_csv(${text(path)}, all_varchar = true, ignore_errors = true, store_rejects = true, null_padding = false)`;
}

/**
 * The aggregation as SQL: one row for each combination of the key columns with events, rows behind them, and what was left
 * out. `alike` names a table (code, alike) through which causes are counted together before they are grouped.
 */
export function aggregationSql(source: string, layout: Layout, alike?: string): string {
  const column = (heading: string): string => `t.${name(heading)}`;
  const amount = (heading: string): string => `try_cast(${column(heading)} AS DOUBLE)`;
  const keys = layout.keys.map(([as, heading], at) => ({
    as,
    inner: `k${at}`,
    sql: alike !== undefined && as === 'cause' ? `coalesce(${alike}.alike, ${column(heading)})` : column(heading),
  }));
  const cause = layout.keys.find(([as]) => as === 'cause')?.[1];
  const join = alike !== undefined && cause !== undefined ? ` LEFT JOIN ${alike} ON ${column(cause)} = ${alike}.code` : '';
  const { measure, population } = layout;
  const measures: [as: string, sql: string][] = [['n', 'count(*)']];
  if (measure === undefined) measures.unshift(['events', 'count(*)']);
  else
    measures.push(
      ['events', `coalesce(sum(greatest(${amount(measure)}, 0)), 0)`],
      ['negative', `count(*) FILTER (${amount(measure)} < 0)`],
      ['negative_sum', `coalesce(sum(least(${amount(measure)}, 0)), 0)`],
      ['missing', `count(*) FILTER (${column(measure)} IS NULL)`],
      ['unread', `count(*) FILTER (${amount(measure)} IS NULL)`],
    );
  if (population !== undefined) measures.push(['people', `coalesce(sum(greatest(${amount(population)}, 0)), 0)`]);
  const inner = [...keys.map((key) => `${key.sql} AS ${key.inner}`), ...measures.map(([as, sql]) => `${sql} AS ${as}`)].join(', ');
  const outer = [
    ...keys.map((key) => `coalesce(CAST(${key.inner} AS VARCHAR), '') AS ${name(key.as)}`),
    ...measures.map(([as]) => as),
  ].join(', ');
  return `SELECT ${outer} FROM (SELECT ${inner} FROM ${source} AS t${join}${keys.length > 0 ? ' GROUP BY ALL' : ''})`;
}

/** Columns of a file as DuckDB sees them. */
async function columnsOf(connection: Connection, source: string, path: string): Promise<string[]> {
  try {
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`);
    return described.getRows().map((row) => String(row[0]));
  } catch (error) {
    throw new CleanclaimError('table/unreadable', `${quote(path)} cannot be read: ${firstLine(error)}.`);
  }
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 160) : 'DuckDB refused it';
}

/** Reads a file by SQL; undefined for the wide files of the WHO, which the text reader unfolds. */
export async function readWithDuckdb(path: string, kind: string, request: ReadRequest): Promise<ReadCells | undefined> {
  const connection = await connect();
  try {
    const source = sourceOf(path, kind);
    const columns = await columnsOf(connection, source, path);
    if (isWhoTable(columns)) return undefined;
    const layout = layoutOf(columns, request);
    const hasCause = layout.keys.some(([as]) => as === 'cause');
    if (request.causeFilter && !hasCause) throw noColumn('cause', columns);
    const alike = hasCause && request.alike ? 'alike' : undefined;
    if (alike && request.alike) await fillAlike(connection, request.alike());
    const problems = new Problems();
    const cells: { values: Record<string, string>; count: number; population?: number; rows: number }[] = [];
    const result = await connection.stream(aggregationSql(source, layout, alike));
    const width = layout.keys.length;
    const names = result.columnNames();
    let rows = 0;
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) break;
      for (const row of chunk.getRows()) {
        const figure = (as: string): number => {
          const at = names.indexOf(as, width);
          return at < 0 ? 0 : Number(row[at]);
        };
        const values = Object.fromEntries(layout.keys.map(([as], at) => [as, String(row[at])]));
        const n = figure('n');
        rows += n;
        if (figure('negative') > 0) problems.add('count-negative', figure('negative'), figure('negative_sum'));
        if (figure('missing') > 0) problems.add('count-missing', figure('missing'));
        if (figure('unread') > figure('missing')) problems.add('count-unreadable', figure('unread') - figure('missing'));
        if (request.causeFilter && !request.causeFilter(values['cause'] ?? '')) continue;
        cells.push({
          values,
          count: figure('events'),
          rows: n,
          ...(layout.population === undefined ? {} : { population: figure('people') }),
        });
      }
      request.onRows?.(chunk.rowCount);
    }
    if (kind === 'csv') {
      const rejects = await connection.runAndReadAll('SELECT count(DISTINCT line) FROM reject_errors');
      const lost = Number(rejects.getRows()[0]?.[0] ?? 0);
      if (lost > 0) problems.add('row-width', lost);
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

async function fillAlike(connection: Connection, pairs: Iterable<readonly [string, string]>): Promise<void> {
  await connection.run('CREATE TEMP TABLE alike (code VARCHAR, alike VARCHAR)');
  const appender = await connection.createAppender('alike');
  for (const [code, same] of pairs) {
    appender.appendVarchar(code);
    appender.appendVarchar(same);
    appender.endRow();
  }
  appender.closeSync();
}
