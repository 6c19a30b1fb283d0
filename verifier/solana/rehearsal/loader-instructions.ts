import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { UPGRADEABLE_LOADER } from '../program-ids.ts';
import type { Web3 } from './vm.ts';

// `UpgradeableLoaderInstruction`, bincode: a u32 variant, then its fields.
const INITIALIZE_BUFFER = 0;
const WRITE = 1;
const DEPLOY_WITH_MAX_DATA_LEN = 2;
const UPGRADE = 3;

/** Bytes before the bytecode in a buffer account: variant 4, an Option of the authority 33. */
export const BUFFER_METADATA = 37;

export function programDataOf(web3: Web3, program: PublicKey): PublicKey {
  return web3.PublicKey.findProgramAddressSync(
    [program.toBytes()],
    new web3.PublicKey(UPGRADEABLE_LOADER),
  )[0];
}

export function initializeBuffer(web3: Web3, buffer: PublicKey, authority: PublicKey) {
  return call(web3, u32(INITIALIZE_BUFFER), [writable(buffer), readonly(authority)]);
}

export function writeBuffer(
  web3: Web3,
  buffer: PublicKey,
  authority: PublicKey,
  offset: number,
  bytes: Uint8Array,
) {
  const data = [...u32(WRITE), ...u32(offset), ...u64(bytes.length), ...bytes];
  return call(web3, data, [writable(buffer), signer(authority)]);
}

export function deploy(
  web3: Web3,
  {
    payer,
    program,
    buffer,
    authority,
  }: Readonly<Record<'payer' | 'program' | 'buffer' | 'authority', PublicKey>>,
  maxLength: number,
) {
  return call(
    web3,
    [...u32(DEPLOY_WITH_MAX_DATA_LEN), ...u64(maxLength)],
    [
      { ...signer(payer), isWritable: true },
      writable(programDataOf(web3, program)),
      writable(program),
      writable(buffer),
      ...sysvars(web3),
      readonly(web3.SystemProgram.programId),
      signer(authority),
    ],
  );
}

export function upgrade(
  web3: Web3,
  {
    payer,
    program,
    buffer,
    authority,
  }: Readonly<Record<'payer' | 'program' | 'buffer' | 'authority', PublicKey>>,
) {
  return call(web3, u32(UPGRADE), [
    writable(programDataOf(web3, program)),
    writable(program),
    writable(buffer),
    writable(payer),
    ...sysvars(web3),
    signer(authority),
  ]);
}

type Meta = { readonly pubkey: PublicKey; readonly isSigner: boolean; readonly isWritable: boolean };

function call(web3: Web3, data: readonly number[], keys: Meta[]): TransactionInstruction {
  const programId = new web3.PublicKey(UPGRADEABLE_LOADER);
  return new web3.TransactionInstruction({ programId, keys, data: Buffer.from(data) });
}

function sysvars(web3: Web3): Meta[] {
  return [readonly(web3.SYSVAR_RENT_PUBKEY), readonly(web3.SYSVAR_CLOCK_PUBKEY)];
}

function writable(pubkey: PublicKey): Meta {
  return { pubkey, isSigner: false, isWritable: true };
}

function readonly(pubkey: PublicKey): Meta {
  return { pubkey, isSigner: false, isWritable: false };
}

function signer(pubkey: PublicKey): Meta {
  return { pubkey, isSigner: true, isWritable: false };
}

function u32(value: number): number[] {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value, true);
  return [...new Uint8Array(view.buffer)];
}

function u64(value: number): number[] {
  return [...u32(value), 0, 0, 0, 0];
}
