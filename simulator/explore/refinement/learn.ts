import type { Machine } from '../../kernel/machine.ts';
import type { Abstraction } from '../abstract/abstraction.ts';
import type { Kept } from '../abstract/kept.ts';
import type { Misplayed } from '../story/act-out.ts';
import type { Subject } from '../subject.ts';
import { blameFor, blameKept, blameSignals, blameTimers } from './blame.ts';
import { blameGuards } from './blame-guards.ts';
import { blameLast, blameMemory } from './blame-last.ts';
import { blameOverdue } from './blame-overdue.ts';
import { type Blame, dependsOn, isSomething, NOTHING, sizeOf, smallest } from './reasons.ts';

const NONE: ReadonlySet<number> = new Set();

/** What a model may be asked to learn at once, unless there is no other way. */
const SMALL = 8;
/** The first reason that is so short is as good as the shortest. */
const FEW = 4;

/** What a model may learn of a story. */
export interface Lesson {
  /** Clocks, and who has failed: without them nothing is ever due, and anything may take any time. */
  readonly time: boolean;
  /** What comes first: what guards the promise, how its last move came about, or where the run first went otherwise than told. */
  readonly first: 'guards' | 'last' | 'told';
  /** Without a difference to be seen, all that some window of the model still lacks. */
  readonly guess: boolean;
}

/** The model with what the story shows it lacks; undefined: nothing of what it may learn. */
export function refined(
  subject: Subject,
  coarse: Abstraction,
  promise: number,
  misplayed: readonly Misplayed[],
  lesson: Lesson,
): Kept | undefined {
  const { assumed } = subject;
  const { kept } = coarse;
  const may = (blame: Blame): Blame => (lesson.time ? blame : withoutTime(assumed.machine, blame));
  const alerts = new Set(subject.preparations.keys());
  const [told] = misplayed;
  const guards =
    told && lesson.first === 'guards' ? may(blameGuards(assumed, coarse, promise, told)) : NOTHING;
  if (isSomething(guards)) return withAlso(kept, guards);
  if (lesson.first === 'told') {
    const otherwise = misplayed.map((each) => may(blameFor(assumed, coarse, each, alerts))).find(isSomething);
    if (otherwise) return withAlso(kept, otherwise);
  }
  for (const blameOf of [blameLast, blameMemory]) {
    const blame = smallest(misplayed.map((each) => may(blameOf(assumed, coarse, each, alerts))));
    if (blame && sizeOf(blame) <= SMALL) return withAlso(kept, blame);
  }
  const [strict] = misplayed;
  const signals = strict ? may(blameSignals(subject, coarse, strict)) : NOTHING;
  if (isSomething(signals)) return withAlso(kept, signals);
  const timers = strict && lesson.time ? blameTimers(subject, coarse, strict) : NOTHING;
  if (isSomething(timers)) return withAlso(kept, timers);
  const overdue = strict && kept.clocks.size > 0 ? may(blameOverdue(assumed, coarse, strict)) : NOTHING;
  if (isSomething(overdue)) return withAlso(kept, overdue);
  const unasked = smallest(misplayed.map((each) => may(blameKept(assumed, coarse, promise, each, alerts))));
  if (unasked && sizeOf(unasked) <= SMALL) return withAlso(kept, unasked);
  // Runs in which everything takes as long as it may show best what is forced; `latest` stands first and last.
  const [first, ...rest] = misplayed;
  const inOrder = [...(rest.length > 1 ? [rest.at(-1), first] : [first]), ...rest].flatMap(
    (each) => each ?? [],
  );
  for (const anyTime of [alerts, NONE]) {
    const blames = inOrder.map((each) => may(blameFor(assumed, coarse, each, anyTime)));
    const next = blames.find((blame) => isSomething(blame) && sizeOf(blame) <= FEW) ?? smallest(blames);
    if (next) return withAlso(kept, next);
  }
  if (!lesson.guess) return undefined;
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
    if (isSomething(may(blame))) return withAlso(kept, may(blame));
  }
  return undefined;
}

function withoutTime({ windows }: Machine, { variables }: Blame): Blame {
  const failed = new Set(windows.flatMap(({ owner }) => ('failed' in owner ? owner.failed : [])));
  return { variables: variables.filter((each) => !failed.has(each)), clocks: [] };
}

const withAlso = (kept: Kept, { variables, clocks }: Blame): Kept => ({
  variables: new Set([...kept.variables, ...variables]),
  clocks: new Set([...kept.clocks, ...clocks]),
});
