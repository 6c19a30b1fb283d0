import type { Machine } from '../kernel/machine.ts';
import type { Kept } from './abstract/kept.ts';
import { type ActedOut, actOut, type Misplayed, type Stage } from './act-out.ts';
import type { Goal } from './future.ts';
import { refined } from './learn.ts';
import { attemptOf, type Model, modelOf, withCoarseTime } from './model.ts';
import type { Attempt } from './proof.ts';
import { type Budget, type Search, search } from './search.ts';
import { type Story, storyOf } from './story.ts';
import type { Subject } from './subject.ts';

/** What became of the question whether a promise can be broken, or called at all. */
export interface Decision {
  readonly kind: 'never' | 'found' | 'gave-up' | 'does-not-settle';
  /** Fewer failures than this do not do it; Infinity: no number does. */
  readonly least: number;
  readonly found: { readonly cost: number; readonly story: Story; readonly acted: ActedOut } | undefined;
  readonly attempts: readonly Attempt[];
}

/** How many stories of a model that knows everything are tried before it is given up. */
const TRIES = 40;
/** States after which a model is first tried with rounded times. */
const FIRST_LOOK = 10_000;
/** Ticks to the deadline when times are rounded, coarsest first. */
const TICKS = [1, 6, 24];
/** A model that has been mended so often is not going to be mended. */
const ROUNDS = 200;
/** States in all models of one question, in budgets. */
const MOST_IN_ALL = 6;

/**
 * Counterexample-guided refinement (Clarke et al. 2003): begin with a model that knows the promise alone; whatever breaks it there
 * is played in the whole machine; if it cannot happen, the model learns what stood in the way. No break in a coarser model: no
 * break at all. The first break is the cheapest of its model, so that one which can happen is the cheapest of all.
 */
export function decide(subject: Subject, target: number, goal: Goal, budget: Budget): Decision {
  const { whole } = subject;
  const promise = whole.promises[target] as Machine['promises'][number];
  const inquiry: Inquiry = {
    subject,
    promise: promise.name,
    goal,
    budget,
    attempts: [],
    least: 0,
    states: 0,
  };
  let kept: Kept = {
    variables: new Set([promise.variable]),
    clocks: new Set(promise.clock === undefined ? [] : [promise.clock]),
  };
  for (let round = 0; round < ROUNDS && inquiry.states < MOST_IN_ALL * budget.states; round++) {
    const model = modelOf(subject, kept, target, goal);
    const outcome = askModel(inquiry, model);
    if (outcome.end) return outcome.end;
    if (outcome.result.first[0] === undefined) break;
    const next = refined(subject, model.coarse, promise.variable, outcome.misplayed);
    if (!next) break;
    kept = next;
  }
  return said(inquiry, 'gave-up');
}

/** One question, and what is known about it so far. */
interface Inquiry {
  readonly subject: Subject;
  readonly promise: string;
  readonly goal: Goal;
  readonly budget: Budget;
  readonly attempts: Attempt[];
  least: number;
  /** Searched in all. */
  states: number;
}

const said = ({ least, attempts }: Inquiry, kind: Decision['kind']): Decision => ({
  kind,
  least,
  found: undefined,
  attempts,
});

/** A model that is too large for a first look is asked with rounded times, and only then whole. */
function askModel(inquiry: Inquiry, model: Model): Outcome {
  const { budget, goal } = inquiry;
  const first = look(inquiry, model, { ...budget, states: Math.min(budget.states, FIRST_LOOK) });
  if (first.end || first.result.first[0] !== undefined) return first;
  let last: Outcome | undefined;
  for (const ticks of TICKS) {
    const rounded = withCoarseTime(model, goal, ticks);
    const outcome = rounded && look(inquiry, rounded, budget);
    if (outcome?.end) return outcome;
    if (outcome?.result.first[0] === undefined) break;
    last = outcome;
  }
  return last ?? (budget.states > FIRST_LOOK ? look(inquiry, model, budget) : first);
}

interface Outcome {
  readonly result: Search;
  readonly misplayed: readonly Misplayed[];
  /** The answer, where this settles it. */
  readonly end: Decision | undefined;
}

function look(inquiry: Inquiry, model: Model, spend: Budget): Outcome {
  const { result, found, misplayed } = lookFor(inquiry.subject, model, inquiry.promise, inquiry.goal, spend);
  inquiry.attempts.push(attemptOf(model, result, found !== undefined));
  inquiry.states += result.states;
  inquiry.least = Math.max(inquiry.least, result.first[0] ?? result.complete + 1);
  const cost = result.breaks[0]?.cost;
  const end =
    result.unsettled !== undefined
      ? said(inquiry, 'does-not-settle')
      : found && cost !== undefined
        ? { ...said(inquiry, 'found'), found: { cost, ...found } }
        : inquiry.least === Number.POSITIVE_INFINITY
          ? said(inquiry, 'never')
          : undefined;
  return { result, misplayed, end };
}

function lookFor(
  { whole, preparations, benevolence, starts, encode }: Subject,
  model: Model,
  promise: string,
  goal: Goal,
  budget: Budget,
) {
  const { coarse, engine } = model;
  const stage: Stage = {
    whole,
    promise,
    goal,
    benevolence,
    encode,
    starts,
    inside: new Set(
      coarse.items.flatMap((item, index) =>
        coarse.exact[index] && item.kind === 'window' ? [item.index] : [],
      ),
    ),
    preparations: new Map(
      [...preparations].filter(([, { variable }]) => !coarse.kept.variables.has(variable)),
    ),
  };
  let found: { readonly story: Story; readonly acted: ActedOut } | undefined;
  let misplayed: Misplayed[] = [];
  let tries = 0;
  const result: Search = search(engine, 1, budget, (_, state, table) => {
    const story = storyOf(model, table, state);
    const acted = actOut(stage, story);
    if (!Array.isArray(acted)) {
      found = { story, acted };
      return true;
    }
    misplayed = acted;
    return !coarse.complete || ++tries >= TRIES;
  });
  return { result, found, misplayed };
}
