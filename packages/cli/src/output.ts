import type { Failure } from '@cleanclaim/core/errors';
import type { Format, Given } from './given.ts';

/** Exit statuses; the one that applies first in the order usage, no data, finding, fine is the command's. */
export const EXIT = { fine: 0, finding: 1, usage: 2, noData: 3 } as const;
const ORDER: readonly number[] = [EXIT.usage, EXIT.noData, EXIT.finding, EXIT.fine];

export function worstExit(statuses: Iterable<number>): number {
  let worst: number = EXIT.fine;
  for (const status of statuses) if (ORDER.indexOf(status) < ORDER.indexOf(worst)) worst = status;
  return worst;
}

/** Small strings gather until there is enough to write: a million answers are not a million system calls. */
const CHUNK = 64 * 1024;

/** Writes answers in the format asked for: one array, one object a line, CSV, or text made for reading. */
export class Output {
  readonly #out: NodeJS.WriteStream;
  readonly #err: NodeJS.WriteStream;
  #format: Format = 'table';
  #quiet = false;
  #color = false;
  #count = 0;
  #pending = '';
  #done: Promise<void> = Promise.resolve();
  /** The first write that failed. */
  #broken: Error | undefined;

  constructor(out: NodeJS.WriteStream, err: NodeJS.WriteStream) {
    this.#out = out;
    this.#err = err;
    // A failed write is told to whoever flushes; the event of the stream itself would end the program.
    out.on('error', () => {});
  }

  use(given: Given): void {
    this.#format = given.format;
    this.#quiet = given.flags['quiet'] === true;
    this.#color = given.flags['no-color'] !== true && !process.env['NO_COLOR'] && given.format === 'table' && this.#out.isTTY === true;
  }

  get format(): Format {
    return this.#format;
  }

  /** One answer of many. `shown` makes its text for `table`; `row` its cells for `csv`. */
  answer(answer: unknown, shown: () => string, row?: () => readonly unknown[]): void {
    if (this.#format === 'ndjson') this.#write(`${JSON.stringify(answer)}\n`);
    else if (this.#format === 'json') this.#write(`${this.#count === 0 ? '[\n' : ',\n'}${indent(JSON.stringify(answer, undefined, 2))}`);
    else if (this.#format === 'csv') this.#write(`${(row?.() ?? []).map(csvCell).join(',')}\n`);
    else this.#write(`${this.#count === 0 ? '' : '\n'}${shown()}\n`);
    this.#count++;
  }

  /** Text that is already in the format asked for. */
  raw(text: string): void {
    this.#write(text);
  }

  /** The same as bytes. Answers whether they have gone to the system, so that their memory may be used again. */
  bytes(bytes: Uint8Array): boolean {
    this.#hand();
    this.#send(bytes);
    return this.#out.writableLength === 0;
  }

  /** Ends a list of answers. */
  end(): void {
    if (this.#format === 'json') this.#write(this.#count === 0 ? '[]\n' : '\n]\n');
  }

  /** The one answer of a command that has one: an array of one in JSON, as from every command. */
  single(answer: unknown, shown: () => string): void {
    this.answer(answer, shown);
    this.end();
  }

  text(text: string): void {
    this.#write(`${text}\n`);
  }

  header(cells: readonly string[]): void {
    if (this.#format === 'csv') this.#write(`${cells.join(',')}\n`);
  }

  hint(text: string): void {
    if (!this.#quiet) this.#err.write(`${text}\n`);
  }

  failure(failure: Failure): void {
    this.#err.write(`cleanclaim: ${failure.message}${failure.path === '' ? '' : ` (at ${failure.path})`}\n  ${failure.recovery}\n`);
  }

  bold(text: string): string {
    return this.#paint('1', text);
  }

  paint(tone: 'red' | 'yellow' | 'green' | 'grey' | 'cyan', text: string): string {
    return this.#paint({ red: '31', yellow: '33', green: '32', grey: '90', cyan: '36' }[tone], text);
  }

  /** Waits until all is handed to the system; also bounds what is held while a slow reader reads. Throws when it could not be written. */
  async flush(): Promise<void> {
    this.#hand();
    await this.#done;
    if (this.#broken) throw this.#broken;
  }

  #paint(code: string, text: string): string {
    return this.#color ? `\u001b[${code}m${text}\u001b[0m` : text;
  }

  #write(text: string): void {
    this.#pending += text;
    if (this.#pending.length > CHUNK) this.#hand();
  }

  #hand(): void {
    const text = this.#pending;
    if (text === '') return;
    this.#pending = '';
    this.#send(text);
  }

  #send(part: string | Uint8Array): void {
    this.#done = new Promise((resolve) => {
      this.#out.write(part, (error) => {
        if (error) this.#broken ??= error;
        resolve();
      });
    });
    // The next flush tells of it; until then nobody waits, which would end the program.
    this.#done.catch(() => {});
  }
}

function indent(json: string): string {
  return json.replace(/^/gm, '  ');
}

export function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
