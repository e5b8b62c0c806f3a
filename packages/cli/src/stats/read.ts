import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { type Cell, filterOf, inRanges, Problems, type ReadRequest, readRanges } from '@cleanclaim/core/statistics';
import { kindOf, readCells, type ReadCells, readLayout } from '@cleanclaim/stats';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { Progress } from '../progress.ts';
import { flag, mappingOf } from './flags.ts';

export interface ReadTogether {
  readonly cells: readonly Cell[];
  readonly records: boolean;
  readonly known: readonly string[];
  readonly hasPopulation: boolean;
  readonly problems: Problems;
}

/** Reads the files of a command as one table; the columns taken are told on standard error. `-` is standard input. */
export async function readTogether(
  paths: readonly string[],
  request: Omit<ReadRequest, 'map' | 'causeFilter' | 'onRows'> & { readonly filter?: boolean },
  given: Given,
  output: Output,
): Promise<ReadTogether> {
  const problems = new Problems();
  const cause = request.filter === false ? undefined : flag(given, 'cause');
  const ranges = cause === undefined ? undefined : readRanges(cause);
  const fixed = flag(given, 'layout');
  // The people and the reference are tables of their own.
  const layout = fixed === undefined || !paths.every((path) => given.words.includes(path)) ? undefined : await readLayout(fixed);
  const progress = new Progress(given.flags['quiet'] !== true, 'rows');
  const reads: ReadCells[] = [];
  for (const path of paths) {
    const input = path === '-' ? await hold() : undefined;
    const visits = layout ? undefined : await visitsIn(input?.path ?? path, output);
    try {
      const read = await readCells(visits?.path ?? input?.path ?? path, {
        ...request,
        roles: ranges && !request.roles.includes('cause') ? [...request.roles, 'cause'] : request.roles,
        map: mappingOf(given),
        ...(ranges ? { causeFilter: filterOf((code) => inRanges(code, ranges)) } : {}),
        ...(layout ? { layout } : {}),
        onRows: (count) => progress.add(count),
      });
      requireRows(read, path);
      reads.push(read);
      problems.addAll(read.problems);
      const columns = Object.entries(read.mapping).map(([role, column]) => (role === column ? role : `${role} = ${column}`));
      output.hint(
        `${path === '-' ? 'standard input' : path}: ${read.rows} rows; columns ${columns.join(', ') || 'none'}${read.records ? '; each row is one event' : ''}`,
      );
    } finally {
      visits?.drop();
      input?.drop();
    }
  }
  progress.end();
  return {
    cells: reads.flatMap((read) => [...read.cells]),
    records: reads.every((read) => read.records),
    known: request.by.filter((column) => reads.every((read) => read.known.includes(column))),
    hasPopulation: reads.every((read) => read.hasPopulation),
    problems,
  };
}

/** Claims are read as visits; any other file stays as it is. */
async function visitsIn(path: string, output: Output): Promise<{ path: string; drop: () => void } | undefined> {
  const kind = kindOf(path);
  // Claims are X12, which looks like a table of text, or JSON, FHIR among it.
  if (kind === 'parquet' || kind === 'empty') return undefined;
  const { holdsClaims, visitsOf } = await import('./visits.ts');
  return (await holdsClaims(path)) ? visitsOf(path, output) : undefined;
}

/** A file of which nothing can be used is no table of the kind asked for; an answer of nothing would hide that. */
function requireRows({ cells, rows, problems }: ReadCells, path: string): void {
  if (cells.length > 0) return;
  const shown = path === '-' ? 'Standard input' : quote(path);
  if (rows === 0) throw new CleanclaimError('table/unreadable', `${shown} has a heading and no rows.`);
  const [first] = problems.filter(({ severity }) => severity === 'error');
  if (first) throw new CleanclaimError('table/unreadable', `No row of ${shown} can be used. ${first.what} (${first.rows} rows)`);
}

/** Standard input as a file of its own: what it holds is told by its first bytes, and Parquet is read from its end. */
async function hold(): Promise<{ path: string; drop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-'));
  const path = join(folder, 'input');
  await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 }));
  return { path, drop: () => rmSync(folder, { recursive: true, force: true }) };
}
