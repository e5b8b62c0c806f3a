import { isFailure } from '@cleanclaim/core';
import { CleanclaimError } from '@cleanclaim/core/errors';
import type { CheckJob, Store } from '@cleanclaim/server';
import { type FileClaim, readClaimFile } from './claim-file.ts';
import type { Given } from './given.ts';
import { neededDatabase, personHere } from './office.ts';
import { EXIT, type Output, worstExit } from './output.ts';
import { inPlace } from './per-item.ts';
import { Progress } from './progress.ts';
import { tellLeftOut } from './tell-left-out.ts';

/** A claim that is kept and waits for a worker. */
interface Queued {
  readonly claim: string | null;
  /** Under which the office keeps it, and its report will be found. */
  readonly id: string;
  readonly job: string;
}

/** Keeps the claims of files as drafts of the office and has workers check them. One that cannot be read is told in its place. */
export async function queueFiles(store: Store, given: Given, output: Output): Promise<number> {
  const paths = given.words.slice(1);
  if (paths.length === 0) throw new CleanclaimError('usage/missing-argument', 'Name the files: cleanclaim office queue FILE… | -');
  const { openQueue, QUEUE } = await import('@cleanclaim/server');
  const boss = await openQueue(neededDatabase(given), (message) => output.hint(message));
  const who = personHere();
  const statuses = new Set<number>();
  const progress = new Progress(given.flags['quiet'] !== true);
  progress.expect(paths);
  const queue = async ({ read, text, number }: FileClaim): Promise<void> => {
    if (isFailure(read)) {
      statuses.add(EXIT.usage);
      inPlace(output, { line: number, input: text, error: read });
      return;
    }
    // What the file says and the claim has no field for is not kept, so it is told now.
    tellLeftOut(
      read.claim,
      read.unknown.filter(({ path }) => !path.startsWith('/')).map(({ path }) => path),
      output,
    );
    const { id } = await store.add(read.claim, who);
    const job = await boss.send(QUEUE, { claim: id } satisfies CheckJob);
    const queued: Queued = { claim: read.claim.id ?? null, id, job: job ?? '' };
    output.answer(queued, () => `${queued.claim ?? 'claim'}  kept as ${id}, waits for a worker`);
  };
  try {
    for (const path of paths) {
      for await (const { claims } of readClaimFile(
        path,
        () => import('./x12-claims.ts'),
        (bytes) => progress.read(bytes),
      )) {
        for (const entry of claims) {
          await queue(entry);
          progress.add(1);
        }
        await output.flush();
      }
    }
    progress.end();
    output.end();
  } finally {
    await boss.stop({ graceful: false });
  }
  return worstExit(statuses);
}
