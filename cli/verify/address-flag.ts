import * as Flags from '@oclif/core/flags';
import { fromAddress } from '../../verifier/solana/base58.ts';
import { OperatorError } from '../operator-error.ts';
import { oneLine } from './one-line.ts';

/** A flag that takes a base58 address of the chain; whoever uses its text demands that it is one. */
export const addressFlag = (summary: string) => Flags.string({ helpValue: 'ADDRESS', summary });

export function demandAddress(text: string): string {
  if (fromAddress(text) !== null) return text;
  throw new OperatorError(`\`${oneLine(text)}\` is no address`, {
    hint: 'an address is base58 text of 32 bytes',
  });
}
