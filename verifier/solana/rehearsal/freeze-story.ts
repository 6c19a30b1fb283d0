import { checkFreeze } from '../freeze-check.ts';
import type { FreezeCode } from '../freeze-codes.ts';
import { readPausedFlag } from '../paused-flag.ts';
import type { Brake } from './brakes.ts';
import { type FreezeWorld, testTransfer } from './freeze-world.ts';
import type { StoryTeller } from './story.ts';
import { readVmAccount } from './vm-accounts.ts';
import { send, simulate } from './vm-send.ts';

export function tellTransfer(world: FreezeWorld, teller: StoryTeller, title: string, expected: string): void {
  const instruction = testTransfer(world);
  teller.sent({ title, action: 'TransferChecked', expected }, instruction, send(world, [instruction], []));
}

export function tellFreezeCheck(
  world: FreezeWorld,
  teller: StoryTeller,
  title: string,
  brake: Brake,
  expected: FreezeCode,
): void {
  const { verdict, paused } = freezeVerdict(world, brake);
  const { refusal } = verdict;
  const transfer = refusal === null ? 'passes' : `is refused with ${refusal.error?.code ?? refusal.reason}`;
  const notes = [`the test transfer ${transfer}`, `paused flag ${paused}`];
  teller.checked({ title, action: 'check freeze', expected }, verdict.name, notes);
}

/** What `checkFreeze` says about this brake now. */
function freezeVerdict(world: FreezeWorld, { flag, refusal }: Brake) {
  const { err, logs } = simulate(world, [testTransfer(world)]);
  const account = flag && readVmAccount(world.vm, flag.account.toBase58());
  const paused = flag && readPausedFlag(account, flag.place);
  const simulation = { slot: world.vm.svm.getClock().slot, err, logs };
  return { verdict: checkFreeze({ transferIndex: 0, simulation, paused }, [refusal]), paused };
}
