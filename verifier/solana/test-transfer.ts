import type { VersionedTransaction } from '@solana/web3.js';
import { isTokenProgram } from './program-ids.ts';

export type TestTransfer = {
  readonly transaction: VersionedTransaction;
  /** Index of the one instruction that transfers the mint in question; null without exactly one. */
  readonly transferIndex: number | null;
};

// spl-token `instruction.rs`; the plain Transfer (3) does not name its mint, and Token-2022 refuses it for
// mints with a hook.
const TRANSFER_CHECKED = 12;
const TRANSFER_FEE_EXTENSION = 26;
const TRANSFER_CHECKED_WITH_FEE = 1;

/** Reads a serialized transaction, signed or not, legacy or version 0; null when the bytes are none. */
export async function readTestTransfer(wire: Uint8Array, mint: string): Promise<TestTransfer | null> {
  const { VersionedTransaction } = await import('@solana/web3.js');
  let transaction: VersionedTransaction;
  try {
    transaction = VersionedTransaction.deserialize(wire);
  } catch {
    return null;
  }
  const { compiledInstructions, staticAccountKeys } = transaction.message;
  // Keys from lookup tables are unknown here and therefore never the mint.
  const key = (index: number | undefined) => staticAccountKeys[index ?? -1]?.toBase58() ?? '';
  const transfers = [...compiledInstructions.entries()].filter(
    ([, { programIdIndex, accountKeyIndexes, data }]) =>
      isTokenProgram(key(programIdIndex)) && isTransfer(data) && key(accountKeyIndexes[1]) === mint,
  );
  return { transaction, transferIndex: transfers.length === 1 ? (transfers[0]?.[0] ?? null) : null };
}

function isTransfer(data: Uint8Array): boolean {
  if (data[0] === TRANSFER_CHECKED) return true;
  return data[0] === TRANSFER_FEE_EXTENSION && data[1] === TRANSFER_CHECKED_WITH_FEE;
}
