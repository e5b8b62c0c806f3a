import { CleanclaimError, type PackEdition } from '@cleanclaim/core';
import { compile, type CompiledEdition } from './compile.ts';
import { Archives, type ImportFile, importFiles, quotePath } from './container.ts';
import { install, withLock } from './installed.ts';
import { type Recognised, recognise, type TextFormat } from './recognise.ts';
import { rejoin } from './rejoin.ts';
import type { Companion, TableSource } from './table-source.ts';

/** One edition that a file gave. */
export interface AddedFile {
  readonly file: string;
  readonly source: string;
  readonly title: string;
  readonly edition: PackEdition;
  readonly rows: number;
  /** True when the same content was installed before. */
  readonly already: boolean;
}

export interface AddOptions {
  readonly folder: string;
  readonly sources: readonly TableSource[];
  /** Files known to be no tables: an error says more of them than that they are unknown. */
  readonly companions?: readonly Companion[];
  /** The day of the import, for manifests. */
  readonly today: string;
  /** Take only files that bear a name of the sources: for folders in which other files lie. */
  readonly onlyNamed?: boolean;
  /** `later`: the caller adds more and calls `rejoin` at the end. Until then ICD-10-CM is joined in memory at each start. */
  readonly join?: 'later';
  readonly progress?: (file: string, rows: number) => void;
}

/** Which rendering of one table is read when an archive has several. */
const PREFERENCE: readonly TextFormat[] = ['csv', 'tab', 'fixed', 'xlsx', 'xml'];

/**
 * Adds files the user holds: finds out what each is, compiles every table in it and installs all of one file together,
 * or nothing. Yields what each file gave; a file nobody knows throws `data/unrecognised`.
 */
export async function addFiles(path: string, options: AddOptions): Promise<AddedFile[]> {
  const archives = new Archives();
  return withLock(options.folder, async () => {
    const compiled: { file: string; editions: CompiledEdition[] }[] = [];
    for (const found of await tablesIn(path, options.sources, archives, options)) {
      const { progress } = options;
      const editions = await compile(found, {
        retrieved: options.today,
        ...(progress ? { progress: (rows: number) => progress(found.file.path, rows) } : {}),
      });
      compiled.push({ file: found.file.path, editions });
    }
    const done = install(
      options.folder,
      compiled.flatMap(({ editions }) => editions),
    );
    if (options.join !== 'later') rejoin(options.folder);
    return done.map(({ edition, already }) => ({
      file: compiled.find(({ editions }) => editions.includes(edition))?.file ?? path,
      source: edition.source.id,
      title: edition.source.title,
      edition: edition.edition,
      rows: edition.edition.rows,
      already,
    }));
  }).finally(() => archives.close());
}

/** The tables of a file, each once, though an archive may hold it as text, CSV and sheet. */
export async function tablesIn(
  path: string,
  sources: readonly TableSource[],
  archives: Archives,
  { onlyNamed = false, companions = [] }: Pick<AddOptions, 'onlyNamed' | 'companions'> = {},
): Promise<Recognised[]> {
  const files: ImportFile[] = [];
  for await (const file of importFiles(path, archives)) files.push(file);
  // Beside the table an archive has lists of its changes in the same columns: names come first there.
  let tables = onlyNamed || files.length > 1 ? await recogniseAll(files, sources, true) : [];
  const tellCompanion = ({ name }: ImportFile) => companions.find(({ files: pattern }) => pattern.test(name));
  if (tables.length === 0 && !onlyNamed) {
    const isNamed = ({ name }: ImportFile) => sources.some((source) => source.files.some((pattern) => pattern.test(name)));
    const open = files.filter((file) => isNamed(file) || !tellCompanion(file));
    tables = await recogniseAll(open, sources, false);
  }
  if (tables.length === 0) {
    const names = files.map(({ name }) => name).slice(0, 6);
    const inside = files.length === 1 ? '' : ` It holds ${names.join(', ')}${files.length > names.length ? ' …' : ''}.`;
    const told = files.map(tellCompanion).find((each) => each !== undefined);
    const why = told ? ` ${told.says}` : '';
    throw new CleanclaimError('data/unrecognised', `${quotePath(path)} is no table that Cleanclaim reads.${inside}${why}`);
  }
  return tables;
}

async function recogniseAll(files: readonly ImportFile[], sources: readonly TableSource[], onlyNamed: boolean): Promise<Recognised[]> {
  const tables = new Map<string, Recognised>();
  for (const file of files) {
    const found = await recognise(file, sources, onlyNamed);
    if (!found) continue;
    const slot = `${found.source.id} ${found.edition.id}`;
    const other = tables.get(slot);
    if (!other || PREFERENCE.indexOf(found.format) < PREFERENCE.indexOf(other.format)) tables.set(slot, found);
  }
  return [...tables.values()];
}
