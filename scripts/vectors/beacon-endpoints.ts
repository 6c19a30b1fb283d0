import { bytesToHex } from '@noble/curves/utils.js';
import { FAILURE_CLASSES, type FailureClass } from '../../verifier/ethereum/failure-classes.ts';
import { NETWORKS } from '../../verifier/ethereum/networks.ts';

const HEAD_SLOT = 12_000_000;
const NOW = NETWORKS.mainnet.genesisSeconds + HEAD_SLOT * 12 + 5;
const STALE_AFTER = 8;

type Answer = { status: number; deny_reason?: string; retry_after?: string; body: string } | null;
type Node = { genesis: Answer; head: Answer; fork: Answer };

const json = (data: unknown): Answer => ({ status: 200, body: JSON.stringify({ data }) });
const genesis = (root: Uint8Array) => json({ genesis_validators_root: `0x${bytesToHex(root)}` });
const head = (slot: number) => json({ header: { message: { slot: String(slot) } } });

const FORK = { previous_version: '0x05000000', current_version: '0x06000000', epoch: '364032' };
const SOUND: Node = {
  genesis: genesis(NETWORKS.mainnet.genesisValidatorsRoot),
  head: head(HEAD_SLOT),
  fork: json(FORK),
};

const everywhere = (answer: Answer): Node => ({ genesis: answer, head: answer, fork: answer });
const DOWN = everywhere({ status: 503, body: '' });
const BROKEN = everywhere(null);
const DENIED = everywhere({ status: 403, deny_reason: 'host_not_allowed', body: 'Host not in allowlist' });
const NO_KEY = everywhere({ status: 401, body: '{"message":"no API key"}' });
const FOREIGN = { ...SOUND, genesis: genesis(NETWORKS.sepolia.genesisValidatorsRoot) };
const BEHIND = { ...SOUND, head: head(HEAD_SLOT - STALE_AFTER - 1) };
const AHEAD = { ...SOUND, head: head(HEAD_SLOT + STALE_AFTER + 1) };
const OTHER_EPOCH = { ...SOUND, fork: json({ ...FORK, epoch: '364033' }) };
const SHAPELESS = { ...SOUND, fork: json({ ...FORK, epoch: -1 }) };
const LIMITED = { ...SOUND, fork: { status: 429, retry_after: '30', body: 'Too Many Requests' } };

/** What three or more endpoints say about one fact, for each class of failure that one answer alone cannot show. */
export function beaconEndpointVectors() {
  return {
    description:
      'The Fork object of the head, asked of several endpoints: what may be relied on, or why nothing may.',
    generator: 'scripts/generate-vectors.mjs (deterministic)',
    endpoint_reads: [...relied(), ...notRelied()],
  };
}

const asked = (id: string, expectation: object, nodes: readonly Node[]) => ({
  id,
  ...expectation,
  network: 'mainnet',
  now: NOW,
  stale_after_slots: STALE_AFTER,
  endpoints: nodes.map((node, index) => ({ name: `node ${index + 1}`, ...node })),
});

function relied() {
  const agreed = (id: string, ...nodes: Node[]) => asked(id, { fork: FORK }, nodes);
  return [
    agreed('three-agree', SOUND, SOUND, SOUND),
    agreed('two-agree-and-one-is-down', SOUND, DOWN, SOUND),
    agreed('two-agree-and-one-is-of-another-network', FOREIGN, SOUND, SOUND),
    agreed('a-lie-of-a-stale-endpoint-does-not-count', { ...OTHER_EPOCH, head: BEHIND.head }, SOUND, SOUND),
    agreed('heads-just-not-stale', SOUND, ...[-STALE_AFTER, STALE_AFTER].map(near)),
  ];
}

const near = (slots: number): Node => ({ ...SOUND, head: head(HEAD_SLOT + slots) });

function notRelied() {
  const failed = (name: FailureClass, id: string, ...nodes: Node[]) =>
    asked(id, { expect: FAILURE_CLASSES[name].code }, nodes);
  return [
    failed('disagreement', 'two-against-one', SOUND, OTHER_EPOCH, SOUND),
    failed('disagreement', 'three-against-one', SOUND, SOUND, SOUND, OTHER_EPOCH),
    failed('disagreement', 'one-against-one-and-one-down', SOUND, OTHER_EPOCH, DOWN),
    failed('single-source', 'one-answers', DOWN, SOUND, BROKEN),
    failed('single-source', 'one-answers-and-two-are-foreign', SOUND, FOREIGN, FOREIGN),
    failed('single-source', 'one-answers-and-one-has-no-shape', SOUND, SHAPELESS, LIMITED),
    failed('stale', 'all-behind', BEHIND, BEHIND, BEHIND),
    failed('stale', 'all-ahead-of-the-clock', AHEAD, AHEAD, AHEAD),
    failed('stale', 'behind-and-ahead', BEHIND, AHEAD, BEHIND),
    failed('wrong-network', 'all-of-another-network', FOREIGN, FOREIGN, FOREIGN),
    failed('several-causes', 'denied-and-down', DENIED, DOWN, DOWN),
    failed('several-causes', 'foreign-stale-and-without-a-key', FOREIGN, BEHIND, NO_KEY),
    failed('sandbox', 'all-denied', DENIED, DENIED, DENIED),
    failed('credential', 'all-without-a-key', NO_KEY, NO_KEY, NO_KEY),
    failed('endpoint-outage', 'down-broken-limited-and-shapeless', DOWN, BROKEN, LIMITED, SHAPELESS),
  ];
}
