import blst from '@chainsafe/blst';
import { concatBytes } from '@noble/hashes/utils.js';
import { prepareCommittee, verifyWithCommittee } from '../verifier/ethereum/prepared-committee.ts';
import { allBut, blstWithDecodedKeys, demand, KEYS, ROOT, signatureOf } from './committee-of-512.ts';
import type { Bench } from './harness.ts';

const took = allBut(4);
const signature = signatureOf(took);
const committee = prepareCommittee(concatBytes(...KEYS));
const decoded = KEYS.slice(4).map((key) => blst.PublicKey.fromBytes(key, true));

const bench: Bench = {
  name: 'sync committee, incremental',
  about: 'one signature of 508 of 512 members, as on an ordinary slot: subtract the missing, verify',
  baseline: { name: 'blst, decoded keys', run: () => blstWithDecodedKeys(decoded, signature) },
  subject: {
    name: 'verifyWithCommittee',
    run: () => demand(verifyWithCommittee(committee, took, signature, ROOT) === 'verified'),
  },
  rounds: 25,
  reads: 'cost',
};

export default bench;
