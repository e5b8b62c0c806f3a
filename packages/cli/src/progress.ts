/** Long work tells its count and rate on standard error, at most twice a second, only on a terminal. */
export class Progress {
  readonly #on: boolean;
  readonly #start = Date.now();
  #count = 0;
  #shown = 0;

  readonly #noun: string;

  constructor(on: boolean, noun = 'claims') {
    this.#noun = noun;
    this.#on = on && process.stderr.isTTY === true;
  }

  add(count: number): void {
    this.#count += count;
    const now = Date.now();
    if (!this.#on || now - this.#shown < 500 || now - this.#start < 2_000) return;
    this.#shown = now;
    const rate = Math.round(this.#count / ((now - this.#start) / 1000));
    process.stderr.write(`\r${this.#count} ${this.#noun}, ${rate} a second\u001b[K`);
  }

  end(): void {
    if (this.#shown > 0) process.stderr.write('\r\u001b[K');
  }
}
