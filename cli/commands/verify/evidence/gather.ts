import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { DrillbookCommand } from '../../../base-command.ts';
import { paintFor } from '../../../paint.ts';
import { renderGathered } from '../../../render/gathered.ts';
import { demandAddress } from '../../../verify/address-flag.ts';
import { type GatherReport, gatherInto } from '../../../verify/gather-into.ts';
import { openChain, rpcEndpoints, rpcFlags } from '../../../verify/rpc.ts';

const addresses = (summary: string) =>
  Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'ADDRESS',
    summary,
  });

export default class VerifyEvidenceGather extends DrillbookCommand {
  static override summary = 'Write accounts, slot, block hash and transactions into an evidence bundle.';
  static override description =
    'The folder must not exist yet: evidence is never overwritten. Write the sha256 of its manifest down elsewhere.';
  static override examples = [
    '<%= config.bin %> verify evidence gather case-17 --account ADDRESS --wallet ADDRESS --rpc https://rpc.example',
  ];
  static override args = {
    folder: Args.string({
      required: true,
      name: 'FOLDER',
      description: 'The bundle, a new folder.',
      ignoreStdin: true,
    }),
  };
  static override flags = {
    account: addresses('An account to keep; again for each, at most 100.'),
    wallet: addresses('A wallet whose transactions are kept; again for each.'),
    transactions: Flags.integer({
      helpValue: 'N',
      min: 1,
      max: 10_000,
      default: 1_000,
      summary: 'The newest transactions of each wallet.',
    }),
    ...rpcFlags,
  };

  async run(): Promise<GatherReport> {
    const { args, flags } = await this.parse(VerifyEvidenceGather);
    const request = {
      accounts: (flags.account ?? []).map(demandAddress),
      wallets: (flags.wallet ?? []).map(demandAddress),
      transactionsPerWallet: flags.transactions,
    };
    const { chain, failures } = await openChain(rpcEndpoints(flags), flags);
    const report = await gatherInto(args.folder, chain, request, failures);
    this.log(renderGathered(report, paintFor(process.stdout)));
    if (report.digest === null) this.nothingMeasured('no endpoint gave the accounts');
    else if (report.gaps.length > 0) this.exitAs('findings');
    return report;
  }
}
