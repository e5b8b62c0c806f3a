import { Worker } from 'node:worker_threads';
import type { Given } from './given.ts';
import { checkFile, claimBatches } from './check-file.ts';
import type { CheckFlags } from './check-flags.ts';
import type { Session } from './check-session.ts';
import { claimsOf, type LoadX12, openClaimFile } from './claim-file.ts';
import type { TextLine } from './inputs.ts';
import { dataFolder } from './open-data.ts';

/** Batches in flight for each thread: enough to keep it busy, few enough to keep memory flat. */
const AHEAD = 2;

interface Done {
  readonly batch: number;
  readonly parts: readonly Uint8Array[];
  readonly statuses: readonly number[];
}

/** Checks a file in several threads where that can be done, else in one and says why; the reports are the same either way. */
export async function checkWithJobs(path: string, flags: CheckFlags, given: Given, session: Session, loadX12: LoadX12): Promise<void> {
  const reason = whyOneThread(flags, given);
  if (reason !== undefined) {
    session.output.hint(`Checked in one thread: ${reason}.`);
    return checkFile(await claimBatches(path, flags, loadX12, session.progress), path, session);
  }
  const file = await openClaimFile(path, (bytes) => session.progress.read(bytes));
  if (file.is === 'lines') return checkInThreads(file.lines, flags, given, session);
  session.output.hint(`Checked in one thread: ${path === '-' ? 'standard input' : path} is not one claim a line.`);
  return checkFile(claimsOf(file, loadX12), path, session);
}

function whyOneThread({ history, summary, fix, columns }: CheckFlags, { format }: Given): string | undefined {
  if (history !== undefined) return 'with --history claims look back on those before them';
  if (summary) return '--summary counts all claims together';
  if (fix) return '--fix keeps the repaired claims in their order';
  if (columns !== undefined) return 'the rows of a table of charges make claims together';
  return format === 'ndjson' ? undefined : 'threads write one report a line: add --format ndjson';
}

/** Checks one claim a line in several threads; reports keep the order of the lines. */
async function checkInThreads(
  batches: AsyncIterable<TextLine[]>,
  { jobs, rules }: CheckFlags,
  given: Given,
  session: Session,
): Promise<void> {
  const workerData = { folder: dataFolder(given), when: session.when, strict: session.strict, plans: session.plans, rules };
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
    for await (const lines of batches) {
      workers[sent % workers.length]?.postMessage({ batch: sent++, lines });
      session.progress.add(lines.length);
      await settle(workers.length * AHEAD);
    }
    await settle(0);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
