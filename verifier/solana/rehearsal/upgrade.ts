import { programHash } from '../program-account.ts';
import { checkProgram } from '../program-check.ts';
import type { ProgramCode } from '../program-codes.ts';
import { UPGRADEABLE_LOADER } from '../program-ids.ts';
import { HOOK, hookFreeze } from './brakes.ts';
import { castKey } from './cast.ts';
import { deployBuffer, uploadBuffer } from './deployment.ts';
import { tellFreezeCheck, tellTransfer } from './freeze-story.ts';
import { buildFreezeWorld, type FreezeWorld } from './freeze-world.ts';
import { HOOK_CONTROLS } from './hook-controls.ts';
import { hookProgram } from './hook-program.ts';
import { MEMBERS, pullLever, REQUIRED } from './lever.ts';
import { programDataOf, upgrade } from './loader-instructions.ts';
import { ACCEPTED, refusedBy, type Story, type StoryTeller, storyTeller } from './story.ts';
import type { Vm } from './vm.ts';
import { readVmAccount } from './vm-accounts.ts';
import { send } from './vm-send.ts';
import { worldNames } from './world-names.ts';

const LOADER = 'upgradeable loader';
/** The loader's words for a signer who is not the upgrade authority. */
const INCORRECT = 'Incorrect authority provided';

type Signer = 'upgrade authority' | 'stranger';

/** The build with the hole: it asks every control but the freeze. */
const DEPLOYED = hookProgram(HOOK_CONTROLS.map(({ code }) => code).filter((code) => code !== 6042));
const REPLACEMENT = hookProgram();

/**
 * Sheet "Smart Contract Exploit": the hook ignores the freeze, a stranger tries to replace it, the upgrade
 * authority does, and the hash proves which build runs. On chain the authority is the vault of a 5-of-9
 * multisig program; the loader knows only that one address, so here it is one key.
 */
export function playUpgrade(vm: Vm): Story {
  const world = buildFreezeWorld(vm, MEMBERS, REQUIRED, deployHook);
  const teller = storyTeller('upgrade', { ...worldNames(world), ...loaderNames(world) });
  const freeze = hookFreeze(world);
  tellProgram(world, teller, 'Verify the deployed program against its audit', DEPLOYED, 'matches');
  pullLever(world, teller, `Order ${freeze.title}`, freeze.pull, [0, 1, 2]);
  tellTransfer(world, teller, 'A test transfer passes the freeze: the hole', ACCEPTED);
  tellFreezeCheck(world, teller, 'Verify the freeze', freeze, 'bypassed');
  tellUpgrade(world, teller, 'stranger', refusedBy(LOADER, INCORRECT));
  tellProgram(world, teller, 'Verify that the stranger changed nothing', DEPLOYED, 'matches');
  tellUpgrade(world, teller, 'upgrade authority', ACCEPTED);
  tellProgram(world, teller, 'Verify that the old build is gone', DEPLOYED, 'hash-differs');
  tellProgram(world, teller, 'Verify the program against the audited replacement', REPLACEMENT, 'matches');
  tellTransfer(world, teller, 'A test transfer under the freeze', refusedBy(HOOK, freeze.refusal.code));
  tellFreezeCheck(world, teller, 'Verify the freeze', freeze, 'frozen');
  pullLever(world, teller, `Lift ${freeze.title}`, freeze.release, [0, 1, 2]);
  tellTransfer(world, teller, 'A test transfer after the lift', ACCEPTED);
  return teller.end();
}

function loaderNames({ vm, hook }: FreezeWorld): Record<string, string> {
  const cast = ['upgrade authority', 'stranger', 'buffer of the upgrade authority', 'buffer of the stranger'];
  return {
    ...Object.fromEntries(cast.map((name) => [name, castKey(vm.web3, name).publicKey.toBase58()])),
    'program data': programDataOf(vm.web3, hook).toBase58(),
    [LOADER]: UPGRADEABLE_LOADER,
    'rent sysvar': vm.web3.SYSVAR_RENT_PUBKEY.toBase58(),
    'clock sysvar': vm.web3.SYSVAR_CLOCK_PUBKEY.toBase58(),
  };
}

function deployHook(world: FreezeWorld): void {
  const { web3 } = world.vm;
  const [buffer, authority] = [castKey(web3, 'first buffer'), castKey(web3, 'upgrade authority')];
  uploadBuffer(world, buffer, authority, DEPLOYED);
  deployBuffer(world, castKey(web3, 'hook'), buffer, authority, DEPLOYED.length);
}

/** Uploads the replacement into a buffer of the signer's own and tries the upgrade with it. */
function tellUpgrade(world: FreezeWorld, teller: StoryTeller, who: Signer, expected: string): void {
  const { vm, payer, hook: program } = world;
  const [signer, buffer] = [castKey(vm.web3, who), castKey(vm.web3, `buffer of the ${who}`)];
  uploadBuffer(world, buffer, signer, REPLACEMENT);
  const keys = { payer: payer.publicKey, buffer: buffer.publicKey, authority: signer.publicKey };
  const instruction = upgrade(vm.web3, { program, ...keys });
  const step = { title: `Upgrade signed by the ${who}`, action: 'Upgrade', expected };
  teller.sent(step, instruction, send(world, [instruction], [signer]));
}

function tellProgram(
  { vm, hook }: FreezeWorld,
  teller: StoryTeller,
  title: string,
  build: Uint8Array,
  expected: ProgramCode,
): void {
  const upgradeAuthority = castKey(vm.web3, 'upgrade authority').publicKey.toBase58();
  const audited = { sha256: programHash(build), upgradeAuthority };
  const programData = readVmAccount(vm, programDataOf(vm.web3, hook).toBase58());
  const { name, deployed } = checkProgram(readVmAccount(vm, hook.toBase58()), programData, audited);
  const notes = [`audited  sha256 ${audited.sha256}`, `deployed sha256 ${deployed?.sha256}`];
  teller.checked({ title, action: 'check program', expected }, name, notes);
}
