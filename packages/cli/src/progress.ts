import { statSync } from 'node:fs';

/** Where progress is written, and by which clock: standard error and the machine's, but for tests. */
export interface ProgressPlace {
  readonly out: { readonly isTTY?: boolean; write(text: string): unknown };
  /** Milliseconds. */
  now(): number;
}

const HERE: ProgressPlace = { out: process.stderr, now: () => Date.now() };

/** Work shorter than this tells nothing: milliseconds on a terminal, and where standard error goes to a file. */
const SILENT = { terminal: 2_000, file: 10_000 };
/** Milliseconds between two words: one line is written over on a terminal, and a line each stays in a file. */
const BETWEEN = { terminal: 500, file: 10_000 };

/** Long work tells its count, its rate and the time left on standard error. */
export class Progress {
  readonly #on: boolean;
  readonly #noun: string;
  readonly #place: ProgressPlace;
  readonly #kind: 'terminal' | 'file';
  readonly #start: number;
  #count = 0;
  #read = 0;
  /** Bytes in all; undefined while nobody knows. */
  #all: number | undefined;
  #shown = 0;

  constructor(on: boolean, noun = 'claims', place = HERE) {
    this.#on = on;
    this.#noun = noun;
    this.#place = place;
    this.#kind = place.out.isTTY === true ? 'terminal' : 'file';
    this.#start = place.now();
  }

  /** The files that will be read: their size tells the time left. Standard input has none. */
  expect(paths: readonly string[]): void {
    const sizes = paths.map((path) => (path === '-' ? undefined : statSync(path, { throwIfNoEntry: false })?.size));
    this.#all = sizes.reduce<number | undefined>((sum, size) => (sum === undefined || size === undefined ? undefined : sum + size), 0);
  }

  /** Bytes of them that were read. */
  read(bytes: number): void {
    this.#read += bytes;
  }

  add(count: number): void {
    this.#count += count;
    if (!this.#on) return;
    const now = this.#place.now();
    if (now - this.#shown < BETWEEN[this.#kind] || now - this.#start < SILENT[this.#kind]) return;
    this.#shown = now;
    const seconds = (now - this.#start) / 1000;
    const text = `${this.#count} ${this.#noun}, ${Math.round(this.#count / seconds)} a second${this.#left(seconds)}`;
    this.#place.out.write(this.#kind === 'terminal' ? `\r${text}\u001b[K` : `${text}\n`);
  }

  end(): void {
    if (this.#shown > 0 && this.#kind === 'terminal') this.#place.out.write('\r\u001b[K');
  }

  #left(seconds: number): string {
    if (this.#all === undefined || this.#read === 0) return '';
    const left = Math.max(0, Math.round((seconds * (this.#all - this.#read)) / this.#read));
    return left < 120 ? `, ${left} s left` : `, ${Math.round(left / 60)} min left`;
  }
}
