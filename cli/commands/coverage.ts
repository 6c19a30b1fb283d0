import { join } from 'node:path';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { chooseRunbooks } from '../choose-runbooks.ts';
import { coverageCommand, DEFAULT_STATES } from '../coverage/coverage-command.ts';
import { coverageExit } from '../coverage/coverage-exit.ts';
import type { CoveragePart } from '../coverage/coverage-part.ts';
import { coveredBooks } from '../coverage/covered-books.ts';
import { drawPicture } from '../coverage/draw-picture.ts';
import { runCoverage } from '../coverage/run-coverage.ts';
import { deliver } from '../deliver.ts';
import { chooseFormats, formatFlag } from '../formats.ts';
import { originOf } from '../parts/origin.ts';
import { partExit } from '../parts/part-exit.ts';
import { shardOf } from '../parts/shard.ts';
import { progressOn } from '../progress.ts';
import { COVERAGE_FORMS } from '../reporters/coverage-forms.ts';
import { chanceFlags, chancesOf } from '../simulation/chance-flags.ts';
import { soundBooks } from '../sound-book.ts';
import { surroundingsOf } from '../surroundings.ts';
import { today } from '../today.ts';
import { workersFlag } from '../workers-flag.ts';
import { writeWhole } from '../write-whole.ts';

/** Of one search, beside its states. */
const BYTES = 5e8;

export default class Coverage extends DrillbookCommand {
  static override summary =
    'Say what of a book its drills show, what random incidents show, and what cannot happen.';
  static override description =
    'Counts everything that the book says may happen: steps and their outcomes, causes, jumps, escalations, approvals and what is missing when one is, thresholds from below and above, roles by their holder and by others, messages. Drills are replayed, random incidents are played; with --exhaustive a search through all runs decides about the rest. What no incident can show is a finding.';
  static override examples = [
    '<%= config.bin %> coverage',
    '<%= config.bin %> coverage custody-discrepancy --picture custody.svg',
    '<%= config.bin %> coverage --book web-shop --exhaustive --format markdown=coverage.md',
    '<%= config.bin %> coverage --exhaustive --shard 3/8 --out part-3.json',
  ];
  static override strict = false;
  static override args = {
    runbook: Args.string({
      name: 'RUNBOOK...',
      ignoreStdin: true,
      description: 'Ids or files of runbooks; none: all of the book.',
    }),
  };
  static override flags = {
    ...bookFlag,
    ...chanceFlags(300),
    exhaustive: Flags.boolean({
      default: false,
      char: 'x',
      summary: 'Search all runs for what neither drills nor random runs show.',
    }),
    budget: Flags.integer({
      default: DEFAULT_STATES,
      min: 1,
      max: 1_000_000_000,
      helpValue: 'STATES',
      summary: 'States after which one search gives up.',
    }),
    picture: Flags.string({ helpValue: 'FILE', summary: 'Draw the one runbook that is named, as SVG.' }),
    shard: Flags.string({ helpValue: 'I/N', summary: 'Only part I of N: 3/8, or job/8 in an Indexed Job.' }),
    out: Flags.string({ helpValue: 'FILE', summary: 'Write the result there, for `merge`.' }),
    ...workersFlag,
    ...formatFlag(COVERAGE_FORMS),
  };

  async run(): Promise<CoveragePart> {
    const { flags, argv } = await this.parse(Coverage);
    const formats = chooseFormats(flags.format, COVERAGE_FORMS);
    const named = argv as string[];
    const books = soundBooks(flags.book);
    const chosen = chooseRunbooks(books, named, { routine: true });
    const { runs, seed, exhaustive, budget: states } = flags;
    const chances = chancesOf(flags);
    const asked = { runs, seed, exhaustive, states, ...chances };
    const runbooks = chosen.map(({ book, runbook }) => `${book.id}/${runbook.id}`);
    const part = await runCoverage(
      {
        covered: coveredBooks(chosen),
        init: { files: books.files, firstSeed: seed, chances, budget: { states, bytes: BYTES } },
        runs,
        exhaustive,
        shard: shardOf(flags.shard, process.env),
        threads: flags.workers,
        worker: join(this.config.root, 'workers/coverage.js'),
        day: today(),
        origin: originOf(books, this.config.version, { runbooks, ...asked }),
        command: coverageCommand({ book: flags.book, named, ...asked }),
      },
      progressOn(process.stderr),
    );
    if (flags.picture !== undefined) await drawPicture(flags.picture, chosen, part);
    deliver(formats, part, surroundingsOf(books.root, this.config.version), (text) => this.log(text));
    if (flags.out !== undefined) writeWhole(flags.out, COVERAGE_FORMS.json(part), 'part');
    this.exitAs(partExit(part, coverageExit(part)));
    return part;
  }
}
