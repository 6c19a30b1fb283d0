import { hexToBytes } from '@noble/curves/utils.js';
import type { Root } from './merkle.ts';
import type { Epoch } from './slots.ts';
import type { StateForks } from './state-indices.ts';

/** What is pinned about a network. Fork versions are not among it: they are read from the chain. */
export type Network = StateForks & {
  /** Names the chain: part of every signature's domain. */
  readonly genesisValidatorsRoot: Root;
  /** Unix time of slot 0, in seconds. */
  readonly genesisSeconds: number;
};

/** FAR_FUTURE_EPOCH: what a network's configuration says of a fork without a date. */
export const NOT_SCHEDULED: Epoch = 2n ** 64n - 1n;

/** eth-clients/mainnet and eth-clients/sepolia, metadata/config.yaml and genesis. */
export const NETWORKS = {
  mainnet: {
    genesisValidatorsRoot: hexToBytes('4b363db94e286120d76eb905340fdd4e54bfe9f06bf33ff6cf5ad27f511bfe95'),
    genesisSeconds: 1606824023,
    electraEpoch: 364032n,
    gloasEpoch: NOT_SCHEDULED,
  },
  sepolia: {
    genesisValidatorsRoot: hexToBytes('d8ea171f3c94aea21ebc42a1ed61052acf3f9209c00e4efbaaddac09ed9b8078'),
    genesisSeconds: 1655733600,
    electraEpoch: 222464n,
    gloasEpoch: NOT_SCHEDULED,
  },
} as const satisfies Record<string, Network>;
