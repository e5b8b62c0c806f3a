import { createHash } from 'node:crypto';
import { type ClientRequest, get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
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
import { headOf, isWebPage } from './container.ts';

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
  const range = start > 0 && known !== undefined ? { range: `bytes=${start}-`, 'if-range': known } : undefined;
  // What lies here may be all there is, or of a file that has become shorter: then from the beginning.
  const response = (await request(address, range ?? {}, options.page, range !== undefined)) ?? (await whole(address, options.page));
  const resumed = response.statusCode === 206;
  const validator = response.headers.etag ?? response.headers['last-modified'];
  if (validator === undefined) rmSync(tag, { force: true });
  else writeFileSync(tag, validator);
  const length = Number(response.headers['content-length'] ?? Number.NaN);
  const before = resumed ? start : 0;
  const all = Number.isNaN(length) ? undefined : before + length;
  let done = before;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      done += chunk.length;
      options.progress?.(done, all);
      yield chunk;
    }
  }
  try {
    await pipeline(Readable.from(counted()), createWriteStream(part, { flags: resumed ? 'a' : 'w' }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      rmSync(part, { force: true });
      rmSync(tag, { force: true });
      throw new CleanclaimError('data/disk', `The disk of ${quote(options.folder)} is full; nothing was installed.`);
    }
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
  if (isWebPage(headOf(part)) && !/\.html?$/i.test(name)) {
    rmSync(part, { force: true });
    rmSync(tag, { force: true });
    throw new CleanclaimError(
      'data/offline',
      `${url.host} answered with a web page in place of ${name}: it wants a person to accept its terms. Its page: ${options.page}`,
    );
  }
  await expectDigest(part, name, options.sha256);
  renameSync(part, path);
  rmSync(tag, { force: true });
  return path;
}

async function whole(address: string, page: string): Promise<IncomingMessage> {
  const response = await request(address, {}, page, false);
  if (!response) throw new CleanclaimError('data/offline', `${quote(address)} gave no answer. Its page: ${page}`);
  return response;
}

/** Follows redirects; undefined where the server has no bytes after those asked from. Node's own client rather than `fetch`: that one ends the process when a server closes while a slow disk is waited for. */
async function request(
  address: string,
  headers: Readonly<Record<string, string>>,
  page: string,
  ranged: boolean,
  redirects = 5,
): Promise<IncomingMessage | undefined> {
  const url = new URL(address);
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { ...headers, 'user-agent': 'cleanclaim' }, timeout: PATIENCE }, resolve)
      .on('timeout', function (this: ClientRequest) {
        this.destroy(new Error('no answer'));
      })
      .on('error', (error) => {
        const why = 'code' in error ? String(error.code) : error.message.slice(0, 60);
        reject(new CleanclaimError('data/offline', `${url.host} cannot be reached from here (${why}). Its page: ${page}`));
      });
  });
  const status = response.statusCode ?? 0;
  const { location } = response.headers;
  if (status >= 300 && status < 400 && location !== undefined && redirects > 0) {
    response.resume();
    const next = new URL(location, url);
    // A redirect may not lead from an encrypted address to an open one.
    if (url.protocol === 'https:' && next.protocol !== 'https:')
      throw new CleanclaimError('data/offline', `${url.host} leads to an address without encryption. Its page: ${page}`);
    return request(next.href, headers, page, ranged, redirects - 1);
  }
  if (status === 200 || status === 206) return response;
  response.resume();
  if (status === 416 && ranged) return undefined;
  const why = [401, 403].includes(status) ? 'it wants a person to accept its terms, or a browser' : 'the file may have moved';
  throw new CleanclaimError('data/offline', `${url.host} answered ${status}: ${why}. Its page: ${page}`);
}

/** Milliseconds without a byte after which a server counts as gone. */
const PATIENCE = 60_000;

async function expectDigest(path: string, name: string, expected: string | undefined): Promise<void> {
  if (expected === undefined) return;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const found = hash.digest('hex');
  if (found === expected.toLowerCase()) return;
  rmSync(path, { force: true });
  throw new CleanclaimError('data/wrong-file', `${name} has the SHA-256 ${found}, not ${expected}: it is another file than the one meant.`);
}
