import { sha256 } from '@noble/hashes/sha2.js';
import type { Keypair } from '@solana/web3.js';
import type { Web3 } from './vm.ts';

/**
 * A key for a name. Rehearsal keys are derived from names so that a story reads the same every time; they are
 * known to everybody and must never hold anything.
 */
export function castKey(web3: Web3, name: string): Keypair {
  return web3.Keypair.fromSeed(sha256(new TextEncoder().encode(`drillbook rehearsal: ${name}`)));
}
