import { fromAddress, toAddress } from './base58.ts';

/**
 * What a custodian states about one mint. Amounts are base units of the mint, `slot` is the slot at which
 * both balances were read.
 */
export type AttestationClaims = {
  /** Base58 address of the mint. */
  readonly mint: string;
  readonly slot: bigint;
  /** What the custodian holds. */
  readonly custodyBalance: bigint;
  /** What the custodian saw issued on chain. */
  readonly tokenSupply: bigint;
};

/** Keeps a signature over these bytes from meaning anything in another protocol, and names the layout. */
const TAG = new TextEncoder().encode('CUSTODY1');

/**
 * The signed bytes, 64 in all, integers unsigned and little endian. The slot stands INSIDE them, so an old
 * statement cannot be presented as a new one:
 *
 * | offset | bytes | field |
 * |---|---|---|
 * | 0 | 8 | ASCII `CUSTODY1` |
 * | 8 | 32 | mint |
 * | 40 | 8 | slot |
 * | 48 | 8 | custody balance |
 * | 56 | 8 | token supply |
 */
export function encodeAttestation(claims: AttestationClaims): Uint8Array {
  const mint = fromAddress(claims.mint);
  if (mint === null) throw new TypeError('the mint of an attestation is a base58 address');
  const bytes = new Uint8Array(64);
  bytes.set(TAG, 0);
  bytes.set(mint, 8);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(40, claims.slot, true);
  view.setBigUint64(48, claims.custodyBalance, true);
  view.setBigUint64(56, claims.tokenSupply, true);
  return bytes;
}

/** Reads the layout above; null for any other length or tag. Every such 64 bytes have exactly one reading. */
export function decodeAttestation(payload: Uint8Array): AttestationClaims | null {
  if (payload.length !== 64 || !TAG.every((byte, i) => payload[i] === byte)) return null;
  const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
  return {
    mint: toAddress(payload.subarray(8, 40)),
    slot: view.getBigUint64(40, true),
    custodyBalance: view.getBigUint64(48, true),
    tokenSupply: view.getBigUint64(56, true),
  };
}
