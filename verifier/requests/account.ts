import { base64, type Decoder, field, flag, uint64 } from '../json-fields.ts';
import type { AccountSnapshot } from '../solana/account-snapshot.ts';
import { address } from './base58-field.ts';

/** The largest account of the chain. */
const MOST_BYTES = 10 * 1024 * 1024;

/** `{ address, owner, executable, lamports, data }`, data in base64. */
export const account: Decoder<AccountSnapshot> = (value, at) => ({
  address: field(value, at, 'address', address),
  owner: field(value, at, 'owner', address),
  executable: field(value, at, 'executable', flag),
  lamports: field(value, at, 'lamports', uint64),
  data: field(value, at, 'data', base64(MOST_BYTES)),
});
