import { join } from 'node:path';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { chooseRunbooks } from '../choose-runbooks.ts';
import { deliver } from '../deliver.ts';
import { chooseFormats, formatFlag } from '../formats.ts';
import { originOf } from '../parts/origin.ts';
import { partExit } from '../parts/part-exit.ts';
import { shardOf } from '../parts/shard.ts';
import { progressOn } from '../progress.ts';
import { SIMULATION_FORMS } from '../reporters/simulation-forms.ts';
import { chanceFlags, chancesOf } from '../simulation/chance-flags.ts';
import { runSimulation } from '../simulation/run-simulation.ts';
import { simulationCommand } from '../simulation/simulation-command.ts';
import { simulationExit } from '../simulation/simulation-exit.ts';
import type { SimulationPart } from '../simulation/simulation-part.ts';
import { tellingForms } from '../simulation/telling-forms.ts';
import { soundBooks } from '../sound-book.ts';
import { surroundingsOf } from '../surroundings.ts';
import { workersFlag } from '../workers-flag.ts';
import { writeWhole } from '../write-whole.ts';

export default class Simulate extends DrillbookCommand {
  static override summary =
    'Play random incidents by the thousand: which promise breaks, how often, with how many late.';
  static override description =
    'Every time, cause and outcome is drawn from what the book allows; some people miss their bounds, and some of what nobody is bound to do happens: another alarm, a loss, a decision, a late answer. Run i has the seed S + i, so that any of them is had again by --seed and --runs 1. A promise that breaks although nobody is late is a finding. Results depend neither on the number of workers nor on how a campaign is split into parts; `merge` joins the parts, and judges: a part by itself ends with 0.';
  static override examples = [
    '<%= config.bin %> simulate',
    '<%= config.bin %> simulate custody-discrepancy --runs 10000',
    '<%= config.bin %> simulate custody-discrepancy --seed 4 --runs 1 --timeline',
    '<%= config.bin %> simulate --runs 1000000 --shard 3/8 --out part-3.json',
  ];
  static override strict = false;
  static override args = {
    runbook: Args.string({
      name: 'RUNBOOK...',
      ignoreStdin: true,
      description: 'Ids or files of runbooks; none: all of incidents.',
    }),
  };
  static override flags = {
    ...bookFlag,
    ...chanceFlags(1000),
    timeline: Flags.boolean({ summary: 'Tell each incident minute by minute.' }),
    shard: Flags.string({ helpValue: 'I/N', summary: 'Only part I of N: 3/8, or job/8 in an Indexed Job.' }),
    out: Flags.string({ helpValue: 'FILE', summary: 'Write the result there, for `merge`.' }),
    ...workersFlag,
    ...formatFlag(SIMULATION_FORMS),
  };

  async run(): Promise<SimulationPart> {
    const { flags, argv } = await this.parse(Simulate);
    const books = soundBooks(flags.book);
    const chosen = chooseRunbooks(books, argv as string[]);
    const chances = chancesOf(flags);
    const asked = { chosen, chances, seed: flags.seed, runs: flags.runs };
    const formats = chooseFormats(flags.format, tellingForms(flags.timeline, asked));
    const { options, command } = simulationCommand(asked, flags.book, argv as string[]);
    const part = await runSimulation(
      {
        chosen,
        init: { files: books.files, firstSeed: flags.seed, chances },
        runs: flags.runs,
        shard: shardOf(flags.shard, process.env),
        threads: flags.workers,
        worker: join(this.config.root, 'workers/simulate.js'),
        origin: originOf(books, this.config.version, options),
        command,
      },
      progressOn(process.stderr),
    );
    deliver(formats, part, surroundingsOf(books.root, this.config.version), (text) => this.log(text));
    if (flags.out !== undefined) writeWhole(flags.out, SIMULATION_FORMS.json(part), 'part');
    this.exitAs(partExit(part, simulationExit(part)));
    return part;
  }
}
