import type { Keypair, PublicKey } from '@solana/web3.js';
import { UPGRADEABLE_LOADER } from '../program-ids.ts';
import { BUFFER_METADATA, deploy, initializeBuffer, writeBuffer } from './loader-instructions.ts';
import { mustSend, type Purse } from './vm-send.ts';

/** What fits into one transaction of 1232 bytes beside two signatures and the accounts. */
const CHUNK = 900;

/**
 * Uploads bytecode into a new buffer account that `authority` controls; anybody may do so with a buffer of
 * their own.
 */
export function uploadBuffer(purse: Purse, buffer: Keypair, authority: Keypair, elf: Uint8Array): void {
  const { web3 } = purse.vm;
  const allocate = allocateForLoader(purse, buffer.publicKey, BUFFER_METADATA + elf.length);
  mustSend(purse, [allocate, initializeBuffer(web3, buffer.publicKey, authority.publicKey)], [buffer]);
  for (let offset = 0; offset < elf.length; offset += CHUNK) {
    const chunk = elf.subarray(offset, offset + CHUNK);
    mustSend(purse, [writeBuffer(web3, buffer.publicKey, authority.publicKey, offset, chunk)], [authority]);
  }
}

/** Deploys an uploaded buffer as a new program, with room for bytecode of twice its length. */
export function deployBuffer(
  purse: Purse,
  program: Keypair,
  buffer: Keypair,
  authority: Keypair,
  length: number,
): void {
  const keys = { program: program.publicKey, buffer: buffer.publicKey, authority: authority.publicKey };
  const allocate = allocateForLoader(purse, program.publicKey, 36);
  const instruction = deploy(purse.vm.web3, { payer: purse.payer.publicKey, ...keys }, 2 * length);
  mustSend(purse, [allocate, instruction], [program, authority]);
}

function allocateForLoader({ vm, payer }: Purse, account: PublicKey, space: number) {
  return vm.web3.SystemProgram.createAccount({
    fromPubkey: payer.publicKey,
    newAccountPubkey: account,
    lamports: Number(vm.svm.minimumBalanceForRentExemption(BigInt(space))),
    space,
    programId: new vm.web3.PublicKey(UPGRADEABLE_LOADER),
  });
}
