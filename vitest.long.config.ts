import { defineConfig } from 'vitest/config';

// Every job of every workflow, every check of every runbook, slips of every book: the longest.
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
  },
});
