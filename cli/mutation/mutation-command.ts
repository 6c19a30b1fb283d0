import { quoted } from '../simulation/simulation-command.ts';
import type { MutantsAsked } from './choose-mutants.ts';

/** What was asked for, as typed. */
export interface MutationTyped extends MutantsAsked {
  readonly book: string | undefined;
  readonly budget: number;
}

/** States of one search, when nothing is said. */
export const DEFAULT_STATES = 5000;

/** The command that asks for the same mutants, without its shard. */
export function mutationCommand({
  book,
  operators,
  files,
  since,
  sample,
  seed,
  budget,
}: MutationTyped): string {
  return [
    'drillbook mutate',
    ...(book === undefined ? [] : [`--book ${quoted(book)}`]),
    ...operators.map((each) => `--operator ${quoted(each)}`),
    ...files.map((each) => `--file ${quoted(each)}`),
    ...(since === undefined ? [] : [`--since ${quoted(since)}`]),
    ...(sample === undefined ? [] : [`--sample ${sample} --seed ${seed}`]),
    ...(budget === DEFAULT_STATES ? [] : [`--budget ${budget}`]),
  ].join(' ');
}
