import type { Promised } from '../kernel/machine.ts';
import type { Kept } from './abstract/kept.ts';
import { type ActedOut, actOut, type Misplayed, type Stage } from './act-out.ts';
import type { Goal } from './future.ts';
import { type Lesson, refined } from './learn.ts';
import { attemptOf, type Model, modelOf, withCoarseTime } from './model.ts';
import type { Attempt } from './proof.ts';
import { type Budget, type Search, search } from './search.ts';
import { storyOf } from './story.ts';
import type { Subject } from './subject.ts';

/** What became of the question whether a promise can be broken, or called at all. */
export interface Decision {
  readonly kind: 'never' | 'found' | 'gave-up' | 'does-not-settle';
  /** Fewer failures than this do not do it; Infinity: no number does. */
  readonly least: number;
  readonly found: { readonly cost: number; readonly acted: ActedOut } | undefined;
  readonly attempts: readonly Attempt[];
}

/** A break that is known without a search: nothing that costs more is looked for. */
export interface Known {
  readonly cost: number;
  readonly acted: ActedOut;
}

/** How many stories of a model that knows everything are tried before it is given up. */
const TRIES = 40;
/** States after which a model is first tried with rounded times. */
const FIRST_LOOK = 10_000;
/** Ticks to the deadline when times are rounded, coarsest first. */
const TICKS = [1, 6, 24];
/** A model that has been mended so often is not going to be mended. */
const ROUNDS = 200;
/** States in all models that learn in one way, in budgets. */
const MOST_IN_ALL = 3;

/** What models are made to learn, and whether what guards the promise comes first. */
type Way = Pick<Lesson, 'time' | 'guards'>;

/** What no clock decides is first asked without time, where anything may take any time (D24): those models stay small. */
const UNTIMED: readonly Way[] = [
  { time: false, guards: true },
  { time: true, guards: false },
];
const TIMED: readonly Way[] = [
  { time: true, guards: true },
  { time: true, guards: false },
];
/** Models that are looked at before it is asked what is known already: a story that a search finds says the least. */
export const PATIENCE = 8;

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
  known: () => Known | undefined = () => undefined,
): Decision {
  const promise = subject.whole.promises[target] as Promised;
  const inquiry: Inquiry = {
    subject,
    target,
    promise,
    goal,
    budget,
    known: undefined,
    attempts: [],
    least: 0,
    states: 0,
  };
  for (const way of promise.clock === undefined ? UNTIMED : TIMED) {
    const end = refine(inquiry, way, known);
    if (end) return end;
  }
  inquiry.known ??= asked(known(), budget);
  return inquiry.known ? { ...said(inquiry, 'found'), found: inquiry.known } : said(inquiry, 'gave-up');
}

/** Models that know more and more, until one answers. */
function refine(inquiry: Inquiry, way: Way, known: () => Known | undefined): Decision | undefined {
  const { subject, target, promise, goal, budget } = inquiry;
  const most = inquiry.states + MOST_IN_ALL * budget.states;
  let kept: Kept = {
    variables: new Set([promise.variable]),
    clocks: new Set(promise.clock === undefined ? [] : [promise.clock]),
  };
  for (let round = 0; round < ROUNDS && inquiry.states < most; round++) {
    if (round === PATIENCE) inquiry.known ??= asked(known(), budget);
    const answer = endBy(inquiry);
    if (answer) return answer;
    const { end, next } = askModel(inquiry, modelOf(subject, kept, target, goal), way);
    if (end) return end;
    if (!next) return undefined;
    kept = next;
  }
  return undefined;
}

/** A known break, unless only cheaper ones are asked about. */
const asked = (
  known: Known | undefined,
  { failures = Number.POSITIVE_INFINITY }: Budget,
): Known | undefined => (known && known.cost <= failures ? known : undefined);

/** Once it is known that nothing less than the known break will do, that is the answer. */
const endBy = (inquiry: Inquiry): Decision | undefined =>
  inquiry.known && inquiry.least >= inquiry.known.cost
    ? { ...said(inquiry, 'found'), found: inquiry.known }
    : undefined;

/** One question, and what is known about it so far. */
interface Inquiry {
  readonly subject: Subject;
  readonly target: number;
  readonly promise: Promised;
  readonly goal: Goal;
  readonly budget: Budget;
  known: Known | undefined;
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

/** The answer, where a model gives one, or else what the next one should know; neither: the model is too large. */
interface Step {
  readonly end?: Decision | undefined;
  readonly next?: Kept | undefined;
}

/**
 * A model that is too large for a first look is asked with rounded times, and only then whole. What breaks a promise only because
 * times are rounded teaches nothing.
 */
function askModel(inquiry: Inquiry, model: Model, way: Way): Step {
  const budget = cheaperThan(inquiry);
  const first = look(inquiry, model, { ...budget, states: Math.min(budget.states, FIRST_LOOK) });
  if (first.end || hasBroken(first)) return stepAfter(inquiry, model, first, { ...way, guess: true });
  const rounded = lookRounded(inquiry, model, budget);
  const step = rounded && stepAfter(inquiry, model, rounded, { ...way, guess: false });
  if (step?.end || step?.next || budget.states <= FIRST_LOOK) return step ?? {};
  return stepAfter(inquiry, model, look(inquiry, model, budget), { ...way, guess: true });
}

const hasBroken = ({ result }: Outcome): boolean => result.first[0] !== undefined;

function stepAfter(inquiry: Inquiry, { coarse }: Model, outcome: Outcome, lesson: Lesson): Step {
  const { end, misplayed } = outcome;
  if (end || !hasBroken(outcome)) return { end };
  return { next: refined(inquiry.subject, coarse, inquiry.promise.variable, misplayed, lesson) };
}

/** The last of the rounded models in which something broke, the coarsest first; undefined: none did, or none was small enough. */
function lookRounded(inquiry: Inquiry, model: Model, budget: Budget): Outcome | undefined {
  let last: Outcome | undefined;
  for (const ticks of TICKS) {
    const rounded = withCoarseTime(model, inquiry.goal, ticks);
    const outcome = rounded && look(inquiry, rounded, budget);
    if (outcome?.end) return outcome;
    if (!outcome || !hasBroken(outcome)) break;
    last = outcome;
  }
  return last;
}

/** What may still be spent: no run is looked at that costs as much as the known break. */
function cheaperThan({ budget, known }: Inquiry): Budget {
  const failures = Math.min(
    budget.failures ?? Number.POSITIVE_INFINITY,
    (known?.cost ?? Number.POSITIVE_INFINITY) - 1,
  );
  return Number.isFinite(failures) ? { ...budget, failures } : budget;
}

interface Outcome {
  readonly result: Search;
  readonly misplayed: readonly Misplayed[];
  /** The answer, where this settles it. */
  readonly end: Decision | undefined;
}

function look(inquiry: Inquiry, model: Model, spend: Budget): Outcome {
  const { result, found, misplayed } = lookFor(
    inquiry.subject,
    model,
    inquiry.promise.name,
    inquiry.goal,
    spend,
  );
  inquiry.attempts.push(attemptOf(model, result, found !== undefined));
  inquiry.states += result.states;
  inquiry.least = Math.max(inquiry.least, result.first[0] ?? result.complete + 1);
  const cost = result.breaks[0]?.cost;
  const end =
    result.unsettled !== undefined
      ? said(inquiry, 'does-not-settle')
      : found && cost !== undefined
        ? { ...said(inquiry, 'found'), found: { cost, acted: found } }
        : inquiry.least === Number.POSITIVE_INFINITY
          ? said(inquiry, 'never')
          : endBy(inquiry);
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
  let found: ActedOut | undefined;
  let misplayed: Misplayed[] = [];
  let tries = 0;
  const result: Search = search(engine, 1, budget, (_, state, table) => {
    const acted = actOut(stage, storyOf(model, table, state));
    if (!Array.isArray(acted)) {
      found = acted;
      return true;
    }
    misplayed = acted;
    return !coarse.complete || ++tries >= TRIES;
  });
  return { result, found, misplayed };
}
