import { playControl42 } from '../../../verifier/solana/rehearsal/control-42.ts';
import { DrillbookCommand } from '../../base-command.ts';
import { paintFor } from '../../paint.ts';
import { playRehearsal, type RehearsalReport } from '../../rehearsal.ts';
import { renderRehearsal } from '../../render/rehearsal.ts';

export default class RehearseControl42 extends DrillbookCommand {
  static override summary =
    'Freeze a mint and lift it on a real virtual machine, as its signers would see it.';
  static override examples = [
    '<%= config.bin %> rehearse control-42',
    '<%= config.bin %> rehearse control-42 --json',
  ];

  async run(): Promise<RehearsalReport> {
    await this.parse(RehearseControl42);
    const report = await playRehearsal(playControl42);
    this.log(renderRehearsal(report, paintFor(process.stdout)));
    if (!report.held) this.exitAs('findings');
    return report;
  }
}
