import blst from '@chainsafe/blst';
import { concatBytes } from '@noble/hashes/utils.js';
import { prepareCommittee, verifyWithCommittee } from '../verifier/ethereum/prepared-committee.ts';
import { allBut, blstWithDecodedKeys, demand, KEYS, ROOT, signatureOf } from './committee-of-512.ts';
import type { Bench } from './harness.ts';

// Half of the committee is the most that is ever added up: with more present, the missing are fewer.
const took = allBut(256);
const signature = signatureOf(took);
const committee = prepareCommittee(concatBytes(...KEYS));
const decoded = KEYS.slice(256).map((key) => blst.PublicKey.fromBytes(key, true));

const bench: Bench = {
  name: 'sync committee, warm',
  about: 'one signature of 256 of 512 members whose keys are decoded already: sum, verify',
  baseline: { name: 'blst, decoded keys', run: () => blstWithDecodedKeys(decoded, signature) },
  subject: {
    name: 'verifyWithCommittee',
    run: () => demand(verifyWithCommittee(committee, took, signature, ROOT) === 'verified'),
  },
  rounds: 25,
  reads: 'cost',
};

export default bench;
