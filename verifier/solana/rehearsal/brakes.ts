import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import type { ProgramError } from '../error-attribution.ts';
import { ACCOUNT_FROZEN, MINT_PAUSED } from '../freeze-check.ts';
import type { PausedFlagPlace } from '../paused-flag.ts';
import type { FreezeWorld } from './freeze-world.ts';
import { setControl } from './hook-accounts.ts';
import { CONTROLS_FLAGS_OFFSET, CONTROLS_TAG, controlIndex } from './hook-controls.ts';
import { type Authority, freezeAccount, pause, resume, thawAccount } from './token-instructions.ts';

/** One way in which the programs of a mint can stop its transfers, and let them go again. */
export type Brake = {
  readonly title: string;
  readonly pull: Lever;
  readonly release: Lever;
  /** What a transfer is refused with while the brake is on. */
  readonly refusal: ProgramError;
  /** Where to read that it is on; null where the refusal is the only sign. */
  readonly flag: { readonly account: PublicKey; readonly place: PausedFlagPlace } | null;
};

/** One order to a program, which is called by its name in the story. */
export type Lever = {
  readonly program: string;
  readonly action: string;
  readonly by: (authority: Authority) => TransactionInstruction;
};

export const HOOK = 'transfer hook';
export const TOKEN = 'token program';

/** The freeze of sheet section 12: the hook refuses with 6042 and its state account says paused. */
export function hookFreeze({ vm, hook, controls }: FreezeWorld): Brake {
  const set = (on: boolean) => (authority: Authority) =>
    setControl(vm.web3, hook, controls, authority, 6042, on);
  const offset = CONTROLS_FLAGS_OFFSET + controlIndex(6042);
  return {
    title: 'the regulatory freeze of the mint',
    pull: { program: HOOK, action: 'SetControl 6042 on', by: set(true) },
    release: { program: HOOK, action: 'SetControl 6042 off', by: set(false) },
    refusal: { program: hook.toBase58(), code: 6042 },
    flag: {
      account: controls,
      place: { kind: 'byte', owner: hook.toBase58(), prefix: CONTROLS_TAG, offset },
    },
  };
}

/** Token-2022's own pause, which needs no hook to be sound. */
export function tokenPause({ vm, mint }: FreezeWorld): Brake {
  return {
    title: "the token program's pause of the mint",
    pull: { program: TOKEN, action: 'Pause', by: (authority) => pause(vm.web3, mint, authority) },
    release: { program: TOKEN, action: 'Resume', by: (authority) => resume(vm.web3, mint, authority) },
    refusal: MINT_PAUSED,
    flag: { account: mint, place: { kind: 'mint' } },
  };
}

/** The freeze of one holder's account. */
export function accountFreeze({ vm, mint, source }: FreezeWorld): Brake {
  return {
    title: 'the freeze of one account',
    pull: {
      program: TOKEN,
      action: 'FreezeAccount',
      by: (authority) => freezeAccount(vm.web3, source, mint, authority),
    },
    release: {
      program: TOKEN,
      action: 'ThawAccount',
      by: (authority) => thawAccount(vm.web3, source, mint, authority),
    },
    refusal: ACCOUNT_FROZEN,
    flag: null,
  };
}
