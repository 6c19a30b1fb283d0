import { playUpgrade } from '../../../verifier/solana/rehearsal/upgrade.ts';
import { DrillbookCommand } from '../../base-command.ts';
import { paintFor } from '../../paint.ts';
import { playRehearsal, type RehearsalReport } from '../../rehearsal.ts';
import { renderRehearsal } from '../../render/rehearsal.ts';

export default class RehearseUpgrade extends DrillbookCommand {
  static override summary = 'Replace a program on a real virtual machine, and see who cannot.';
  static override examples = [
    '<%= config.bin %> rehearse upgrade',
    '<%= config.bin %> rehearse upgrade --json',
  ];

  async run(): Promise<RehearsalReport> {
    await this.parse(RehearseUpgrade);
    const report = await playRehearsal(playUpgrade);
    this.log(renderRehearsal(report, paintFor(process.stdout)));
    if (!report.held) this.exitAs('findings');
    return report;
  }
}
