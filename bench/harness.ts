/**
 * Measuring is comparing: every figure is a ratio to a baseline measured in the same process, in turns, so that a slow or
 * busy machine moves both sides. Times are milliseconds.
 */

/** One side of a comparison. `run` does one round and says how many operations that was. */
export interface Contender {
  name: string;
  /** Makes ready for one round; not measured. */
  prepare?(): void;
  run(): number | Promise<number>;
}

export interface Bench {
  name: string;
  /** One sentence: what is compared, on what input. */
  about: string;
  baseline: Contender;
  subject: Contender;
  rounds: number;
  /** `speed`: how many times as fast as the baseline (more is better). `cost`: how many times as long (less is better). */
  reads: 'speed' | 'cost';
  /** What an operation is, in the plural, where so many a second say something: files. */
  unit?: string;
  /** What the subject has more of than the baseline: each one's share of the cost is told, too. */
  shared?: { among: number; word: string };
}

export interface Spread {
  median: number;
  min: number;
  max: number;
}

export interface Comparison {
  /** Time of one operation, per side. */
  baselineMs: Spread;
  subjectMs: Spread;
  ratio: Spread;
}

/** One warm-up round that does not count, then `rounds` rounds; who goes first alternates. `now` tells milliseconds. */
export async function interleave(
  bench: Pick<Bench, 'baseline' | 'subject' | 'rounds' | 'reads'>,
  now: () => number = () => performance.now(),
): Promise<Comparison> {
  const baseline: number[] = [];
  const subject: number[] = [];
  for (let round = 0; round <= bench.rounds; round++) {
    const turns: [Contender, number[]][] = [
      [bench.baseline, baseline],
      [bench.subject, subject],
    ];
    for (const [contender, times] of round % 2 === 0 ? turns : turns.reverse()) {
      const ms = await timeOne(contender, now);
      if (round > 0) times.push(ms);
    }
  }
  const ratios = baseline.map((base, i) => relate(bench.reads, base, subject[i] ?? Number.NaN));
  return { baselineMs: spread(baseline), subjectMs: spread(subject), ratio: spread(ratios) };
}

const relate = (reads: Bench['reads'], baseline: number, subject: number) =>
  reads === 'speed' ? baseline / subject : subject / baseline;

async function timeOne(contender: Contender, now: () => number): Promise<number> {
  contender.prepare?.();
  const start = now();
  const operations = await contender.run();
  if (!(operations > 0)) throw new Error(`${contender.name}: a round without operations measures nothing`);
  return (now() - start) / operations;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (i: number) => sorted[i] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
  return { median, min: at(0), max: at(sorted.length - 1) };
}
