import { checkFreeze } from '../freeze-check.ts';
import type { FreezeCode } from '../freeze-codes.ts';
import { readPausedFlag } from '../paused-flag.ts';
import { type Brake, TOKEN } from './brakes.ts';
import { type FreezeWorld, testTransfer } from './freeze-world.ts';
import type { StoryTeller } from './story.ts';
import { readVmAccount } from './vm-accounts.ts';
import { send, simulate } from './vm-send.ts';

export function tellTransfer(world: FreezeWorld, teller: StoryTeller, title: string, expected: string): void {
  const step = { title, action: 'TransferChecked', program: TOKEN, signers: ['account owner'], expected };
  teller.sent(step, send(world, [testTransfer(world)], []));
}

export function tellFreezeCheck(
  world: FreezeWorld,
  teller: StoryTeller,
  title: string,
  brake: Brake,
  expected: FreezeCode,
): void {
  teller.checked(title, 'check freeze', expected, freezeCode(world, brake));
}

/** What `checkFreeze` says about this brake now. */
function freezeCode(world: FreezeWorld, { flag, refusal }: Brake): FreezeCode {
  const { err, logs } = simulate(world, [testTransfer(world)]);
  const account = flag && readVmAccount(world.vm, flag.account.toBase58());
  const paused = flag && readPausedFlag(account, flag.place);
  const simulation = { slot: world.vm.svm.getClock().slot, err, logs };
  return checkFreeze({ transferIndex: 0, simulation, paused }, [refusal]).name;
}
