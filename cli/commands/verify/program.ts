import * as Flags from '@oclif/core/flags';
import { auditedProgram, programRequest, programVerdict } from '../../../verifier/requests/program.ts';
import { observeProgram } from '../../../verifier/solana/observe-program.ts';
import { programHash } from '../../../verifier/solana/program-account.ts';
import { addressFlag, demandAddress } from '../../verify/address-flag.ts';
import { readInput } from '../../verify/read-input.ts';
import { carryOut, readRequest, requestDocument } from '../../verify/request.ts';
import { openChain, rpcEndpoints, rpcFlags } from '../../verify/rpc.ts';
import type { VerdictReport } from '../../verify/verdict-report.ts';
import { requestArg, VerifyCommand } from '../../verify/verify-command.ts';

export default class VerifyProgram extends VerifyCommand {
  static override summary = 'Compare a deployed program and its upgrade authority with what was audited.';
  static override description =
    'The audited hash is given, or computed from a build. A file may hold { program, program_data, audited } with both accounts.';
  static override examples = [
    '<%= config.bin %> verify program --program ADDRESS --sha256 HEX --upgrade-authority ADDRESS --rpc https://rpc.example',
    '<%= config.bin %> verify program --program ADDRESS --build hook.so --final --rpc https://rpc.example',
  ];
  static override args = requestArg;
  static override flags = {
    program: addressFlag('The program.'),
    sha256: Flags.string({ helpValue: 'HEX', summary: 'Of the audited bytecode, trailing zeros stripped.' }),
    build: Flags.string({
      helpValue: 'FILE',
      exclusive: ['sha256'],
      summary: 'The audited build itself.',
    }),
    'upgrade-authority': addressFlag('Who may replace the program.'),
    final: Flags.boolean({ exclusive: ['upgrade-authority'], summary: 'Nobody may replace it any more.' }),
    ...rpcFlags,
  };

  async run(): Promise<VerdictReport> {
    const { args, flags } = await this.parse(VerifyProgram);
    if (flags.program === undefined) {
      const document = await requestDocument(args.file, {});
      return this.conclude('program', carryOut(programRequest, document), flags.book);
    }
    const address = demandAddress(flags.program);
    const sha256 = flags.build === undefined ? flags.sha256 : programHash(await readInput(flags.build));
    const upgrade_authority = flags.final ? null : flags['upgrade-authority'];
    const audited = readRequest(
      auditedProgram,
      await requestDocument(args.file, { sha256, upgrade_authority }),
    );
    const { chain, failures } = await openChain(rpcEndpoints(flags), flags);
    const seen = await observeProgram(chain, address);
    if ('unavailable' in seen) return this.unmeasured('program', seen.unavailable, [...failures]);
    const { program, programData } = seen.value;
    return this.conclude('program', programVerdict(program, programData, audited), flags.book, [...failures]);
  }
}
