import { join } from 'node:path';
import * as Flags from '@oclif/core/flags';
import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { deliver } from '../deliver.ts';
import { chooseFormats, formatFlag } from '../formats.ts';
import { chooseMutants } from '../mutation/choose-mutants.ts';
import { DEFAULT_STATES, mutationCommand } from '../mutation/mutation-command.ts';
import { mutationExit } from '../mutation/mutation-exit.ts';
import type { MutationPart } from '../mutation/mutation-part.ts';
import { runMutation } from '../mutation/run-mutation.ts';
import { SLIP_RULES } from '../mutation/slip-rules.ts';
import { originOf } from '../parts/origin.ts';
import { shardOf } from '../parts/shard.ts';
import { progressOn } from '../progress.ts';
import { hashOfClues, incidentsIn, readAllClues } from '../proofs/clues.ts';
import { toldWaivers } from '../proofs/told-waivers.ts';
import { MUTATION_FORMS } from '../reporters/mutation-forms.ts';
import { soundBooks } from '../sound-book.ts';
import { surroundingsOf } from '../surroundings.ts';
import { today } from '../today.ts';
import { workersFlag } from '../workers-flag.ts';
import { writeWhole } from '../write-whole.ts';

/** Of one search, beside its states; and how many promises of one mutant are proved at the most. */
const BYTES = 3e8;
const PROMISES = 12;

export default class Mutate extends DrillbookCommand {
  static override summary =
    'Try every small slip that a policy can have, and see whether anything notices it.';
  static override description =
    'Edits one place of a policy or a runbook at a time, such as people do on a bad day: a step dropped, a backup gone, a time halved, one signer fewer. Each such book is checked, drilled and proved, the cheapest first, until something minds; a slip that makes no difference to any run is proved equivalent and not counted. What goes unnoticed is shown as a diff, with what would notice it. Slips are tried on the policies and runbooks; drills, invariants and waivers are what judges them.';
  static override examples = [
    '<%= config.bin %> mutate --sample 100',
    '<%= config.bin %> mutate --operator drop-backup --operator drop-approval',
    '<%= config.bin %> mutate --file escalation.yaml',
    '<%= config.bin %> mutate --since origin/main --format github',
    '<%= config.bin %> mutate --shard 3/8 --out part-3.json',
  ];
  static override flags = {
    ...bookFlag,
    operator: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'OPERATOR',
      summary: 'Only slips of this kind; may be given several times.',
    }),
    file: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'FILE',
      summary: 'Only slips in this file; may be given several times.',
    }),
    since: Flags.string({
      helpValue: 'COMMIT',
      summary: 'Only slips on lines that differ from this commit.',
    }),
    sample: Flags.integer({
      min: 1,
      max: 1_000_000,
      helpValue: 'N',
      summary: 'Only so many, drawn by the seed.',
    }),
    seed: Flags.integer({ default: 1, min: 0, max: 0xffff_ffff, summary: 'What the sample is drawn by.' }),
    budget: Flags.integer({
      default: DEFAULT_STATES,
      min: 0,
      max: 1_000_000_000,
      helpValue: 'STATES',
      summary: 'States after which one search of a proof gives up; 0: nothing is proved.',
    }),
    shard: Flags.string({ helpValue: 'I/N', summary: 'Only part I of N: 3/8, or job/8 in an Indexed Job.' }),
    out: Flags.string({ helpValue: 'FILE', summary: 'Write the result there, for `merge`.' }),
    ...workersFlag,
    ...formatFlag(MUTATION_FORMS),
  };

  async run(): Promise<MutationPart> {
    const { flags } = await this.parse(Mutate);
    const { book, operator: operators = [], file: files = [], since, sample, seed, budget } = flags;
    const formats = chooseFormats(flags.format, MUTATION_FORMS);
    const books = soundBooks(book);
    const asked = { operators, files, since, sample, seed };
    const chosen = chooseMutants(books, asked);
    const day = today();
    const clues = readAllClues(books.root, budget === 0 ? [] : incidentsIn(books.books));
    const part = await runMutation(
      {
        chosen,
        asked: {
          day,
          everything:
            [operators, files].every(({ length }) => length === 0) &&
            since === undefined &&
            sample === undefined,
          waivers: books.books.flatMap((each) => toldWaivers(each, SLIP_RULES)),
        },
        init: {
          files: books.files,
          day,
          proofs: budget === 0 ? undefined : { budget: { states: budget, bytes: BYTES }, promises: PROMISES },
          clues,
        },
        shard: shardOf(flags.shard, process.env),
        threads: flags.workers,
        worker: join(this.config.root, 'workers/mutate.js'),
        origin: originOf(books, this.config.version, {
          ...asked,
          since: since ?? null,
          sample: sample ?? null,
          budget,
          clues: hashOfClues(clues),
        }),
        command: mutationCommand({ book, ...asked, budget }),
      },
      progressOn(process.stderr),
    );
    deliver(formats, part, surroundingsOf(books.root, this.config.version), (text) => this.log(text));
    if (flags.out !== undefined) writeWhole(flags.out, MUTATION_FORMS.json(part), 'part');
    this.exitAs(mutationExit(part));
    return part;
  }
}
