import * as Flags from '@oclif/core/flags';
import { OperatorError } from '../operator-error.ts';
import { addressFlag, demandAddress } from './address-flag.ts';
import { oneLine } from './one-line.ts';
import { rpcFlags } from './rpc.ts';

/** What a live check of a transfer needs; the same fields may stand in the file. */
export const transferFlags = {
  transfer: Flags.string({
    helpValue: 'BASE64',
    summary: 'A serialized transaction that transfers the mint; it is simulated, never sent.',
  }),
  mint: addressFlag('The mint.'),
  expect: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'PROGRAM:CODE',
    summary: 'The error that must refuse the transfer; again for another.',
  }),
  ...rpcFlags,
};

/** The flags as fields of the request. */
export const transferFields = (flags: {
  readonly transfer?: string | undefined;
  readonly mint?: string | undefined;
  readonly expect?: string[] | undefined;
}) => ({
  transfer: flags.transfer,
  mint: flags.mint,
  expected: flags.expect?.map(expectedError),
});

function expectedError(text: string): { program: string; code: number } {
  const [, program, code] = /^([^:]+):([0-9]{1,10})$/.exec(text) ?? [];
  if (program !== undefined && code !== undefined)
    return { program: demandAddress(program), code: Number(code) };
  throw new OperatorError(`\`${oneLine(text)}\` names no error`, {
    hint: 'write the address of the program, a colon and its code in decimal',
  });
}
