import { type Decoder, MalformedJson, text } from '../json-fields.ts';
import { fromAddress } from '../solana/base58.ts';

/** A base58 address of 32 bytes, as text. */
export const address: Decoder<string> = (value, at) => {
  const given = text(value, at);
  if (fromAddress(given) === null) throw new MalformedJson(at, 'not a base58 address');
  return given;
};
