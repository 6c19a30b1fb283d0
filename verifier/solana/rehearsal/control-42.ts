import { type AuthorityRight, checkAuthority } from '../authority-check.ts';
import { accountFreeze, type Brake, hookFreeze, tokenPause } from './brakes.ts';
import { tellFreezeCheck, tellTransfer } from './freeze-story.ts';
import { buildFreezeWorld, type FreezeWorld } from './freeze-world.ts';
import { hookProgram } from './hook-program.ts';
import { MEMBERS, pullLever, REQUIRED } from './lever.ts';
import { ACCEPTED, refusedBy, type Story, type StoryTeller, storyTeller } from './story.ts';
import type { Vm } from './vm.ts';
import { installProgram, readVmAccount } from './vm-accounts.ts';
import { worldNames } from './world-names.ts';

/**
 * Sheet "Regulatory Freeze - Control 42": who may stop a mint, what a stop looks like, how it is lifted.
 * Every brake of the mint is tried with one signature too few before it is tried with enough, both ways.
 */
export function playControl42(vm: Vm): Story {
  const world = buildFreezeWorld(vm, MEMBERS, REQUIRED, ({ hook }) =>
    installProgram(vm, hook, hookProgram()),
  );
  const teller = storyTeller('control-42', worldNames(world));
  for (const right of ['freeze', 'pause'] as const) tellAuthority(world, teller, right);
  tellTransfer(world, teller, 'A test transfer before any freeze', ACCEPTED);
  for (const brake of [hookFreeze(world), tokenPause(world), accountFreeze(world)])
    tellBrake(world, teller, brake);
  tellTransfer(world, teller, 'A test transfer after every freeze is lifted', ACCEPTED);
  return teller.end();
}

function tellBrake(world: FreezeWorld, teller: StoryTeller, brake: Brake): void {
  const { title, pull, release, refusal, flag } = brake;
  pullLever(world, teller, `Order ${title}`, pull, [0, 1]);
  pullLever(world, teller, `Order ${title}`, pull, [0, 1, 2]);
  tellTransfer(world, teller, `A test transfer under ${title}`, refusedBy(pull.program, refusal.code));
  if (flag !== null) tellFreezeCheck(world, teller, `Verify ${title}`, brake, 'frozen');
  pullLever(world, teller, `Lift ${title}`, release, [3, 4]);
  pullLever(world, teller, `Lift ${title}`, release, [2, 3, 4]);
  if (flag !== null) tellFreezeCheck(world, teller, `Verify the lift of ${title}`, brake, 'not-frozen');
}

function tellAuthority(
  { vm, mint, multisig, members }: FreezeWorld,
  teller: StoryTeller,
  right: AuthorityRight,
): void {
  const seen = checkAuthority(readVmAccount(vm, mint.toBase58()), readVmAccount(vm, multisig.toBase58()), {
    right,
    address: multisig.toBase58(),
    required: REQUIRED,
    places: MEMBERS.length,
    members: members.map((member) => member.publicKey.toBase58()),
  });
  const title = `Verify who may ${right}: ${REQUIRED} distinct members of ${MEMBERS.length}`;
  const notes = [`fewest keys that can act: ${seen.fewest}`];
  teller.checked({ title, action: 'check authority', expected: 'sound' }, seen.name, notes);
}
