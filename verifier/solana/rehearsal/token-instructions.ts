import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { TOKEN_2022_PROGRAM } from '../program-ids.ts';
import type { Web3 } from './vm.ts';

/** A key that authorises by itself (no signers), or a multisig together with the members who sign for it. */
export type Authority = { readonly key: PublicKey; readonly signers: readonly PublicKey[] };

// spl-token-2022 `instruction.rs`: the first byte names the instruction, for extensions the second one too.
const INITIALIZE_ACCOUNT_3 = 18;
const INITIALIZE_MULTISIG_2 = 19;
const INITIALIZE_MINT_2 = 20;
const MINT_TO = 7;
const FREEZE_ACCOUNT = 10;
const THAW_ACCOUNT = 11;
const TRANSFER_CHECKED = 12;
const TRANSFER_HOOK = 36;
const PAUSABLE = 44;

export function initializeMultisig(
  web3: Web3,
  address: PublicKey,
  members: readonly PublicKey[],
  required: number,
) {
  return call(web3, [INITIALIZE_MULTISIG_2, required], [writable(address), ...members.map(readonly)]);
}

export function initializePausable(web3: Web3, mint: PublicKey, authority: PublicKey) {
  return call(web3, [PAUSABLE, 0, ...authority.toBytes()], [writable(mint)]);
}

export function initializeTransferHook(web3: Web3, mint: PublicKey, authority: PublicKey, hook: PublicKey) {
  return call(web3, [TRANSFER_HOOK, 0, ...authority.toBytes(), ...hook.toBytes()], [writable(mint)]);
}

export function initializeMint(
  web3: Web3,
  mint: PublicKey,
  decimals: number,
  minter: PublicKey,
  freezer: PublicKey,
) {
  const data = [INITIALIZE_MINT_2, decimals, ...minter.toBytes(), 1, ...freezer.toBytes()];
  return call(web3, data, [writable(mint)]);
}

export function initializeAccount(web3: Web3, account: PublicKey, mint: PublicKey, owner: PublicKey) {
  return call(web3, [INITIALIZE_ACCOUNT_3, ...owner.toBytes()], [writable(account), readonly(mint)]);
}

export function mintTo(
  web3: Web3,
  mint: PublicKey,
  account: PublicKey,
  authority: Authority,
  amount: bigint,
) {
  return call(web3, [MINT_TO, ...u64(amount)], [writable(mint), writable(account), ...signed(authority)]);
}

export function pause(web3: Web3, mint: PublicKey, authority: Authority) {
  return call(web3, [PAUSABLE, 1], [writable(mint), ...signed(authority)]);
}

export function resume(web3: Web3, mint: PublicKey, authority: Authority) {
  return call(web3, [PAUSABLE, 2], [writable(mint), ...signed(authority)]);
}

export function freezeAccount(web3: Web3, account: PublicKey, mint: PublicKey, authority: Authority) {
  return call(web3, [FREEZE_ACCOUNT], [writable(account), readonly(mint), ...signed(authority)]);
}

export function thawAccount(web3: Web3, account: PublicKey, mint: PublicKey, authority: Authority) {
  return call(web3, [THAW_ACCOUNT], [writable(account), readonly(mint), ...signed(authority)]);
}

export type Transfer = {
  readonly source: PublicKey;
  readonly mint: PublicKey;
  readonly destination: PublicKey;
  readonly owner: Authority;
  readonly amount: bigint;
  readonly decimals: number;
  /** What the mint's transfer hook needs: its extra accounts, its own id and its account list. */
  readonly hookAccounts: readonly PublicKey[];
};

export function transferChecked(web3: Web3, { source, mint, destination, owner, ...rest }: Transfer) {
  const accounts = [writable(source), readonly(mint), writable(destination), ...signed(owner)];
  const data = [TRANSFER_CHECKED, ...u64(rest.amount), rest.decimals];
  return call(web3, data, [...accounts, ...rest.hookAccounts.map(readonly)]);
}

type Meta = { readonly pubkey: PublicKey; readonly isSigner: boolean; readonly isWritable: boolean };

function call(web3: Web3, data: readonly number[], keys: Meta[]): TransactionInstruction {
  const programId = new web3.PublicKey(TOKEN_2022_PROGRAM);
  return new web3.TransactionInstruction({ programId, keys, data: Buffer.from(data) });
}

function writable(pubkey: PublicKey): Meta {
  return { pubkey, isSigner: false, isWritable: true };
}

function readonly(pubkey: PublicKey): Meta {
  return { pubkey, isSigner: false, isWritable: false };
}

/** A single key signs itself; for a multisig its members do, in places behind it. */
function signed({ key, signers }: Authority): Meta[] {
  const single = signers.length === 0;
  return [
    { pubkey: key, isSigner: single, isWritable: false },
    ...signers.map((pubkey) => ({ pubkey, isSigner: true, isWritable: false })),
  ];
}

function u64(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
}
