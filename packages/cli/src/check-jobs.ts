import { Worker } from 'node:worker_threads';
import { CleanclaimError } from '@cleanclaim/core/errors';
import type { Given } from './given.ts';
import type { Session } from './check-session.ts';
import { readLines } from './inputs.ts';
import { dataFolder } from './open-data.ts';

/** Batches in flight for each thread: enough to keep it busy, few enough to keep memory flat. */
const AHEAD = 2;

interface Done {
  readonly batch: number;
  readonly parts: readonly Uint8Array[];
  readonly statuses: readonly number[];
}

/** Checks one claim a line in several threads; reports keep the order of the lines. */
export async function checkInThreads(path: string, jobs: number, given: Given, session: Session): Promise<void> {
  if (given.format !== 'ndjson') throw new CleanclaimError('usage/unknown-flag', '--jobs works on one claim a line: add --format ndjson.');
  const workerData = { folder: dataFolder(given), when: session.when, strict: session.strict, plans: session.plans };
  // Bundled into commands/check.js: the worker's own bundle stands one folder up.
  const workers = Array.from(
    { length: Math.min(jobs, 64) },
    () => new Worker(new URL('../check-worker.js', import.meta.url), { workerData }),
  );
  const waiting = new Map<number, Done>();
  let sent = 0;
  let written = 0;
  let wake = (): void => {};
  let broken: Error | undefined;
  for (const worker of workers) {
    worker.on('message', (done: Done) => {
      waiting.set(done.batch, done);
      wake();
    });
    worker.on('error', (error) => {
      broken = error;
      wake();
    });
  }
  const writeReady = async (): Promise<void> => {
    for (let done = waiting.get(written); done; done = waiting.get(written)) {
      waiting.delete(written++);
      for (const part of done.parts) session.output.bytes(part);
      for (const status of done.statuses) session.statuses.add(status);
    }
    await session.output.flush();
  };
  const settle = async (most: number): Promise<void> => {
    for (;;) {
      await writeReady();
      if (broken) throw broken;
      if (sent - written <= most) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (waiting.has(written) || broken) resolve();
      });
    }
  };
  try {
    for await (const lines of readLines(path)) {
      workers[sent % workers.length]?.postMessage({ batch: sent++, lines });
      session.progress.add(lines.length);
      await settle(workers.length * AHEAD);
    }
    await settle(0);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
