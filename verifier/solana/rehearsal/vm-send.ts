import type { Keypair, Transaction, TransactionInstruction } from '@solana/web3.js';
import { nextSlot, type Vm, type VmOutcome } from './vm.ts';
import { sendWire, simulateWire } from './vm-transaction.ts';

/** Who pays on which machine. */
export type Purse = { readonly vm: Vm; readonly payer: Keypair };

/** Sends one transaction in a slot of its own; the payer signs too. */
export function send(
  { vm, payer }: Purse,
  instructions: readonly TransactionInstruction[],
  signers: readonly Keypair[],
): VmOutcome {
  nextSlot(vm);
  const transaction = draft({ vm, payer }, instructions);
  transaction.sign(payer, ...signers);
  return sendWire(vm, transaction.serialize());
}

/** What one transaction would do now; nobody signs. */
export function simulate(purse: Purse, instructions: readonly TransactionInstruction[]): VmOutcome {
  const wire = draft(purse, instructions).serialize({ requireAllSignatures: false, verifySignatures: false });
  return simulateWire(purse.vm, wire, false);
}

/** An unsigned transaction with the current blockhash. */
export function draft({ vm, payer }: Purse, instructions: readonly TransactionInstruction[]): Transaction {
  const transaction = new vm.web3.Transaction();
  transaction.feePayer = payer.publicKey;
  transaction.recentBlockhash = vm.svm.latestBlockhash();
  return transaction.add(...instructions);
}

/** For the set-up of a rehearsal, which cannot be refused: if it is, this program is wrong. */
export function mustSend(
  purse: Purse,
  instructions: readonly TransactionInstruction[],
  signers: readonly Keypair[],
): void {
  const { err, logs } = send(purse, instructions, signers);
  if (err !== null) throw new Error(`rehearsal set-up refused: ${JSON.stringify(err)}\n${logs.join('\n')}`);
}
