import { isDeepStrictEqual } from 'node:util';
import { OperatorError } from '../operator-error.ts';
import type { Origin, Part } from './part.ts';

type AnyPart = Part<string, unknown>;

/** A part with the file it was read from. */
export interface PartFile<P extends AnyPart = AnyPart> {
  readonly file: string;
  readonly part: P;
}

/**
 * All parts of one campaign as its whole, in the order of their numbers; whatever would make the whole something else than a run
 * that was never split is refused, with what to do.
 */
export function joinParts<Kind extends string, Result>(
  found: readonly PartFile<Part<Kind, Result>>[],
  join: (results: readonly Result[]) => Result,
): Part<Kind, Result> {
  const [first] = found;
  if (!first) throw new OperatorError('no part was named', { hint: 'name the files that --out wrote' });
  for (const other of found) refuseStranger(first, other);
  refuseTwins(found);
  refuseGaps(found);
  const sorted = found.toSorted((a, b) => a.part.shard.index - b.part.shard.index);
  return { ...first.part, shard: { index: 1, of: 1 }, result: join(sorted.map(({ part }) => part.result)) };
}

/** The same campaign: kind, program, commit, books, options, and split in the same way. */
function refuseStranger(first: PartFile, other: PartFile): void {
  const difference =
    first.part.kind === other.part.kind
      ? (originDifference(first.part.origin, other.part.origin) ??
        (first.part.shard.of === other.part.shard.of
          ? undefined
          : `the one is of ${first.part.shard.of} parts, the other of ${other.part.shard.of}`))
      : `the one holds ${first.part.kind}, the other ${other.part.kind}`;
  if (difference === undefined) return;
  throw new OperatorError(`${first.file} and ${other.file} do not belong together: ${difference}`, {
    hint: `make all parts with one program on one commit: ${rerun(first.part, other.part.shard.index)}`,
  });
}

function originDifference(a: Origin, b: Origin): string | undefined {
  if (a.program !== b.program) return `drillbook ${a.program} made the one, ${b.program} the other`;
  if (a.commit !== b.commit)
    return `the one is of commit ${short(a.commit)}, the other of ${short(b.commit)}`;
  const book = [...new Set([...Object.keys(a.books), ...Object.keys(b.books)])].find(
    (id) => a.books[id] !== b.books[id],
  );
  if (book !== undefined) return `the book ${book} was not the same`;
  const names = [...new Set([...Object.keys(a.options), ...Object.keys(b.options)])];
  const option = names.find((name) => !isDeepStrictEqual(a.options[name], b.options[name]));
  return option === undefined
    ? undefined
    : `${option} is ${JSON.stringify(a.options[option])} in the one, ${JSON.stringify(b.options[option])} in the other`;
}

const short = (commit: string | null): string => commit?.slice(0, 12) ?? 'no commit';

function refuseTwins(found: readonly PartFile[]): void {
  for (const [place, { file, part }] of found.entries()) {
    const twin = found.findIndex((other) => other.part.shard.index === part.shard.index);
    if (twin === place) continue;
    throw new OperatorError(
      `${found[twin]?.file} and ${file} are both part ${part.shard.index} of ${part.shard.of}`,
      {
        hint: 'name each part once',
      },
    );
  }
}

function refuseGaps(found: readonly PartFile[]): void {
  const [first] = found;
  if (!first) return;
  const { of } = first.part.shard;
  const there = new Set(found.map(({ part }) => part.shard.index));
  const missing = Array.from({ length: of }, (_, place) => place + 1).filter((index) => !there.has(index));
  if (missing.length === 0) return;
  const which = missing.length === 1 ? `part ${missing[0]} is` : `parts ${listOf(missing)} are`;
  throw new OperatorError(`${which} missing, of ${of}`, {
    hint: `make ${missing.length === 1 ? 'it' : 'the first of them'} with \`${rerun(first.part, missing[0] as number)}\``,
  });
}

const MOST_LISTED = 10;

const listOf = (numbers: readonly number[]): string =>
  numbers.length > MOST_LISTED
    ? `${numbers.slice(0, MOST_LISTED).join(', ')} and ${numbers.length - MOST_LISTED} more`
    : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;

/** The command that makes one part of this campaign. */
const rerun = ({ command, shard: { of } }: AnyPart, index: number): string =>
  `${command} --shard ${index}/${of} --out part-${index}.json`;
