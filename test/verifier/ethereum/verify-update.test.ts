import { readFileSync } from 'node:fs';
import { bytesToHex, hexToBytes } from '@noble/curves/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headerRoot } from '../../../verifier/ethereum/block-header.ts';
import { NETWORKS } from '../../../verifier/ethereum/networks.ts';
import { prepareCommittee } from '../../../verifier/ethereum/prepared-committee.ts';
import { signingRoot, syncCommitteeDomain } from '../../../verifier/ethereum/signing-root.ts';
import { committeePeriodOf } from '../../../verifier/ethereum/slots.ts';
import {
  decodeFork,
  decodeHeader,
  decodeSyncCommittee,
  decodeUpdate,
} from '../../../verifier/ethereum/update-json.ts';
import { verifyUpdate } from '../../../verifier/ethereum/verify-update.ts';
import { decoding } from '../../../verifier/json-fields.ts';

const FILE = JSON.parse(
  readFileSync(new URL('../../../verifier/vectors/light-client-update.json', import.meta.url), 'utf8'),
);
const COMMITTEE = decodeSyncCommittee(FILE.committee, '');
const PREPARED = prepareCommittee(COMMITTEE.keys);
const GOOD = { ...FILE.updates[1].update, next_sync_committee: FILE.committee };

function verify(json: unknown): string {
  const update = decoding(decodeUpdate, json);
  if (!update.ok) return 'malformed';
  return verifyUpdate(update.value, {
    network: {
      genesisValidatorsRoot: hexToBytes(FILE.genesis_validators_root.slice(2)),
      genesisSeconds: 0,
      electraEpoch: BigInt(FILE.electra_epoch),
      gloasEpoch: BigInt(FILE.gloas_epoch),
    },
    fork: decodeFork(FILE.fork, ''),
    committee: PREPARED,
    period: BigInt(FILE.updates[1].period),
    currentSlot: BigInt(FILE.updates[1].current_slot),
  });
}

// Known answers of mainnet, so that the roots stand without the outside vectors.
test('the root of a mainnet header is the root of its block', () => {
  const header = {
    slot: '12877833',
    proposer_index: '1587920',
    parent_root: '0x37f030ea89bd367d70f00d475696e32c55a47ff06f877ad6c811863683a1f0b4',
    state_root: '0x31a1eba31e07984504a825900a6392351d22bc641bd33ec9434f16cc2c81c7a3',
    body_root: '0xe4ab9b939b53f7f37930027fa50d2dec90c16c08ce6db1bebb3ef8b5f092c29d',
  };
  const root = headerRoot(decodeHeader(header, ''));
  const domain = syncCommitteeDomain(Uint8Array.of(5, 0, 0, 0), NETWORKS.mainnet.genesisValidatorsRoot);
  expect(bytesToHex(root)).toBe('9d9d8f3743ea42cd52598eef5fb3de9e81a111d0e696ef5899bdc291e54f7f98');
  expect(bytesToHex(domain)).toBe('07000000ad532ceb9ec5d246daad29da8aa157bfdab35e5f069f9db81f1da754');
  expect(bytesToHex(signingRoot(root, domain))).toBe(
    'ff2cae81792810cb824a4d1ca43d12062db7f4cf8c2d8b184370295a63622849',
  );
  expect(committeePeriodOf(12877834n)).toBe(1572n);
});

test('the committee goes by the signature slot: the first slot of a period is signed by the next committee', () => {
  expect(committeePeriodOf(8_191n)).toBe(0n);
  expect(committeePeriodOf(8_192n)).toBe(1n);
});

test('an update that verifies no longer does with any one digit of it changed', () => {
  const seen = new Set<string>();
  const text = JSON.stringify(GOOD);
  const digits = [...text.matchAll(/"(?:0x[0-9a-f]+|[0-9]+)"/g)].filter(
    ({ index }) => index < text.indexOf('"next_sync_committee":'),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...digits),
      fc.nat(),
      fc.integer({ min: 1, max: 8 }),
      (match, place, change) => {
        const value = match[0];
        const at = value.startsWith('"0x')
          ? 3 + (place % (value.length - 4))
          : 1 + (place % (value.length - 2));
        const digit =
          (Number.parseInt(value[at] as string, 16) + change) % (value.startsWith('"0x') ? 16 : 10);
        if (!value.startsWith('"0x') && digit === 0) return;
        const position = match.index + at;
        const code = verify(
          JSON.parse(text.slice(0, position) + digit.toString(16) + text.slice(position + 1)),
        );
        seen.add(code);
        expect(code).not.toBe('verified');
      },
    ),
    { numRuns: 250, seed: 1 },
  );
  expect(verify(GOOD)).toBe('verified');
  expect([...seen].sort()).toEqual(
    expect.arrayContaining([
      'bad-finality-branch',
      'bad-next-committee-branch',
      'invalid',
      'malformed-signature',
      'slots-out-of-order',
    ]),
  );
});

test('a next committee with one other key, or another aggregate, is not the proved one', () => {
  const other = { ...FILE.committee, pubkeys: FILE.committee.pubkeys.with(511, FILE.committee.pubkeys[0]) };
  expect(verify({ ...GOOD, next_sync_committee: other })).toBe('bad-next-committee-branch');
  const aggregate = { ...FILE.committee, aggregate_pubkey: FILE.committee.pubkeys[0] };
  expect(verify({ ...GOOD, next_sync_committee: aggregate })).toBe('bad-next-committee-branch');
});

test('any JSON in the place of an update, or of a part of it, is malformed or refused, and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(GOOD)), fc.jsonValue(), (name, value) => {
      expect(verify(value)).toBe('malformed');
      const code = verify({ ...GOOD, [name]: value });
      if (name.endsWith('branch')) expect(code).not.toBe('verified');
      else expect(code).toBe('malformed');
    }),
    { numRuns: 300, seed: 2 },
  );
});

test('a branch without nodes is a bad branch, not an absent part; zeros or no field at all are an absent part', () => {
  const zeros = GOOD.finality_branch.map(() => `0x${'00'.repeat(32)}`);
  const { finality_branch, finalized_header, ...without } = GOOD;
  expect(verify({ ...GOOD, finality_branch: [] })).toBe('bad-finality-branch');
  expect(verify({ ...GOOD, next_sync_committee_branch: [] })).toBe('bad-next-committee-branch');
  expect(verify({ ...GOOD, finality_branch: zeros })).toBe('verified');
  expect(verify(without)).toBe('verified');
});

test.for([
  [
    'a committee of 511',
    { next_sync_committee: { ...FILE.committee, pubkeys: FILE.committee.pubkeys.slice(1) } },
  ],
  ['a slot of 2^64', { signature_slot: '18446744073709551616' }],
  ['a negative slot', { signature_slot: '-1' }],
  ['a slot with a leading zero', { signature_slot: '01' }],
  [
    'bits of 63 bytes',
    { sync_aggregate: { ...GOOD.sync_aggregate, sync_committee_bits: `0x${'ff'.repeat(63)}` } },
  ],
  ['a branch of 65 nodes', { finality_branch: Array(65).fill(`0x${'00'.repeat(32)}`) }],
] as const)('%s is malformed', ([, changes]) => {
  expect(verify({ ...GOOD, ...changes })).toBe('malformed');
});
