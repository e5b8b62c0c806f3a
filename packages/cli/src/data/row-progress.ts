/** Long imports tell on standard error what they read and how many rows, at most twice a second, only on a terminal. */
export class RowProgress {
  readonly #on: boolean;
  readonly #start = Date.now();
  #shown = 0;

  constructor(on: boolean) {
    this.#on = on && process.stderr.isTTY === true;
  }

  show(file: string, rows: number): void {
    const now = Date.now();
    if (!this.#on || now - this.#shown < 500) return;
    this.#shown = now;
    const rate = Math.round(rows / ((now - this.#start) / 1000 || 1));
    process.stderr.write(`\r${file.slice(-60)}: ${rows} rows, ${rate} a second\u001b[K`);
  }

  bytes(file: string, done: number, all: number | undefined): void {
    const now = Date.now();
    if (!this.#on || now - this.#shown < 500) return;
    this.#shown = now;
    const megabytes = (count: number) => (count / 1024 ** 2).toFixed(1);
    const rate = done / ((now - this.#start) / 1000 || 1);
    const left = all === undefined ? '' : ` of ${megabytes(all)} MB, ${Math.round((all - done) / rate)} s left`;
    process.stderr.write(`\r${file.slice(-60)}: ${megabytes(done)}${left}\u001b[K`);
  }

  end(): void {
    if (this.#shown > 0) process.stderr.write('\r\u001b[K');
  }
}
