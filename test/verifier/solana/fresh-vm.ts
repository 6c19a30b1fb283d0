import { buildFreezeWorld, type FreezeWorld } from '../../../verifier/solana/rehearsal/freeze-world.ts';
import { hookProgram } from '../../../verifier/solana/rehearsal/hook-program.ts';
import { MEMBERS, REQUIRED } from '../../../verifier/solana/rehearsal/lever.ts';
import { openVm, type Vm } from '../../../verifier/solana/rehearsal/vm.ts';
import { installProgram } from '../../../verifier/solana/rehearsal/vm-accounts.ts';

/** A machine of its own for a test; a machine without litesvm cannot run these tests and says so. */
export async function freshVm(): Promise<Vm> {
  const vm = await openVm();
  if ('missing' in vm) throw new Error(`${vm.missing}: ${vm.why}`);
  return vm;
}

/** The mint, its 3-of-5 multisig (or the members given) and its hook, on a machine of their own. */
export async function freshWorld(members: readonly string[] = MEMBERS): Promise<FreezeWorld> {
  const install = ({ vm, hook }: FreezeWorld) => installProgram(vm, hook, hookProgram());
  return buildFreezeWorld(await freshVm(), members, REQUIRED, install);
}
