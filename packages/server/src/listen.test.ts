import { expect, it } from 'vitest';
import { listen } from './listen.ts';
import type { LogEntry } from './log.ts';
import { testApp } from './testing/ask.ts';

it('warms up over a connection of its own, which is neither counted nor logged', async () => {
  const entries: LogEntry[] = [];
  const log = (entry: LogEntry): void => void entries.push(entry);
  const running = await listen(testApp({ log, loopbackOnly: true }), { port: 0, host: '127.0.0.1', log });
  await running.warmUp();
  await fetch(`${running.url}/health`);
  const metrics = await (await fetch(`${running.url}/metrics`)).text();
  expect(metrics).not.toContain('suggest');
  await running.stop(100);
  expect(entries.flatMap((entry) => ('route' in entry ? [entry.route] : []))).toEqual(['health', 'metrics']);
});
