import type { CoverageOptions } from './coverage-words.ts';

/** What coverage is asked for; runbooks are named as they were typed. */
export interface CoverageAsked extends Omit<CoverageOptions, 'runbooks'> {
  readonly book: string | undefined;
  readonly named: readonly string[];
}

export const DEFAULT_STATES = 20_000;

const quoted = (word: string): string =>
  /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** The command that asks for it, without its shard. */
export const coverageCommand = ({
  book,
  named,
  runs,
  seed,
  exhaustive,
  states,
  ...chances
}: CoverageAsked): string =>
  [
    'drillbook coverage',
    ...named.map(quoted),
    ...(book === undefined ? [] : [`--book ${quoted(book)}`]),
    `--runs ${runs} --seed ${seed}`,
    `--failure-percent ${chances.failurePercent} --free-percent ${chances.freePercent}`,
    ...(exhaustive ? [`--exhaustive --budget ${states}`] : []),
  ].join(' ');
