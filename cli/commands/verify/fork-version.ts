import { bytesToHex } from '@noble/curves/utils.js';
import * as Flags from '@oclif/core/flags';
import { forkAnswers } from '../../../verifier/ethereum/fork-words.ts';
import { forkVersionRequest } from '../../../verifier/requests/fork-version.ts';
import { beaconEndpoints, beaconFlags, describeBeaconFailure, openBeacon } from '../../verify/beacon.ts';
import { networkFlag, networkOf } from '../../verify/network.ts';
import { carryOut, requestDocument } from '../../verify/request.ts';
import type { VerdictReport } from '../../verify/verdict-report.ts';
import { requestArg, VerifyCommand } from '../../verify/verify-command.ts';

export default class VerifyForkVersion extends VerifyCommand {
  static override summary = 'Say whether a changed fork version, or a failure near a fork, is a defect.';
  static override description =
    'With --beacon the Fork object is what at least two endpoints agree on; else the file holds it.';
  static override examples = [
    '<%= config.bin %> verify fork-version --used 0x06000000 --attested-slot N --signature-slot N --verified --beacon https://a.example --beacon https://b.example --beacon https://c.example',
    '<%= config.bin %> verify fork-version seen.json --json',
  ];
  static override args = requestArg;
  static override flags = {
    used: Flags.string({ helpValue: 'HEX', summary: 'The version that went into the domain, 4 bytes.' }),
    'used-before': Flags.string({ helpValue: 'HEX', summary: 'That of the verification before.' }),
    'attested-slot': Flags.string({ helpValue: 'N', summary: 'Of the header that was signed.' }),
    'signature-slot': Flags.string({ helpValue: 'N', summary: 'Of the block with the signature.' }),
    verified: Flags.boolean({ allowNo: true, summary: 'Whether that verification succeeded.' }),
    ...networkFlag,
    ...beaconFlags,
  };

  async run(): Promise<VerdictReport> {
    const { args, flags } = await this.parse(VerifyForkVersion);
    const document = await requestDocument(args.file, {
      used: flags.used,
      used_before: flags['used-before'],
      attested_slot: flags['attested-slot'],
      signature_slot: flags['signature-slot'],
      verified: flags.verified,
    });
    if (beaconEndpoints(flags).length === 0)
      return this.conclude('fork-version', carryOut(forkVersionRequest, document), flags.book);
    const read = await openBeacon(flags, await networkOf(flags.network)).readFork('head');
    const failures = read.failures.map(describeBeaconFailure);
    if (!read.ok)
      return this.conclude(
        'beacon',
        { name: read.class, facts: forkAnswers(read.answers) },
        flags.book,
        failures,
      );
    const fork = {
      previous_version: bytesToHex(read.value.previousVersion),
      current_version: bytesToHex(read.value.currentVersion),
      epoch: String(read.value.epoch),
    };
    const verdict = carryOut(forkVersionRequest, { ...document, fork });
    return this.conclude('fork-version', verdict, flags.book, failures);
  }
}
