/**
 * What a source descriptor states: everything a reader asks of a published file. The importers in packages/data know no
 * source; a descriptor tells them where, which edition, which licence, which columns.
 *
 * `Source` is of the packs that are built from pinned packages and travel with Cleanclaim; `TableSource` is of files a
 * user adds.
 */
export { type FoundEdition, RowProblem, type TableRecord, type TableSource } from '@cleanclaim/data/source';
import type { TableSource } from '@cleanclaim/data/source';

export interface PackageFile {
  /** Package registry by its usual name: `pypi` or `npm`. */
  readonly registry: 'pypi' | 'npm';
  readonly name: string;
  readonly version: string;
  /** Digest of the package file as downloaded. */
  readonly sha256: string;
  /** Path of the wanted file inside the package. */
  readonly member: string;
  readonly memberSha256: string;
  /** What the file is, in its publisher's words. */
  readonly says: string;
}

export interface LocalFile {
  /** Beside the descriptor. */
  readonly file: string;
  readonly sha256: string;
  readonly says: string;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly page: string;
  readonly retrieved: string;
  readonly packages: readonly PackageFile[];
  readonly files: readonly LocalFile[];
}

/** States a file that users add. */
export function tableSource<Field extends string>(source: TableSource<Field>): TableSource {
  return source as unknown as TableSource;
}
