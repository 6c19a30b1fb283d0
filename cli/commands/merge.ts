import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { DrillbookCommand } from '../base-command.ts';
import { deliver } from '../deliver.ts';
import { chooseFormats, formatFlag } from '../formats.ts';
import type { Part } from '../parts/part.ts';
import { readParts } from '../parts/read-part.ts';
import { json } from '../reporters/json.ts';
import { SIMULATION_FORMS } from '../reporters/simulation-forms.ts';
import { writeWhole } from '../write-whole.ts';

export default class Merge extends DrillbookCommand {
  static override summary = 'Join the parts of a campaign that was split with --shard.';
  static override description =
    'Takes every file that --out wrote for one campaign, in any order, and reports on the whole as if it had never been split: the same bytes. Parts of another program, commit, book or question are refused, and so are a part that is there twice and one that is missing: the command that makes it is said. The exit code is that of the command that made the parts.';
  static override examples = [
    '<%= config.bin %> merge part-*.json',
    '<%= config.bin %> merge part-*.json --out whole.json --format markdown=summary.md',
  ];
  static override strict = false;
  static override args = {
    part: Args.string({
      name: 'PART...',
      required: true,
      ignoreStdin: true,
      description: 'Files that --out wrote.',
    }),
  };
  static override flags = {
    out: Flags.string({ helpValue: 'FILE', summary: 'Write the whole there, as the unsplit command would.' }),
    ...formatFlag(SIMULATION_FORMS),
  };

  async run(): Promise<Part<string, unknown>> {
    const { flags, argv } = await this.parse(Merge);
    const { kind, parts } = readParts(argv as string[]);
    const { whole, forms, exit } = kind.join(parts);
    const around = { line: () => undefined, prefix: '', version: this.config.version };
    deliver(chooseFormats(flags.format, forms), whole, around, (text) => this.log(text));
    if (flags.out !== undefined) writeWhole(flags.out, json(whole), 'whole');
    this.exitAs(exit);
    return whole;
  }
}
