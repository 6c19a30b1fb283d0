import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/slow/**', 'test/long/**'],
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['{model,rules,simulator,mutation,verifier,contract,tabletop,publish,cli}/**/*.ts'],
      exclude: ['model/generated/**'],
      reporter: ['text-summary', 'lcov'],
    },
  },
});
