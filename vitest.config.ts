import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@cleanclaim/source'] },
  ssr: { resolve: { conditions: ['@cleanclaim/source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'rules/**/*.test.ts', 'sources/**/*.test.ts', 'tests/**/*.test.ts'],
    reporters: ['default', './tests/counting-reporter.ts'],
    testTimeout: 60_000,
  },
});
