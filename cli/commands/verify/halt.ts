import { expectedErrors, haltRequest, haltVerdict } from '../../../verifier/requests/halt.ts';
import { transferRequest } from '../../../verifier/requests/live-transfer.ts';
import { observeHalt } from '../../../verifier/solana/observe-halt.ts';
import { carryOut, readRequest, requestDocument } from '../../verify/request.ts';
import { openChain, rpcEndpoints } from '../../verify/rpc.ts';
import { transferFields, transferFlags } from '../../verify/transfer-flags.ts';
import type { VerdictReport } from '../../verify/verdict-report.ts';
import { requestArg, VerifyCommand } from '../../verify/verify-command.ts';

export default class VerifyHalt extends VerifyCommand {
  static override summary = 'See a test transfer refused with the error that a halt must give.';
  static override description =
    'The transfer is simulated on the chain and never sent. A file may hold what a node answered instead: { transfer_index, simulation, expected }.';
  static override examples = [
    '<%= config.bin %> verify halt --transfer BASE64 --mint ADDRESS --expect PROGRAM:6001 --rpc https://rpc.example',
    '<%= config.bin %> verify halt answer.json',
  ];
  static override args = requestArg;
  static override flags = transferFlags;

  async run(): Promise<VerdictReport> {
    const { args, flags } = await this.parse(VerifyHalt);
    const document = await requestDocument(args.file, transferFields(flags));
    if (!('transfer' in document)) return this.conclude('halt', carryOut(haltRequest, document), flags.book);
    const request = readRequest(transferRequest, document);
    const expected = readRequest(expectedErrors, document);
    const { chain, failures } = await openChain(rpcEndpoints(flags), flags);
    const seen = await observeHalt(chain, request);
    return this.conclude('halt', haltVerdict(seen, expected), flags.book, [...failures]);
  }
}
