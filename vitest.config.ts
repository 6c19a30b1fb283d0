import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/slow/**', 'test/long/**'],
    testTimeout: 60_000,
    // Tests share no state, and most of the time of a small one would be spent on loading what it imports.
    isolate: false,
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['{model,rules,simulator,mutation,verifier,contract,tabletop,publish,cli}/**/*.ts'],
      exclude: ['model/generated/**'],
      reporter: ['text-summary', 'lcov'],
    },
  },
});
