import type { Attribution, ProgramError } from './error-attribution.ts';
import type { FreezeCode } from './freeze-codes.ts';
import { checkHalt, type TransferObservation } from './halt-check.ts';
import { TOKEN_2022_PROGRAM } from './program-ids.ts';

export type FreezeObservation = TransferObservation & {
  /** Null when it could not be read. */
  readonly paused: boolean | null;
};

export type FreezeVerdict = {
  readonly name: FreezeCode;
  /** Why the transfer was refused; null when it passed or was not simulated. */
  readonly refusal: Attribution | null;
};

/** Token-2022 `TokenError::MintPaused`: the whole mint is paused. */
export const MINT_PAUSED: ProgramError = { program: TOKEN_2022_PROGRAM, code: 67 };
/**
 * Token-2022 `TokenError::AccountFrozen`: proves that ONE of the two accounts is frozen, not that the mint
 * is.
 */
export const ACCOUNT_FROZEN: ProgramError = { program: TOKEN_2022_PROGRAM, code: 17 };

/**
 * Is the freeze really in force? The test transfer must be halted (`checkHalt`), and the paused flag must be
 * set.
 *
 * Leaves to its caller: what `checkHalt` does, and that simulation and flag are of one moment.
 */
export function checkFreeze(seen: FreezeObservation, expected: readonly ProgramError[]): FreezeVerdict {
  const { name, refusal } = checkHalt(seen, expected);
  switch (name) {
    case 'halted':
      if (seen.paused === null) return { name: 'flag-unreadable', refusal };
      return { name: seen.paused ? 'frozen' : 'flag-not-set', refusal };
    case 'not-halted':
      return { name: seen.paused === true ? 'bypassed' : 'not-frozen', refusal };
    case 'refused-otherwise':
    case 'not-a-transfer':
    case 'not-simulated':
      return { name, refusal };
  }
}
