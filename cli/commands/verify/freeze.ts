import * as Flags from '@oclif/core/flags';
import { freezeRequest, freezeVerdict } from '../../../verifier/requests/freeze.ts';
import { expectedErrors } from '../../../verifier/requests/halt.ts';
import { freezeObservationRequest } from '../../../verifier/requests/live-transfer.ts';
import { observeFreeze } from '../../../verifier/solana/observe-freeze.ts';
import { addressFlag } from '../../verify/address-flag.ts';
import { carryOut, readRequest, requestDocument } from '../../verify/request.ts';
import { openChain, rpcEndpoints } from '../../verify/rpc.ts';
import { transferFields, transferFlags } from '../../verify/transfer-flags.ts';
import type { VerdictReport } from '../../verify/verdict-report.ts';
import { requestArg, VerifyCommand } from '../../verify/verify-command.ts';

export default class VerifyFreeze extends VerifyCommand {
  static override summary = 'See a test transfer refused by the freeze, and the paused flag set.';
  static override description =
    "The transfer is simulated on the chain and never sent. Without --flag-account the paused flag is the mint's own (Token-2022). A file may hold what a node answered instead: { transfer_index, simulation, paused, expected }.";
  static override examples = [
    '<%= config.bin %> verify freeze --transfer BASE64 --mint ADDRESS --expect PROGRAM:6042 --flag-account ADDRESS --flag-owner PROGRAM --flag-offset 8 --rpc https://rpc.example',
    '<%= config.bin %> verify freeze request.json --rpc https://rpc.example --json',
  ];
  static override args = requestArg;
  static override flags = {
    ...transferFlags,
    'flag-account': addressFlag('The account that holds the paused flag.'),
    'flag-owner': addressFlag('The program that must own that account.'),
    'flag-prefix': Flags.string({ helpValue: 'HEX', summary: 'How that account must begin.' }),
    'flag-offset': Flags.integer({ helpValue: 'N', min: 0, summary: 'The byte that is the flag.' }),
  };

  async run(): Promise<VerdictReport> {
    const { args, flags } = await this.parse(VerifyFreeze);
    const flag =
      flags['flag-account'] === undefined
        ? undefined
        : {
            account: flags['flag-account'],
            owner: flags['flag-owner'],
            prefix: flags['flag-prefix'] ?? '',
            offset: flags['flag-offset'],
          };
    const document = await requestDocument(args.file, { ...transferFields(flags), flag });
    if (!('transfer' in document))
      return this.conclude('freeze', carryOut(freezeRequest, document), flags.book);
    const request = readRequest(freezeObservationRequest, document);
    const expected = readRequest(expectedErrors, document);
    const { chain, failures } = await openChain(rpcEndpoints(flags), flags);
    const seen = await observeFreeze(chain, request);
    return this.conclude('freeze', freezeVerdict(seen, expected), flags.book, [...failures]);
  }
}
