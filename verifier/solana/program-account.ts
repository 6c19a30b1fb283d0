import { sha256 } from '@noble/hashes/sha2.js';
import type { AccountSnapshot } from './account-snapshot.ts';
import { toAddress } from './base58.ts';

// `UpgradeableLoaderState`, bincode: a u32 variant, then its fields.
const PROGRAM = 2;
const PROGRAM_DATA = 3;
/** Variant 4, slot 8, an Option of a key 33: the bytecode starts here even when the option is None. */
const METADATA_LENGTH = 45;

export type DeployedProgram = {
  /** The slot of the last deployment or upgrade. */
  readonly deployedSlot: bigint;
  /** Base58, or null when the program can no longer be upgraded. */
  readonly upgradeAuthority: string | null;
  /** Lower-case hex of sha256 over the bytecode without its trailing zeros. */
  readonly sha256: string;
};

/** The address of the data account that a program account points to; null when it is no such account. */
export function programDataAddress(program: AccountSnapshot): string | null {
  const { data } = program;
  return data.length === 36 && variant(data) === PROGRAM ? toAddress(data.subarray(4)) : null;
}

/** Reads the data account of a program; null when it has another layout. */
export function readProgramData({ data }: AccountSnapshot): DeployedProgram | null {
  if (data.length < METADATA_LENGTH || variant(data) !== PROGRAM_DATA) return null;
  const option = data[12];
  if (option !== 0 && option !== 1) return null;
  return {
    deployedSlot: new DataView(data.buffer, data.byteOffset).getBigUint64(4, true),
    upgradeAuthority: option === 1 ? toAddress(data.subarray(13, METADATA_LENGTH)) : null,
    sha256: programHash(data.subarray(METADATA_LENGTH)),
  };
}

/**
 * The hash that verified builds publish: the account is allocated larger than the bytecode and filled with
 * zeros, so trailing zeros are stripped before sha256. The same function hashes a built `.so` file.
 */
export function programHash(bytecode: Uint8Array): string {
  const end = bytecode.findLastIndex((byte) => byte !== 0) + 1;
  return Buffer.from(sha256(bytecode.subarray(0, end))).toString('hex');
}

function variant(data: Uint8Array): number {
  return new DataView(data.buffer, data.byteOffset).getUint32(0, true);
}
