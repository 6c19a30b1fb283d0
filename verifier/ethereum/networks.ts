import { hexToBytes } from '@noble/curves/utils.js';
import type { Root } from './merkle.ts';
import type { Epoch } from './slots.ts';

/** What is pinned about a network. Fork versions are not among it: they are read from the chain. */
export type Network = {
  /** Names the chain: part of every signature's domain. */
  readonly genesisValidatorsRoot: Root;
  /** Unix time of slot 0, in seconds. */
  readonly genesisSeconds: number;
  /** From this epoch on the state has more than 32 fields, so its Merkle branches are one node longer. */
  readonly electraEpoch: Epoch;
};

/** eth-clients/mainnet and eth-clients/sepolia, metadata/config.yaml and genesis. */
export const NETWORKS = {
  mainnet: {
    genesisValidatorsRoot: hexToBytes('4b363db94e286120d76eb905340fdd4e54bfe9f06bf33ff6cf5ad27f511bfe95'),
    genesisSeconds: 1606824023,
    electraEpoch: 364032n,
  },
  sepolia: {
    genesisValidatorsRoot: hexToBytes('d8ea171f3c94aea21ebc42a1ed61052acf3f9209c00e4efbaaddac09ed9b8078'),
    genesisSeconds: 1655733600,
    electraEpoch: 222464n,
  },
} as const satisfies Record<string, Network>;
