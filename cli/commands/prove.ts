import { join } from 'node:path';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import type * as Interfaces from '@oclif/core/interfaces';
import type { CluesByPath } from '../../simulator/proofs/clues-file.ts';
import { tasksOf } from '../../simulator/proofs/proof-tasks.ts';
import { vanishedFrom } from '../../simulator/proofs/recorded.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { chooseRunbooks } from '../choose-runbooks.ts';
import { deliver } from '../deliver.ts';
import { chooseFormats, formatFlag } from '../formats.ts';
import { originOf } from '../parts/origin.ts';
import { shardOf } from '../parts/shard.ts';
import { progressOn } from '../progress.ts';
import { choosePromises } from '../proofs/choose-promises.ts';
import { hashOfClues, readAllClues, recordClues } from '../proofs/clues.ts';
import { DEFAULT_STATES, type ProofsAsked, proofsCommand } from '../proofs/proofs-command.ts';
import { proofsExit } from '../proofs/proofs-exit.ts';
import type { ProofsPart } from '../proofs/proofs-part.ts';
import { recordTolerances, refuseOtherFiles } from '../proofs/record-tolerances.ts';
import { runProofs } from '../proofs/run-proofs.ts';
import { saveStories, storiesOf } from '../proofs/save-stories.ts';
import { toldWaivers } from '../proofs/told-waivers.ts';
import { type RandomReport, randomExit, randomStories } from '../random-breaks/random-report.ts';
import { runRandom } from '../random-breaks/run-random.ts';
import { PROOF_FORMS } from '../reporters/proof-forms.ts';
import { RANDOM_FORMS } from '../reporters/random-forms.ts';
import { type SoundBooks, soundBooks } from '../sound-book.ts';
import { surroundingsOf } from '../surroundings.ts';
import { today } from '../today.ts';
import { workersFlag } from '../workers-flag.ts';
import { writeWhole } from '../write-whole.ts';

const DEFAULT_SEED = 1;
/** Of one search, beside its states: what a thread may hold. */
const BYTES = 6e8;

export default class Prove extends DrillbookCommand {
  static override summary =
    'Prove every promise for all that people and systems may do, or break it with the fewest people late.';
  static override description =
    'Looks at every run that the declared windows allow, of any length. A promise holds whoever is late, survives so many people being late, or breaks, with the story of the cheapest break. It must survive what the book demands with `tolerate`: by itself a deadline must hold while nobody is late, and what no clock decides must hold whoever is. What is recorded must be survived again; more than that is asked of promises that are named, and with --record. A search that runs out of its budget says so and is never green (exit 4).';
  static override examples = [
    '<%= config.bin %> prove',
    '<%= config.bin %> prove step/notify-custodian --save',
    '<%= config.bin %> prove --runbook custody-discrepancy --failures 1',
    '<%= config.bin %> prove --record',
    '<%= config.bin %> prove --format github --format sarif=proofs.sarif',
    '<%= config.bin %> prove --shard 3/8 --out part-3.json',
  ];
  static override strict = false;
  static override args = {
    promise: Args.string({
      name: 'PROMISE...',
      ignoreStdin: true,
      description: 'Names of promises, as reports print them; none: all.',
    }),
  };
  static override flags = {
    ...bookFlag,
    runbook: Flags.string({
      char: 'r',
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'RUNBOOK',
      summary: 'Only the incident of this runbook; may be given several times.',
    }),
    beside: Flags.string({
      helpValue: 'RUNBOOK',
      summary: 'A second incident, of this runbook, goes on at the same time.',
    }),
    budget: Flags.integer({
      default: DEFAULT_STATES,
      min: 1,
      max: 1_000_000_000,
      helpValue: 'STATES',
      summary: 'States after which one search gives up.',
    }),
    failures: Flags.integer({
      min: 0,
      max: 99,
      helpValue: 'K',
      summary: 'Look only at runs in which at most K people are late.',
    }),
    outages: Flags.boolean({
      default: false,
      summary: 'What a capability stands for may be lost and come back at any time.',
    }),
    slack: Flags.boolean({
      default: false,
      summary:
        'Also find how long each promise takes at the most while nobody is late, and what that leaves.',
    }),
    random: Flags.integer({
      min: 1,
      max: 1_000_000,
      helpValue: 'RUNS',
      exclusive: ['shard', 'out', 'slack', 'beside', 'failures', 'outages', 'budget'],
      summary: 'Prove nothing: play so many random incidents of each runbook, and shrink what breaks.',
    }),
    seed: Flags.integer({
      min: 0,
      max: 0x7fffffff,
      dependsOn: ['random'],
      helpValue: 'S',
      summary: `Of the random incidents: the same seed, the same incidents. Without it: ${DEFAULT_SEED}.`,
    }),
    save: Flags.boolean({
      summary: 'Keep the story of each promise that breaks as a drill in regressions/.',
    }),
    record: Flags.boolean({
      exclusive: ['shard', 'beside', 'failures', 'outages', 'random'],
      summary:
        'Write down what each promise survives, in policies/BOOK/tolerances.yaml: to survive less is a finding then. How that was found goes to policies/BOOK/clues/: the next proofs are faster.',
    }),
    shard: Flags.string({ helpValue: 'I/N', summary: 'Only part I of N: 3/8, or job/8 in an Indexed Job.' }),
    out: Flags.string({ helpValue: 'FILE', summary: 'Write the result there, for `merge`.' }),
    ...workersFlag,
    ...formatFlag(PROOF_FORMS),
  };

  async run(): Promise<ProofsPart | RandomReport> {
    const { flags, argv } = await this.parse(Prove);
    return flags.random === undefined
      ? this.proveAll(flags, argv as string[])
      : this.playRandom({ ...flags, random: flags.random }, argv as string[]);
  }

  private async proveAll(flags: ProveFlags, promises: readonly string[]): Promise<ProofsPart> {
    const { beside, book, budget: states, failures, outages, slack, runbook: runbooks = [] } = flags;
    const formats = chooseFormats(flags.format, PROOF_FORMS);
    const books = soundBooks(book);
    if (beside !== undefined) chooseRunbooks(books, [beside]);
    if (flags.record) refuseOtherFiles(books.books);
    const asked = { promises, runbooks, beside, states, failures, outages, slack };
    const tasks = tasksIn(books, asked);
    const clues = readAllClues(books.root, beside !== undefined || outages ? [] : tasks);
    const part = await runProofs(
      {
        tasks,
        asked: {
          day: today(),
          everything: [...promises, ...runbooks, beside, failures].every((each) => each === undefined),
          waivers: books.books.flatMap((each) => toldWaivers(each)),
          vanished: promises.length > 0 || beside !== undefined ? [] : vanishedFrom(books.books, tasks),
        },
        init: {
          files: books.files,
          budget: { states, bytes: BYTES, ...(failures === undefined ? {} : { failures }) },
          outages,
          slack,
          clues,
          // Who asks for one promise, or writes down what all survive, wants to know it all.
          thorough: flags.record || promises.length > 0,
        },
        shard: shardOf(flags.shard, process.env),
        threads: flags.workers,
        worker: join(this.config.root, 'workers/prove.js'),
        origin: originOf(books, this.config.version, {
          ...asked,
          beside: beside ?? null,
          failures: failures ?? null,
          clues: hashOfClues(clues),
        }),
        command: proofsCommand({ ...asked, book }),
      },
      progressOn(process.stderr),
    );
    const saved = [
      ...(flags.save ? saveStories(books.root, storiesOf(part)) : []),
      ...(flags.record ? recorded(books, clues, part.result.proofs, promises.length === 0) : []),
    ];
    deliver(formats, part, surroundingsOf(books.root, this.config.version), (text) => this.log(text));
    for (const line of saved) this.logToStderr(line);
    if (flags.out !== undefined) writeWhole(flags.out, PROOF_FORMS.json(part), 'part');
    this.exitAs(proofsExit(part));
    return part;
  }

  private async playRandom(
    flags: ProveFlags & { readonly random: number },
    promises: readonly string[],
  ): Promise<RandomReport> {
    const formats = chooseFormats(flags.format, RANDOM_FORMS);
    const books = soundBooks(flags.book);
    const report = await runRandom(
      {
        tasks: tasksIn(books, { promises, runbooks: flags.runbook ?? [], beside: undefined }),
        init: { files: books.files, runs: flags.random, seed: flags.seed ?? DEFAULT_SEED },
        day: today(),
        waivers: books.books.flatMap((each) => toldWaivers(each)),
        threads: flags.workers,
        worker: join(this.config.root, 'workers/random.js'),
      },
      progressOn(process.stderr),
    );
    const saved = flags.save ? saveStories(books.root, randomStories(report)) : [];
    deliver(formats, report, surroundingsOf(books.root, this.config.version), (text) => this.log(text));
    for (const line of saved) this.logToStderr(line);
    this.exitAs(randomExit(report));
    return report;
  }
}

const recorded = (
  { root, books }: SoundBooks,
  clues: CluesByPath,
  proofs: readonly ToldProof[],
  whole: boolean,
): string[] => [
  ...recordClues(root, books, clues, proofs, whole),
  ...recordTolerances(root, books, proofs, whole),
];

/** The flags of `prove`, as parsed. */
type ProveFlags = Interfaces.InferredFlags<typeof Prove.flags>;

/** Every promise of the runbooks that were named, or of all, routine ones too; or those of them that were named too. */
const tasksIn = (
  books: SoundBooks,
  { promises, runbooks, beside }: Pick<ProofsAsked, 'promises' | 'runbooks' | 'beside'>,
) =>
  choosePromises(
    chooseRunbooks(books, runbooks, { routine: true }).flatMap((each) =>
      tasksOf(each.book, each.runbook.id, beside),
    ),
    promises,
  );
