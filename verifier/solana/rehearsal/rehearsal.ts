import type { Story } from './story.ts';
import { openVm, type Vm, type VmMissing } from './vm.ts';

/** A rehearsal was played, or could not be on this machine. */
export type Rehearsal = { readonly story: Story } | VmMissing;

/** Opens a machine of its own for every rehearsal: nothing is left over from another. */
export async function rehearse(
  play: (vm: Vm) => Story,
  load?: Parameters<typeof openVm>[0],
): Promise<Rehearsal> {
  const vm = await openVm(load);
  return 'missing' in vm ? vm : { story: play(vm) };
}
