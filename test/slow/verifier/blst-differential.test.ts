import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifySyncCommittee } from '../../../verifier/sync-committee.ts';
import { SYNC_COMMITTEE_CODES, type SyncCommitteeCode } from '../../../verifier/sync-committee-codes.ts';
import { attempt } from '../../verifier/adversarial.ts';
import { blstVerifySyncCommittee } from '../../verifier/blst-oracle.ts';

const CASES = 3_000;

/** A code that hardly occurs was hardly compared. */
const FEWEST_OF_A_CODE = 60;

test(`on ${CASES} sound and adversarial inputs the answer is that of blst, and every code occurs`, () => {
  const seen = new Map<SyncCommitteeCode, number>();
  fc.assert(
    fc.property(attempt, ({ pubkeys, signature, root }) => {
      const name = verifySyncCommittee(pubkeys, signature, root);
      seen.set(name, (seen.get(name) ?? 0) + 1);
      expect(name).toBe(blstVerifySyncCommittee(pubkeys, signature, root));
    }),
    { numRuns: CASES, seed: 700 },
  );
  for (const name of Object.keys(SYNC_COMMITTEE_CODES) as SyncCommitteeCode[]) {
    expect(seen.get(name) ?? 0, name).toBeGreaterThan(FEWEST_OF_A_CODE);
  }
});
