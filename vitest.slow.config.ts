import { defineConfig } from 'vitest/config';

// Whole-book proofs, browsers, packed tarballs: minutes, not seconds, so `npm test` leaves them out.
export default defineConfig({
  test: {
    include: ['test/slow/**/*.test.ts'],
    passWithNoTests: true,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
