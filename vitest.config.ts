import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@cleanclaim/source'] },
  ssr: { resolve: { conditions: ['@cleanclaim/source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'rules/**/*.test.ts', 'sources/**/*.test.ts', 'tests/**/*.test.ts'],
    reporters: process.env['CI'] ? ['default', './tests/counting-reporter.ts'] : ['default'],
    testTimeout: 60_000,
  },
});
