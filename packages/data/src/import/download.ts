import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CleanclaimError, quote } from '@cleanclaim/core';

export interface DownloadOptions {
  /** Data folder: what is half downloaded stays there, so that the next call carries on. */
  readonly folder: string;
  /** Digest the file must have. */
  readonly sha256?: string;
  /** The publisher's page, named where a browser is needed. */
  readonly page: string;
  readonly progress?: (done: number, all: number | undefined) => void;
}

/**
 * Fetches one file, carrying on where an earlier call stopped (as long as the server says it is the same file), and
 * returns its path. Throws `data/offline` with the publisher's page when it cannot be had this way.
 */
export async function download(address: string, options: DownloadOptions): Promise<string> {
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new CleanclaimError('data/offline', `${quote(address)} is no web address.`);
  const folder = join(options.folder, '.downloads');
  mkdirSync(folder, { recursive: true });
  const name = decodeURIComponent(basename(url.pathname)).replace(/[^\w.() -]/g, '_') || 'download';
  const path = join(folder, name);
  const part = `${path}.part`;
  const tag = `${path}.etag`;
  const known = existsSync(part) && existsSync(tag) ? readFileSync(tag, 'utf8') : undefined;
  const start = known === undefined ? 0 : statSync(part).size;
  const response = await request(
    address,
    start > 0 && known !== undefined ? { range: `bytes=${start}-`, 'if-range': known } : {},
    options.page,
  );
  const resumed = response.status === 206;
  const validator = response.headers.get('etag') ?? response.headers.get('last-modified');
  if (validator === null) rmSync(tag, { force: true });
  else writeFileSync(tag, validator);
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  const before = resumed ? start : 0;
  const all = Number.isNaN(length) ? undefined : before + length;
  let done = before;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      done += chunk.length;
      options.progress?.(done, all);
      yield chunk;
    }
  }
  try {
    await pipeline(Readable.from(counted()), createWriteStream(part, { flags: resumed ? 'a' : 'w' }));
  } catch {
    throw new CleanclaimError(
      'data/offline',
      `The download of ${name} broke off after ${done} bytes. Run the command again: it carries on from there.`,
    );
  }
  if (all !== undefined && done !== all)
    throw new CleanclaimError(
      'data/offline',
      `The download of ${name} broke off after ${done} of ${all} bytes. Run the command again: it carries on from there.`,
    );
  await expectDigest(part, name, options.sha256);
  renameSync(part, path);
  rmSync(tag, { force: true });
  return path;
}

async function request(address: string, headers: Readonly<Record<string, string>>, page: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { headers, redirect: 'follow' });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : 'no answer';
    throw new CleanclaimError('data/offline', `${new URL(address).host} cannot be reached from here (${cause}). Its page: ${page}`);
  }
  if (response.ok) return response;
  const gated = [401, 403].includes(response.status) ? 'it wants a person to accept its terms, or a browser' : 'the file may have moved';
  await response.body?.cancel();
  throw new CleanclaimError('data/offline', `${new URL(address).host} answered ${response.status}: ${gated}. Its page: ${page}`);
}

async function expectDigest(path: string, name: string, expected: string | undefined): Promise<void> {
  if (expected === undefined) return;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const found = hash.digest('hex');
  if (found === expected.toLowerCase()) return;
  rmSync(path, { force: true });
  throw new CleanclaimError('data/wrong-file', `${name} has the SHA-256 ${found}, not ${expected}: it is another file than the one meant.`);
}
