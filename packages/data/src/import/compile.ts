import { CleanclaimError, Pack, type PackEdition, type PackManifest } from '@cleanclaim/core';
import { tableSearchPack } from '../build/search/build-table-search.ts';
import { sha256, writePack } from '../build/write-pack.ts';
import { bytesInMemory } from '../file-bytes.ts';
import { quotePath } from './container.ts';
import { records } from './read-records.ts';
import type { Recognised } from './recognise.ts';
import type { FoundEdition, TableRecord, TableSource } from './table-source.ts';
import { PairWriter } from './write-pairs.ts';
import { TableWriter } from './write-table.ts';
import { createHash } from 'node:crypto';

/** An edition compiled and ready to be installed. */
export interface CompiledEdition {
  readonly source: TableSource;
  readonly edition: PackEdition;
  readonly manifest: PackManifest;
  readonly pack: Uint8Array;
  readonly packSha256: string;
  /** The search index of the table, where its source is searched. */
  readonly search: Uint8Array | undefined;
}

export interface CompileOptions {
  /** The day of the import, for the manifest. */
  readonly retrieved: string;
  /** A few rows of a file, not a whole one: too few rows are no error. */
  readonly sample?: boolean;
  readonly progress?: (rows: number) => void;
}

/**
 * Reads a recognised file whole and compiles it: one edition, or two where the file already holds a change in
 * mid-year.  Throws `data/wrong-row`, `data/wrong-file` and `data/refused`.
 */
export async function compile(found: Recognised, options: CompileOptions): Promise<CompiledEdition[]> {
  const { source, file } = found;
  const writer = source.store.kind === 'pairs' ? new PairWriter() : new TableWriter(source.store);
  const kept: TableRecord[] = [];
  for await (const batch of records(found)) {
    for (const record of batch) {
      add(writer, record, found);
      if (source.split) kept.push(record);
    }
    options.progress?.(writer.rows);
  }
  if (options.sample !== true) checkWhole(found, writer);
  const input = { name: file.name, sha256: await digestOf(found), says: source.title };
  const manifest: PackManifest = {
    title: source.title,
    publisher: source.publisher,
    licence: source.terms,
    page: source.page,
    inputs: [input],
    retrieved: options.retrieved,
  };
  const split = source.split?.(found.edition, kept);
  if (!split) return [finish(source, found.edition, manifest, writer)];
  return split.map(({ edition, records: own }) => {
    const part = new TableWriter(source.store as Extract<TableSource['store'], { kind: 'table' }>);
    for (const record of own) add(part, record, found);
    return finish(source, edition, manifest, part);
  });
}

/** A whole file has about as many rows as ever, and the codes that are always there. */
function checkWhole({ source, file, edition }: Recognised, writer: PairWriter | TableWriter): void {
  const [usual, most] = source.checks.rows;
  const least = source.checks.least?.(edition) ?? usual;
  if (writer.rows < least || writer.rows > most) {
    throw new CleanclaimError(
      'data/wrong-file',
      `${quotePath(file.path)} gave ${writer.rows} rows; "${source.title}" has ${least} to ${most}. It may be cut off, or be another table.`,
    );
  }
  const missing = writer instanceof TableWriter ? writer.lacks(source.checks.has ?? []) : [];
  if (missing.length > 0)
    throw new CleanclaimError(
      'data/wrong-file',
      `${quotePath(file.path)} has no ${missing.join(' and no ')}, which every "${source.title}" has.`,
    );
}

/** An edition of records that stand in memory: made-up tables for examples and tests. */
export function compileRecords(source: TableSource, edition: FoundEdition, records: readonly TableRecord[]): CompiledEdition {
  const writer = source.store.kind === 'pairs' ? new PairWriter() : new TableWriter(source.store);
  for (const record of records) writer.add(record);
  const { title, publisher, terms: licence, page } = source;
  return finish(source, edition, { title, publisher, licence, page, inputs: [], retrieved: edition.from }, writer);
}

function add(writer: PairWriter | TableWriter, record: TableRecord, { file }: Recognised): void {
  try {
    writer.add(record);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it does not fit';
    throw new CleanclaimError('data/wrong-row', `${quotePath(file.path)}, record ${writer.rows}: ${why}.`);
  }
}

function finish(source: TableSource, found: FoundEdition, manifest: PackManifest, writer: PairWriter | TableWriter): CompiledEdition {
  const { facts, id, published, ...rest } = found;
  const edition: PackEdition = { ...rest, ...facts, id: `${source.id}-${id}`, published: published ?? null, rows: writer.rows };
  const laid = writer.sections();
  const pack = writePack(
    source.id,
    manifest,
    [edition],
    'columns' in laid ? { columns: laid.columns } : { rationales: laid.rationales },
    laid.sections,
  );
  const search = source.search && tableSearchPack(new Pack(bytesInMemory(source.id, pack)), source.search);
  return { source, edition, manifest, pack, packSha256: sha256(pack), search };
}

/** SHA-256 of the file as given: what the manifest says it was made from. */
async function digestOf({ file }: Recognised): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}
