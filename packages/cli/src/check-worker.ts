import { parentPort, workerData } from 'node:worker_threads';
import { makeEngine } from '@cleanclaim/core';
import type { Day } from '@cleanclaim/core/day';
import { openPacks } from '@cleanclaim/data';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { checkRead, exitOf, writeLine } from './check-text.ts';
import { readLine } from './claim-file.ts';
import type { TextLine } from './inputs.ts';

// One thread of `check --jobs`: a batch of lines in, their reports as text out, in order.
const { folder, received, strict } = workerData as { folder: string | undefined; received: Day; strict: boolean };
const engine = makeEngine(RULES, openPacks(folder), UNMADE);

parentPort?.on('message', ({ batch, lines }: { batch: number; lines: TextLine[] }) => {
  const statuses = new Set<number>();
  let text = '';
  for (const line of lines) {
    const checked = checkRead(readLine(line), engine, received);
    statuses.add(exitOf(checked, strict));
    text += `${writeLine(checked)}\n`;
  }
  parentPort?.postMessage({ batch, text, statuses: [...statuses] });
});
