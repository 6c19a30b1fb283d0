import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { deliver } from '../deliver.ts';
import { chooseFormats, formatFlag } from '../formats.ts';
import { progressOn } from '../progress.ts';
import { type ReplayJson, replaysAsJson } from '../replay-json.ts';
import { booksFor, replayScenarios } from '../replay-scenarios.ts';
import { replayForms } from '../reporters/replay-forms.ts';
import { surroundingsOf } from '../surroundings.ts';
import { writeCourses } from '../write-courses.ts';
import { writeTraces } from '../write-traces.ts';

export default class Replay extends DrillbookCommand {
  static override summary =
    'Play drills: who does what at which minute, which promise is kept and which breaks.';
  static override description =
    'Plays scenarios of the books here and judges them in a closed world: every page and every broken promise is either expected by name or a failure. A scenario that is named is shown with its whole timeline; without a name all are played and what broke is shown.';
  static override examples = [
    '<%= config.bin %> replay',
    '<%= config.bin %> replay 2026-q3-custody-discrepancy',
    '<%= config.bin %> replay scenarios/web-shop/outage.yaml --trace traces',
    '<%= config.bin %> replay --timeline --json',
    '<%= config.bin %> replay 2026-q3-custody-discrepancy --write-course',
    '<%= config.bin %> replay --format github --format junit=drills.xml',
  ];
  static override strict = false;
  static override args = {
    scenario: Args.string({
      name: 'SCENARIO...',
      ignoreStdin: true,
      description: 'Ids or files of scenarios; none: all.',
    }),
  };
  static override flags = {
    ...bookFlag,
    ...formatFlag(replayForms(false)),
    timeline: Flags.boolean({ summary: 'Show every timeline in full.' }),
    'write-course': Flags.boolean({
      summary: 'Write what happens into each scenario, as the course that it expects from now on.',
    }),
    trace: Flags.string({ helpValue: 'FOLDER', summary: 'Write each trace there as JSON Lines.' }),
  };

  async run(): Promise<ReplayJson> {
    const { flags, argv } = await this.parse(Replay);
    const named = argv as string[];
    const formats = chooseFormats(flags.format, replayForms(flags.timeline || named.length > 0));
    const play = () => {
      const { root, books } = booksFor(flags.book, named);
      return { root, drills: replayScenarios({ root, books }, named, progressOn(process.stderr)) };
    };
    if (flags['write-course']) writeCourses(play());
    const { root, drills } = play();
    deliver(formats, drills, surroundingsOf(root, this.config.version), (text) => this.log(text));
    if (flags.trace !== undefined) writeTraces(flags.trace, drills);
    if (drills.length === 0) this.nothingMeasured('no scenario was found');
    else if (drills.some(({ replay }) => replay.failures.length > 0)) this.exitAs('findings');
    return replaysAsJson(drills);
  }
}
