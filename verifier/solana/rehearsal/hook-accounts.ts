import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import {
  CONTROLS_AUTHORITY_OFFSET,
  CONTROLS_FLAGS_OFFSET,
  CONTROLS_LENGTH,
  CONTROLS_TAG,
  controlIndex,
  type HookCode,
} from './hook-controls.ts';
import type { Authority } from './token-instructions.ts';
import type { Web3 } from './vm.ts';

/** The state account of the hook with no control set; `authority` is the multisig that may set them. */
export function controlsData(authority: PublicKey, set: readonly HookCode[] = []): Uint8Array {
  const data = new Uint8Array(CONTROLS_LENGTH);
  data.set(CONTROLS_TAG);
  data.set(authority.toBytes(), CONTROLS_AUTHORITY_OFFSET);
  for (const code of set) data[CONTROLS_FLAGS_OFFSET + controlIndex(code)] = 1;
  return data;
}

/**
 * Where the token program looks for the list of accounts that a hook wants besides its own (transfer-hook
 * interface).
 */
export function extraAccountsAddress(web3: Web3, mint: PublicKey, hook: PublicKey): PublicKey {
  return web3.PublicKey.findProgramAddressSync([Buffer.from('extra-account-metas'), mint.toBytes()], hook)[0];
}

/**
 * That list, with the controls account as its one entry: discriminator of `Execute`, lengths, one fixed
 * read-only key.
 */
export function extraAccountsData(controls: PublicKey): Uint8Array {
  const data = new Uint8Array(8 + 4 + 4 + 35);
  const view = new DataView(data.buffer);
  view.setBigUint64(0, 0x1a66fb4bc5652569n, true);
  view.setUint32(8, 4 + 35, true);
  view.setUint32(12, 1, true);
  data.set(controls.toBytes(), 17);
  return data;
}

/** Sets or lifts one control of the hook. */
export function setControl(
  web3: Web3,
  hook: PublicKey,
  controls: PublicKey,
  authority: Authority,
  code: HookCode,
  on: boolean,
): TransactionInstruction {
  return new web3.TransactionInstruction({
    programId: hook,
    keys: [
      { pubkey: controls, isSigner: false, isWritable: true },
      { pubkey: authority.key, isSigner: false, isWritable: false },
      ...authority.signers.map((pubkey) => ({ pubkey, isSigner: true, isWritable: false })),
    ],
    data: Buffer.from([1, controlIndex(code), on ? 1 : 0]),
  });
}
