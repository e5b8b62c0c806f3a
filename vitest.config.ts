import { defineConfig } from 'vitest/config';
import { LongFirst } from './tests/support/long-first.ts';

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
