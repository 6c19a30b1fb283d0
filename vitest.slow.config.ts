import { defineConfig } from 'vitest/config';

// Whole-book proofs, browsers, packed tarballs: minutes, not seconds, so `npm test` leaves them out.
export default defineConfig({
  test: {
    include: ['test/slow/**/*.test.ts'],
    passWithNoTests: true,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
