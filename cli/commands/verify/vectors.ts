import * as Args from '@oclif/core/args';
import { vectorsVerdict } from '../../../verifier/vectors-verdict.ts';
import { paintFor } from '../../paint.ts';
import { progressOn } from '../../progress.ts';
import { renderVectors } from '../../render/vectors.ts';
import { runVectorFiles, shippedVectors } from '../../verify/vector-files.ts';
import { type VectorsReport, vectorsReport } from '../../verify/vectors-report.ts';
import { VerifyCommand } from '../../verify/verify-command.ts';

export default class VerifyVectors extends VerifyCommand {
  static override summary = 'Run the verifier against vectors known to be good.';
  static override description =
    'Prints totals per file and every mismatch. A mismatch that leaves no room says that the verifier is broken; one in a vector that its file calls ambiguous is listed apart. Without a file the shipped vectors run.';
  static override examples = [
    '<%= config.bin %> verify vectors',
    '<%= config.bin %> verify vectors captured.json --json',
  ];
  static override strict = false;
  static override args = {
    file: Args.string({
      name: 'FILE...',
      description: 'Vector files; none: the shipped ones.',
      ignoreStdin: true,
    }),
  };

  async run(): Promise<VectorsReport> {
    const { argv, flags } = await this.parse(VerifyVectors);
    const named = argv as string[];
    const files = named.length > 0 ? named : shippedVectors(this.config.root);
    const results = await runVectorFiles(files, progressOn(process.stderr));
    const reports = results.map(({ report }) => report);
    this.log(renderVectors(results, paintFor(process.stdout)));
    if (!this.jsonEnabled()) this.log('');
    const verdict = this.conclude('vectors', { name: vectorsVerdict(reports), facts: {} }, flags.book);
    if (verdict.name === 'malformed-file') this.exitAs('operatorError');
    return vectorsReport(verdict, results);
  }
}
