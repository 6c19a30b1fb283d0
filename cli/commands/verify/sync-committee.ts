import * as Flags from '@oclif/core/flags';
import { syncCommitteeRequest } from '../../../verifier/requests/sync-committee.ts';
import { carryOut, requestDocument } from '../../verify/request.ts';
import type { VerdictReport } from '../../verify/verdict-report.ts';
import { requestArg, VerifyCommand } from '../../verify/verify-command.ts';

export default class VerifySyncCommittee extends VerifyCommand {
  static override summary = 'Verify one aggregate BLS signature: the primitive, and nothing above it.';
  static override description =
    'Says whether all of these keys signed this root. It does not know whether the keys are the committee or the root belongs to the right fork: `verify update` does.';
  static override examples = [
    '<%= config.bin %> verify sync-committee request.json',
    '<%= config.bin %> verify sync-committee --pubkeys HEX --signature HEX --signing-root HEX --json',
  ];
  static override args = requestArg;
  static override flags = {
    pubkeys: Flags.string({ helpValue: 'HEX', summary: 'Keys of 48 bytes, concatenated.' }),
    signature: Flags.string({ helpValue: 'HEX', summary: '96 bytes.' }),
    'signing-root': Flags.string({ helpValue: 'HEX', summary: '32 bytes.' }),
  };

  async run(): Promise<VerdictReport> {
    const { args, flags } = await this.parse(VerifySyncCommittee);
    const { pubkeys, signature, 'signing-root': signing_root } = flags;
    const document = await requestDocument(args.file, { pubkeys, signature, signing_root });
    return this.conclude('sync-committee', carryOut(syncCommitteeRequest, document), flags.book);
  }
}
