import * as Flags from '@oclif/core/flags';
import { followChain } from '../../../verifier/ethereum/follow-chain.ts';
import { hexOf } from '../../../verifier/json-fields.ts';
import { updateRequest, updateVerdict } from '../../../verifier/requests/update.ts';
import { beaconFlags, describeBeaconFailure, openBeacon } from '../../verify/beacon.ts';
import { networkFlag, networkOf } from '../../verify/network.ts';
import { carryOut, readRequest, requestDocument } from '../../verify/request.ts';
import type { VerdictReport } from '../../verify/verdict-report.ts';
import { requestArg, VerifyCommand } from '../../verify/verify-command.ts';

export default class VerifyUpdate extends VerifyCommand {
  static override summary = 'Verify a light client update of Ethereum, from a file or from live endpoints.';
  static override description =
    'With --trusted-block the chain is followed from that block to the newest finality update over at least three beacon endpoints; when that fails, the class of failure and its remedy are told. Without it a file holds { network, fork, committee, period, current_slot, update }.';
  static override examples = [
    '<%= config.bin %> verify update --trusted-block ROOT --beacon https://a.example --beacon https://b.example --beacon https://c.example',
    '<%= config.bin %> verify update request.json --json',
  ];
  static override args = requestArg;
  static override flags = {
    'trusted-block': Flags.string({
      helpValue: 'ROOT',
      summary: 'Root of a block that you trust, 32 bytes in hex, not taken from these endpoints.',
    }),
    ...networkFlag,
    ...beaconFlags,
  };

  async run(): Promise<VerdictReport> {
    const { args, flags } = await this.parse(VerifyUpdate);
    const { 'trusted-block': trusted_block } = flags;
    if (trusted_block === undefined) {
      const document = await requestDocument(args.file, {});
      return this.conclude('update', carryOut(updateRequest, document), flags.book);
    }
    const block = readRequest((root) => hexOf(32)((root as { root: unknown }).root, 'trusted block'), {
      root: trusted_block,
    });
    const network = await networkOf(flags.network);
    const followed = await followChain(openBeacon(flags, network), block, network);
    const failures = followed.failures.map(describeBeaconFailure);
    return followed.kind === 'update'
      ? this.conclude('update', updateVerdict(followed.update, followed.context), flags.book, failures)
      : this.conclude(followed.check, followed, flags.book, failures);
  }
}
