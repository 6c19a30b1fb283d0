import type { Promised } from '../../kernel/machine.ts';
import type { Kept } from '../abstract/kept.ts';
import type { Goal } from '../search/future.ts';
import type { Budget } from '../search/search.ts';
import type { Subject } from '../subject.ts';
import type { Way } from './ask-model.ts';
import { firstModel } from './first-model.ts';
import {
  cheaperOf,
  type Decision,
  endBy,
  type Inquiry,
  isAsMuchAsAsked,
  LOOK,
  NOTHING_KNOWN,
  type Precision,
  type Prior,
  said,
} from './inquiry.ts';
import { lightened } from './lighten.ts';
import { refine } from './refine.ts';
import { byWhoFails } from './who-fails.ts';

/** Its models are the smallest where it gets anywhere; which is seldom where the last move counts. */
const TOLD: Way = { time: true, first: 'told' };

/** A model that decided the question before is mended in this way, where the book has changed; a little, or it is left. */
const AGAIN: Way = { time: true, first: 'guards', wholeFirst: true };
const FEW_ROUNDS = 8;

/** What no clock decides is first asked without time, where anything may take any time (D24): those models stay small. */
export const WAYS: readonly Way[] = [
  { time: false, first: 'guards' },
  { time: true, first: 'guards' },
  { time: true, first: 'last' },
  TOLD,
];
const TIMED: readonly Way[] = WAYS.filter(({ time }) => time);
/** Whether anything calls on a promise is asked beside what matters: without an answer it is taken to be so. */
const waysOf = (goal: Goal, { clock }: Promised): readonly Way[] => {
  const ways = clock === undefined ? WAYS : TIMED;
  return goal === 'called' ? ways.filter((way) => way !== TOLD) : ways;
};

/** Where no way gets anywhere soon, the one with the smallest models does soonest. */
const latestFirst = (ways: readonly Way[]): readonly Way[] => [...ways].reverse();

/** Most promises are decided by models of so many states in one way or another: larger ones are searched only where none of them is. */
const SOON = 100_000;

/**
 * Counterexample-guided refinement (Clarke et al. 2003): begin with a model that knows the promise alone; whatever breaks it there
 * is played in the whole machine; if it cannot happen, the model learns what stood in the way. No break in a coarser model: no
 * break at all. The first break is the cheapest of its model, so that one which can happen is the cheapest of all.
 */
export function decide(
  subject: Subject,
  target: number,
  goal: Goal,
  budget: Budget,
  { known, atRandom, precision, spent = 0, enough }: Prior = NOTHING_KNOWN,
): Decision {
  // What was tried in vain with as much is only looked at: the book may have changed.
  const isSpent = budget.states <= spent;
  const inquiry: Inquiry = {
    ...inquiryAbout(subject, target, goal, budget),
    enough,
    isSpent,
    known: cheaperOf(undefined, known(), budget),
  };
  const { promise } = inquiry;
  const again = precision && answeredAgain(inquiry, precision, isSpent ? 1 : FEW_ROUNDS);
  if (again) return lightened(inquiry, again);
  if (isAsMuchAsAsked(inquiry) || (isSpent && isEnough(inquiry))) return saidSoFar(inquiry);
  const within = isSpent ? { ...budget, states: Math.min(LOOK, budget.states) } : budget;
  const small = { ...inquiry, budget: { ...within, states: Math.min(SOON, within.states) } };
  const soon = answered(small, waysOf(goal, promise), atRandom);
  if (soon) return soon;
  const larger = { ...small, budget: within };
  const isOpen = goal === 'broken' && within.states > SOON && !isEnough(larger);
  const late = isOpen ? answered(larger, latestFirst(waysOf(goal, promise)), atRandom) : undefined;
  if (late) return lightened(larger, late);
  larger.known = cheaperOf(larger.known, atRandom(), budget);
  return saidSoFar(larger);
}

/** A question, with nothing known. */
export function inquiryAbout(subject: Subject, target: number, goal: Goal, budget: Budget): Inquiry {
  const promise = subject.whole.promises[target] as Promised;
  const first = firstModel(subject.assumed, promise, goal);
  return {
    subject,
    target,
    promise,
    goal,
    budget,
    known: undefined,
    attempts: [],
    least: 0,
    states: 0,
    first,
    kept: first,
    precision: undefined,
  };
}

/** Whether a few models show that nothing ever breaks the promise. No is no answer: more of them, or larger ones, might. */
export function isSoonSure(subject: Subject, target: number, budget: Budget, rounds: number): boolean {
  for (const way of WAYS.slice(0, 2)) {
    const end = refine(
      inquiryAbout(subject, target, 'broken', budget),
      way,
      () => undefined,
      undefined,
      rounds,
    );
    if (end) return end.kind === 'never';
  }
  return false;
}

/** As it was decided before. Whatever that looked at, the promise itself is looked at, too: otherwise nothing could break it. */
function answeredAgain(inquiry: Inquiry, precision: Precision, rounds: number): Decision | undefined {
  const { variable, clock } = inquiry.promise;
  const withPromise = ({ variables, clocks }: Kept): Kept => ({
    variables: new Set([...variables, variable]),
    clocks: new Set([...clocks, ...(clock === undefined ? [] : [clock])]),
  });
  const begin: Precision = {
    ...precision,
    kept: withPromise(precision.kept),
    groups: precision.groups.map((group) => ({ ...group, kept: withPromise(group.kept) })),
  };
  return (
    endBy(inquiry) ??
    (begin.groups.length > 0
      ? byWhoFails(inquiry, AGAIN, begin)
      : refine(inquiry, AGAIN, () => undefined, begin, rounds))
  );
}

/** All that is known where nothing decides it: that break which was seen, perhaps. */
const saidSoFar = (inquiry: Inquiry): Decision => ({
  ...said(inquiry, inquiry.known ? 'found' : 'gave-up'),
  found: inquiry.known,
});

/** In one way after the other. */
function answered(inquiry: Inquiry, ways: readonly Way[], atRandom: Prior['atRandom']): Decision | undefined {
  for (const way of ways) {
    const end = refine(inquiry, way, atRandom);
    if (end) return end;
    if (isAsMuchAsAsked(inquiry)) return undefined;
    const answer = inquiry.least > 0 ? byWhoFails(inquiry, way) : undefined;
    if (answer) return answer;
  }
  const last = ways.at(-1);
  return inquiry.least > 0 || inquiry.goal === 'called' || !last ? undefined : byWhoFails(inquiry, last);
}

/** It survives what the book demands of it, or all that was asked about. */
const isEnough = (inquiry: Inquiry): boolean => {
  const { tolerate } = inquiry.promise;
  return isAsMuchAsAsked(inquiry) || (tolerate !== 'any' && inquiry.least > tolerate);
};
