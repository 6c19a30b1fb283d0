import { base64, type Decoder, field, has, hex, integer } from '../json-fields.ts';
import type { FreezeRequest } from '../solana/observe-freeze.ts';
import type { TransferRequest } from '../solana/observe-halt.ts';
import { address } from './base58-field.ts';

/** A transaction has 1,232 bytes at most; what is longer is refused later, as no transaction. */
const MOST_BYTES = 4_096;

/** `{ transfer, mint }`: the test transfer in base64, signed or not. */
export const transferRequest: Decoder<TransferRequest> = (value, at) => ({
  transfer: field(value, at, 'transfer', base64(MOST_BYTES)),
  mint: field(value, at, 'mint', address),
});

/** The same with `flag: { account, owner, prefix, offset }`; without it the mint's own Pausable extension is read. */
export const freezeObservationRequest: Decoder<FreezeRequest> = (value, at) => {
  const request = transferRequest(value, at);
  if (!has(value, at, 'flag')) return { ...request, flagAccount: request.mint, flag: { kind: 'mint' } };
  return { ...request, ...field(value, at, 'flag', flagPlace) };
};

const flagPlace: Decoder<Pick<FreezeRequest, 'flagAccount' | 'flag'>> = (value, at) => ({
  flagAccount: field(value, at, 'account', address),
  flag: {
    kind: 'byte',
    owner: field(value, at, 'owner', address),
    prefix: field(value, at, 'prefix', hex(64)),
    offset: field(value, at, 'offset', integer),
  },
});
