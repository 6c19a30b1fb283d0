import type { Lever } from './brakes.ts';
import type { FreezeWorld } from './freeze-world.ts';
import { ACCEPTED, refusedBy, type StoryTeller } from './story.ts';
import { send } from './vm-send.ts';

export const MEMBERS = ['signer 1', 'signer 2', 'signer 3', 'signer 4', 'signer 5'];
export const REQUIRED = 3;
/** The runtime's words for a signature that is not there. */
const TOO_FEW = 'missing required signature for instruction';

/**
 * Sends one order signed by the members with these numbers, and expects it to pass from `REQUIRED` signatures
 * on.
 */
export function pullLever(
  world: FreezeWorld,
  teller: StoryTeller,
  title: string,
  { program, action, by }: Lever,
  who: readonly number[],
): void {
  const keys = who.map((i) => world.members[i] as FreezeWorld['payer']);
  const instruction = by({ key: world.multisig, signers: keys.map((key) => key.publicKey) });
  const expected = who.length >= REQUIRED ? ACCEPTED : refusedBy(program, TOO_FEW);
  const step = { title: `${title}, ${who.length} of ${REQUIRED} signatures`, action, expected };
  teller.sent(step, instruction, send(world, [instruction], keys));
}
