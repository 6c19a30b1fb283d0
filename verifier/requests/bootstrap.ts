import { bytesToHex } from '@noble/curves/utils.js';
import { decodeBootstrap } from '../ethereum/update-json.ts';
import { verifyBootstrap } from '../ethereum/verify-bootstrap.ts';
import { type Decoder, field, hexOf } from '../json-fields.ts';
import type { Check } from '../verdict.ts';
import { decodeNetwork } from './update.ts';

/** `{ network, trusted_block_root, bootstrap }`. */
export const bootstrapRequest: Decoder<Check> = (value, at) => {
  const network = field(value, at, 'network', decodeNetwork);
  const trusted = field(value, at, 'trusted_block_root', hexOf(32));
  const bootstrap = field(value, at, 'bootstrap', decodeBootstrap);
  return () => ({
    name: verifyBootstrap(bootstrap, trusted, network),
    facts: { 'trusted block': `0x${bytesToHex(trusted)}`, slot: String(bootstrap.header.slot) },
  });
};
