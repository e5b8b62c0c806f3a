import type { PgBoss } from 'pg-boss';

/** A queue that is opened when it is first asked for, once, and again after it could not be opened. */
export class HeldQueue {
  readonly #open: () => Promise<PgBoss>;
  #held: Promise<PgBoss> | undefined;

  constructor(open: () => Promise<PgBoss>) {
    this.#open = open;
  }

  open(): Promise<PgBoss> {
    this.#held ??= this.#open().catch((error: unknown) => {
      this.#held = undefined;
      throw error;
    });
    return this.#held;
  }

  async close(): Promise<void> {
    const boss = await this.#held?.catch(() => undefined);
    await boss?.stop({ graceful: false });
  }
}
