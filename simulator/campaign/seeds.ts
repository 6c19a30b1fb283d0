/** Seeds are numbers of 32 bits. */
export const MOST_SEEDS = 2 ** 32;

/** A part of a campaign: the runs from `from` up to, not including, `to`, counted from 0. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** One of several parts that a campaign is split into, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Run i of a campaign has the seed S + i, so that a run is had again from its seed alone. */
export const seedOf = (first: number, run: number): number => (first + run) % MOST_SEEDS;

/** The runs of one shard; all shards together are all runs, each once. */
export const rangeOf = (runs: number, { index, of }: Shard): Range => ({
  from: Math.floor((runs * (index - 1)) / of),
  to: Math.floor((runs * index) / of),
});

/** A range in pieces of at most this many runs. */
export function piecesOf({ from, to }: Range, size: number): Range[] {
  const pieces: Range[] = [];
  for (let start = from; start < to; start += size)
    pieces.push({ from: start, to: Math.min(to, start + size) });
  return pieces;
}
