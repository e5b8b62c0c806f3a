import { setTimeout as wait } from 'node:timers/promises';
import type { JobDone } from '@cleanclaim/server';
import type { Command } from '../command.ts';
import { DATABASE, neededDatabase, openNeededOffice } from '../office.ts';
import { openData } from '../open-data.ts';
import { EXIT, type Output } from '../output.ts';

const command: Command = {
  name: 'worker',
  usage: '--database postgres://…',
  says: 'Work the queue: check the claims that wait in the office, and keep the reports',
  flags: [
    { ...DATABASE, value: 'URL', says: 'The PostgreSQL of the office; else CLEANCLAIM_DATABASE' },
    { name: 'until-empty', takes: 'switch', says: 'Stop once nothing waits any more' },
  ],
  examples: [
    ['cleanclaim worker --database postgres://office@db.example/office', 'Work until told to stop (Ctrl+C finishes the job in hand)'],
    ['cleanclaim office queue claims.ndjson --database postgres://…', 'Put claims into the queue'],
  ],
  atLeast: 0,
  atMost: 0,
  async run(given, output) {
    const url = neededDatabase(given);
    const { hasWaiting, makeService, openQueue, startWorker } = await import('@cleanclaim/server');
    // The queue first: it tells that a file is no place for one before a file is made.
    const boss = await openQueue(url, (message) => output.hint(message));
    let failed = false;
    try {
      const store = await openNeededOffice(given);
      try {
        const worker = startWorker({
          boss,
          store,
          service: makeService(openData(given)),
          who: 'worker',
          onDone: (done) => {
            failed ||= done.outcome === 'failed';
            tell(done, output);
          },
        });
        output.hint('Working the queue; Ctrl+C finishes the job in hand and stops.');
        const told = new AbortController();
        const stop = (): void => told.abort();
        process.once('SIGINT', stop).once('SIGTERM', stop);
        const isDone = given.flags['until-empty'] === true ? async () => !(await hasWaiting(boss)) : async () => false;
        while (!told.signal.aborted && !(await isDone())) {
          await wait(LOOK, undefined, { signal: told.signal }).catch(() => undefined);
        }
        await worker.stop();
      } finally {
        await store.close();
      }
    } finally {
      await boss.stop({ graceful: false });
    }
    output.end();
    return failed ? EXIT.finding : EXIT.fine;
  },
};
export default command;

/** Milliseconds between two looks whether it was told to stop, or whether anything waits. */
const LOOK = 200;

function tell(done: JobDone, output: Output): void {
  output.answer(done, () => `${done.claim}  ${done.outcome}${done.code === undefined ? '' : ` (${done.code}); it is tried again`}`);
  void output.flush();
}
