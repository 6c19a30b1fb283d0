import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/curves/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type AttestationClaims, encodeAttestation } from '../../verifier/solana/attestation-payload.ts';
import { addressOf } from './chain-accounts.ts';
import { contractDocument } from './contract-document.ts';

const SECRET = sha256(utf8ToBytes('drillbook vectors attestor'));
const KEY = bytesToHex(ed25519.getPublicKey(SECRET));
const MINT = addressOf('mint');
const CLAIMS: AttestationClaims = { mint: MINT, slot: 1_000n, custodyBalance: 500n, tokenSupply: 500n };

const report = (name: string, slot: number) => ({ endpoint: name, origin: `https://${name}.example`, slot });
const silent = { endpoint: 'b', origin: 'https://b.example', unavailable: 'no answer in time' };
const TERMS = { mint: MINT, limit_slots: 5, slots: [report('a', 1_001), report('b', 1_003)] };

function signed(payload: Uint8Array) {
  const signature = bytesToHex(ed25519.sign(payload, SECRET));
  return { payload: bytesToHex(payload), signature, key: KEY, ...TERMS };
}

const claiming = (changes: Partial<AttestationClaims>) =>
  signed(encodeAttestation({ ...CLAIMS, ...changes }));

export function attestationVectors() {
  const good = claiming({});
  const restated = `${good.signature.slice(0, 64)}${'ff'.repeat(32)}`;
  return contractDocument(
    'attestation',
    'One custody attestation for each code, and the bounds of its age.',
    [
      ['verified', 'good', good],
      ['verified', 'age-equal-to-the-limit', claiming({ slot: 998n })],
      ['verified', 'balances-that-differ-are-not-its-question', claiming({ custodyBalance: 1n })],
      [
        'signature-invalid',
        'other-slot-than-signed',
        { ...good, payload: claiming({ slot: 1_001n }).payload },
      ],
      ['signature-invalid', 'scalar-not-canonical', { ...good, signature: restated }],
      ['malformed-signature', 'signature-too-short', { ...good, signature: good.signature.slice(2) }],
      ['malformed-key', 'key-too-short', { ...good, key: KEY.slice(2) }],
      ['malformed-payload', 'payload-without-tag', signed(new Uint8Array(64))],
      ['malformed-payload', 'payload-too-long', signed(new Uint8Array(65))],
      ['other-mint', 'for-another-mint', claiming({ mint: addressOf('other mint') })],
      ['future-slot', 'one-slot-ahead-of-every-endpoint', claiming({ slot: 1_004n })],
      ['stale-slot', 'one-slot-too-old', claiming({ slot: 997n })],
      ['slot-unknown', 'one-endpoint-answers', { ...good, slots: [report('a', 1_001), silent] }],
      ['slot-unknown', 'one-endpoint-twice', { ...good, slots: [report('a', 1_001), report('a', 1_001)] }],
    ],
  );
}

export function slotAgeVectors() {
  const age = (slot: number, slots: readonly object[]) => ({ slot, slots, limit_slots: 5 });
  const two = [report('a', 1_001), report('b', 1_006)];
  return contractDocument('slot-age', 'The age of a slot, against the highest endpoint.', [
    ['fresh', 'equal-to-the-limit', age(1_001, two)],
    ['stale', 'a-lagging-endpoint-hides-nothing', age(1_000, two)],
    ['future', 'one-ahead', age(1_007, two)],
    ['unknown', 'one-answer', age(1_001, [report('a', 1_001), silent])],
  ]);
}
