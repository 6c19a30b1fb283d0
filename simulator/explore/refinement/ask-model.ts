import type { Kept } from '../abstract/kept.ts';
import type { Attempt } from '../attempt.ts';
import { attemptOf, type Model, withCoarseTime } from '../model.ts';
import type { Goal } from '../search/future.ts';
import type { Budget } from '../search/search.ts';
import { searchOnce } from '../search/search-once.ts';
import { type ActedOut, actOut, type Misplayed } from '../story/act-out.ts';
import type { Stage } from '../story/stage.ts';
import { failed, storyOf } from '../story/story.ts';
import type { Subject } from '../subject.ts';
import {
  type Asked,
  atLeast,
  cheaperThan,
  type Decision,
  endBy,
  type Inquiry,
  LOOK,
  said,
} from './inquiry.ts';
import { type Lesson, refined } from './learn.ts';

/** How many stories of a model that knows everything are tried before it is given up. */
const TRIES = 40;
/** Ticks to the deadline when times are rounded, coarsest first. */
const TICKS = [1, 6, 24];
/** What models are made to learn, and what of it first. */
export interface Way extends Pick<Lesson, 'time' | 'first'> {
  /** A model that answered before is asked whole before a story that rounded times tell teaches anything. */
  readonly wholeFirst?: true;
}

/** The answer, where a model gives one, or else what the next one should know; neither: the model is too large. */
export interface Step {
  readonly end?: Decision | undefined;
  readonly next?: Kept | undefined;
}

/**
 * A model that is too large for a first look is asked with rounded times, and only then whole. What breaks a promise only because
 * times are rounded teaches nothing. `before`: how it was asked when it answered, which is asked first.
 */
export function askModel(inquiry: Inquiry, model: Model, way: Way, before?: Asked): Step {
  const budget = cheaperThan(inquiry);
  const ask = (each: Model, asked: Asked) => look(inquiry, each, budget, asked);
  const again = askAsBefore(model, inquiry.goal, before, ask);
  if (again?.end) return { end: again.end };
  const first = look(inquiry, model, { ...budget, states: Math.min(budget.states, LOOK) });
  if (first.end || first.breaks) return stepAfter(inquiry, model, first, { ...way, guess: way.time });
  const rounded = lookRounded(model, inquiry.goal, ask);
  const whole = (): Step => {
    const asked = before === 'whole' ? again : inquiry.isSpent ? undefined : ask(model, 'whole');
    return asked ? stepAfter(inquiry, model, asked, { ...way, guess: way.time }) : {};
  };
  if (way.wholeFirst && !rounded?.end && budget.states > LOOK) return whole();
  const step = rounded && stepAfter(inquiry, model, rounded, { ...way, guess: false });
  return step?.end || step?.next || budget.states <= LOOK ? (step ?? {}) : whole();
}

function stepAfter(inquiry: Inquiry, { coarse }: Model, outcome: Outcome, lesson: Lesson): Step {
  const { end, breaks, misplayed } = outcome;
  if (end || !breaks) return { end };
  return { next: refined(inquiry.subject, coarse, inquiry.promise.variable, misplayed, lesson) };
}

/** What a look at a model showed: that something breaks there, or all there is to say. */
interface Shown {
  readonly breaks: boolean;
  readonly end?: unknown;
}

type Ask<T> = (model: Model, asked: Asked) => T;

function askAsBefore<T>(model: Model, goal: Goal, before: Asked | undefined, ask: Ask<T>): T | undefined {
  if (before === undefined) return undefined;
  const asked = before === 'whole' ? model : withCoarseTime(model, goal, before);
  return asked && ask(asked, before);
}

/** The last of the rounded models in which something broke, the coarsest first; undefined: none did, or none was small enough. */
function lookRounded<T extends Shown>(model: Model, goal: Goal, ask: Ask<T>): T | undefined {
  let last: T | undefined;
  for (const ticks of TICKS) {
    const rounded = withCoarseTime(model, goal, ticks);
    const shown = rounded && ask(rounded, ticks);
    if (shown?.end) return shown;
    if (!shown?.breaks) break;
    last = shown;
  }
  return last;
}

/** That nothing at all breaks a promise in some model: the search that shows it, and how the model was asked. */
export interface Holding {
  readonly attempt: Attempt;
  readonly asked: Asked | undefined;
}

/** Whether nothing breaks the promise in this model, whole or with rounded times; undefined: nothing shows it. */
export function holdsIn({ goal, budget }: Inquiry, model: Model, before?: Asked): Holding | undefined {
  const ask = (each: Model, asked: Asked | undefined) => {
    const states = asked === undefined ? Math.min(budget.states, LOOK) : budget.states;
    const result = searchOnce(each.engine, { ...budget, states });
    const breaks = result.first[0] !== undefined;
    const holds = !breaks && result.complete === Number.POSITIVE_INFINITY;
    return { breaks, end: holds ? { attempt: attemptOf(each, result, false), asked } : undefined };
  };
  const again = askAsBefore(model, goal, before, ask);
  if (again?.end) return again.end;
  const first = ask(model, undefined);
  if (first.end || first.breaks) return first.end;
  const rounded = lookRounded(model, goal, ask);
  return rounded?.end ?? (budget.states > LOOK ? ask(model, 'whole').end : undefined);
}

interface Outcome extends Shown {
  readonly misplayed: readonly Misplayed[];
  /** The answer, where this settles it. */
  readonly end: Decision | undefined;
}

function look(inquiry: Inquiry, model: Model, spend: Budget, asked?: Asked): Outcome {
  const { result, found, misplayed } = lookFor(
    inquiry.subject,
    model,
    inquiry.promise.name,
    inquiry.goal,
    spend,
  );
  inquiry.attempts.push(attemptOf(model, result, found !== undefined));
  inquiry.states += result.states;
  const precision = { kept: inquiry.kept, groups: [], asked };
  atLeast(inquiry, result.first[0] ?? result.complete + 1, precision);
  if (found) inquiry.precision = precision;
  const cost = result.breaks[0]?.cost;
  const end =
    result.unsettled !== undefined
      ? said(inquiry, 'does-not-settle')
      : found && cost !== undefined
        ? { ...said(inquiry, 'found'), found: { cost, acted: found } }
        : inquiry.least === Number.POSITIVE_INFINITY
          ? said(inquiry, 'never')
          : endBy(inquiry);
  return { breaks: result.first[0] !== undefined, misplayed, end };
}

function lookFor(
  { whole, preparations, benevolence, late, starts, encode }: Subject,
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
    known: new Set(coarse.items.flatMap((item) => (item.kind === 'window' ? [item.index] : []))),
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
  const result = searchOnce(engine, budget, (state, table) => {
    const { moves, breaksAt } = storyOf(model, table, state);
    const acted = actOut(stage, { moves: [...late.map((each) => failed(each, 0)), ...moves], breaksAt });
    if (!Array.isArray(acted)) {
      found = acted;
      return true;
    }
    misplayed = acted;
    return !coarse.complete || ++tries >= TRIES;
  });
  return { result, found, misplayed };
}
