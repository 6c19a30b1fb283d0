import type { Keypair, PublicKey, TransactionInstruction } from '@solana/web3.js';
import { TOKEN_2022_PROGRAM } from '../program-ids.ts';
import { castKey } from './cast.ts';
import { controlsData, extraAccountsAddress, extraAccountsData } from './hook-accounts.ts';
import {
  initializeAccount,
  initializeMint,
  initializeMultisig,
  initializePausable,
  initializeTransferHook,
  mintTo,
  transferChecked,
} from './token-instructions.ts';
import type { Vm } from './vm.ts';
import { fund, placeAccount } from './vm-accounts.ts';
import { mustSend, type Purse } from './vm-send.ts';

/**
 * A mint with a transfer hook and the Pausable extension; one multisig may freeze, pause and set the hook's
 * controls.
 */
export type FreezeWorld = Purse & {
  readonly members: readonly Keypair[];
  readonly multisig: PublicKey;
  readonly mint: PublicKey;
  readonly hook: PublicKey;
  readonly controls: PublicKey;
  readonly source: PublicKey;
  readonly destination: PublicKey;
};

const DECIMALS = 2;
const SUPPLY = 1_000_000n;
// Base 165, account type 1, then 4 bytes before each extension: Pausable 33 and TransferHook 64 for the mint,
// PausableAccount 0 and TransferHookAccount 1 for the accounts.
const MINT_LENGTH = 166 + 37 + 68;
const ACCOUNT_LENGTH = 166 + 4 + 5;
const MULTISIG_LENGTH = 355;

/**
 * Builds the world on a fresh machine with the token program's own instructions; only the two accounts of the
 * hook are put in place directly. `memberNames` fill the places of the multisig in order: naming one twice
 * gives it two places. `installHook` brings the program to `hook`.
 */
export function buildFreezeWorld(
  vm: Vm,
  memberNames: readonly string[],
  required: number,
  installHook: (world: FreezeWorld) => void,
): FreezeWorld {
  const address = (name: string) => castKey(vm.web3, name).publicKey;
  const world: FreezeWorld = {
    vm,
    payer: castKey(vm.web3, 'payer'),
    members: memberNames.map((name) => castKey(vm.web3, name)),
    multisig: address('multisig'),
    mint: address('mint'),
    hook: address('hook'),
    controls: address('controls'),
    source: address('source account'),
    destination: address('destination account'),
  };
  fund(vm, world.payer.publicKey, 1_000_000_000_000n);
  installHook(world);
  placeHookAccounts(world);
  createMint(world, required);
  createAccounts(world);
  return world;
}

/** One base unit from source to destination: the test transfer. */
export function testTransfer(world: FreezeWorld): TransactionInstruction {
  const { vm, mint, source, destination, hook, controls, payer } = world;
  return transferChecked(vm.web3, {
    source,
    mint,
    destination,
    owner: { key: payer.publicKey, signers: [] },
    amount: 1n,
    decimals: DECIMALS,
    hookAccounts: [controls, hook, extraAccountsAddress(vm.web3, mint, hook)],
  });
}

function placeHookAccounts({ vm, hook, mint, multisig, controls }: FreezeWorld): void {
  placeAccount(vm, controls, hook, controlsData(multisig));
  placeAccount(vm, extraAccountsAddress(vm.web3, mint, hook), hook, extraAccountsData(controls));
}

function createMint(world: FreezeWorld, required: number): void {
  const { vm, payer, members, multisig, mint, hook } = world;
  const places = members.map((member) => member.publicKey);
  create(world, 'multisig', MULTISIG_LENGTH, [initializeMultisig(vm.web3, multisig, places, required)]);
  create(world, 'mint', MINT_LENGTH, [
    initializePausable(vm.web3, mint, multisig),
    initializeTransferHook(vm.web3, mint, multisig, hook),
    initializeMint(vm.web3, mint, DECIMALS, payer.publicKey, multisig),
  ]);
}

function createAccounts(world: FreezeWorld): void {
  const { vm, payer, mint, source, destination } = world;
  const initialize = (account: PublicKey) => [initializeAccount(vm.web3, account, mint, payer.publicKey)];
  create(world, 'source account', ACCOUNT_LENGTH, initialize(source));
  create(world, 'destination account', ACCOUNT_LENGTH, initialize(destination));
  mustSend(world, [mintTo(vm.web3, mint, source, { key: payer.publicKey, signers: [] }, SUPPLY)], []);
}

/** Allocates the account of that name for the token program and initialises it in the same transaction. */
function create(purse: Purse, name: string, space: number, then: TransactionInstruction[]): void {
  const { web3, svm } = purse.vm;
  const account = castKey(web3, name);
  const allocate = web3.SystemProgram.createAccount({
    fromPubkey: purse.payer.publicKey,
    newAccountPubkey: account.publicKey,
    lamports: Number(svm.minimumBalanceForRentExemption(BigInt(space))),
    space,
    programId: new web3.PublicKey(TOKEN_2022_PROGRAM),
  });
  mustSend(purse, [allocate, ...then], [account]);
}
