import { type AuthorityRight, checkAuthority } from '../authority-check.ts';
import { checkFreeze } from '../freeze-check.ts';
import { readPausedFlag } from '../paused-flag.ts';
import { TOKEN_2022_PROGRAM } from '../program-ids.ts';
import { accountFreeze, type Brake, HOOK, hookFreeze, type Lever, TOKEN, tokenPause } from './brakes.ts';
import { buildFreezeWorld, type FreezeWorld, testTransfer } from './freeze-world.ts';
import { ACCEPTED, refusedBy, type Story, type StoryTeller, storyTeller } from './story.ts';
import type { Vm } from './vm.ts';
import { readVmAccount } from './vm-accounts.ts';
import { send, simulate } from './vm-send.ts';

const MEMBERS = ['signer 1', 'signer 2', 'signer 3', 'signer 4', 'signer 5'];
const REQUIRED = 3;
/** The runtime's words for a signature that is not there. */
const TOO_FEW = 'missing required signature for instruction';

/**
 * Sheet "Regulatory Freeze - Control 42": who may stop a mint, what a stop looks like, how it is lifted. Every brake of the
 * mint is tried with one signature too few before it is tried with enough, both ways.
 */
export function playControl42(vm: Vm): Story {
  const world = buildFreezeWorld(vm, MEMBERS, REQUIRED);
  const teller = storyTeller('control-42', {
    mint: world.mint.toBase58(),
    'source account': world.source.toBase58(),
    '3-of-5 authority': world.multisig.toBase58(),
    [HOOK]: world.hook.toBase58(),
    'hook controls': world.controls.toBase58(),
    [TOKEN]: TOKEN_2022_PROGRAM,
  });
  for (const right of ['freeze', 'pause'] as const) tellAuthority(world, teller, right);
  tellTransfer(world, teller, 'A test transfer before any freeze', ACCEPTED);
  for (const brake of [hookFreeze(world), tokenPause(world), accountFreeze(world)])
    tellBrake(world, teller, brake);
  tellTransfer(world, teller, 'A test transfer after every freeze is lifted', ACCEPTED);
  return teller.end();
}

function tellBrake(world: FreezeWorld, teller: StoryTeller, brake: Brake): void {
  const refusal = refusedBy(brake.refusal.program === TOKEN_2022_PROGRAM ? TOKEN : HOOK, brake.refusal.code);
  pullLever(world, teller, `Order ${brake.title}`, brake.program, brake.pull, [0, 1]);
  pullLever(world, teller, `Order ${brake.title}`, brake.program, brake.pull, [0, 1, 2]);
  tellTransfer(world, teller, `A test transfer under ${brake.title}`, refusal);
  if (brake.flag !== null)
    teller.checked(`Verify ${brake.title}`, 'check freeze', 'frozen', freezeCode(world, brake));
  pullLever(world, teller, `Lift ${brake.title}`, brake.program, brake.release, [3, 4]);
  pullLever(world, teller, `Lift ${brake.title}`, brake.program, brake.release, [2, 3, 4]);
  if (brake.flag !== null)
    teller.checked(
      `Verify the lift of ${brake.title}`,
      'check freeze',
      'notFrozen',
      freezeCode(world, brake),
    );
}

/** Sends one order signed by the members with these numbers. */
function pullLever(
  world: FreezeWorld,
  teller: StoryTeller,
  title: string,
  program: string,
  lever: Lever,
  who: readonly number[],
): void {
  const keys = who.map((i) => world.members[i] as FreezeWorld['payer']);
  const instruction = lever.by({ key: world.multisig, signers: keys.map((key) => key.publicKey) });
  const enough = who.length >= REQUIRED;
  teller.sent(
    {
      title: `${title}, ${who.length} of ${REQUIRED} signatures`,
      action: lever.action,
      program,
      signers: who.map((i) => MEMBERS[i] as string),
      expected: enough ? ACCEPTED : refusedBy(program, TOO_FEW),
    },
    send(world, [instruction], keys),
  );
}

function tellTransfer(world: FreezeWorld, teller: StoryTeller, title: string, expected: string): void {
  const step = {
    title,
    action: 'TransferChecked',
    program: TOKEN,
    signers: ['source account owner'],
    expected,
  };
  teller.sent(step, send(world, [testTransfer(world)], []));
}

function tellAuthority(
  { vm, mint, multisig, members }: FreezeWorld,
  teller: StoryTeller,
  right: AuthorityRight,
): void {
  const { name } = checkAuthority(
    readVmAccount(vm, mint.toBase58()),
    readVmAccount(vm, multisig.toBase58()),
    {
      right,
      address: multisig.toBase58(),
      required: REQUIRED,
      places: MEMBERS.length,
      members: members.map((member) => member.publicKey.toBase58()),
    },
  );
  teller.checked(`Verify who may ${right}: 3 distinct members of 5`, 'check authority', 'sound', name);
}

/** What `checkFreeze` says about this brake now. */
function freezeCode(world: FreezeWorld, { flag, refusal }: Brake): string {
  const { err, logs } = simulate(world, [testTransfer(world)]);
  const account = flag && readVmAccount(world.vm, flag.account.toBase58());
  const paused = flag && readPausedFlag(account, flag.place);
  const simulation = { slot: world.vm.svm.getClock().slot, err, logs };
  return checkFreeze({ transferIndex: 0, simulation, paused }, [refusal]).name;
}
