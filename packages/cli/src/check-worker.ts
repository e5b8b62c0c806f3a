import { parentPort, workerData } from 'node:worker_threads';
import { makeEngine } from '@cleanclaim/core';
import type { Day } from '@cleanclaim/core/day';
import { openPacks } from '@cleanclaim/data';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { checkLine, exitOf, writeLine } from './check-text.ts';
import type { TextLine } from './inputs.ts';
import { MAX_LINE } from './inputs.ts';
import { failure } from '@cleanclaim/core/errors';

// One thread of `check --jobs`: a batch of lines in, their reports as text out, in order.
const { folder, received, strict } = workerData as { folder: string | undefined; received: Day; strict: boolean };
const engine = makeEngine(RULES, openPacks(folder), UNMADE);

parentPort?.on('message', ({ batch, lines }: { batch: number; lines: TextLine[] }) => {
  const statuses = new Set<number>();
  let text = '';
  for (const line of lines) {
    const all = line.tooLong
      ? [
          {
            line: line.number,
            input: line.text,
            error: failure('input/too-long', `The line holds more than ${MAX_LINE / 1024 / 1024} MB.`),
          },
        ]
      : checkLine(line.text, line.number, engine, received);
    for (const checked of all) {
      statuses.add(exitOf(checked, strict));
      text += `${writeLine(checked)}\n`;
    }
  }
  parentPort?.postMessage({ batch, text, statuses: [...statuses] });
});
