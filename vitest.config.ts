import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './tests/support/long-first.ts';

// Commands that tests start as processes of their own read TypeScript; what Node made of a file once is kept for the next one,
// which saves each of them two thirds of its time. Vitest's workers and what they start inherit it.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('node_modules/.cache/node', import.meta.url));

export default defineConfig({
  resolve: { conditions: ['@cleanclaim/source'] },
  ssr: { resolve: { conditions: ['@cleanclaim/source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'rules/**/*.test.ts', 'sources/**/*.test.ts', 'tests/**/*.test.ts'],
    reporters: ['default', './tests/counting-reporter.ts'],
    // Every core; by itself Vitest leaves one alone, which on a machine with two is half of it.
    maxWorkers: '100%',
    sequence: { sequencer: LongFirst },
    // These end what hangs; nothing is measured by them. A loaded machine takes long for what a quiet one does at once.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 40_000 } },
  },
});
