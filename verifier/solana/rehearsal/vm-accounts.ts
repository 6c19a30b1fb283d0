import type { PublicKey } from '@solana/web3.js';
import type { AccountSnapshot } from '../account-snapshot.ts';
import type { Vm } from './vm.ts';

// litesvm brands its addresses and amounts; these are the only places that need to know.
type Address = Parameters<Vm['svm']['getAccount']>[0];
type Lamports = Parameters<Vm['svm']['airdrop']>[1];
type Account = Parameters<Vm['svm']['setAccount']>[0];

export function readVmAccount({ svm }: Vm, address: string): AccountSnapshot | null {
  const account = svm.getAccount(address as Address);
  if (!account.exists || account.lamports === 0n) return null;
  const { programAddress: owner, executable, lamports, data } = account;
  return { address, owner, executable, lamports, data: Uint8Array.from(data) };
}

export function fund({ svm }: Vm, key: PublicKey, lamports: bigint): void {
  svm.airdrop(key.toBase58() as Address, lamports as Lamports);
}

export function installProgram({ svm }: Vm, key: PublicKey, elf: Uint8Array): void {
  svm.addProgram(key.toBase58() as Address, elf);
}

/** Puts an account in place without a transaction, as if its program had created it. */
export function placeAccount({ svm }: Vm, key: PublicKey, owner: PublicKey, data: Uint8Array): void {
  const [address, programAddress] = [key.toBase58() as Address, owner.toBase58() as Address];
  const lamports = svm.minimumBalanceForRentExemption(BigInt(data.length)) as Lamports;
  const account: Account = {
    address,
    programAddress,
    data,
    executable: false,
    lamports,
    space: BigInt(data.length),
  };
  svm.setAccount(account);
}
