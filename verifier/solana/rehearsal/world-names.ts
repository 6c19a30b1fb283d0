import { TOKEN_2022_PROGRAM } from '../program-ids.ts';
import { HOOK, TOKEN } from './brakes.ts';
import type { FreezeWorld } from './freeze-world.ts';
import { extraAccountsAddress } from './hook-accounts.ts';
import { MEMBERS, REQUIRED } from './lever.ts';

/** Every account of the world by the name a story calls it. */
export function worldNames({ vm, members, payer, ...world }: FreezeWorld): Record<string, string> {
  const signers = members.map((member, i) => [MEMBERS[i] as string, member.publicKey.toBase58()]);
  return {
    mint: world.mint.toBase58(),
    'source account': world.source.toBase58(),
    'destination account': world.destination.toBase58(),
    'account owner': payer.publicKey.toBase58(),
    [`${REQUIRED}-of-${MEMBERS.length} authority`]: world.multisig.toBase58(),
    ...Object.fromEntries(signers),
    [HOOK]: world.hook.toBase58(),
    'hook controls': world.controls.toBase58(),
    'hook account list': extraAccountsAddress(vm.web3, world.mint, world.hook).toBase58(),
    [TOKEN]: TOKEN_2022_PROGRAM,
  };
}
