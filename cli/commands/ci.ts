import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { type CiReport, ciExit, runCi } from '../ci-report.ts';
import { paintFor } from '../paint.ts';
import { progressOn } from '../progress.ts';
import { renderCi } from '../render/ci-report.ts';
import { textWidth } from '../width.ts';

export default class Ci extends DrillbookCommand {
  static override summary = 'Run what a pull request must pass: check the books, then replay every drill.';
  static override examples = ['<%= config.bin %> ci', '<%= config.bin %> ci --book web-shop --json'];
  static override flags = bookFlag;

  async run(): Promise<CiReport['json']> {
    const { flags } = await this.parse(Ci);
    const report = runCi(flags.book, progressOn(process.stderr));
    this.log(renderCi(report, textWidth(process.stdout), paintFor(process.stdout)));
    this.exitAs(ciExit(report));
    return report.json;
  }
}
