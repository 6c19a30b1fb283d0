import { hexToBytes } from '@noble/curves/utils.js';
import { expect, test } from 'vitest';
import { isBranchOf } from '../../verifier/ethereum/merkle.ts';
import { NETWORKS } from '../../verifier/ethereum/networks.ts';
import { stateIndicesAt } from '../../verifier/ethereum/state-indices.ts';
import { decodeHeader } from '../../verifier/ethereum/update-json.ts';
import { isHardMismatch, runVectors, type VectorReport } from '../../verifier/run-vectors.ts';
import { outsideVectors, readOutside } from './outside-vectors.ts';

type Ran = Extract<VectorReport, { kind: 'ran' }>;

const whenMounted = test.skipIf(outsideVectors === undefined);

function run(name: string): Ran {
  const report = runVectors(readOutside(name));
  if (report.kind !== 'ran') throw new Error(`${name}: ${report.problem}`);
  return report;
}

whenMounted('every row of the return code sheet gives its code, the ambiguous ones included', () => {
  expect(run('o700_return_codes.json')).toMatchObject({ total: 70, agreed: 70, skipped: [], mismatches: [] });
});

whenMounted('the Ethereum suites give the code that stands beside each entry', () => {
  expect(run('eth_bls12_381_tests.json')).toMatchObject({
    total: 69,
    agreed: 69,
    skipped: [],
    mismatches: [],
  });
});

whenMounted('the Wycheproof suite agrees wherever its message is a signing root', () => {
  const report = run('wycheproof_bls_pop.json');
  expect(report).toMatchObject({ total: 13, agreed: 10, mismatches: [] });
  expect(report.skipped.map(({ why }) => why)).toEqual([
    'the message has 2 bytes, a signing root 32',
    'the message has 64 bytes, a signing root 32',
    'the message has 1024 bytes, a signing root 32',
  ]);
});

whenMounted('real updates of mainnet and sepolia verify, with their roots, domains and periods', () => {
  expect(run('light_client_real.json')).toMatchObject({ total: 9, agreed: 9, skipped: [], mismatches: [] });
});

whenMounted('in the states of real networks the current committee stands where a bootstrap is proved', () => {
  for (const entry of JSON.parse(readOutside('light_client_real.json')).records) {
    const header = decodeHeader(entry.attested_header, '');
    const { currentSyncCommittee } = stateIndicesAt(
      header.slot,
      NETWORKS[entry.network as keyof typeof NETWORKS],
    );
    // Its sibling in the tree is the next committee, so the rest of that one's branch is its own.
    const [, ...rest] = entry.next_sync_committee_branch;
    const branch = [entry.next_sync_committee_root, ...rest].map((node) => hexToBytes(node.slice(2)));
    const leaf = hexToBytes(entry.sync_committee.root.slice(2));
    expect(isBranchOf(header.stateRoot, currentSyncCommittee, leaf, branch), entry.id).toBe(true);
  }
});

whenMounted('around a fork the version is that of the slot before the signature', () => {
  expect(run('fork_boundary_synthetic.json')).toMatchObject({
    total: 13,
    agreed: 13,
    skipped: [],
    mismatches: [],
  });
});

whenMounted('Ed25519 is decided as the precompile of the chain decided every one of its vectors', () => {
  expect(run('ed25519.json')).toMatchObject({ total: 91, agreed: 91, skipped: [], mismatches: [] });
});

whenMounted(
  'a vector that promises another code is a hard mismatch, or an ambiguous one where the file says so',
  () => {
    const file = JSON.parse(readOutside('o700_return_codes.json'));
    const flipped = file.vectors.map((vector: { expect: number }) => ({
      ...vector,
      expect: vector.expect === 1 ? 0 : 1,
    }));
    const report = runVectors(JSON.stringify({ ...file, vectors: flipped }));
    if (report.kind !== 'ran') throw new Error(report.problem);
    const ambiguous = file.vectors.filter(
      (vector: { ambiguous?: string }) => vector.ambiguous !== undefined,
    ).length;
    expect(report.agreed).toBe(0);
    expect(report.mismatches.filter(isHardMismatch)).toHaveLength(70 - ambiguous);
    expect(report.mismatches.filter((mismatch) => !isHardMismatch(mismatch))).toHaveLength(ambiguous);
  },
);
