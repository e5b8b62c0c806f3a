import { createReadStream, openSync, readSync, closeSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CleanclaimError, quote, type Day } from '@cleanclaim/core';
import yauzl from 'yauzl';

/** A file to import: on disk, or inside an archive, or inside an archive inside an archive. */
export interface ImportFile {
  /** The way to it, for messages: `outer.zip > inner.txt`. */
  readonly path: string;
  /** Its own name without folders. */
  readonly name: string;
  /** Bytes when unpacked; undefined where only reading tells. */
  readonly size: number | undefined;
  readonly modified: Day | null;
  /** Its bytes from the beginning; may be called again. */
  open(): Promise<Readable>;
}

export const ARCHIVE_LIMITS = {
  /** Archives inside archives. */
  depth: 3,
  members: 5_000,
  /** Bytes of one member when unpacked. */
  memberBytes: 4 * 1024 ** 3,
  /** Bytes of all members together. */
  allBytes: 8 * 1024 ** 3,
  /** Bytes of an archive inside an archive: it is held in memory. */
  innerBytes: 512 * 1024 ** 2,
  /** Members above a few MB that unpack to more than this many times their size are no tables. */
  ratio: 200,
  ratioFrom: 8 * 1024 ** 2,
} as const;

/** Archives stay open while their members are read, and are closed together. */
export class Archives {
  readonly #open: yauzl.ZipFile[] = [];

  keep(zip: yauzl.ZipFile): yauzl.ZipFile {
    this.#open.push(zip);
    return zip;
  }

  close(): void {
    for (const zip of this.#open.splice(0)) zip.close();
  }
}

/** Walks a file the user named: itself, or every member of an archive. Nothing is written, so member names cannot do harm. */
export async function* importFiles(path: string, archives: Archives): AsyncGenerator<ImportFile> {
  const head = headOf(path);
  const name = basename(path);
  const totals = { bytes: 0, members: 0 };
  if (isWebPage(head) && !/\.html?$/i.test(name))
    throw new CleanclaimError(
      'data/wrong-file',
      `${quotePath(path)} is a web page and no table: the publisher may want its terms accepted first. Download it with a browser.`,
    );
  if (isZip(head) && !/\.xlsx$/i.test(name)) yield* zipMembers(archives.keep(await openZip(path, path)), path, 1, totals, archives);
  else {
    const modified = null;
    if (isGzip(head)) {
      const open = () => Promise.resolve(limited(createReadStream(path).pipe(createGunzip()), path));
      yield { path, name: name.replace(/\.gz$/i, ''), size: undefined, modified, open };
    } else yield { path, name, size: statSync(path).size, modified, open: () => Promise.resolve(createReadStream(path)) };
  }
}

async function* zipMembers(
  zip: yauzl.ZipFile,
  path: string,
  depth: number,
  totals: { bytes: number; members: number },
  archives: Archives,
): AsyncGenerator<ImportFile> {
  for await (const entry of entries(zip, path)) {
    if (entry.fileName.endsWith('/')) continue;
    const inside = `${path} > ${entry.fileName}`;
    totals.bytes += entry.uncompressedSize;
    totals.members++;
    refuseBomb(entry, inside, totals);
    const name = basename(entry.fileName);
    const file: ImportFile = {
      path: inside,
      name: name.replace(/\.gz$/i, ''),
      size: entry.uncompressedSize,
      modified: entry.getLastModDate().toISOString().slice(0, 10) as Day,
      open: async () => {
        const stream = limited(await openMember(zip, entry, inside), inside);
        return /\.gz$/i.test(name) ? limited(stream.pipe(createGunzip()), inside) : stream;
      },
    };
    if (!/\.zip$/i.test(name)) {
      yield file;
      continue;
    }
    if (depth >= ARCHIVE_LIMITS.depth)
      throw new CleanclaimError('data/refused', `${quotePath(inside)}: archives are nested more than ${ARCHIVE_LIMITS.depth} deep.`);
    if (entry.uncompressedSize > ARCHIVE_LIMITS.innerBytes)
      throw new CleanclaimError('data/refused', `${quotePath(inside)}: an archive inside an archive may hold at most 512 MB.`);
    yield* zipMembers(archives.keep(await zipFromBytes(await bytesOf(file), inside)), inside, depth + 1, totals, archives);
  }
}

/** Refuses a member that unpacks to more than any published table does. */
export function refuseBomb(entry: yauzl.Entry, path: string, totals: { bytes: number; members: number }): void {
  const { uncompressedSize: size, compressedSize } = entry;
  const swollen = size > ARCHIVE_LIMITS.ratioFrom && size > compressedSize * ARCHIVE_LIMITS.ratio;
  if (swollen || size > ARCHIVE_LIMITS.memberBytes || totals.bytes > ARCHIVE_LIMITS.allBytes || totals.members > ARCHIVE_LIMITS.members) {
    throw new CleanclaimError(
      'data/refused',
      `${quotePath(path)} would unpack to ${Math.round(size / 1024 ** 2)} MB from ${Math.ceil(compressedSize / 1024)} kB (${totals.members} files, ${Math.round(totals.bytes / 1024 ** 2)} MB so far): no published table does that.`,
    );
  }
}

/** Ends with an error once more bytes came than any published table has. */
function limited(stream: Readable, path: string): Readable {
  let bytes = 0;
  async function* count(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > ARCHIVE_LIMITS.memberBytes) throw new CleanclaimError('data/refused', `${quotePath(path)} unpacks to more than 4 GB.`);
        yield chunk;
      }
    } catch (error) {
      throw damagedArchive(path, error);
    }
  }
  return Readable.from(count(), { objectMode: false });
}

function openZip(path: string, shown: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(damagedArchive(shown, error)) : resolve(zip),
    );
  });
}

/** An archive that is already in memory. */
export function zipFromBytes(bytes: Buffer, shown: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(damagedArchive(shown, error)) : resolve(zip)));
  });
}

/** The entries of an archive in its own order. Names that would climb out of a folder are refused. */
export async function* entries(zip: yauzl.ZipFile, path: string): AsyncGenerator<yauzl.Entry> {
  const seen: yauzl.Entry[] = [];
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      seen.push(entry);
      if (seen.length > ARCHIVE_LIMITS.members)
        reject(new CleanclaimError('data/refused', `${quotePath(path)} holds more than 5,000 files.`));
      else zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', (error: Error) => reject(damagedArchive(path, error)));
    zip.readEntry();
  });
  yield* seen;
}

export function openMember(zip: yauzl.ZipFile, entry: yauzl.Entry, path: string): Promise<Readable> {
  return new Promise((resolve, reject) => {
    if (entry.isEncrypted()) reject(new CleanclaimError('data/refused', `${quotePath(path)} is locked with a password.`));
    else zip.openReadStream(entry, (error, stream) => (error ? reject(damagedArchive(path, error)) : resolve(stream)));
  });
}

/** The whole of a file, for formats that cannot be read as a stream. */
export async function bytesOf(file: ImportFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > ARCHIVE_LIMITS.innerBytes) throw new CleanclaimError('data/refused', `${quotePath(file.path)} is larger than 512 MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function damagedArchive(path: string, error: unknown): CleanclaimError {
  if (error instanceof CleanclaimError) return error;
  const why = error instanceof Error ? error.message.slice(0, 120) : 'it cannot be read';
  return new CleanclaimError('data/refused', `${quotePath(path)} cannot be unpacked: ${why}.`);
}

/** The first bytes of a file: enough to tell archives and web pages. */
export function headOf(path: string): Buffer {
  const head = Buffer.alloc(256);
  let bytes = 0;
  try {
    const file = openSync(path, 'r');
    try {
      bytes = readSync(file, head, 0, head.length, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new CleanclaimError('usage/unreadable-file', `${quote(path)} cannot be read (${why}).`);
  }
  return head.subarray(0, bytes);
}

/** A page that stands where a file was meant, such as one that asks for terms to be accepted. */
export function isWebPage(head: Buffer): boolean {
  return /^\uFEFF?\s*(?:<!--[^>]*-->\s*)?<(?:!doctype html|html[\s>])/i.test(head.toString('utf8'));
}

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** The end of a path fit for a message: the file's own name is what the reader needs. */
export function quotePath(path: string): string {
  return path.length > 100 ? quote(`…${path.slice(-56)}`) : path.replace(/[^\x20-\x7e]/g, '?');
}
