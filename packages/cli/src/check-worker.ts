import { parentPort, workerData } from 'node:worker_threads';
import { makeEngine, type PayerPlan, type Rule } from '@cleanclaim/core';
import { openPacks } from '@cleanclaim/data';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { checkRead, exitOf, type When } from './check-text.ts';
import { readLine } from './claim-file.ts';
import type { TextLine } from './inputs.ts';
import { ReportLines } from './report-lines.ts';

// One thread of `check --jobs`: a batch of lines in, their reports as text out, in order.
const { folder, when, strict, plans, rules } = workerData as {
  folder: string | undefined;
  when: When;
  strict: boolean;
  plans: readonly PayerPlan[];
  /** The folder of the user's own rules: functions do not travel between threads, so each thread loads them. */
  rules: string | undefined;
};
const all: readonly Rule[] = rules === undefined ? RULES : [...RULES, ...(await (await import('./own-rules.ts')).loadRules(rules))];
const engine = makeEngine(all, openPacks(folder), UNMADE, { plans });

parentPort?.on('message', ({ batch, lines }: { batch: number; lines: TextLine[] }) => {
  const statuses = new Set<number>();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reports = new ReportLines((bytes) => {
    parts.push(bytes);
    return false;
  });
  for (const line of lines) {
    for (const claim of readLine(line)) {
      const checked = checkRead(claim, engine, when);
      statuses.add(exitOf(checked, strict));
      reports.add(checked);
    }
  }
  reports.flush();
  // The buffers are handed over, not copied.
  parentPort?.postMessage(
    { batch, parts, statuses: [...statuses] },
    parts.map(({ buffer }) => buffer),
  );
});
