import blst from '@chainsafe/blst';
import { concatBytes } from '@noble/hashes/utils.js';
import { verifySyncCommittee } from '../verifier/sync-committee.ts';
import { allBut, demand, KEYS, ROOT, signatureOf } from './committee-of-512.ts';
import type { Bench } from './harness.ts';

const pubkeys = concatBytes(...KEYS);
const signature = signatureOf(allBut(0));

const bench: Bench = {
  name: 'sync committee, cold',
  about: 'one signature of 512 keys from bytes: decode, validate each key, sum, verify',
  baseline: {
    name: 'blst',
    run: () => {
      const sum = blst.aggregateSerializedPublicKeys([...KEYS], true);
      return demand(blst.verify(ROOT, sum, blst.Signature.fromBytes(signature, false), false, true));
    },
  },
  subject: {
    name: 'verifySyncCommittee',
    run: () => demand(verifySyncCommittee(pubkeys, signature, ROOT) === 'verified'),
  },
  rounds: 9,
  reads: 'cost',
};

export default bench;
