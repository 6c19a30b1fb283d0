import * as Args from '@oclif/core/args';
import { evidenceVerdict } from '../../../../verifier/requests/evidence.ts';
import { readBundle } from '../../../verify/read-bundle.ts';
import type { VerdictReport } from '../../../verify/verdict-report.ts';
import { VerifyCommand } from '../../../verify/verify-command.ts';

export default class VerifyEvidenceCheck extends VerifyCommand {
  static override summary = 'Compare an evidence bundle with its manifest.';
  static override description =
    'Proves that nothing changed since the manifest was written, not who wrote it: compare its sha256 with what was written down.';
  static override examples = ['<%= config.bin %> verify evidence check case-17'];
  static override args = {
    folder: Args.string({ required: true, name: 'FOLDER', description: 'The bundle.', ignoreStdin: true }),
  };

  async run(): Promise<VerdictReport> {
    const { args, flags } = await this.parse(VerifyEvidenceCheck);
    return this.conclude('evidence', evidenceVerdict(readBundle(args.folder)), flags.book);
  }
}
