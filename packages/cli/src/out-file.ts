import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';

const CHUNK = 256 * 1024;

/**
 * A file that is written whole or not at all: beside its place first, then renamed. A file that is there is replaced
 * only where `overwrite` says so.
 */
export class OutFile {
  readonly #path: string;
  readonly #temporary: string;
  #descriptor: number | undefined;
  #pending = '';

  constructor(path: string, overwrite: boolean) {
    if (!overwrite && existsSync(path))
      throw new CleanclaimError('usage/unwritable-file', `${quote(path)} is there already; --overwrite replaces it.`);
    this.#path = path;
    this.#temporary = `${path}.${process.pid}.part`;
    this.#descriptor = this.#do(() => openSync(this.#temporary, 'wx', 0o600));
  }

  write(text: string): void {
    this.#pending += text;
    if (this.#pending.length > CHUNK) this.#hand();
  }

  /** Bytes go as they are; they may be used again once this returns. */
  writeBytes(bytes: Uint8Array): void {
    this.#hand();
    this.#send(bytes);
  }

  /** Puts the file in its place. */
  keep(): void {
    this.#hand();
    this.#close();
    this.#do(() => renameSync(this.#temporary, this.#path));
  }

  /** Leaves nothing behind; does nothing after `keep`. */
  drop(): void {
    this.#close();
    rmSync(this.#temporary, { force: true });
  }

  #hand(): void {
    const text = Buffer.from(this.#pending);
    this.#pending = '';
    this.#send(text);
  }

  #send(bytes: Uint8Array): void {
    const descriptor = this.#descriptor;
    if (descriptor === undefined) return;
    for (let at = 0; at < bytes.length; ) at += this.#do(() => writeSync(descriptor, bytes, at));
  }

  #close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #do<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      this.drop();
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      const why = { ENOSPC: 'the disk is full', EACCES: 'you may not write there', ENOENT: 'there is no such folder' }[code] ?? code;
      throw new CleanclaimError('usage/unwritable-file', `${quote(this.#path)} cannot be written: ${why}.`);
    }
  }
}
