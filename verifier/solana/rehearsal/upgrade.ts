import type { Keypair } from '@solana/web3.js';
import { programHash } from '../program-account.ts';
import { checkProgram } from '../program-check.ts';
import type { ProgramCode } from '../program-codes.ts';
import { TOKEN_2022_PROGRAM, UPGRADEABLE_LOADER } from '../program-ids.ts';
import { HOOK, hookFreeze, TOKEN } from './brakes.ts';
import { castKey } from './cast.ts';
import { deployBuffer, upgradeProgram, uploadBuffer } from './deployment.ts';
import { tellFreezeCheck, tellTransfer } from './freeze-story.ts';
import { buildFreezeWorld, type FreezeWorld } from './freeze-world.ts';
import { HOOK_CONTROLS } from './hook-controls.ts';
import { hookProgram } from './hook-program.ts';
import { MEMBERS, pullLever, REQUIRED } from './lever.ts';
import { programDataOf } from './loader-instructions.ts';
import { ACCEPTED, refusedBy, type Story, type StoryTeller, storyTeller } from './story.ts';
import type { Vm } from './vm.ts';
import { readVmAccount } from './vm-accounts.ts';

const LOADER = 'upgradeable loader';
const INCORRECT = 'Incorrect authority provided';

/** The build with the hole: it asks every control but the freeze. */
const DEPLOYED = hookProgram(HOOK_CONTROLS.map(({ code }) => code).filter((code) => code !== 6042));
const REPLACEMENT = hookProgram();

/**
 * Sheet "Smart Contract Exploit": the hook ignores the freeze, a stranger tries to replace it, the upgrade authority does,
 * and the hash proves which build runs. On chain the authority is the vault of a 5-of-9 multisig program; the loader knows
 * only that one address, so here it is one key.
 */
export function playUpgrade(vm: Vm): Story {
  const [vault, stranger] = [castKey(vm.web3, 'upgrade authority'), castKey(vm.web3, 'stranger')];
  const world = buildFreezeWorld(vm, MEMBERS, REQUIRED, (purse) => deployHook(purse, vault));
  const teller = storyTeller('upgrade', {
    [HOOK]: world.hook.toBase58(),
    'program data': programDataOf(vm.web3, world.hook).toBase58(),
    'upgrade authority': vault.publicKey.toBase58(),
    stranger: stranger.publicKey.toBase58(),
    [LOADER]: UPGRADEABLE_LOADER,
    [TOKEN]: TOKEN_2022_PROGRAM,
  });
  const freeze = hookFreeze(world);
  const check = (title: string, audited: Uint8Array, expected: ProgramCode) =>
    teller.checked(title, 'check program', expected, programCode(world, audited, vault));

  check('Verify the deployed program against its audit', DEPLOYED, 'matches');
  pullLever(world, teller, `Order ${freeze.title}`, freeze.pull, [0, 1, 2]);
  tellTransfer(world, teller, 'A test transfer passes the freeze: the hole', ACCEPTED);
  tellFreezeCheck(world, teller, 'Verify the freeze', freeze, 'bypassed');
  tellUpgrade(world, teller, 'stranger', stranger, refusedBy(LOADER, INCORRECT));
  check('Verify that the stranger changed nothing', DEPLOYED, 'matches');
  tellUpgrade(world, teller, 'upgrade authority', vault, ACCEPTED);
  check('Verify that the old build is gone', DEPLOYED, 'hashDiffers');
  check('Verify the program against the audited replacement', REPLACEMENT, 'matches');
  tellTransfer(world, teller, 'A test transfer under the freeze', refusedBy(HOOK, freeze.refusal.code));
  tellFreezeCheck(world, teller, 'Verify the freeze', freeze, 'frozen');
  pullLever(world, teller, `Lift ${freeze.title}`, freeze.release, [0, 1, 2]);
  tellTransfer(world, teller, 'A test transfer after the lift', ACCEPTED);
  return teller.end();
}

function deployHook(purse: FreezeWorld, authority: Keypair): void {
  const { web3 } = purse.vm;
  const buffer = castKey(web3, 'first buffer');
  uploadBuffer(purse, buffer, authority, DEPLOYED);
  deployBuffer(purse, castKey(web3, 'hook'), buffer, authority, DEPLOYED.length);
}

/** Uploads the replacement into a buffer of the signer's own and tries the upgrade with it. */
function tellUpgrade(
  world: FreezeWorld,
  teller: StoryTeller,
  who: string,
  signer: Keypair,
  expected: string,
): void {
  const buffer = castKey(world.vm.web3, `buffer of ${who}`);
  uploadBuffer(world, buffer, signer, REPLACEMENT);
  const step = {
    title: `Upgrade signed by the ${who}`,
    action: 'Upgrade',
    program: LOADER,
    signers: [who],
    expected,
  };
  teller.sent(step, upgradeProgram(world, world.hook, buffer, signer));
}

function programCode({ vm, hook }: FreezeWorld, audited: Uint8Array, authority: Keypair): ProgramCode {
  const expected = { sha256: programHash(audited), upgradeAuthority: authority.publicKey.toBase58() };
  const data = readVmAccount(vm, programDataOf(vm.web3, hook).toBase58());
  return checkProgram(readVmAccount(vm, hook.toBase58()), data, expected).name;
}
