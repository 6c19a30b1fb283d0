import type { Machine } from '../kernel/machine.ts';
import type { Abstraction } from './abstract/abstraction.ts';
import type { Kept } from './abstract/kept.ts';
import type { Misplayed } from './act-out.ts';
import { blameFor, blameKept, blameSignals, blameTimers } from './blame.ts';
import { blameLast, blameMemory } from './blame-last.ts';
import { type Blame, dependsOn, isSomething, NOTHING, sizeOf, smallest } from './reasons.ts';
import type { Subject } from './subject.ts';

/** What a model may be asked to learn at once, unless there is no other way. */
const SMALL = 8;

/** The model with what the story shows it lacks; without a difference to be seen, with all that some window of it still lacks. */
export function refined(
  subject: Subject,
  coarse: Abstraction,
  promise: number,
  misplayed: readonly Misplayed[],
): Kept | undefined {
  const { assumed } = subject;
  const { kept } = coarse;
  for (const blameOf of [blameLast, blameMemory])
    for (const each of misplayed) {
      const blame = blameOf(assumed, coarse, each);
      if (isSomething(blame) && sizeOf(blame) <= SMALL) return withAlso(kept, blame);
    }
  const [strict] = misplayed;
  const signals = strict ? blameSignals(subject, coarse, strict) : NOTHING;
  if (isSomething(signals)) return withAlso(kept, signals);
  const timers = strict && kept.clocks.size > 0 ? blameTimers(subject, coarse, strict) : NOTHING;
  if (isSomething(timers)) return withAlso(kept, timers);
  const unasked = smallest(misplayed.map((each) => blameKept(assumed, coarse, promise, each)));
  if (unasked && sizeOf(unasked) <= SMALL) return withAlso(kept, unasked);
  // Runs in which everything takes as long as it may show best what is forced; `latest` stands first and last.
  const [first, ...rest] = misplayed;
  const inOrder = [...(rest.length > 1 ? [rest.at(-1), first] : [first]), ...rest].flatMap(
    (each) => each ?? [],
  );
  const blames = inOrder.map((each) => blameFor(assumed, coarse, each));
  const next = blames.find((blame) => isSomething(blame) && sizeOf(blame) <= SMALL) ?? smallest(blames);
  if (next) return withAlso(kept, next);
  for (const item of coarse.items) {
    const blame =
      item.kind === 'window'
        ? dependsOn(kept, assumed.machine.windows[item.index] as Machine['windows'][number])
        : {
            variables: [...(assumed.consequences[item.index]?.reads ?? [])].filter(
              (each) => !kept.variables.has(each),
            ),
            clocks: [],
          };
    if (isSomething(blame)) return withAlso(kept, blame);
  }
  return undefined;
}

const withAlso = (kept: Kept, { variables, clocks }: Blame): Kept => ({
  variables: new Set([...kept.variables, ...variables]),
  clocks: new Set([...kept.clocks, ...clocks]),
});
