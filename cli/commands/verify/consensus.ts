import * as Flags from '@oclif/core/flags';
import {
  balanceReportsOf,
  consensusRequest,
  consensusVerdict,
} from '../../../verifier/requests/consensus.ts';
import { addressFlag, demandAddress } from '../../verify/address-flag.ts';
import { readSupply } from '../../verify/read-supply.ts';
import { carryOut, readRequest, requestDocument } from '../../verify/request.ts';
import { openChain, rpcEndpoints, rpcFlags } from '../../verify/rpc.ts';
import type { VerdictReport } from '../../verify/verdict-report.ts';
import { requestArg, VerifyCommand } from '../../verify/verify-command.ts';

export default class VerifyConsensus extends VerifyCommand {
  static override summary = 'Compare what distinct sources state about a balance with the supply on chain.';
  static override description =
    'The file holds { supply, reports: [{ source, identity, balance }] }; a source without an answer has `unavailable` in place of the balance. With --mint the supply is read from the chain.';
  static override examples = [
    '<%= config.bin %> verify consensus statements.json',
    '<%= config.bin %> verify consensus statements.json --mint ADDRESS --rpc https://rpc.example',
  ];
  static override args = requestArg;
  static override flags = {
    supply: Flags.string({ helpValue: 'N', summary: 'The supply, in base units of the mint.' }),
    mint: addressFlag('The mint whose supply is read.'),
    ...rpcFlags,
  };

  async run(): Promise<VerdictReport> {
    const { args, flags } = await this.parse(VerifyConsensus);
    const document = await requestDocument(args.file, { supply: flags.supply });
    if (flags.mint === undefined)
      return this.conclude('consensus', carryOut(consensusRequest, document), flags.book);
    const mint = demandAddress(flags.mint);
    const reports = readRequest(balanceReportsOf, document);
    const { chain, failures } = await openChain(rpcEndpoints(flags), flags);
    const read = await readSupply(chain, mint);
    if ('unavailable' in read) return this.unmeasured('consensus', read.unavailable, [...failures]);
    return this.conclude('consensus', consensusVerdict(reports, read.value), flags.book, [...failures]);
  }
}
