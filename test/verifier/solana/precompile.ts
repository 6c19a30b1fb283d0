import { type Purse, simulate } from '../../../verifier/solana/rehearsal/vm-send.ts';

/** Whether the chain's own Ed25519 precompile, run by the machine, accepts a signature. */
export function precompileAccepts(
  purse: Purse,
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const program = purse.vm.web3.Ed25519Program;
  return (
    simulate(purse, [program.createInstructionWithPublicKey({ publicKey, message, signature })]).err === null
  );
}
